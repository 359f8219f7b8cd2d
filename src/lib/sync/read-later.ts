// What a long transfer brings is read once it is over: to compare and to keep, the documents are enough,
// and reading is a third of the work. Until then the years do not count as read, so that nobody who needs
// all of them takes a part for the whole.
import type { Book, Later } from '$lib/store/book';
import { fewAtATime, Pace } from '$lib/store/pace';
import type { Changed, Shelf } from '$lib/store/shelf';
import type { Table } from '$lib/domain/records/tables';

/** So long nothing more has come before reading begins, in milliseconds. */
const QUIET_MS = 500;

interface Piece {
	readonly shelf: Shelf;
	readonly changed: Changed;
}

const readers = new WeakMap<Book, ReadLater>();

/** The one that keeps records of a book back. @param pause lets the page do something else */
export function readLaterOf(book: Book, pause: () => Promise<void>): ReadLater {
	const reader = readers.get(book) ?? new ReadLater(book, pause);
	readers.set(book, reader);
	return reader;
}

/** Whether all of a book is in its documents, and only reading what came is not through. */
export function isReadingLater(book: Book): boolean {
	return readers.get(book)?.isBehind ?? false;
}

/** Keeps new records back and reads them in slices. A page that goes before has them on disk. */
export class ReadLater {
	readonly #book: Book;
	readonly #pause: () => Promise<void>;
	readonly #unread: Piece[] = [];
	#timer: ReturnType<typeof setTimeout> | undefined;
	/** The years had all been read before something was kept back. */
	#wasWhole = false;

	constructor(book: Book, pause: () => Promise<void>) {
		this.#book = book;
		this.#pause = pause;
	}

	/** Whether the years do not count as read because of what was kept back. */
	get isBehind(): boolean {
		return this.#wasWhole;
	}

	/**
	 * Keeps records back that nobody has seen yet; gives back the others. What is on screen must never be
	 * older than what is in the document: writing a note's words replaces what is there.
	 */
	readonly keep: Later = (shelf, changed) => {
		const known = new Map<Table, Set<string>>();
		for (const [table, ids] of changed) {
			const [held, fresh] = [new Set<string>(), [] as string[]];
			for (const id of ids) {
				if (this.#book.get(table, id)) held.add(id);
				else fresh.push(id);
			}
			if (held.size > 0) known.set(table, held);
			for (const few of fewAtATime(new Map([[table, fresh]])))
				this.#unread.push({ shelf, changed: few });
		}
		if (this.#unread.length > 0) this.#wait();
		return known;
	};

	#wait(): void {
		if (this.#book.reach === 'whole') {
			this.#wasWhole = true;
			this.#book.setReach('recent');
		}
		clearTimeout(this.#timer);
		this.#timer = setTimeout(() => {
			this.#timer = undefined;
			void this.#readOn();
		}, QUIET_MS);
	}

	/** Reads until it is through, or more comes. */
	async #readOn(): Promise<void> {
		const pace = new Pace(this.#pause);
		while (this.#timer === undefined) {
			const piece = this.#unread.shift();
			if (!piece) {
				this.#end();
				return;
			}
			this.#book.read(piece.shelf, piece.changed);
			await pace.rest();
		}
	}

	#end(): void {
		if (!this.#wasWhole) return;
		this.#wasWhole = false;
		this.#book.setReach('whole');
	}
}
