// Damage on disk costs at most what was damaged: the rest opens, it is told, and copies put it right.
// Over 300 lines: one promise, one suite.
import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc, encodeStateAsUpdate } from 'yjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { Book } from '$lib/store/book';
import type { DamageKind } from '$lib/store/damage';
import { Keeping } from '$lib/store/keeping';
import { openFiles } from '$lib/store/opfs';
import { fakeDisk, type FakeDisk } from '../support/files';
import { aNote, aPerson, digest, NOON, TestClock, write } from '../support/books';

const JOURNAL = 'kith-journal-2026';
const clock = new TestClock();
let disk: FakeDisk;
let books: Book[] = [];
let seed = 1;

async function open(): Promise<Book> {
	const book = await Book.open({ now: clock.now, random: seededRandom(seed++) });
	books.push(book);
	await book.openYears(2026, async () => undefined);
	return book;
}

/** A book of ten notes, one row each, closed again; `mirrored` with a mirror of all of them. */
async function tenNotes(mirrored: boolean): Promise<string> {
	const book = await open();
	for (let at = 0; at < 10; at++) {
		write(book, (draft) => draft.add('note', aNote({ body: `Note ${at}` })));
		await book.saved();
	}
	if (mirrored) await keep((keeping) => keeping.tend([JOURNAL]));
	const before = digest(book);
	await book.close();
	return before;
}

async function keep(work: (keeping: Keeping) => Promise<unknown>): Promise<void> {
	const files = await openFiles();
	const keeping = new Keeping({ files, now: clock.now, seal: undefined, budget: 1e9 });
	await work(keeping);
	await keeping.close();
}

function within(name: string, work: (at: (store: string) => IDBObjectStore) => void) {
	return new Promise<void>((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onerror = () => reject(request.error ?? new Error(name));
		request.onsuccess = () => {
			const db = request.result;
			const transaction = db.transaction([...db.objectStoreNames], 'readwrite');
			transaction.oncomplete = () => {
				db.close();
				resolve();
			};
			work((store) => transaction.objectStore(store));
		};
	});
}

function revised(key: number, revise: (row: Uint8Array) => unknown) {
	return within(JOURNAL, (at) => {
		at('updates').get(key).onsuccess = ({ target }) => {
			const row = (target as IDBRequest<Uint8Array>).result;
			at('updates').put(revise(row), key);
		};
	});
}

function anotherDocument(): Uint8Array {
	const doc = new Doc();
	doc.getMap('shopping').set('milk', 'two pints '.repeat(200));
	return encodeStateAsUpdate(doc);
}

const bodies = (book: Book) =>
	book
		.all('note')
		.map(({ body }) => body)
		.sort();

beforeEach(() => {
	clock.ms = NOON;
	disk = fakeDisk();
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => disk.directory } });
});

afterEach(async () => {
	for (const book of books) await book.close();
	books = [];
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	localStorage.clear();
	vi.unstubAllGlobals();
});

const harms: [string, DamageKind, (key: number) => Promise<void>][] = [
	['garbage', 'changed', (key) => revised(key, (row) => row.map((byte) => byte ^ 0x5a))],
	['a text', 'garbage', (key) => revised(key, () => 'no row')],
	['an object', 'garbage', (key) => revised(key, () => ({ no: 'row' }))],
	['half a row', 'truncated', (key) => revised(key, (row) => row.slice(0, row.length >> 1))],
	['an empty row', 'empty', (key) => revised(key, () => new Uint8Array())],
	[
		'a flipped bit',
		'changed',
		(key) =>
			revised(key, (row) => row.map((byte, at) => (at === row.length >> 1 ? byte ^ 1 : byte)))
	],
	['a missing row', 'missing', (key) => within(JOURNAL, (at) => void at('updates').delete(key))],
	[
		'a row missing with its sum',
		'missing',
		(key) =>
			within(JOURNAL, (at) => {
				at('updates').delete(key);
				at('sums').delete(key);
			})
	],
	['another row', 'changed', (key) => revised(key, () => anotherDocument())]
];

describe.each([1, 5, 10])('row %i of ten', (key) => {
	test.each(harms)('as %s is put right from the mirror', async (_, why, harm) => {
		const before = await tenNotes(true);
		await harm(key);
		const book = await open();
		expect(digest(book)).toBe(before);
		expect(book.damages).toMatchObject([{ name: JOURNAL, why, from: 'mirror', found: NOON }]);
		await book.saved();
		await book.close();
		const again = await open();
		expect(digest(again)).toBe(before);
		expect(again.damages).toEqual([]);
	});

	test.each(harms)('as %s costs that row only when there is no mirror', async (_, why, harm) => {
		await tenNotes(false);
		await harm(key);
		const book = await open();
		const rest = Array.from({ length: 10 }, (_, at) => `Note ${at}`);
		rest.splice(key - 1, 1);
		expect(bodies(book)).toEqual(rest);
		expect(book.damages).toMatchObject([{ name: JOURNAL, why }]);
		expect(book.damages[0]).not.toHaveProperty('from');
		await book.saved();
		await book.close();
		const again = await open();
		expect(bodies(again)).toEqual(rest);
		expect(again.damages).toEqual([]);
		// What was put aside is still there, and a stock y-indexeddb opens the rest.
		write(again, (draft) => draft.add('note', aNote({ body: 'Later' })));
		await again.saved();
		await again.close();
		const doc = new Doc();
		const stock = new IndexeddbPersistence(JOURNAL, doc);
		await stock.whenSynced;
		expect(JSON.stringify(doc.getMap('bodies').toJSON())).toContain('Later');
		await stock.destroy();
	});
});

describe('rows nobody of ours wrote', () => {
	const rows: [string, DamageKind, () => unknown][] = [
		['a text', 'garbage', () => 'no row'],
		['no update', 'garbage', () => new Uint8Array([7, 1, 200, 3])],
		['another document', 'foreign', anotherDocument]
	];
	test.each(rows)('%s is put aside', async (_, why, row) => {
		const before = await tenNotes(false);
		await within(JOURNAL, (at) => void at('updates').add(row()));
		const book = await open();
		expect(digest(book)).toBe(before);
		expect(book.damages).toMatchObject([{ why }]);
		expect([...book.document(JOURNAL).doc.share.keys()]).not.toContain('shopping');
	});

	test('what a stock y-indexeddb wrote is taken up', async () => {
		await tenNotes(false);
		const doc = new Doc();
		const stock = new IndexeddbPersistence(JOURNAL, doc);
		await stock.whenSynced;
		await stock.destroy();
		const book = await open();
		expect(bodies(book)).toHaveLength(10);
		expect(book.damages).toEqual([]);
	});

	test('a book of the first version, without any sums, is opened and gets them', async () => {
		const doc = new Doc();
		const stock = new IndexeddbPersistence('kith-core', doc);
		await stock.whenSynced;
		const ada = aPerson({ name: 'Ada' });
		const { id, ...fields } = ada;
		doc.getMap('person').set(`${id} old`, JSON.stringify({ h: '00000000000a', f: fields }));
		await new Promise((resolve) => setTimeout(resolve, 20));
		await stock.destroy();
		for (let opening = 0; opening < 2; opening++) {
			const book = await open();
			expect(book.all('person')).toMatchObject([{ name: 'Ada' }]);
			expect(book.damages).toEqual([]);
			await book.close();
		}
		expect(await countOf('kith-core', 'sums')).toBe(await countOf('kith-core', 'updates'));
	});

	test('missing sums are made again', async () => {
		const before = await tenNotes(false);
		await within(JOURNAL, (at) => void at('sums').clear());
		const book = await open();
		expect(digest(book)).toBe(before);
		expect(book.damages).toEqual([]);
	});
});

describe('a folded document', () => {
	test('has one row and the previous generation, and is the same', async () => {
		const before = await tenNotes(false);
		await keep((keeping) => keeping.fold(JOURNAL));
		const book = await open();
		expect(digest(book)).toBe(before);
		expect(book.damages).toEqual([]);
		expect(await countOf(JOURNAL, 'updates')).toBe(1);
		expect(await countOf(JOURNAL, 'before')).toBe(10);
	});

	test.each(harms)('as %s is put right from the previous generation', async (_, why, harm) => {
		const before = await tenNotes(false);
		await keep((keeping) => keeping.fold(JOURNAL));
		disk.clear();
		await harm(11);
		const book = await open();
		expect(digest(book)).toBe(before);
		expect(book.damages).toMatchObject([{ why, from: 'before' }]);
	});

	test('with a damaged row is not folded, so that nothing is dropped', async () => {
		await tenNotes(false);
		await revised(5, () => new Uint8Array([1]));
		await keep((keeping) => keeping.fold(JOURNAL));
		expect(await countOf(JOURNAL, 'updates')).toBe(10);
	});
});

describe('a database that was emptied', () => {
	test('is known by its witness, put back from the mirror, and told', async () => {
		const before = await tenNotes(true);
		for (const name of ['kith-core', JOURNAL]) indexedDB.deleteDatabase(name);
		const book = await open();
		expect(bodies(book)).toHaveLength(10);
		expect(book.damages).toMatchObject([
			{ name: 'kith-core', why: 'emptied' },
			{ name: JOURNAL, why: 'emptied', from: 'mirror' }
		]);
		await book.saved();
		await book.close();
		const again = await open();
		expect(digest(again)).toBe(before);
		expect(again.damages).toEqual([]);
	});

	test('is put back from the mirror also when the witness was lost with it', async () => {
		const before = await tenNotes(true);
		for (const name of ['kith-core', JOURNAL]) indexedDB.deleteDatabase(name);
		localStorage.clear();
		const book = await open();
		expect(digest(book)).toBe(before);
		expect(book.damages).toMatchObject([{ name: JOURNAL, why: 'emptied', from: 'mirror' }]);
	});

	// Chromium writes localStorage late: a killed browser may leave what it said of the empty database.
	test('is put back from the mirror also when the witness is from before the first row', async () => {
		const book = await open();
		await book.close();
		const early = localStorage.getItem('kith:witness') ?? '';
		expect(early).toContain(JOURNAL);
		const before = await tenNotes(true);
		for (const name of ['kith-core', JOURNAL]) indexedDB.deleteDatabase(name);
		localStorage.setItem('kith:witness', early);
		const again = await open();
		expect(digest(again)).toBe(before);
		expect(again.damages).toMatchObject([{ name: JOURNAL, why: 'emptied', from: 'mirror' }]);
	});

	test('whose version somebody has raised is opened and written to', async () => {
		await tenNotes(false);
		await new Promise<void>((resolve) => {
			const request = indexedDB.open(JOURNAL, 7);
			request.onsuccess = () => {
				request.result.close();
				resolve();
			};
		});
		const book = await open();
		write(book, (draft) => draft.add('note', aNote({ body: 'Later' })));
		await book.saved();
		expect(book.all('note')).toHaveLength(11);
	});

	test('without a mirror is told, and is not taken for a new book', async () => {
		await tenNotes(false);
		for (const name of ['kith-core', JOURNAL]) indexedDB.deleteDatabase(name);
		const book = await open();
		expect(book.damages[0]).toEqual({ name: 'kith-core', why: 'emptied', found: NOON });
	});
});

function countOf(name: string, store: string): Promise<number> {
	return new Promise((resolve) => {
		void within(name, (at) => {
			at(store).count().onsuccess = ({ target }) => resolve((target as IDBRequest<number>).result);
		});
	});
}
