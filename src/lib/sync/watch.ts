// Hears every change of every document of a book, also of those opened later, and counts them.
import type { Doc } from 'yjs';
import type { Book } from '$lib/store/book';

/** Who is told of a change, at once. */
export type OnUpdate = (name: string, update: Uint8Array, origin: unknown) => void;

/** Watches one book. */
export class Watch {
	readonly #book: Book;
	readonly #onupdate: OnUpdate;
	readonly #watched = new Map<
		string,
		{ doc: Doc; onupdate: (...told: [Uint8Array, unknown]) => void }
	>();
	readonly #changes = new Map<string, number>();
	readonly #stopListening: () => void;
	#all = 0;

	constructor(book: Book, onupdate: OnUpdate) {
		this.#book = book;
		this.#onupdate = onupdate;
		// A journal made anew is marked in the core document before anything is written into it; of one
		// that other updates opened the book tells soon.
		this.#stopListening = book.listen({ onchange: () => this.look() });
		this.look();
	}

	/** How often anything has changed. */
	get all(): number {
		return this.#all;
	}

	/** How often a document has changed. */
	readonly changesOf = (name: string): number => this.#changes.get(name) ?? 0;

	/** Looks for documents that have been opened meanwhile. */
	look(): void {
		for (const [name, { doc }] of this.#book.documents) {
			if (this.#watched.has(name)) continue;
			const onupdate = (update: Uint8Array, origin: unknown): void => {
				this.#all++;
				this.#changes.set(name, this.changesOf(name) + 1);
				this.look();
				this.#onupdate(name, update, origin);
			};
			doc.on('update', onupdate);
			this.#watched.set(name, { doc, onupdate });
		}
	}

	/** Hears nothing more. */
	stop(): void {
		this.#stopListening();
		for (const { doc, onupdate } of this.#watched.values()) doc.off('update', onupdate);
		this.#watched.clear();
	}
}
