// An import is in the book as a whole or not at all: stopped, cut off, on a full disk, undone meanwhile.
// Over 300 lines: one promise, one suite.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { Day } from '$lib/domain/day';
import { ImportRows } from '$lib/domain/import-row';
import { seededRandom } from '$lib/domain/random';
import { importContacts, type ChosenRow } from '$lib/state/contacts';
import { undoImport } from '$lib/state/contacts-undo';
import { brokenImport, keepBroken } from '$lib/state/import-broken';
import { begunImport } from '$lib/state/import-begun';
import type { Kith } from '$lib/state/kith.svelte';
import { Book } from '$lib/store/book';
import { withdraw } from '$lib/store/rewrite';
import { aKith, kithOf } from '../support/backups';
import { aNote, aPerson, digest, TestClock, write } from '../support/books';

const MANY = 240;

function contacts(many = MANY): ContactDraft[] {
	return Array.from({ length: many }, (_, each) => ({
		name: `Person ${each}`,
		phones: [{ value: `505 555 ${each}` }],
		circle: [{ name: `Child ${each}`, relation: 'child' as const }],
		moments: [],
		notes: [
			{ body: `Met ${each}.` },
			{ body: `Wrote ${each}.`, day: `20${10 + (each % 10)}-03-04` as Day }
		],
		vcard: []
	}));
}

function chosenOf(drafts: readonly ContactDraft[]): ChosenRow[] {
	const rows = new ImportRows();
	return drafts.map((each) => ({ row: rows.next(each), as: 'person' }));
}

const chosen = chosenOf(contacts());
const files = ['contacts.vcf'];

async function bringIn(kith: Kith, rows = chosen) {
	const outcome = await importContacts(kith, rows, files);
	if (outcome.is !== 'done') throw new Error(`the import is ${outcome.is}`);
	return outcome.record;
}

/** Calls `then` before the piece of that number is written. */
function beforePiece({ book }: Kith, number: number, then: () => void): () => number {
	const put = book.write.bind(book);
	let pieces = 0;
	vi.spyOn(book, 'write').mockImplementation((work) => {
		if (pieces++ === number) then();
		return put(work);
	});
	return () => pieces;
}

let seed = 1;
let books: Book[] = [];
afterEach(async () => {
	vi.restoreAllMocks();
	for (const book of books) await book.close();
	books = [];
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
});

async function onDisk(): Promise<Kith> {
	const clock = new TestClock();
	const book = await Book.open({ now: clock.now, random: seededRandom(seed++), device: 'one' });
	books.push(book);
	return kithOf(book, clock);
}

/** The book is gone from under the work, as with a closed tab, and is opened once more. */
async function cutOff(kith: Kith, piece: number, work: () => Promise<unknown>): Promise<Kith> {
	await kith.book.saved();
	beforePiece(kith, piece, () => void kith.book.close());
	await work().catch(() => undefined);
	vi.restoreAllMocks();
	return onDisk();
}

describe('stopped', () => {
	test('after any piece the book reads as before', async () => {
		for (let stage = 0; ; stage++) {
			const kith = await aKith(`stopped-${stage}`);
			write(kith.book, (draft) => draft.add('person', aPerson()));
			const before = digest(kith.book);
			const stopping = new AbortController();
			beforePiece(kith, stage, () => stopping.abort(new DOMException('', 'AbortError')));
			const outcome = await importContacts(kith, chosen, files, { signal: stopping.signal });
			vi.restoreAllMocks();
			if (outcome.is === 'done') {
				expect(stage).toBeGreaterThan(3);
				break;
			}
			expect(outcome).toEqual({ is: 'stopped' });
			expect(digest(kith.book)).toBe(before);
		}
	});

	test('while it is taken back, all that was taken out is put back', async () => {
		const kith = await aKith('putting-back');
		const record = await bringIn(kith);
		const before = digest(kith.book);
		for (let stage = 0; ; stage++) {
			const stopping = new AbortController();
			beforePiece(kith, stage, () => stopping.abort(new DOMException('', 'AbortError')));
			const outcome = await undoImport(kith, record, { signal: stopping.signal });
			vi.restoreAllMocks();
			if (outcome.is === 'undone') {
				expect(stage).toBeGreaterThan(3);
				break;
			}
			expect(digest(kith.book)).toBe(before);
		}
	});

	test('what others write meanwhile stays', async () => {
		const kith = await aKith('beside');
		const stopping = new AbortController();
		beforePiece(kith, 3, () => {
			write(kith.book, (draft) => draft.add('person', aPerson({ name: 'Written beside' })));
			stopping.abort(new DOMException('', 'AbortError'));
		});
		await importContacts(kith, chosen, files, { signal: stopping.signal });
		expect(kith.book.all('person').map(({ name }) => name)).toEqual(['Written beside']);
	});
});

describe('cut off', () => {
	test.each([1, 2, 4])(
		'before piece %i, it is found at the next start and taken back as a whole',
		async (piece) => {
			const first = await onDisk();
			write(first.book, (draft) => draft.add('person', aPerson()));
			const before = digest(first.book);
			const again = await cutOff(first, piece, () => importContacts(first, chosen, files));
			const broken = await brokenImport(again);
			expect(broken).toMatchObject({ files, doing: 'writing', people: MANY });
			expect(broken?.here).toBe(again.book.all('person').length - 1);
			expect(broken?.here).toBeLessThan(MANY);
			await undoImport(again, broken!.record);
			expect(digest(again.book)).toBe(before);
			expect(await begunImport(again)).toBeUndefined();
		}
	);

	test('it can be kept as far as it came, and says so from then on', async () => {
		const again = await onDisk().then((first) =>
			cutOff(first, 4, () => importContacts(first, chosen, files))
		);
		const broken = await brokenImport(again);
		await keepBroken(again, broken!);
		expect(again.book.all('import')).toMatchObject([{ added: broken?.here }]);
		expect(await brokenImport(again)).toBeUndefined();
		await undoImport(again, again.book.all('import')[0]!);
		expect(again.book.all('person')).toEqual([]);
	});

	test('one that had reached the disk as a whole was not', async () => {
		const first = await onDisk();
		await bringIn(first);
		await first.book.setLocal(
			'import-begun',
			JSON.stringify({
				id: first.book.all('import')[0]?.id,
				files,
				doing: 'writing',
				people: MANY,
				records: 4 * MANY
			})
		);
		await first.book.close();
		expect(await brokenImport(await onDisk())).toBeUndefined();
	});

	test('the undoing of one is found, and the rest can be taken out', async () => {
		const first = await onDisk();
		const before = digest(first.book);
		const record = await bringIn(first);
		const again = await cutOff(first, 2, () => undoImport(first, record));
		const broken = await brokenImport(again);
		expect(broken).toMatchObject({ doing: 'undoing', people: MANY });
		expect(broken?.here).toBeGreaterThan(0);
		expect(broken?.here).toBeLessThan(MANY);
		await undoImport(again, broken!.record);
		expect(digest(again.book)).toBe(before);
		expect(await brokenImport(again)).toBeUndefined();
	});
});

describe('where there is no room', () => {
	test('it is taken back, in memory at once and on disk with the next room', async () => {
		const kith = await onDisk();
		write(kith.book, (draft) => draft.add('person', aPerson()));
		await kith.book.saved();
		const before = digest(kith.book);
		const add = IDBObjectStore.prototype.add;
		beforePiece(kith, 3, () => {
			vi.spyOn(IDBObjectStore.prototype, 'add').mockImplementation(function (
				this: IDBObjectStore,
				...row
			) {
				const request = add.apply(this, row);
				// As Chromium does it: the request succeeds, then the transaction aborts.
				const { transaction } = this;
				const error = new DOMException('full', 'QuotaExceededError');
				Object.defineProperty(transaction, 'error', { value: error });
				request.addEventListener('success', () => transaction.abort());
				return request;
			});
		});
		expect(await importContacts(kith, chosen, files)).toEqual({ is: 'full' });
		expect(digest(kith.book)).toBe(before);
		vi.restoreAllMocks();
		kith.book.retry();
		await kith.book.saved();
		await vi.waitFor(async () => expect(await begunImport(kith)).toBeUndefined());
		await kith.book.close();
		expect(digest((await onDisk()).book)).toBe(before);
	});

	test('not even for the note that it begins, nothing is begun', async () => {
		const kith = await onDisk();
		const full = new DOMException('full', 'QuotaExceededError');
		vi.spyOn(kith.book, 'setLocal').mockRejectedValue(full);
		expect(await importContacts(kith, chosen, files)).toEqual({ is: 'full' });
		expect(kith.book.all('import')).toEqual([]);
	});
});

describe('meanwhile', () => {
	test('an import that another device takes back leaves nothing', async () => {
		const kith = await aKith('elsewhere');
		beforePiece(kith, 3, () => {
			const id = kith.book.all('import')[0]?.id ?? '';
			write(kith.book, (draft) => withdraw(draft, 'import', id));
		});
		expect(await importContacts(kith, chosen, files)).toEqual({ is: 'gone' });
		expect(kith.book.all('person')).toEqual([]);
	});

	test('whoever is gone on with while the import is taken back is kept', async () => {
		const kith = await aKith('gone-on');
		const record = await bringIn(kith);
		const last = kith.book.all('person').at(-1)!;
		beforePiece(kith, 2, () => {
			write(kith.book, (draft) => draft.add('note', aNote({ people: [last.id], body: 'Mine.' })));
		});
		expect(await undoImport(kith, record)).toEqual({
			is: 'undone',
			removed: MANY - 1,
			kept: [last.name]
		});
		expect(kith.book.trashed('person').map(({ id }) => id)).toEqual([last.id]);
		expect(kith.book.all('note').map(({ body }) => body)).toContain('Mine.');
	});
});

describe('what another program’s whole book has', () => {
	const day = '2019-05-06' as Day;
	const full: ContactDraft = {
		name: 'Dana',
		uid: 'dana',
		circle: [
			{ name: 'Max', relation: 'child', otherUid: 'max' },
			{ name: 'Rex', relation: 'pet', otherUid: 'nobody' }
		],
		moments: [],
		notes: [{ body: 'Dated.', day }],
		touches: [
			{ kind: 'call', purpose: 'just-talked', outcome: 'reached', day, note: 'Long talk.' },
			{ kind: 'text', purpose: 'business', outcome: 'reached-out', day: '2024-01-02' as Day }
		],
		gestures: [{ direction: 'given', kind: 'gift', text: 'A book', day }],
		promises: [{ text: 'Send the recipe' }],
		facts: [{ text: 'Sails', day, source: 'told-me' }],
		vcard: []
	};
	const max: ContactDraft = {
		name: 'Max',
		uid: 'max',
		circle: [],
		moments: [],
		notes: [],
		vcard: []
	};

	test('is written with its own days, linked, and leaves no trace when it is taken back', async () => {
		const first = await onDisk();
		const before = digest(first.book);
		const record = await bringIn(first, chosenOf([full, max]));
		const { book } = first;
		const [dana, son] = book.all('person');
		const batch = record.id;
		const person = dana?.id;
		expect(book.all('circle')).toMatchObject([
			{ name: 'Max', person, self: son?.id, batch },
			{ name: 'Rex', person, batch }
		]);
		expect(book.all('circle')[0]).not.toHaveProperty('otherUid');
		expect(book.all('circle')[1]).not.toHaveProperty('self');
		const talk = book.all('touch').find(({ kind }) => kind === 'call');
		expect(book.all('touch').map(({ id }) => id.slice(0, 4))).toEqual(['2019', '2024']);
		expect(talk).toMatchObject({ people: [person], day, batch });
		expect(talk).not.toHaveProperty('note');
		expect(book.all('note')).toMatchObject([
			{ body: 'Dated.', people: [person], day, batch },
			{ body: 'Long talk.', people: [person], day, touch: talk?.id, batch }
		]);
		expect(book.all('note').map(({ id }) => id.slice(0, 4))).toEqual(['2019', '2019']);
		expect(book.all('gesture')).toMatchObject([{ person, kind: 'gift', day, batch }]);
		expect(book.all('gesture')[0]?.id.slice(0, 4)).toBe('2019');
		expect(book.all('promise')).toMatchObject([{ person, text: 'Send the recipe', batch }]);
		expect(book.all('fact')).toMatchObject([{ person, text: 'Sails', source: 'told-me', batch }]);
		expect(book.unreadable).toEqual([]);
		await book.close();

		const again = await onDisk();
		expect(await undoImport(again, record)).toEqual({ is: 'undone', removed: 2, kept: [] });
		expect(digest(again.book)).toBe(before);
	});

	test('is added to somebody known as far as he lacks it', async () => {
		const kith = await aKith('known');
		const known = aPerson({ name: 'Dana' });
		write(kith.book, (draft) => {
			draft.add('person', known);
			draft.add('promise', {
				id: kith.book.newId('promise'),
				person: known.id,
				text: 'send the RECIPE'
			});
		});
		const before = digest(kith.book);
		const rows = new ImportRows();
		rows.know(kith.book.all('person'));
		const fill = (): ChosenRow[] => [{ row: rows.next(full), as: 'filling' }];
		const record = await bringIn(kith, fill());
		expect(record).toMatchObject({ added: 0, filled: [{ to: known.id }] });
		expect(kith.book.all('promise')).toHaveLength(1);
		expect(kith.book.all('touch')).toHaveLength(2);
		const after = digest(kith.book);
		const second = await bringIn(kith, fill());
		expect(second).not.toHaveProperty('filled');
		await undoImport(kith, second);
		expect(digest(kith.book)).toBe(after);
		await undoImport(kith, record);
		expect(digest(kith.book)).toBe(before);
	});

	test('a new job moves somebody known, and is taken back with the import', async () => {
		const kith = await aKith('moved');
		const known = aPerson({
			name: 'Dana',
			company: 'Alder',
			title: 'Buyer',
			emails: [{ value: 'dana@home.example' }],
			phones: [{ value: '1', label: 'work' }]
		});
		write(kith.book, (draft) => draft.add('person', known));
		const before = digest(kith.book);
		const rows = new ImportRows();
		rows.know(kith.book.all('person'));
		const job = { company: 'Birch', title: 'Lead' };
		const contact = { ...max, ...job, name: 'Dana', emails: known.emails!, tags: ['expo'] };
		const record = await bringIn(kith, [{ row: rows.next(contact), as: 'move' }]);
		expect(record.moved).toMatchObject([
			{ to: known.id, now: { company: 'Birch', title: 'Lead' }, before: { company: 'Alder' } }
		]);
		expect(kith.book.get('person', known.id)).toMatchObject({
			company: 'Birch',
			title: 'Lead',
			tags: ['expo'],
			phones: [{ value: '1', label: 'old work' }]
		});
		expect(kith.book.all('employment')).toMatchObject([{ company: 'Alder', title: 'Buyer' }]);
		await undoImport(kith, record);
		expect(digest(kith.book)).toBe(before);
	});
});
