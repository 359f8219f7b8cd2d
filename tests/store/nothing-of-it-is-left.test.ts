// What was erased is nowhere: in no document, no row of either generation, no mirror, no restore point.
// Over 300 lines: one promise, one suite.
import { encodeStateAsUpdate } from 'yjs';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { erase, eraseDue, letInAgain, whatGoes } from '$lib/state/erasing';
import { putInOrder } from '$lib/state/devices-tending';
import type { Kith } from '$lib/state/kith.svelte';
import { Book } from '$lib/store/book';
import { allowAgain, eraseRecords } from '$lib/store/erasing';
import { TestDevice } from '../support/devices';
import { aNote, anId, aPerson, aTouch, NOON, send, write } from '../support/books';
import { undo } from '$lib/state/undoing';
import { write as writeStep } from '$lib/state/writing';

const MARKER = 'Quittenbaum';
let device: TestDevice;

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
	for (const [path, bytes] of device.disk.files()) {
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
	device = new TestDevice();
});
afterEach(() => device.end());

async function aBookWithMarker() {
	const kith = await device.open();
	const { keeping } = device;
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
		await device.close();
		const again = await device.open();
		expect(again.book.all('person').map(({ name }) => name)).toEqual(['Ben']);
		expect(again.book.damages).toEqual([]);
		expect(again.book.isErased(ada.id)).toBe(true);
	});

	test('also leaves nothing of rows that could not be read', async () => {
		const { ada } = await aBookWithMarker();
		await device.close();
		await addRow('kith-core', `${MARKER}, no row`);
		const again = await device.open();
		expect((await placesOf(MARKER)).some((at) => at.includes('/quarantine/'))).toBe(true);
		await erase(again, [{ table: 'person', id: ada.id }]);
		expect(await placesOf(MARKER)).toEqual([]);
	});

	test('goes on where a killed browser left it', async () => {
		const { kith, ada } = await aBookWithMarker();
		const forget = vi.spyOn(device.keeping, 'forget').mockRejectedValueOnce(new Error('killed'));
		await expect(erase(kith, [{ table: 'person', id: ada.id }])).rejects.toThrow('killed');
		expect(await placesOf(MARKER)).not.toEqual([]);
		forget.mockRestore();
		await device.close();
		const again = await device.open();
		await eraseDue(again);
		expect(await placesOf(MARKER)).toEqual([]);
	});

	test('comes by itself after 30 days in the trash, and not a day sooner', async () => {
		const { kith, hers } = await aBookWithMarker();
		const trashedAt = new Date(NOON).toISOString();
		writeStep(kith, (draft) => draft.edit('note', hers.id, { trashedAt }));
		device.clock.ms = NOON + 29 * 86_400_000;
		await eraseDue(kith);
		expect(kith.book.get('note', hers.id)).toBeDefined();
		device.clock.ms = NOON + 31 * 86_400_000;
		await eraseDue(kith);
		expect(kith.book.get('note', hers.id)).toBeUndefined();
		expect(await placesOf('again.')).toEqual([]);
	});

	test('is followed by another device, also when that one has gone on writing', async () => {
		const { kith, ada } = await aBookWithMarker();
		const other = await Book.open({
			now: device.clock.now,
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

describe('what was erased on another device', () => {
	/** Another device, level with this one. */
	async function another(kith: Kith): Promise<Book> {
		const { now } = device.clock;
		const random = seededRandom(99);
		const book = await Book.open({ now, random, onDisk: false, device: 'other' });
		send(kith.book, book);
		return book;
	}

	async function come(from: Book, kith: Kith): Promise<void> {
		send(from, kith.book);
		await kith.book.saved();
		await putInOrder(kith);
	}

	test('is gone from this disk too: rows of both generations, mirror, point, words left', async () => {
		const { kith, ada, hers, old, both, ben } = await aBookWithMarker();
		const other = await another(kith);
		const places = ['/updates/', '/before/', '/custom/', 'mirror/', 'points/docs/', 'kith:left'];
		const before = await placesOf(MARKER);
		for (const place of places) expect(before.join()).toContain(place);
		eraseRecords(other, [ada.id, hers.id, old.id]);
		await come(other, kith);
		expect(await placesOf(MARKER)).toEqual([]);
		expect(kith.book.all('person').map(({ id }) => id)).toEqual([ben.id]);
		expect(kith.book.get('note', both.id)).toBeDefined();
	});

	test('is looked for once, not at every start and after every change', async () => {
		const { kith, ada, hers, old } = await aBookWithMarker();
		const other = await another(kith);
		const forget = vi.spyOn(device.keeping, 'forget');
		eraseRecords(other, [old.id]);
		await come(other, kith);
		expect(forget).toHaveBeenCalledTimes(1);
		await erase(kith, [{ table: 'note', id: hers.id }]);
		expect(forget).toHaveBeenCalledTimes(2);
		write(other, (draft) => draft.edit('person', ada.id, { name: 'Ada' }));
		await come(other, kith);
		expect(forget).toHaveBeenCalledTimes(2);
		await device.close();
		const again = await device.open();
		const once = vi.spyOn(device.keeping, 'forget');
		await eraseDue(again);
		expect(once).not.toHaveBeenCalled();
	});

	test('waits for a keeper that could not do it', async () => {
		const { kith, ada, hers, old } = await aBookWithMarker();
		const other = await another(kith);
		vi.spyOn(device.keeping, 'forget').mockRejectedValueOnce(new Error('killed'));
		eraseRecords(other, [ada.id, hers.id, old.id]);
		await come(other, kith);
		expect(await placesOf(MARKER)).not.toEqual([]);
		await device.close();
		await eraseDue(await device.open());
		expect(await placesOf(MARKER)).toEqual([]);
	});

	test.each(['here', 'there'])(
		'and then let in again %s, is erased there once more',
		async (at) => {
			const { kith, ada, hers, old } = await aBookWithMarker();
			const ids = [ada.id, hers.id, old.id];
			const other = await another(kith);
			eraseRecords(other, ids);
			await come(other, kith);
			if (at === 'here') await letInAgain(kith, ids);
			else {
				allowAgain(other, ids);
				await come(other, kith);
			}
			writeStep(kith, (draft) => draft.add('person', aPerson({ id: ada.id, name: MARKER })));
			await kith.book.saved();
			await device.keeping.tend([...kith.book.documents.keys()]);
			send(kith.book, other);
			eraseRecords(other, ids);
			await come(other, kith);
			expect(await placesOf(MARKER)).toEqual([]);
		}
	);
});

describe('what an import says of somebody erased', () => {
	const WORDS = 'Mirabellenhain';

	/** Ada and Ben were in the book before; Cy came with the import, and Dana with one of her own. */
	async function anImport() {
		const kith = await device.open();
		const batch = anId<'import'>();
		const own = anId<'import'>();
		const [ada, ben] = [aPerson({ name: 'Ada Quitten-Baum' }), aPerson({ name: 'Ben' })];
		const [cy, dana] = [aPerson({ name: 'Cy', batch }), aPerson({ name: 'Dana', batch: own })];
		const at = new Date(NOON).toISOString();
		const job = { company: WORDS };
		const filled = [
			{ to: ada.id, fields: { about: WORDS } },
			{ to: ben.id, fields: { about: 'likes bees' } }
		];
		writeStep(kith, (draft) => {
			for (const person of [ada, ben, cy, dana]) draft.add('person', person);
			const files = ['ada_QUITTEN baum (2).vcf', 'office.csv'];
			const moved = [{ to: ada.id, now: job, before: {}, after: job }];
			draft.add('import', {
				...{ id: batch, at, files, added: 1, filled, moved },
				left: [{ to: ada.id, now: job }]
			});
			draft.add('import', { id: own, at, files: [`${WORDS}.vcf`], added: 1 });
		});
		// Another device has said something of it as well, and then this one again.
		const other = await Book.open({
			now: device.clock.now,
			random: seededRandom(99),
			onDisk: false,
			device: 'other'
		});
		send(kith.book, other);
		device.clock.ms += 1_000;
		write(other, (draft) => draft.edit('import', batch, { filled: filled.toReversed() }));
		send(other, kith.book);
		device.clock.ms += 1_000;
		writeStep(kith, (draft) => draft.edit('import', batch, { filled }));
		await kith.book.saved();
		const names = [...kith.book.documents.keys()];
		await device.keeping.tend(names);
		const about = { at, why: 'daily', people: 4, notes: 0 } as const;
		await device.keeping.point({ ...about, names });
		send(kith.book, other);
		return { kith, other, batch, own, ada, ben, cy, dana };
	}

	test('goes with her, in every version and copy; the rest can still be undone', async () => {
		const { kith, other, batch, own, ada, ben, dana } = await anImport();
		expect((await placesOf(WORDS)).join()).toMatch(/updates.*mirror.*points/);
		await erase(kith, [{ table: 'person', id: ada.id }]);
		const rest = [{ to: ben.id, fields: { about: 'likes bees' } }];
		const record = kith.book.get('import', batch);
		expect(record).toMatchObject({ files: ['office.csv'], added: 1, filled: rest });
		expect(record).not.toHaveProperty('moved');
		expect(record).not.toHaveProperty('left');
		expect(kith.book.get('import', own)?.files).toEqual([`${WORDS}.vcf`]);
		await erase(kith, [{ table: 'person', id: dana.id }]);
		expect(kith.book.get('import', own)?.files).toEqual([]);
		expect(await placesOf(WORDS)).toEqual([]);
		expect(await placesOf('QUITTEN')).toEqual([]);
		send(kith.book, other);
		expect(other.get('import', batch)?.filled).toEqual(rest);
		expect(Buffer.from(encodeStateAsUpdate(other.document('kith-core').doc))).not.toContain(WORDS);
	});

	test('keeps the names of its files while anybody of it is there', async () => {
		const { kith, batch, ada, ben, cy } = await anImport();
		await erase(kith, [
			{ table: 'person', id: ada.id },
			{ table: 'person', id: ben.id }
		]);
		expect(kith.book.get('import', batch)?.files).toEqual(['office.csv']);
		await erase(kith, [{ table: 'person', id: cy.id }]);
		expect(kith.book.get('import', batch)?.files).toEqual([]);
	});

	test('goes here too when she is erased on another device, copies and all', async () => {
		const { kith, other, batch, ada, dana } = await anImport();
		eraseRecords(other, [ada.id, dana.id]);
		send(other, kith.book);
		await kith.book.saved();
		await putInOrder(kith);
		expect(await placesOf(WORDS)).toEqual([]);
		expect(await placesOf('QUITTEN')).toEqual([]);
		expect(kith.book.get('import', batch)?.files).toEqual(['office.csv']);
	});

	test.each([1, 2 ** 32 - 1])('goes as well when it comes late (Yjs client %i)', async (client) => {
		const { kith, other, batch, ada, dana } = await anImport();
		// Both will have written into one version; by this number Yjs decides which of them stays.
		other.document('kith-core').doc.clientID = client;
		device.clock.ms += 1_000;
		const late = [{ to: ada.id, fields: { about: `${WORDS}, late` } }];
		write(other, (draft) => draft.edit('import', batch, { filled: late }));
		await erase(kith, [
			{ table: 'person', id: ada.id },
			{ table: 'person', id: dana.id }
		]);
		send(other, kith.book);
		await kith.book.saved();
		await putInOrder(kith);
		expect(await placesOf(WORDS)).toEqual([]);
		expect(kith.book.get('import', batch)?.filled ?? []).not.toContainEqual(
			expect.objectContaining({ to: ada.id })
		);
	});
});
