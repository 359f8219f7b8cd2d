// The rep's own steps, latest last, so that each can be taken back.
import type { Book } from '$lib/store/book';
import type { Step, Trace } from '$lib/store/change';

const KEPT = 100;

/** Undo and redo over the book. */
export class Steps {
	readonly #book: Book;
	#done: Step[] = [];
	#undone: Step[] = [];
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
		this.#undone = [];
		this.#join = join;
	}

	/** The step finished last. */
	get latest(): Step | undefined {
		return this.#done.at(-1);
	}

	/** Takes back a certain step, or the latest; false when there is none. */
	undo(step: Step | undefined = this.#done.at(-1)): boolean {
		if (!step) return false;
		this.#join = undefined;
		this.#done = this.#done.filter((other) => other !== step);
		this.#undone.push(this.#book.undo(step));
		return true;
	}

	/** Takes back a step of very many records, some at a time, with a pause after each lot. */
	async undoSlowly(step: Step, atOnce: number, pause: () => Promise<void>): Promise<void> {
		this.#done = this.#done.filter((other) => other !== step);
		const traces: Trace[] = [];
		for (let end = step.traces.length; end > 0; end -= atOnce) {
			const lot = step.traces.slice(Math.max(0, end - atOnce), end);
			traces.push(...this.#book.undo({ traces: lot }).traces);
			await pause();
		}
		this.#undone.push({ traces });
	}

	/** Does the latest undone step again; false when there is none. */
	redo(): boolean {
		const step = this.#undone.pop();
		if (!step) return false;
		this.#done.push(this.#book.undo(step));
		return true;
	}
}
