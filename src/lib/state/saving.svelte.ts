// Whether the rep's words are on disk, as the screen may say it: never sooner than it is true.
import { createSubscriber } from 'svelte/reactivity';
import type { Book } from '$lib/store/book';
import type { Trouble } from '$lib/store/disk';

/** The state of saving. */
export class Saving {
	readonly #book: Book;
	readonly #subscribe: () => void;

	constructor(book: Book) {
		this.#book = book;
		this.#subscribe = createSubscriber((update) =>
			book.listen({ onsaving: update, ontrouble: update })
		);
	}

	/** Updates that are not on disk yet. */
	get pending(): number {
		this.#subscribe();
		return this.#book.pending;
	}

	/** Why words are not on disk, or undefined while all is well. */
	get trouble(): Trouble | undefined {
		this.#subscribe();
		return this.#book.trouble;
	}

	/** Tries again at once. */
	retry(): void {
		this.#book.retry();
	}
}
