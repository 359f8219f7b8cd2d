// One device for tests: its IndexedDB, its own file system, and a keeper that needs no worker.
import { vi } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { Kith } from '$lib/state/kith.svelte';
import { Book } from '$lib/store/book';
import type { Keeper } from '$lib/store/keeper';
import { Keeping, type ErrandName } from '$lib/store/keeping';
import { openFiles } from '$lib/store/opfs';
import { TestClock } from './books';
import { fakeDisk } from './files';

/** Opens the same stored book again and again; begin a test with it and end it with `end`. */
export class TestDevice {
	readonly clock = new TestClock();
	readonly disk = fakeDisk();
	#books: Book[] = [];
	#keeping: Keeping | undefined;
	#seed = 1;

	constructor() {
		const storage = { getDirectory: async () => this.disk.directory };
		vi.stubGlobal('navigator', { storage, userAgent: 'test' });
	}

	/** The app over what is on disk, all years read. */
	async open(): Promise<Kith> {
		const { now } = this.clock;
		const book = await Book.open({ now, random: seededRandom(this.#seed++) });
		this.#books.push(book);
		await book.openYears(2026, async () => undefined);
		const kith = new Kith(book, now);
		const keeping = new Keeping({ files: await openFiles(), now, seal: undefined, budget: 1e9 });
		this.#keeping = keeping;
		const run = (errand: ErrandName, what: unknown) =>
			(keeping[errand] as (given: unknown) => Promise<unknown>).call(keeping, what);
		kith.keeper = Promise.resolve({ run } as unknown as Keeper);
		return kith;
	}

	/** The keeper of the book opened last. */
	get keeping(): Keeping {
		if (!this.#keeping) throw new Error('no book is open');
		return this.#keeping;
	}

	/** The page ends. */
	async close(): Promise<void> {
		for (const book of this.#books) await book.close();
		this.#books = [];
		await this.#keeping?.close();
		this.#keeping = undefined;
	}

	/** Removes everything. */
	async end(): Promise<void> {
		await this.close();
		for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
		localStorage.clear();
		vi.unstubAllGlobals();
	}
}
