// The rep's own steps, latest last, so that each can be taken back.
import type { Book } from '$lib/store/book';
import type { Step } from '$lib/store/change';

const KEPT = 100;

/** Undo and redo over the book. */
export class Steps {
	readonly #book: Book;
	#done: Step[] = [];
	#undone: Step[] = [];

	constructor(book: Book) {
		this.#book = book;
	}

	/** Takes note of a finished step. */
	push(step: Step): void {
		this.#done = [...this.#done.slice(1 - KEPT), step];
		this.#undone = [];
	}

	/** Takes back a certain step, or the latest; false when there is none. */
	undo(step: Step | undefined = this.#done.at(-1)): boolean {
		if (!step) return false;
		this.#done = this.#done.filter((other) => other !== step);
		this.#undone.push(this.#book.undo(step));
		return true;
	}

	/** Does the latest undone step again; false when there is none. */
	redo(): boolean {
		const step = this.#undone.pop();
		if (!step) return false;
		this.#done.push(this.#book.undo(step));
		return true;
	}
}
