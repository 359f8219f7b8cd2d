// What is said of the second copy and of pieces put aside is what lies on the disk.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { Book } from '$lib/store/book';
import { Keeping } from '$lib/store/keeping';
import { openFiles } from '$lib/store/opfs';
import { takeStock } from '$lib/store/stock';
import { fakeDisk, type FakeDisk } from '../support/files';
import { aNote, aPerson, NOON, TestClock, write } from '../support/books';

const NAMES = ['kith-core', 'kith-journal-2026'];
const clock = new TestClock();
let disk: FakeDisk;

async function aBookOnDisk(): Promise<void> {
	const book = await Book.open({ now: clock.now, random: seededRandom(5) });
	await book.openYears(2026, async () => undefined);
	write(book, (draft) => {
		draft.add('person', aPerson());
		draft.add('note', aNote());
	});
	await book.saved();
	await book.close();
}

async function mirrored(names = NAMES): Promise<void> {
	const files = await openFiles();
	const keeping = new Keeping({ files, now: clock.now, seal: undefined, budget: 1e9 });
	await keeping.tend(names);
	await keeping.close();
}

beforeEach(() => {
	clock.ms = NOON;
	disk = fakeDisk();
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => disk.directory } });
});

afterEach(async () => {
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	localStorage.clear();
	vi.unstubAllGlobals();
});

test('a second copy of all of it', async () => {
	await aBookOnDisk();
	clock.ms += 60_000;
	await mirrored();
	expect(await takeStock(NAMES)).toEqual({ copy: 'whole', copiedAt: NOON + 60_000, aside: 0 });
});

test('none, where there are no files or none of ours', async () => {
	await aBookOnDisk();
	expect(await takeStock(NAMES)).toEqual({ copy: 'none', aside: 0 });
	vi.stubGlobal('navigator', {});
	expect(await takeStock(NAMES)).toEqual({ copy: 'none', aside: 0 });
});

test('of one document only, of an older state, or spoiled: not all of it', async () => {
	await aBookOnDisk();
	await mirrored(['kith-core']);
	expect(await takeStock(NAMES)).toMatchObject({ copy: 'behind' });
	await mirrored();
	await aBookOnDisk();
	expect(await takeStock(NAMES)).toMatchObject({ copy: 'behind' });
	await mirrored();
	expect(await takeStock(NAMES)).toMatchObject({ copy: 'whole' });
	for (const [path, bytes] of disk.files()) disk.put(path, bytes.slice(0, -9));
	expect(await takeStock(NAMES)).toMatchObject({ copy: 'behind' });
});

test('of another database counts for nothing', async () => {
	await aBookOnDisk();
	await mirrored();
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	localStorage.clear();
	await aBookOnDisk();
	expect(await takeStock(NAMES)).toMatchObject({ copy: 'none' });
});

test('pieces put aside are counted over all documents', async () => {
	await aBookOnDisk();
	for (const name of NAMES) {
		await new Promise<void>((resolve) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => {
				const db = request.result;
				const transaction = db.transaction('quarantine', 'readwrite');
				transaction.objectStore('quarantine').put({ why: 'garbage' }, 7);
				transaction.oncomplete = () => {
					db.close();
					resolve();
				};
			};
		});
	}
	expect(await takeStock(NAMES)).toMatchObject({ aside: 2 });
});
