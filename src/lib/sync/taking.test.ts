import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
	applyUpdate,
	decodeStateVector,
	Doc,
	encodeStateAsUpdate,
	encodeStateVector,
	mergeUpdates
} from 'yjs';
import type { Book } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import { aBook, aPerson, digest, write } from '../../../tests/support/books';
import { takeAsItCame } from './taking';

/** What listeners are told of. */
interface Told {
	readonly update: Uint8Array;
	readonly origin: unknown;
}

const from = {};
let phone: Book;
let laptop: Book;
let told: Told[];

const core = (book: Book): Doc => book.document(CORE).doc;
/** Takes updates one by one into a document that has nothing yet. */
const read = (updates: readonly Uint8Array[]): Doc => {
	const doc = new Doc();
	for (const update of updates) applyUpdate(doc, update);
	return doc;
};

beforeEach(async () => {
	[phone, laptop, told] = [await aBook('phone'), await aBook('laptop'), []];
	core(laptop).on('update', (update, origin) => void told.push({ update, origin }));
});
afterEach(async () => {
	await phone.close();
	await laptop.close();
});

describe('an update taken as it came', () => {
	it('is told as the very bytes that came, once, and read', () => {
		write(phone, (draft) => draft.add('person', aPerson({ name: 'Ada' })));
		const update = encodeStateAsUpdate(core(phone));
		takeAsItCame(laptop, CORE, update, from);
		expect(told).toEqual([{ update, origin: from }]);
		expect(told[0]?.update).toBe(update);
		expect(digest(laptop)).toEqual(digest(phone));
	});

	it('is not told again when nothing in it is new', () => {
		write(phone, (draft) => draft.add('person', aPerson()));
		const update = encodeStateAsUpdate(core(phone));
		takeAsItCame(laptop, CORE, update, from);
		takeAsItCame(laptop, CORE, update, from);
		expect(told).toHaveLength(1);
	});

	it('is told only as far as it could be read while something is missing, and the rest later', () => {
		write(phone, (draft) => draft.add('person', aPerson({ name: 'Ada' })));
		const first = encodeStateAsUpdate(core(phone));
		const reached = encodeStateVector(core(phone));
		write(phone, (draft) => draft.add('person', aPerson({ name: 'Ben' })));
		const second = encodeStateAsUpdate(core(phone), reached);
		const other = new Doc();
		other.getMap('meta').set('other', 1);
		takeAsItCame(laptop, CORE, mergeUpdates([encodeStateAsUpdate(other), second]), from);
		expect(told).toHaveLength(1);
		expect(read(told.map(({ update }) => update)).store.pendingStructs).toBeNull();
		takeAsItCame(laptop, CORE, first, from);
		const onDisk = read(told.map(({ update }) => update));
		expect(onDisk.store.pendingStructs).toBeNull();
		expect(decodeStateVector(encodeStateVector(onDisk))).toEqual(
			decodeStateVector(encodeStateVector(core(laptop)))
		);
	});

	it('that breaks off is told as far as it could be read, as something that can be read', () => {
		write(phone, (draft) => draft.add('person', aPerson({ name: 'Ada' })));
		const update = encodeStateAsUpdate(core(phone));
		const cut = update.slice(0, -1);
		expect(() => takeAsItCame(laptop, CORE, cut, from)).toThrow();
		const onDisk = read(told.map((each) => each.update));
		expect(encodeStateVector(onDisk)).toEqual(encodeStateVector(core(laptop)));
	});

	it('does not keep words written meanwhile from those who listen', () => {
		write(phone, (draft) => draft.add('person', aPerson({ name: 'Ada' })));
		const doc = core(laptop);
		doc.once('afterTransaction', () => doc.transact(() => doc.getMap('meta').set('own', 1), 'own'));
		takeAsItCame(laptop, CORE, encodeStateAsUpdate(core(phone)), from);
		expect(told.map(({ origin }) => origin).sort()).toEqual([from, 'own'].sort());
		const onDisk = read(told.map(({ update }) => update));
		expect(onDisk.getMap('meta').get('own')).toBe(1);
		expect(encodeStateVector(onDisk)).toEqual(encodeStateVector(doc));
	});
});
