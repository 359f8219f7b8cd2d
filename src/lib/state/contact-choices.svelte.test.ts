// What becomes of each row unless the rep says otherwise, and what he is told before: by what the book says
// to it, and what LinkedIn said the last time.
// Over 300 lines, because each doubt has its own default and its own words.
import { beforeEach, describe, expect, test } from 'vitest';
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { Day } from '$lib/domain/day';
import { ImportRows } from '$lib/domain/import-row';
import { aBook, aNote, aPerson, digest, TestClock, write } from '../../../tests/support/books';
import { ContactChoices } from './contact-choices.svelte';
import { lookAtRows } from './contact-looks';
import { importContacts } from './contacts';
import { knownToImport } from './contacts-known';
import { importsOf, undoImport } from './contacts-undo';
import { moveToNewJob } from './employment';
import { Kith } from './kith.svelte';
import { mergePeople } from './merge-people';
import { editPerson, trashPerson } from './people';

function contact(fields: Partial<ContactDraft> = {}): ContactDraft {
	return { name: 'Dana Whitlock', circle: [], moments: [], notes: [], vcard: [], ...fields };
}

const email = [{ value: 'dana@example.com' }];
const links = [{ value: 'https://www.linkedin.com/in/dana-whitlock', label: 'LinkedIn' }];

let clock: TestClock;
let kith: Kith;

beforeEach(async () => {
	clock = new TestClock();
	const book = await aBook('one', clock);
	await book.openYears(2026, () => Promise.resolve());
	kith = new Kith(book, clock.now);
});

/** The choices as a preview shows them. */
async function look(contacts: readonly ContactDraft[], fromLinkedIn = false) {
	const rows = new ImportRows();
	rows.know(knownToImport(kith));
	const all = contacts.map((each) => rows.next(each, fromLinkedIn));
	return new ContactChoices(all, await lookAtRows(kith, all));
}

async function bringIn(choices: ContactChoices) {
	const { chosen, left, counts } = choices;
	const outcome = await importContacts(kith, chosen, ['a.csv'], { left, leftOut: counts.leave });
	if (outcome.is !== 'done') throw new Error(outcome.is);
	return outcome.record;
}

function add(fields: Partial<Parameters<typeof aPerson>[0]> = {}) {
	const person = aPerson({ name: 'Dana Whitlock', ...fields });
	write(kith.book, (draft) => draft.add('person', person));
	return person;
}

const kindsOf = ({ kinds }: ContactChoices) =>
	[...kinds].map(([kind, rows]) => [kind, rows.length]);

describe('a row', () => {
	test('of somebody new is added', async () => {
		const choices = await look([contact()]);
		expect(kindsOf(choices)).toEqual([['fresh', 1]]);
		expect(choices.counts).toEqual({ leave: 0, add: 1, fill: 0, move: 0 });
	});

	test('with something new about somebody surely known adds that, and says what it is', async () => {
		add({ emails: email });
		const choices = await look([contact({ emails: email, phones: [{ value: '505 555 0142' }] })]);
		expect(kindsOf(choices)).toEqual([['known', 1]]);
		expect(choices.counts).toMatchObject({ leave: 0, fill: 1 });
		expect(choices.lookOf(choices.known[0]!)).toEqual({ gain: [{ place: 'phones', many: 1 }] });
	});

	test('without a name is left out unless the rep wants it', async () => {
		const choices = await look([contact({ name: '123', phones: [{ value: '123' }] })]);
		expect(choices.counts).toMatchObject({ leave: 1, add: 0 });
		choices.choose(choices.fresh[0]!, 'add');
		expect(choices.counts).toMatchObject({ leave: 0, add: 1 });
	});

	test('keeps its choice when the files are looked at anew, where it is still the same', async () => {
		const three = [contact(), contact({ name: 'Ray' }), contact({ name: 'Zoe' })];
		const before = await look(three);
		before.chooseAll(before.fresh.slice(0, 2), 'leave');
		const after = await look([three[0]!, contact({ name: 'Ray C.' }), three[2]!]);
		after.takeOver(before);
		expect(after.fresh.map((row) => after.of(row))).toEqual(['leave', 'add', 'add']);
	});

	test('with nothing new is told apart', async () => {
		const known = add({ emails: email });
		write(kith.book, (draft) =>
			draft.add('note', aNote({ people: [known.id], body: 'Likes green chile.' }))
		);
		const notes = [{ body: 'Likes green chile.' }];
		const choices = await look([contact({ emails: email, notes }), contact({ name: 'Ray' })]);
		expect(kindsOf(choices)).toEqual([
			['fresh', 1],
			['nothing', 1]
		]);
	});

	test('that shares a number only is added unless the rep says no', async () => {
		add({ name: 'Omar Haddad', phones: [{ value: '505 555 0142' }] });
		const choices = await look([contact({ phones: [{ value: '505 555 0142' }] })]);
		expect(kindsOf(choices)).toEqual([['perhaps', 1]]);
		expect(choices.counts.add).toBe(1);
	});

	test('is the same as who has the same profile, whatever else has changed', async () => {
		const known = add({ name: 'Dana Marsh', links: [{ value: 'linkedin.com/in/Dana-Whitlock/' }] });
		const choices = await look([contact({ links, company: 'Northwind' })]);
		expect(choices.known[0]?.same).toMatchObject({
			who: { in: 'book', id: known.id },
			reason: 'profile',
			sure: true
		});
	});
});

describe('two rows for one person', () => {
	const twice = [contact({ emails: email }), contact({ emails: email, nickname: 'Dee' })];

	test('give one, with what both know', async () => {
		const choices = await look(twice);
		expect(kindsOf(choices)).toEqual([
			['fresh', 1],
			['twice', 1]
		]);
		expect(choices.counts).toEqual({ leave: 0, add: 1, fill: 1, move: 0 });
		const made = await bringIn(choices);
		expect(made).toMatchObject({ added: 1 });
		expect(kith.book.all('person')).toMatchObject([{ name: 'Dana Whitlock', nickname: 'Dee' }]);
	});

	test('are both left out with the first, unless the rep wants the second', async () => {
		const choices = await look(twice);
		choices.choose(choices.fresh[0]!, 'leave');
		expect(choices.counts.leave).toBe(2);
		choices.choose(choices.rowsOf('twice')[0]!, 'add');
		expect(choices.counts).toEqual({ leave: 1, add: 1, fill: 0, move: 0 });
	});

	test('that say the same are one', async () => {
		expect(kindsOf(await look([contact({ emails: email }), contact({ emails: email })]))).toEqual([
			['fresh', 1],
			['nothing', 1]
		]);
	});
});

describe('one mailbox', () => {
	const office = { emails: [{ value: 'office@acme.example' }] };

	test.each([2, 3, 5])('of %i people gives all of them', async (many) => {
		const names = ['Tom Ray', 'Ann Lee', 'Ed Foo', 'Cy Bar', 'Di Moss'].slice(0, many);
		const rows = names.map((name) => contact({ name, ...office }));
		await bringIn(await look(rows));
		expect(kith.book.all('person').map(({ name }) => name)).toEqual(names);
		const again = await look(rows);
		expect(kindsOf(again)).toEqual([['nothing', many]]);
	});

	test('of a couple gives both, with what is each one’s own', async () => {
		const ann = { name: 'Ann Ray', phones: [{ value: '505 555 0142' }], title: 'Buyer' };
		await bringIn(
			await look([contact({ name: 'Tom Ray', ...office }), contact({ ...ann, ...office })])
		);
		expect(kith.book.all('person')).toMatchObject([{ name: 'Tom Ray' }, ann]);
	});

	test('makes no new job of a colleague', async () => {
		add({ name: 'Eva Stone', company: 'Acme', ...office });
		const choices = await look([contact({ name: 'Bob Hill', company: 'Beta', ...office })], true);
		expect(kindsOf(choices)).toEqual([['perhaps', 1]]);
		expect(choices.counts.add).toBe(1);
	});

	test('under another name is never nothing new', async () => {
		add({ name: 'Ann', ...office });
		const choices = await look([contact({ name: 'Ann Lee', ...office })]);
		expect(kindsOf(choices)).toEqual([['known', 1]]);
		expect(choices.counts.leave).toBe(1);
	});
});

describe('one name', () => {
	test('alone is added where anything differs, and nothing new where nothing does', async () => {
		add({ name: 'John Smith', emails: email });
		const other = { name: 'John Smith', company: 'Beta' };
		expect(kindsOf(await look([contact(other)]))).toEqual([['perhaps', 1]]);
		expect(kindsOf(await look([contact({ name: 'john smith' })]))).toEqual([['nothing', 1]]);
	});

	test('with another birthday is not nothing new', async () => {
		const born = (day: string) =>
			contact({ moments: [{ kind: 'birthday', day: day as Day, yearly: true }] });
		const choices = await look([born('1978-04-12'), born('1990-01-02'), born('1978-04-12')]);
		expect(kindsOf(choices)).toEqual([
			['fresh', 1],
			['perhaps', 1],
			['nothing', 1]
		]);
	});
});

test('ten thousand rows that follow one another are chosen at once', async () => {
	const many = Array.from({ length: 10_000 }, (_, at) =>
		contact({ emails: [{ value: `e${at}@x.example` }, { value: `e${at + 1}@x.example` }] })
	);
	const rows = new ImportRows();
	const all = many.map((each) => rows.next(each));
	expect(all.at(-1)?.same).toMatchObject({ who: { row: 9_998 }, sure: true });
	const start = performance.now();
	const choices = new ContactChoices(all);
	expect(choices.counts).toEqual({ leave: 0, add: 1, fill: 9_999, move: 0 });
	choices.choose(all[0]!, 'leave');
	expect(choices.counts).toEqual({ leave: 10_000, add: 0, fill: 0, move: 0 });
	choices.choose(all[5_000]!, 'add');
	expect(choices.counts).toEqual({ leave: 5_000, add: 1, fill: 4_999, move: 0 });
	expect(performance.now() - start).toBeLessThan(2_000);
});

describe('who is gone from the book', () => {
	test('into the trash stays out unless the rep says otherwise', async () => {
		const gone = add({ emails: email });
		trashPerson(kith, gone);
		const choices = await look([contact({ emails: email }), contact({ name: 'Ray' })]);
		expect(kindsOf(choices)).toEqual([
			['fresh', 1],
			['trash', 1]
		]);
		expect(choices.counts).toMatchObject({ leave: 1, add: 1 });
		choices.choose(choices.rowsOf('trash')[0]!, 'add');
		await bringIn(choices);
		expect(kith.book.all('person')).toHaveLength(2);
		expect(kith.book.get('person', gone.id)?.trashedAt).toBeDefined();
	});

	test('into the trash does not stand before who is here', async () => {
		trashPerson(kith, add({ emails: email }));
		const here = add({ company: 'Acme' });
		const choices = await look([contact({ emails: email, company: 'Acme' })]);
		expect(choices.known[0]?.same?.who).toEqual({ in: 'book', id: here.id });
	});

	test('into another record is found under what he was called, and is that other', async () => {
		const stays = add({ name: 'Dana Marsh', company: 'Acme' });
		const goes = add({ name: 'Dana Whitlock', company: 'Acme' });
		await mergePeople(kith, [[stays.id, goes.id]], 'one');
		const choices = await look([contact({ company: 'Acme', nickname: 'Dee' })]);
		const row = choices.rowsOf('known')[0]!;
		const now = kith.book.all('person')[0]!;
		expect(kith.book.all('person')).toHaveLength(1);
		expect(row.same).toMatchObject({ who: { in: 'book', id: now.id }, name: now.name });
		choices.choose(row, 'fill');
		await bringIn(choices);
		expect(kith.book.get('person', now.id)?.nickname).toBe('Dee');
	});
});

describe('a new job', () => {
	const before = { company: 'Acme', title: 'Buyer' };
	const now = { company: 'Northwind', title: 'Sales Lead' };

	test('is asked of who has a profile and a name of his own, where the row has no profile', async () => {
		add({ ...before, links });
		const choices = await look([contact(now)], true);
		expect(kindsOf(choices)).toEqual([['moved', 1]]);
		expect(kindsOf(await look([contact(now), contact({ company: 'Third' })], true))).toEqual([
			['fresh', 1],
			['perhaps', 1]
		]);
	});

	test('is asked of LinkedIn’s own file only, and left unless the rep says otherwise', async () => {
		add({ ...before, links });
		const choices = await look([contact({ ...now, links })], true);
		expect(kindsOf(choices)).toEqual([['moved', 1]]);
		expect(choices.lookOf(choices.known[0]!)?.move).toEqual({ before, now });
		expect(choices.counts).toMatchObject({ leave: 1, move: 0 });
		expect(kindsOf(await look([contact({ ...now, links })]))).toEqual([['nothing', 1]]);
	});

	test('is taken over as a move, and taken back with the import', async () => {
		const phones = [{ value: '505 555 0142', label: 'work' }];
		const person = add({ ...before, links, since: '2019-02-01' as Day, phones });
		const first = digest(kith.book);
		const choices = await look([contact({ ...now, links, emails: email })], true);
		choices.chooseAll(choices.rowsOf('moved'), 'move');
		const made = await bringIn(choices);
		expect(made).toMatchObject({ added: 0, moved: [{ to: person.id, now }] });
		expect(kith.book.get('person', person.id)).toMatchObject({
			...now,
			emails: email,
			phones: [{ value: '505 555 0142', label: 'old work' }]
		});
		expect(kith.book.get('person', person.id)?.since).toBeUndefined();
		expect(kith.book.about('employment', person.id)).toMatchObject([
			{ ...before, from: '2019-02-01' }
		]);
		await undoImport(kith, made);
		expect(kith.book.get('person', person.id)).toMatchObject({
			...before,
			since: '2019-02-01',
			phones
		});
		expect(kith.book.all('employment')).toEqual([]);
		expect(digest(kith.book)).toBe(first);
	});

	test('that was left is not asked again before LinkedIn says something else', async () => {
		add({ ...before, links });
		const choices = await look([contact({ ...now, links })], true);
		expect(choices.movesLeft).toBe(1);
		const made = await bringIn(choices);
		expect(made).toMatchObject({ added: 0, leftOut: 1, left: [{ now }] });
		expect(kindsOf(await look([contact({ ...now, links })], true))).toEqual([['nothing', 1]]);
		const later = { company: 'Northwind', title: 'Director' };
		expect(kindsOf(await look([contact({ ...later, links })], true))).toEqual([['moved', 1]]);
		await undoImport(kith, importsOf(kith)[0]!);
		expect(kindsOf(await look([contact({ ...now, links })], true))).toEqual([['moved', 1]]);
	});

	test('that was taken over and has changed in the book since is not asked again', async () => {
		const person = add({ ...before, links });
		const choices = await look([contact({ ...now, links })], true);
		choices.chooseAll(choices.rowsOf('moved'), 'move');
		await bringIn(choices);
		clock.ms += 1000;
		editPerson(kith, person.id, { company: 'Alder' });
		expect(kindsOf(await look([contact({ ...now, links })], true))).toEqual([['nothing', 1]]);
	});

	test('is no news where the book knows it is over', async () => {
		const person = add({ ...now, links });
		moveToNewJob(kith, kith.book.get('person', person.id)!, { company: 'Alder' });
		expect(kindsOf(await look([contact({ ...now, links })], true))).toEqual([['nothing', 1]]);
	});

	test('in other letters keeps the company as the book writes it', async () => {
		const person = add({ ...before, links, since: '2019-02-01' as Day });
		const row = contact({ company: 'ACME Inc.', title: 'Head of Buying', links });
		const choices = await look([row], true);
		choices.chooseAll(choices.rowsOf('moved'), 'move');
		await bringIn(choices);
		expect(kith.book.get('person', person.id)).toMatchObject({
			company: 'Acme',
			title: 'Head of Buying',
			since: '2019-02-01'
		});
	});
});
