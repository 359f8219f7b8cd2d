// Undoing an import takes back what the import gave and nobody has touched since, and nothing else:
// what the rep, another device or another import has gone on with stays, and is said.
// Over 300 lines: one promise, one suite.
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import { ImportRows } from '$lib/domain/import-row';
import { undoneSentence } from '$lib/state/contact-words';
import { importContacts, type ChosenRow } from '$lib/state/contacts';
import { knownToImport } from '$lib/state/contacts-known';
import { undoImport } from '$lib/state/contacts-undo';
import { moveToNewJob } from '$lib/state/employment';
import { brokenImport } from '$lib/state/import-broken';
import { begunImport, noteOf } from '$lib/state/import-begun';
import type { Kith } from '$lib/state/kith.svelte';
import { mergePeople, settleMerged } from '$lib/state/merge-people';
import { editPerson } from '$lib/state/people';
import { aKith } from '../support/backups';
import { anId, aNote, aPerson, digest, send, TestClock, write } from '../support/books';

const clock = new TestClock();

function card(fields: Partial<ContactDraft> = {}): ContactDraft {
	return { name: 'Dana Whitlock', circle: [], moments: [], notes: [], vcard: [], ...fields };
}

/** The rows as the preview has them, each to be taken as the test says. */
function rowsOf(kith: Kith, cards: readonly ContactDraft[], as: ChosenRow['as']): ChosenRow[] {
	const rows = new ImportRows();
	rows.know(knownToImport(kith));
	return cards.map((each) => ({ row: rows.next(each), as }));
}

async function bringIn(kith: Kith, cards: readonly ContactDraft[], as: ChosenRow['as'] = 'person') {
	return writeRows(kith, rowsOf(kith, cards, as));
}

async function writeRows(kith: Kith, rows: readonly ChosenRow[]) {
	const outcome = await importContacts(kith, rows, ['contacts.vcf']);
	if (outcome.is !== 'done') throw new Error(`the import is ${outcome.is}`);
	clock.ms += 60_000;
	return outcome.record;
}

/** Calls `then` before the piece of that number is written. */
function beforePiece({ book }: Kith, number: number, then: () => void): void {
	const put = book.write.bind(book);
	let pieces = 0;
	vi.spyOn(book, 'write').mockImplementation((work) => {
		if (pieces++ === number) then();
		return put(work);
	});
}

const namesIn = ({ book }: Kith): string[] => book.all('person').map(({ name }) => name);

afterEach(() => vi.restoreAllMocks());

describe('whoever became one with somebody', () => {
	const birthday = { kind: 'birthday', day: '1978-04-12' as Day, yearly: true } as const;
	const imported = card({
		emails: [{ value: 'dana@harrow.example' }],
		moments: [birthday],
		notes: [{ body: 'From the file.' }]
	});

	test.each(['the imported one', 'the rep’s own'])('stays, where %s stood', async (stands) => {
		const kith = await aKith(`one-${stands.length}`, clock);
		const { book } = kith;
		const isImported = stands === 'the imported one';
		const own = aPerson({ name: 'Dana W', phones: [{ value: '505 1' }] });
		const note = aNote({ people: [own.id], body: 'My own words.' });
		const addOwn = (id: Id<'person'>): void => {
			write(book, (draft) => {
				draft.add('person', { ...own, id });
				draft.add('note', { ...note, people: [id] });
				draft.add('moment', { ...birthday, id: book.newId('moment'), person: id });
			});
		};
		let ownId = book.newId('person');
		if (!isImported) addOwn(ownId);
		clock.ms += 1000;
		const made = await bringIn(kith, [imported]);
		const dana = book.all('person').find(({ batch }) => batch === made.id)!;
		if (isImported) {
			ownId = book.newId('person');
			addOwn(ownId);
		}
		clock.ms += 60_000;
		await mergePeople(kith, [[dana.id, ownId]]);
		const standing = isImported ? dana.id : ownId;
		const before = book.get('person', standing);
		clock.ms += 60_000;
		const undone = await undoImport(kith, made);
		expect(undone).toEqual({ is: 'undone', removed: 0, kept: [], merged: [before?.name] });
		expect(book.all('person')).toEqual([before]);
		expect(book.all('note').map(({ body }) => body)).toEqual(['My own words.']);
		// Whichever of the two records merging has left.
		expect(book.all('moment')).toMatchObject([{ person: standing, day: birthday.day }]);
		if (undone.is === 'undone') expect(undoneSentence(undone)).toContain(before?.name);
	});

	test('of two from the same import, both go to the trash', async () => {
		const kith = await aKith('two-of-one', clock);
		const made = await bringIn(kith, [imported, card({ name: 'Ray Castellano' })]);
		const [one, other] = kith.book.all('person');
		await mergePeople(kith, [[one!.id, other!.id]]);
		const undone = await undoImport(kith, made);
		expect(undone).toMatchObject({ removed: 0, kept: [expect.any(String)] });
		expect(namesIn(kith)).toEqual([]);
		expect(kith.book.trashed('person')).toHaveLength(2);
	});

	test('loses all that was filled in, also by a record that is older than the merge', async () => {
		const kith = await aKith('filled-twice', clock);
		const { book } = kith;
		const ann = aPerson({ name: 'Ann Lee', emails: [{ value: 'ann@home.example' }] });
		const lee = aPerson({ name: 'Anna Lee', phones: [{ value: '505 9' }] });
		write(book, (draft) => {
			draft.add('person', ann);
			draft.add('person', lee);
		});
		clock.ms += 1000;
		const made = await bringIn(
			kith,
			[
				card({ name: 'Ann Lee', emails: ann.emails!, phones: [{ value: '505 1111111' }] }),
				card({ name: 'Anna Lee', phones: [{ value: '505 9' }, { value: '505 2222222' }] })
			],
			'filling'
		);
		expect(made.filled).toHaveLength(2);
		// Somebody the rep has added meanwhile says a number himself.
		const own = aPerson({
			id: book.newId('person'),
			name: 'A L',
			phones: [{ value: '505 2222222' }]
		});
		write(book, (draft) => draft.add('person', own));
		clock.ms += 60_000;
		await mergePeople(kith, [
			[ann.id, lee.id],
			[ann.id, own.id]
		]);
		await undoImport(kith, made);
		const [left] = book.all('person');
		expect(left?.phones?.map(({ value }) => value).sort()).toEqual(['505 2222222', '505 9']);
	});
});

describe('a new job', () => {
	const emails = [{ value: 'dana@home.example' }];
	const moved = card({ company: 'Beta', title: 'CTO', emails });

	async function aMove(device: string) {
		const kith = await aKith(device, clock);
		const known = aPerson({
			...{ name: 'Dana Whitlock', company: 'Acme', title: 'CEO', emails },
			phones: [{ value: '1', label: 'work' }, { value: '2' }]
		});
		write(kith.book, (draft) => draft.add('person', known));
		const before = digest(kith.book);
		clock.ms += 1000;
		const made = await bringIn(kith, [moved], 'move');
		expect(kith.book.get('person', known.id)).toMatchObject({ company: 'Beta', title: 'CTO' });
		return { kith, known, made, before };
	}

	test('is taken back as a whole', async () => {
		const { kith, made, before } = await aMove('moved-back');
		await undoImport(kith, made);
		expect(digest(kith.book)).toBe(before);
	});

	test('takes the old number back beside one the rep has added', async () => {
		const { kith, known, made } = await aMove('moved-phones');
		const { phones = [] } = kith.book.get('person', known.id)!;
		editPerson(kith, known.id, { phones: [...phones, { value: '3' }] });
		await undoImport(kith, made);
		expect(kith.book.get('person', known.id)).toMatchObject({
			...{ company: 'Acme', title: 'CEO' },
			phones: [{ value: '2' }, { value: '1', label: 'work' }, { value: '3' }]
		});
		expect(kith.book.all('employment')).toEqual([]);
	});

	test.each([
		['another one since', { company: 'Gamma' }],
		['its company corrected', { company: 'Beta GmbH', title: 'CTO' }]
	])('stays with the one before, with %s', async (_, job) => {
		const { kith, known, made } = await aMove(`moved-${job.company}`);
		if (job.company === 'Gamma') moveToNewJob(kith, kith.book.get('person', known.id)!, job);
		else editPerson(kith, known.id, job);
		const before = kith.book.get('person', known.id);
		const undone = await undoImport(kith, made);
		expect(undone).toEqual({ is: 'undone', removed: 0, kept: [], jobs: ['Dana Whitlock'] });
		expect(kith.book.get('person', known.id)).toEqual(before);
		const posts = kith.book.all('employment').map(({ company, title }) => [company, title]);
		expect(posts).toContainEqual(['Acme', 'CEO']);
	});
});

describe('while it is written', () => {
	const many = Array.from({ length: 160 }, (_, each) => ({
		known: aPerson({ name: `Person ${each}`, company: 'Acme', title: 'CEO' }),
		more: card({
			name: `Person ${each}`,
			emails: [{ value: `${each}@file.example` }],
			moments: [{ kind: 'birthday', day: '--04-12' as Day, yearly: true }]
		})
	}));

	async function aFilling(device: string, as: ChosenRow['as'], job: Partial<ContactDraft> = {}) {
		const kith = await aKith(device, clock);
		write(kith.book, (draft) => {
			for (const { known } of many) draft.add('person', known);
		});
		const cards = many.map(({ more }) => ({ ...more, ...job }));
		const rows = cards.map((contact, number): ChosenRow => {
			const { id, name } = many[number]!.known;
			const same = { who: { in: 'book', id }, name, reason: 'name', sure: true } as const;
			return { row: { number, contact, same }, as };
		});
		return { kith, rows, last: many.at(-1)!.known };
	}

	test('what the rep types meanwhile stays, and is not taken back with it', async () => {
		const { kith, rows, last } = await aFilling('typed', 'filling');
		const { book } = kith;
		beforePiece(kith, 2, () => {
			vi.restoreAllMocks();
			write(book, (draft) => {
				draft.edit('person', last.id, {
					emails: [{ value: 'typed@mine.example' }, { value: '159@file.example' }]
				});
				draft.add('moment', {
					...{ id: anId<'moment'>(), person: last.id, kind: 'birthday', yearly: true },
					day: '--05-05' as Day
				});
			});
		});
		const made = await writeRows(kith, rows);
		const typed = [{ value: 'typed@mine.example' }, { value: '159@file.example' }];
		expect(book.get('person', last.id)?.emails).toEqual(typed);
		expect(book.about('moment', last.id)).toMatchObject([{ day: '--05-05' }]);
		expect(made.filled?.some(({ to }) => to === last.id)).toBe(false);
		expect(made.filled).toHaveLength(many.length - 1);
		await undoImport(kith, made);
		expect(book.get('person', last.id)?.emails).toEqual(typed);
		expect(book.all('moment')).toHaveLength(1);
	});

	test('whoever has another job by then is not moved', async () => {
		const { kith, rows, last } = await aFilling('moved-meanwhile', 'move', {
			...{ company: 'Beta', title: 'CTO' }
		});
		beforePiece(kith, 2, () => {
			vi.restoreAllMocks();
			editPerson(kith, last.id, { company: 'Gamma', title: 'Lead' });
		});
		const made = await writeRows(kith, rows);
		expect(kith.book.get('person', last.id)).toMatchObject({ company: 'Gamma', title: 'Lead' });
		expect(kith.book.about('employment', last.id)).toEqual([]);
		expect(made.moved).toHaveLength(many.length - 1);
		await undoImport(kith, made);
		expect(kith.book.get('person', last.id)).toMatchObject({ company: 'Gamma', title: 'Lead' });
	});
});

describe('who has been gone on with', () => {
	test('is seen wherever a record names somebody', async () => {
		const kith = await aKith('named', clock);
		const { book } = kith;
		const names = ['Asked', 'Passed', 'Nobody'];
		const made = await bringIn(
			kith,
			names.map((name) => card({ name }))
		);
		const idOf = (name: string) => book.all('person').find((each) => each.name === name)!.id;
		write(book, (draft) => {
			const on = '2026-11-21' as Day;
			const answer = { on, asked: [idOf('Asked')], friends: [] };
			draft.add('friendsAnswer', { id: book.newId('friendsAnswer'), ...answer });
			draft.add('walk', { id: book.newId('walk'), on, passed: [idOf('Passed')] });
		});
		const undone = await undoImport(kith, made);
		expect(undone).toMatchObject({ removed: 1, kept: ['Asked', 'Passed'] });
	});

	test('leads to nobody who has gone', async () => {
		const kith = await aKith('self', clock);
		const { book } = kith;
		const dana = card({
			uid: 'dana',
			circle: [{ name: 'Max', relation: 'child', otherUid: 'max' }]
		});
		const made = await bringIn(kith, [dana, card({ name: 'Max', uid: 'max' })]);
		editPerson(kith, book.all('person')[0]!.id, { about: 'Met again.' });
		expect(book.all('circle')[0]).toHaveProperty('self');
		await undoImport(kith, made);
		expect(book.trashed('person').map(({ name }) => name)).toEqual(['Dana Whitlock']);
		expect(book.all('circle')).toMatchObject([{ name: 'Max' }]);
		expect(book.all('circle')[0]).not.toHaveProperty('self');
	});

	test('an entry the rep has changed stays with whom it is about', async () => {
		const kith = await aKith('changed-entry', clock);
		const known = aPerson({ name: 'Dana Whitlock', emails: [{ value: 'd@home.example' }] });
		write(kith.book, (draft) => draft.add('person', known));
		const dana = card({
			...{ emails: known.emails!, promises: [{ text: 'Send it' }, { text: 'Call' }] }
		});
		const made = await bringIn(kith, [dana], 'filling');
		const [first] = kith.book.all('promise');
		write(kith.book, (draft) => draft.edit('promise', first!.id, { text: 'Send it by post' }));
		expect(await undoImport(kith, made)).toMatchObject({ removed: 0, entries: 1 });
		expect(kith.book.all('promise')).toMatchObject([{ text: 'Send it by post' }]);
	});
});

test('where another device has the book, people go to the trash, and its words with them', async () => {
	const [one, two] = [await aKith('phone', clock), await aKith('laptop', clock)];
	write(one.book, (draft) => {
		const since = '2026-01-01T00:00:00.000Z';
		const id = anId<'device'>();
		draft.add('device', { id, name: 'Laptop', since, publicKey: 'key' });
	});
	const made = await bringIn(one, [card({ notes: [{ body: 'From the file.' }] })]);
	send(one.book, two.book);
	const [dana] = two.book.all('person');
	clock.ms += 60_000;
	write(two.book, (draft) => {
		draft.edit('person', dana!.id, { company: 'Harrow' });
		draft.add('note', aNote({ people: [dana!.id], body: 'My own words.' }));
	});
	const undone = await undoImport(one, made);
	expect(undone).toEqual({ is: 'undone', removed: 0, kept: [], trashed: 1 });
	send(two.book, one.book);
	send(one.book, two.book);
	await settleMerged(one);
	for (const { book } of [one, two]) {
		expect(book.trashed('person')).toMatchObject([{ id: dana!.id, company: 'Harrow' }]);
		expect(book.all('note').map(({ body }) => body)).toContain('My own words.');
		expect(book.unreadable).toEqual([]);
	}
});

test('a second import of the same, looked at before the first was written, doubles nobody', async () => {
	const kith = await aKith('stale', clock);
	const cards = [
		card({ uid: 'dana', emails: [{ value: 'dana@harrow.example' }], notes: [{ body: 'Once.' }] }),
		card({ name: 'Ray Castellano', company: 'Alder', phones: [{ value: '505 555 0100' }] })
	];
	const [first, second] = [rowsOf(kith, cards, 'person'), rowsOf(kith, cards, 'person')];
	await writeRows(kith, first);
	expect(await writeRows(kith, second)).toMatchObject({ added: 0 });
	expect(namesIn(kith).sort()).toEqual(['Dana Whitlock', 'Ray Castellano']);
	expect(kith.book.all('note')).toHaveLength(1);
});

test('an undo that was cut off when all was out ends without a word', async () => {
	const kith = await aKith('cut-off', clock);
	const made = await bringIn(kith, [card()]);
	editPerson(kith, kith.book.all('person')[0]!.id, { about: 'Met again.' });
	expect(await undoImport(kith, made)).toMatchObject({ kept: ['Dana Whitlock'] });
	const note = JSON.stringify(noteOf(made, 'undoing', 0));
	vi.spyOn(kith.book, 'getLocal').mockResolvedValue(note);
	expect(await begunImport(kith)).toMatchObject({ doing: 'undoing' });
	expect(await brokenImport(kith)).toBeUndefined();
});
