// What was erased is nowhere: in no document, no row of either generation, no mirror, no restore point.
import { encodeStateAsUpdate } from 'yjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { erase, eraseDue, whatGoes } from '$lib/state/erasing';
import { Kith } from '$lib/state/kith.svelte';
import type { Keeper } from '$lib/store/keeper';
import { Book } from '$lib/store/book';
import { Keeping, type ErrandName } from '$lib/store/keeping';
import { openFiles } from '$lib/store/opfs';
import { fakeDisk, type FakeDisk } from '../support/files';
import { aNote, anId, aPerson, aTouch, NOON, send, TestClock, write } from '../support/books';
import { undo } from '$lib/state/undoing';
import { write as writeStep } from '$lib/state/writing';

const MARKER = 'Quittenbaum';
const clock = new TestClock();
let disk: FakeDisk;
let books: Book[] = [];
let keeping: Keeping;
let seed = 1;

async function open(): Promise<Kith> {
	const book = await Book.open({ now: clock.now, random: seededRandom(seed++) });
	books.push(book);
	await book.openYears(2026, async () => undefined);
	const kith = new Kith(book, clock.now);
	keeping = new Keeping({ files: await openFiles(), now: clock.now, seal: undefined, budget: 1e9 });
	const run = (errand: ErrandName, what: unknown) =>
		(keeping[errand] as (given: unknown) => Promise<unknown>).call(keeping, what);
	kith.keeper = Promise.resolve({ run } as unknown as Keeper);
	return kith;
}

/** Everything that lies in IndexedDB, OPFS and localStorage, as one list of named texts. */
async function everythingStored(): Promise<Map<string, string>> {
	const texts = new Map<string, string>();
	const textOf = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
	for (const { name = '' } of await indexedDB.databases()) {
		await new Promise<void>((resolve) => {
			const request = indexedDB.open(name);
			request.onsuccess = () => {
				const db = request.result;
				const transaction = db.transaction([...db.objectStoreNames]);
				for (const store of db.objectStoreNames) {
					transaction.objectStore(store).openCursor().onsuccess = ({ target }) => {
						const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
						if (!cursor) return;
						texts.set(`${name}/${store}/${JSON.stringify(cursor.key)}`, deepText(cursor.value));
						cursor.continue();
					};
				}
				transaction.oncomplete = () => {
					db.close();
					resolve();
				};
			};
		});
	}
	for (const [path, bytes] of disk.files()) {
		const plain = path.startsWith('points/docs/')
			? new Uint8Array(
					await new Response(
						new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
					).arrayBuffer()
				)
			: bytes;
		texts.set(path, textOf(plain));
	}
	for (const [key, value] of Object.entries(localStorage)) texts.set(key, String(value));
	return texts;
}

function addRow(name: string, row: unknown): Promise<void> {
	return new Promise((resolve) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => {
			const transaction = request.result.transaction('updates', 'readwrite');
			transaction.objectStore('updates').add(row);
			transaction.oncomplete = () => {
				request.result.close();
				resolve();
			};
		};
	});
}

function deepText(value: unknown): string {
	if (value instanceof Uint8Array) return Buffer.from(value).toString('latin1');
	if (typeof value === 'object' && value) {
		return Object.entries(value)
			.map(([key, inner]) => key + deepText(inner))
			.join(' ');
	}
	return String(value);
}

async function placesOf(marker: string): Promise<string[]> {
	return [...(await everythingStored())]
		.filter(([, text]) => text.includes(marker))
		.map(([at]) => at);
}

beforeEach(() => {
	clock.ms = NOON;
	disk = fakeDisk();
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => disk.directory } });
});

afterEach(async () => {
	for (const book of books) await book.close();
	books = [];
	await keeping.close();
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	localStorage.clear();
	vi.unstubAllGlobals();
});

async function aBookWithMarker() {
	const kith = await open();
	const [ada, ben] = [aPerson({ name: `Ada ${MARKER}` }), aPerson({ name: 'Ben' })];
	const hers = aNote({ people: [ada.id], body: `${MARKER} builds a volcano.` });
	const both = aNote({ people: [ada.id, ben.id], body: 'Lunch with both.' });
	const old = aNote({ id: anId<'note'>(2024), people: [ada.id], body: `${MARKER} in 2024` });
	writeStep(kith, (draft) => {
		draft.add('person', ada);
		draft.add('person', ben);
		draft.add('note', hers);
		draft.add('note', both);
		draft.add('note', old);
		draft.add('touch', aTouch({ people: [ada.id] }));
	});
	writeStep(kith, (draft) =>
		draft.edit('note', hers.id, { body: `Max ${MARKER} builds a volcano.` })
	);
	await kith.book.saved();
	const names = [...kith.book.documents.keys()];
	await keeping.tend(names);
	const about = { at: new Date(NOON).toISOString(), why: 'daily', people: 2, notes: 3 } as const;
	await keeping.point({ ...about, names });
	for (const name of names) await keeping.fold(name);
	writeStep(kith, (draft) => draft.edit('note', hers.id, { body: `${MARKER} again.` }));
	await kith.book.saved();
	await kith.book.setLocal(`left:fact:${ada.id}`, MARKER);
	localStorage.setItem(`kith:left:fact:${ada.id}`, MARKER);
	return { kith, ada, ben, hers, both, old };
}

describe('erasing', () => {
	test('takes along what is about nobody else, and leaves what is shared', async () => {
		const { kith, ada, hers, both, old } = await aBookWithMarker();
		const { ids, shared } = whatGoes(kith, [{ table: 'person', id: ada.id }]);
		expect(ids).toHaveLength(4);
		expect(ids).toEqual(expect.arrayContaining([ada.id, hers.id, old.id]));
		expect(shared).toEqual([{ table: 'note', id: both.id }]);
	});

	test('leaves nothing on this device: no document, row, generation, mirror, point, words left', async () => {
		const { kith, ada, ben, both } = await aBookWithMarker();
		const before = await placesOf(MARKER);
		for (const place of [
			'/updates/',
			'/before/',
			'/custom/',
			'mirror/',
			'points/docs/',
			'kith:left'
		]) {
			expect(
				before.some((at) => at.includes(place)),
				place
			).toBe(true);
		}
		await erase(kith, [{ table: 'person', id: ada.id }]);
		expect(await placesOf(MARKER)).toEqual([]);
		for (const { doc } of kith.book.documents.values()) {
			expect(Buffer.from(encodeStateAsUpdate(doc)).includes(MARKER)).toBe(false);
		}
		expect(kith.book.all('person').map(({ name }) => name)).toEqual(['Ben']);
		expect(kith.book.get('note', both.id)?.people).toEqual([ben.id]);
		expect(undo(kith)).toBe(false);
		await kith.book.close();
		const again = await open();
		expect(again.book.all('person').map(({ name }) => name)).toEqual(['Ben']);
		expect(again.book.damages).toEqual([]);
		expect(again.book.isErased(ada.id)).toBe(true);
	});

	test('also leaves nothing of rows that could not be read', async () => {
		const { kith, ada } = await aBookWithMarker();
		await kith.book.close();
		await keeping.close();
		await addRow('kith-core', `${MARKER}, no row`);
		const again = await open();
		expect((await placesOf(MARKER)).some((at) => at.includes('/quarantine/'))).toBe(true);
		await erase(again, [{ table: 'person', id: ada.id }]);
		expect(await placesOf(MARKER)).toEqual([]);
	});

	test('goes on where a killed browser left it', async () => {
		const { kith, ada } = await aBookWithMarker();
		const forget = vi.spyOn(keeping, 'forget').mockRejectedValueOnce(new Error('killed'));
		await expect(erase(kith, [{ table: 'person', id: ada.id }])).rejects.toThrow('killed');
		expect(await placesOf(MARKER)).not.toEqual([]);
		forget.mockRestore();
		await kith.book.close();
		await keeping.close();
		const again = await open();
		await eraseDue(again);
		expect(await placesOf(MARKER)).toEqual([]);
	});

	test('comes by itself after 30 days in the trash, and not a day sooner', async () => {
		const { kith, hers } = await aBookWithMarker();
		const trashedAt = new Date(NOON).toISOString();
		writeStep(kith, (draft) => draft.edit('note', hers.id, { trashedAt }));
		clock.ms = NOON + 29 * 86_400_000;
		await eraseDue(kith);
		expect(kith.book.get('note', hers.id)).toBeDefined();
		clock.ms = NOON + 31 * 86_400_000;
		await eraseDue(kith);
		expect(kith.book.get('note', hers.id)).toBeUndefined();
		expect(await placesOf('again.')).toEqual([]);
	});

	test('is followed by another device, also when that one has gone on writing', async () => {
		const { kith, ada } = await aBookWithMarker();
		const other = await Book.open({
			now: clock.now,
			random: seededRandom(99),
			onDisk: false,
			device: 'other'
		});
		send(kith.book, other);
		const name = `Ada, friend of ${MARKER}`;
		write(other, (draft) => draft.edit('person', ada.id, { name }));
		await erase(kith, [{ table: 'person', id: ada.id }]);
		send(kith.book, other);
		expect(other.get('person', ada.id)).toBeUndefined();
		send(other, kith.book);
		expect(kith.book.get('person', ada.id)).toBeUndefined();
		await kith.book.saved();
		await eraseDue(kith);
		expect(await placesOf(MARKER)).toEqual([]);
	});
});
