// The book as Svelte sees it: reading a table inside an effect or a template follows its changes.
import { createSubscriber } from 'svelte/reactivity';
import { tableNames, type Records, type Table } from '$lib/domain/records/tables';
import type { Book, Reach } from '$lib/store/book';

/** Reactive reading; the records themselves are the book's own frozen ones, never copies. */
export class Live {
	readonly #book: Book;
	readonly #tables: ReadonlyMap<Table, () => void>;
	readonly #reach: () => void;

	constructor(book: Book) {
		this.#book = book;
		this.#tables = new Map(
			tableNames.map((table) => [
				table,
				createSubscriber((update) =>
					book.listen({ onchange: (changed) => changed.has(table) && update() })
				)
			])
		);
		this.#reach = createSubscriber((update) => book.listen({ onreach: update }));
	}

	/**
	 * The book itself, to read many records from; follows the changes of the named tables. Reading ten
	 * thousand records one by one through `get` would subscribe ten thousand times.
	 */
	read(...names: readonly Table[]): Pick<Book, 'all' | 'get' | 'about'> {
		for (const table of names) this.#tables.get(table)?.();
		return this.#book;
	}

	/** All records of a table outside the trash. */
	all<T extends Table>(table: T): readonly Records[T][] {
		this.#tables.get(table)?.();
		return this.#book.all(table);
	}

	/** All records of a table in the trash. */
	trashed<T extends Table>(table: T): readonly Records[T][] {
		this.#tables.get(table)?.();
		return this.#book.trashed(table);
	}

	/** One record, trashed or not. */
	get<T extends Table>(table: T, id: string): Records[T] | undefined {
		this.#tables.get(table)?.();
		return this.#book.get(table, id);
	}

	/** The records of a table about one person, outside the trash. */
	about<T extends Table>(table: T, person: string): readonly Records[T][] {
		this.#tables.get(table)?.();
		return this.#book.about(table, person);
	}

	/** How far the years have been read. */
	get reach(): Reach {
		this.#reach();
		return this.#book.reach;
	}

	/** Whether this year and the last are here: enough to say who is going quiet. */
	get isRecent(): boolean {
		return this.reach === 'recent' || this.reach === 'whole';
	}

	/** Whether all years are here. */
	get isWhole(): boolean {
		return this.reach === 'whole';
	}
}
