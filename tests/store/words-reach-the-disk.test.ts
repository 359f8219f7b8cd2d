// What is saved is on disk: complete, readable by a stock y-indexeddb, and never lost in silence.
import { IndexeddbPersistence } from 'y-indexeddb';
import { Doc } from 'yjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { Book } from '$lib/store/book';
import type { Trouble } from '$lib/store/disk';
import { aNote, anId, aPerson, digest, NOON, TestClock, write } from '../support/books';

const clock = new TestClock();
let books: Book[] = [];
let seed = 1;

async function open(): Promise<Book> {
	const book = await Book.open({ now: clock.now, random: seededRandom(seed++) });
	await book.openYears(2026, async () => undefined);
	books.push(book);
	return book;
}

beforeEach(() => {
	clock.ms = NOON;
});

afterEach(async () => {
	vi.restoreAllMocks();
	for (const book of books) await book.close();
	books = [];
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	localStorage.clear();
});

describe('words reach the disk', () => {
	test('a book opened again is the same, with its device and all its years', async () => {
		const book = await open();
		const [ada, old] = [anId<'person'>(), anId<'note'>(2019)];
		write(book, (draft) => {
			draft.add('person', aPerson({ id: ada, tags: ['dairy'] }));
			draft.add('note', aNote({ id: old, people: [ada], body: 'From 2019.' }));
			draft.add('note', aNote({ people: [ada] }));
		});
		await book.saved();
		const [before, device] = [digest(book), book.device];
		await book.close();
		const again = await open();
		expect(digest(again)).toBe(before);
		expect(again.device).toBe(device);
		expect([...again.years].sort()).toEqual([2019, 2026]);
		expect(again.reach).toBe('whole');
	});

	test('a stock y-indexeddb opens the same database and finds the person', async () => {
		const book = await open();
		write(book, (draft) => draft.add('person', aPerson({ name: 'Ada' })));
		await book.saved();
		const doc = new Doc();
		const stock = new IndexeddbPersistence('kith-core', doc);
		await stock.whenSynced;
		expect(JSON.stringify(doc.getMap('person').toJSON())).toContain('Ada');
		await stock.destroy();
	});

	test('a full disk is told, the words stay, and are written by themselves when space returns', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		const book = await open();
		const troubles: (Trouble | undefined)[] = [];
		book.listen({ ontrouble: (trouble) => troubles.push(trouble) });
		const add = IDBObjectStore.prototype.add;
		vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
			this: IDBObjectStore,
			...row
		) {
			const request = add.apply(this, row);
			// As Chromium does it: the request succeeds, then the transaction aborts.
			const { transaction } = this;
			Object.defineProperty(transaction, 'error', {
				value: new DOMException('full', 'QuotaExceededError')
			});
			request.addEventListener('success', () => transaction.abort());
			return request;
		});
		write(book, (draft) => draft.add('person', aPerson({ name: 'Kept' })));
		await vi.waitFor(() => expect(troubles).toEqual(['StorageFull']));
		expect(book.pending).toBe(1);
		expect(book.all('person').map(({ name }) => name)).toEqual(['Kept']);
		vi.mocked(IDBObjectStore.prototype.add).mockRestore();
		await vi.advanceTimersByTimeAsync(1_000);
		vi.useRealTimers();
		await book.saved();
		expect(troubles).toEqual(['StorageFull', undefined]);
		expect(book.pending).toBe(0);
		await book.close();
		expect((await open()).all('person').map(({ name }) => name)).toEqual(['Kept']);
	});

	test('what is written as the page goes away is committed at once', async () => {
		const book = await open();
		const commit = vi.spyOn(IDBTransaction.prototype, 'commit');
		write(book, (draft) => draft.add('person', aPerson({ name: 'Before' })));
		await book.saved();
		expect(commit).not.toHaveBeenCalled();
		book.leave(true);
		commit.mockClear();
		write(book, (draft) => draft.add('person', aPerson({ name: 'At the last moment' })));
		await vi.waitFor(() => expect(commit).toHaveBeenCalledOnce());
		await book.saved();
	});

	test('a connection closed by somebody else is opened again without a word lost', async () => {
		const book = await open();
		write(book, (draft) => draft.add('person', aPerson({ name: 'First' })));
		await book.saved();
		const connections = vi.spyOn(IDBDatabase.prototype, 'transaction');
		connections.mockImplementationOnce(() => {
			throw new DOMException('closing', 'InvalidStateError');
		});
		write(book, (draft) => draft.add('person', aPerson({ name: 'Second' })));
		await book.saved();
		connections.mockRestore();
		await book.close();
		expect((await open()).all('person')).toHaveLength(2);
	});

	test('a database deleted under an open book is made again, though nothing more is written', async () => {
		const book = await open();
		write(book, (draft) => draft.add('person', aPerson({ name: 'Ada' })));
		await book.saved();
		indexedDB.deleteDatabase('kith-core');
		await vi.waitFor(
			() => expect(book.damages).toMatchObject([{ why: 'emptied', from: 'memory' }]),
			{
				timeout: 3_000
			}
		);
		await book.close();
		expect((await open()).all('person').map(({ name }) => name)).toEqual(['Ada']);
	});

	test('what is kept beside the book is not said to be kept, or not to be there, without a connection', async () => {
		const book = await open();
		await book.setLocal('draft:0', 'Max');
		// Another version of the database: the browser shuts ours.
		const other = await new Promise<IDBDatabase>((resolve) => {
			const request = indexedDB.open('kith-core', 9);
			request.onsuccess = () => resolve(request.result);
		});
		const shut = { name: 'InvalidStateError' };
		await expect(book.setLocal('draft:0', 'Max builds')).rejects.toMatchObject(shut);
		await expect(book.getLocal('draft:0')).rejects.toMatchObject(shut);
		other.close();
		await vi.waitFor(async () => expect(await book.getLocal('draft:0')).toBe('Max'), {
			timeout: 3_000
		});
		await book.setLocal('draft:0', 'Max builds');
		expect(await book.getLocal('draft:0')).toBe('Max builds');
	});

	test('a disk that refuses at the start keeps nobody out and takes no other name for the device', async () => {
		const first = await open();
		const { device } = first;
		await first.close();
		const refused = vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('', 'UnknownError');
		});
		const book = await Book.open({ now: clock.now, random: seededRandom(seed++) });
		books.push(book);
		write(book, (draft) => draft.add('person', aPerson({ name: 'Ada' })));
		refused.mockRestore();
		book.retry();
		await book.saved();
		await book.close();
		const again = await open();
		expect(again.device).toBe(device);
		expect(again.all('person').map(({ name }) => name)).toEqual(['Ada']);
	});

	test('two tabs write under two names and show each other what is saved', async () => {
		const locks = testLocks();
		const tabs: Book[] = [];
		for (let tab = 0; tab < 2; tab++) {
			const book = await Book.open({ now: clock.now, random: seededRandom(seed++), locks });
			books.push(book);
			tabs.push(book);
		}
		const [one, two] = tabs as [Book, Book];
		expect(two.device).toBe(one.device);
		const id = anId<'person'>();
		write(one, (draft) => draft.add('person', aPerson({ id, name: 'Ada' })));
		await vi.waitFor(() => expect(two.get('person', id)?.name).toBe('Ada'));
		// At the same moment, in both, on two fields of one record:
		write(one, (draft) => draft.edit('person', id, { company: 'Harrow Foods' }));
		write(two, (draft) => draft.edit('person', id, { title: 'Plant manager' }));
		await vi.waitFor(() => {
			for (const tab of tabs) {
				expect(tab.get('person', id)).toMatchObject({
					company: 'Harrow Foods',
					title: 'Plant manager'
				});
			}
		});
	});

	test('a value that is no record is kept, counted and harms nothing', async () => {
		const book = await open();
		const id = anId<'person'>();
		write(book, (draft) => draft.add('person', aPerson({ id, name: 'Ada' })));
		const map = book.document('kith-core').doc.getMap('person');
		map.set('x other', 'no version');
		map.set(`${anId()} other`, JSON.stringify({ h: '00000000000a', f: { name: 7 } }));
		map.set(
			`${id} other`,
			JSON.stringify({ h: 'zzzzzzzzzzzz', f: { phones: 'none', title: 'Boss' } })
		);
		expect(book.all('person')).toMatchObject([{ name: 'Ada', title: 'Boss' }]);
		expect(book.unreadable.map(({ field }) => field).sort()).toEqual(['', 'name', 'phones']);
		await book.saved();
		await book.close();
		const again = await open();
		expect(again.document('kith-core').doc.getMap('person').size).toBe(4);
	});

	test('a book written by a newer app is known as such', async () => {
		const book = await open();
		expect(book.isNewer).toBe(false);
		book.document('kith-core').doc.getMap('meta').set('minReader', 99);
		expect(book.isNewer).toBe(true);
	});
});

/** Web Locks for one process: enough of them to tell tabs apart. */
function testLocks(): LockManager {
	const held = new Set<string>();
	return {
		async request(name: string, options: unknown, work: (lock: Lock | null) => unknown) {
			if (held.has(name)) return work(null);
			held.add(name);
			await work({ name, mode: 'exclusive' });
			held.delete(name);
		}
	} as unknown as LockManager;
}
