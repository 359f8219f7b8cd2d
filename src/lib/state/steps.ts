// The rep's own steps, latest last, so that each can be taken back, and those he took back, to do again.
import type { Step } from '$lib/store/change';

const KEPT = 100;

/** Work that takes a screen of its own to be taken back. */
export type Elsewhere = 'import' | 'restore';

/** A finished step, and where it is taken back if that is more than a moment's work. */
export interface Done extends Step {
	readonly elsewhere?: Elsewhere;
}

/** What can be taken back and done again; undoing.ts does it. */
export class Steps {
	#done: Done[] = [];
	#join: object | undefined;
	#undone: Step[] = [];
	/** Those that may be taken back, by whoever holds one. */
	#known = new WeakSet<Step>();

	/**
	 * Takes note of a finished step.
	 * @param join steps in a row with one and the same `join` are taken back together
	 */
	push(step: Done, join?: object): void {
		const before = join !== undefined && join === this.#join ? this.#done.pop() : undefined;
		const whole = before ? { traces: [...before.traces, ...step.traces] } : step;
		this.#done = [...this.#done.slice(1 - KEPT), whole];
		this.#known.add(whole);
		this.#join = join;
		this.#undone = [];
	}

	/** The step finished last. */
	get latest(): Done | undefined {
		return this.#done.at(-1);
	}

	/** What would do the step again that was taken back last, unless something was done since. */
	get undone(): Step | undefined {
		return this.#undone.at(-1);
	}

	/** Whether a step was taken back or let go of; one so old that it is not kept any more was not. */
	isGone(step: Step): boolean {
		return !this.#known.has(step);
	}

	/** Lets go of all steps, those that somebody else still holds as well. */
	clear(): void {
		this.#known = new WeakSet();
		this.#done = [];
		this.#undone = [];
		this.#join = undefined;
	}

	/** Lets go of all steps that wrote one of these records: they are erased, and so are the words. */
	dropErased(ids: { has(id: string): boolean }): void {
		const isOf = ({ traces }: Step): boolean => traces.some(({ id }) => ids.has(id));
		for (const step of this.#done) if (isOf(step)) this.#known.delete(step);
		this.#done = this.#done.filter((step) => !isOf(step));
		this.#undone = this.#undone.filter((step) => !isOf(step));
		this.#join = undefined;
	}

	/**
	 * Lets go of a step, since it is being taken back; the next one joins nothing.
	 * @param again what would do it again; without it nothing taken back before can be done again either
	 */
	forget(step: Step, again?: Step): void {
		this.#join = undefined;
		this.#known.delete(step);
		this.#done = this.#done.filter((other) => other !== step);
		this.#undone = again ? [...this.#undone, again] : [];
	}

	/** The step taken back last has been done again. */
	again(step: Step): void {
		this.#undone.pop();
		this.#done = [...this.#done, step];
		this.#known.add(step);
		this.#join = undefined;
	}

	/** What was to be taken back elsewhere has been. */
	passed(elsewhere: Elsewhere): void {
		const at = this.#done.findLastIndex((step) => step.elsewhere === elsewhere);
		this.#done = this.#done.filter((_, index) => index !== at);
	}
}
