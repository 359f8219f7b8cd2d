// The rep's own steps, latest last, so that each can be taken back.
import type { Book } from '$lib/store/book';
import type { Step } from '$lib/store/change';

const KEPT = 100;

/** Undo over the book. */
export class Steps {
	readonly #book: Book;
	#done: Step[] = [];
	#join: object | undefined;

	constructor(book: Book) {
		this.#book = book;
	}

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

	/** Takes back a certain step, or the latest; false when there is none. */
	undo(step: Step | undefined = this.latest): boolean {
		if (!step) return false;
		this.#join = undefined;
		this.forget(step);
		this.#book.undo(step);
		return true;
	}

	/** Lets go of all steps. */
	clear(): void {
		this.#done = [];
		this.#join = undefined;
	}

	/** Lets go of a step that is taken back some other way. */
	forget(step: Step): void {
		this.#done = this.#done.filter((other) => other !== step);
	}
}
