// The brake weighs a merge before it happens: what it would trash, erase or change, and nothing else.
import { encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Book } from '$lib/store/book';
import { CORE } from '$lib/store/documents';
import { eraseRecords } from '$lib/store/erasing';
import { aBook, aPerson, digest, NOON, send, TestClock, write } from '../../../tests/support/books';
import { noPause } from '../../../tests/support/carried';
import { weigh } from './brake';
import { slicesOf } from './slices';

let here: Book;
let there: Book;
beforeEach(async () => {
	here = await aBook('here');
	there = await aBook('there', new TestClock(NOON + 60_000));
	write(here, (draft) => {
		for (let at = 0; at < 100; at++) draft.add('person', aPerson({ name: `Person ${at}` }));
	});
	send(here, there);
});

const idsIn = (book: Book, many: number) =>
	book
		.all('person')
		.slice(0, many)
		.map(({ id }) => id);
const trash = (book: Book, many: number): void =>
	void write(book, (draft) => {
		const trashedAt = new Date(NOON).toISOString();
		for (const id of idsIn(book, many)) draft.edit('person', id, { trashedAt });
	});
function weight(isWhole = false) {
	const { doc } = there.document(CORE);
	const from = isWhole ? undefined : encodeStateVector(here.document(CORE).doc);
	return weigh(
		here,
		[...slicesOf(doc, from, 500)].map(({ update }) => update),
		noPause
	);
}

describe('a merge that goes through', () => {
	test('brings new people, however many', async () => {
		write(there, (draft) => {
			for (let at = 0; at < 500; at++) draft.add('person', aPerson());
		});
		expect(await weight()).toBeUndefined();
	});

	test.each([true, false])('says again what is known (the whole book: %s)', async (isWhole) => {
		expect(await weight(isWhole)).toBeUndefined();
	});

	test('changes a fifth', async () => {
		trash(there, 20);
		expect(await weight()).toBeUndefined();
	});

	test('changes everybody, where there are only five', async () => {
		eraseRecords(here, idsIn(here, 95));
		send(here, there);
		trash(there, 5);
		expect(await weight()).toBeUndefined();
	});

	test('trashes whom an edit here has brought back later', async () => {
		trash(there, 50);
		send(there, here);
		write(here, (draft) => {
			for (const { id } of here.trashed('person'))
				draft.edit('person', id, { trashedAt: undefined });
		});
		expect(await weight(true)).toBeUndefined();
	});
});

describe('a merge that is too large', () => {
	test('trashes more than a fifth: twenty names at most are given', async () => {
		trash(there, 21);
		expect(await weight()).toMatchObject({ trashing: 21, changed: 21, of: 100 });
		trash(there, 60);
		const large = await weight(true);
		expect(large).toMatchObject({ trashing: 81, changed: 81 });
		expect(large?.trashed).toHaveLength(20);
	});

	test('erases, also what has been edited here meanwhile', async () => {
		const ids = idsIn(there, 30);
		eraseRecords(there, ids);
		write(here, (draft) => {
			for (const id of ids) draft.edit('person', id, { company: 'Ours' });
		});
		expect(await weight()).toMatchObject({ trashing: 30, changed: 30 });
	});

	test('changes, by another writer or the same', async () => {
		const rename = (book: Book, name: string): void =>
			void write(book, (draft) => {
				for (const id of idsIn(book, 30)) draft.edit('person', id, { name });
			});
		rename(there, 'Renamed');
		expect(await weight()).toMatchObject({ trashing: 0, trashed: [], changed: 30 });
		send(there, here);
		rename(there, 'Renamed again');
		expect(await weight()).toMatchObject({ changed: 30 });
	});

	test('takes people away without a word, as only a spoiled book would', async () => {
		const { doc } = there.document(CORE);
		const people = doc.getMap('person');
		doc.transact(() => {
			for (const key of [...people.keys()].slice(0, 40)) people.delete(key);
		});
		expect(await weight()).toMatchObject({ trashing: 40, changed: 40 });
	});
});

test('weighing changes nothing', async () => {
	trash(there, 50);
	const [before, bytes] = [digest(here), encodeStateAsUpdate(here.document(CORE).doc)];
	await weight();
	expect(digest(here)).toBe(before);
	expect(encodeStateAsUpdate(here.document(CORE).doc)).toEqual(bytes);
});
