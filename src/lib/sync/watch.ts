// Hears every change of every document of a book, also of those opened later, and counts them.
import type { Doc } from 'yjs';
import type { Book } from '$lib/store/book';

/** Who is told of a change, at once. */
export type OnUpdate = (name: string, update: Uint8Array, origin: unknown) => void;

/** Watches one book. */
export class Watch {
	readonly #book: Book;
	readonly #onupdate: OnUpdate;
	readonly #onfound: (name: string) => void;
	readonly #watched = new Map<
		string,
		{ doc: Doc; onupdate: (...told: [Uint8Array, unknown]) => void }
	>();
	readonly #changes = new Map<string, number>();
	readonly #stopListening: () => void;
	#all = 0;

	/** @param onfound told of a document that was opened and written into before it was watched */
	constructor(book: Book, onupdate: OnUpdate, onfound: (name: string) => void) {
		this.#book = book;
		this.#onupdate = onupdate;
		this.#onfound = onfound;
		// Of a journal that was opened for its first note the book tells soon, and the note is in it by then.
		this.#stopListening = book.listen({ onchange: () => this.look() });
		this.#look(() => undefined);
	}

	/** How often anything has changed. */
	get all(): number {
		return this.#all;
	}

	/** How often a document has changed. */
	readonly changesOf = (name: string): number => this.#changes.get(name) ?? 0;

	/** Looks for documents that have been opened meanwhile; what is in one by now counts as a change. */
	look(): void {
		this.#look((name) => {
			this.#count(name);
			this.#onfound(name);
		});
	}

	#count(name: string): void {
		this.#all++;
		this.#changes.set(name, this.changesOf(name) + 1);
	}

	#look(onfound: (name: string) => void): void {
		for (const [name, { doc }] of this.#book.documents) {
			if (this.#watched.has(name)) continue;
			const onupdate = (update: Uint8Array, origin: unknown): void => {
				this.#count(name);
				this.look();
				this.#onupdate(name, update, origin);
			};
			doc.on('update', onupdate);
			this.#watched.set(name, { doc, onupdate });
			if (doc.store.clients.size > 0) onfound(name);
		}
	}

	/** Hears nothing more. */
	stop(): void {
		this.#stopListening();
		for (const { doc, onupdate } of this.#watched.values()) doc.off('update', onupdate);
		this.#watched.clear();
	}
}
