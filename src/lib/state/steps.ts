// The rep's own steps, latest last, so that each can be taken back.
import type { Step } from '$lib/store/change';

const KEPT = 100;

/** What can be taken back; undoing.ts does it. */
export class Steps {
	#done: Step[] = [];
	#join: object | undefined;

	/**
	 * Takes note of a finished step.
	 * @param join steps in a row with one and the same `join` are taken back together
	 */
	push(step: Step, join?: object): void {
		const before = join !== undefined && join === this.#join ? this.#done.pop() : undefined;
		const whole = before ? { traces: [...before.traces, ...step.traces] } : step;
		this.#done = [...this.#done.slice(1 - KEPT), whole];
		this.#join = join;
	}

	/** The step finished last. */
	get latest(): Step | undefined {
		return this.#done.at(-1);
	}

	/** Lets go of all steps. */
	clear(): void {
		this.#done = [];
		this.#join = undefined;
	}

	/** Lets go of a step, since it is being taken back; the next one joins nothing. */
	forget(step: Step): void {
		this.#join = undefined;
		this.#done = this.#done.filter((other) => other !== step);
	}
}
