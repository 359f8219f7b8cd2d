// An import brings what was chosen, in one step, and can be taken back at once or much later, without
// losing anything the rep wrote.
// Over 300 lines, because whatever comes in is also tried on its way back.
import { expect, test, describe } from 'vitest';
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { Day } from '$lib/domain/day';
import { ImportRows } from '$lib/domain/import-row';
import { seededRandom } from '$lib/domain/random';
import { Book } from '$lib/store/book';
import {
	aBook,
	aNote,
	anId,
	aPerson,
	aTouch,
	digest,
	send,
	TestClock,
	write
} from '../../../tests/support/books';
import { ContactChoices } from './contact-choices.svelte';
import { importContacts, type ChosenRow, type ImportMore } from './contacts';
import { importsOf, undoImport } from './contacts-undo';
import { Kith } from './kith.svelte';
import { editNote } from './notes';
import { editPerson, seatPerson, trashPerson } from './people';

const dana: ContactDraft = {
	name: 'Dana Whitlock',
	company: 'Harrow Foods',
	phones: [{ value: '+1 505 555 0142', label: 'cell' }],
	emails: [{ value: 'dana@harrow.example' }],
	circle: [{ name: 'Max', relation: 'child' }],
	moments: [{ kind: 'birthday', day: '1978-04-12' as Day, yearly: true }],
	notes: [{ body: 'Likes green chile.' }],
	vcard: ['X-ICQ:123']
};

function contact(fields: Partial<ContactDraft>): ContactDraft {
	return { name: 'Ray Castellano', circle: [], moments: [], notes: [], vcard: [], ...fields };
}

async function aKith(clock = new TestClock()): Promise<Kith> {
	const book = await aBook('one', clock);
	await book.openYears(2026, () => Promise.resolve());
	return new Kith(book, clock.now);
}

/** The choices over contacts as the worker would compare them with the book. */
function looked(kith: Kith, contacts: readonly ContactDraft[]): ContactChoices {
	const rows = new ImportRows();
	rows.know(kith.book.all('person'));
	return new ContactChoices(contacts.map((each) => rows.next(each)));
}

async function bringIn(kith: Kith, chosen: readonly ChosenRow[], more: ImportMore = {}) {
	const outcome = await importContacts(kith, chosen, ['contacts.vcf'], more);
	if (outcome.is !== 'done') throw new Error(`the import is ${outcome.is}`);
	return outcome.record;
}

const ray = { emails: [{ value: 'ray@x.example' }] };

describe('the plan of an import', () => {
	test('takes new people, fills in whom the book surely knows, and says why', async () => {
		const kith = await aKith();
		const known = aPerson({ name: 'D. Whitlock', emails: [{ value: 'Dana@Harrow.example' }] });
		write(kith.book, (draft) => draft.add('person', known));
		const choices = looked(kith, [dana, contact(ray), contact({ ...ray, name: 'RAY castellano' })]);
		expect(choices.fresh.map((row) => row.contact.name)).toEqual(['Ray Castellano']);
		expect(choices.known.map(({ same }) => same)).toEqual([
			{
				who: { in: 'book', id: known.id },
				name: 'D. Whitlock',
				reason: 'email',
				sure: true,
				otherName: true
			},
			{ who: { in: 'file', row: 1 }, name: 'Ray Castellano', reason: 'email', sure: true }
		]);
		expect(choices.counts).toEqual({ leave: 0, add: 1, fill: 2, move: 0 });
		expect(choices.chosen.map(({ row, as }) => [row.number, as])).toEqual([
			[0, 'filling'],
			[1, 'person'],
			[2, 'filling']
		]);
	});

	test('adds a colleague at the same switchboard unless the rep says no', async () => {
		const kith = await aKith();
		write(kith.book, (draft) =>
			draft.add('person', aPerson({ name: 'Omar Haddad', phones: [{ value: '505 555 0142' }] }))
		);
		const choices = looked(kith, [dana]);
		expect(choices.known[0]?.same).toMatchObject({ reason: 'phone', sure: false });
		expect(choices.counts.add).toBe(1);
	});

	test('can be changed by row and by kind', async () => {
		const kith = await aKith();
		const choices = looked(kith, [dana, contact(ray), contact(ray), contact(ray)]);
		expect(choices.ofKind.get('twice')).toBe('fill');
		const [first] = choices.known;
		choices.choose(first!, 'leave');
		expect(choices.ofKind.get('twice')).toBeUndefined();
		expect(choices.counts).toEqual({ leave: 1, add: 2, fill: 1, move: 0 });
		choices.chooseAll(choices.known, 'add');
		choices.chooseAll(choices.fresh, 'leave');
		expect(choices.ofKind.get('fresh')).toBe('leave');
		expect(choices.chosen.map(({ row }) => row.number)).toEqual([2, 3]);
	});
});

describe('importing', () => {
	test('writes people and what belongs to them, marked with the import, in one step', async () => {
		const kith = await aKith();
		const before = digest(kith.book);
		const made = await bringIn(kith, looked(kith, [dana]).chosen);
		const [person] = kith.book.all('person');
		const batch = made.id;
		expect(person).toMatchObject({ name: 'Dana Whitlock', vcard: ['X-ICQ:123'], batch });
		const id = person!.id;
		expect(kith.book.about('circle', id)).toMatchObject([{ name: 'Max', batch }]);
		expect(kith.book.about('moment', id)).toMatchObject([
			{ kind: 'birthday', day: '1978-04-12', yearly: true, batch }
		]);
		expect(kith.book.about('note', id)).toMatchObject([
			{ body: 'Likes green chile.', people: [id], day: kith.clock.today, batch }
		]);
		expect(importsOf(kith)).toEqual([
			{ id: batch, at: '2026-11-21T12:00:00.000Z', files: ['contacts.vcf'], added: 1 }
		]);
		await undoImport(kith, made);
		expect(digest(kith.book)).toBe(before);
	});

	test('adds to a known person what is missing and overwrites nothing', async () => {
		const kith = await aKith();
		const known = aPerson({
			name: 'Dana Whitlock',
			company: 'Alder Foods',
			emails: [{ value: 'DANA@harrow.example', label: 'mine' }],
			phones: [{ value: '999 999 9999' }],
			tags: ['dairy']
		});
		write(kith.book, (draft) => {
			draft.add('person', known);
			draft.add('moment', {
				id: anId<'moment'>(),
				person: known.id,
				kind: 'birthday',
				day: '--04-11' as Day,
				yearly: true
			});
		});
		const choices = looked(kith, [{ ...dana, title: 'Buyer', tags: ['expo', 'Dairy'] }]);
		choices.chooseAll(choices.known, 'fill');
		const made = await bringIn(kith, choices.chosen);
		expect(made.added).toBe(0);
		expect(kith.book.all('person')).toEqual([
			{
				...known,
				phones: [{ value: '999 999 9999' }, { value: '+1 505 555 0142', label: 'cell' }],
				tags: ['dairy', 'expo'],
				vcard: ['X-ICQ:123']
			}
		]);
		expect(kith.book.about('moment', known.id)).toMatchObject([{ day: '--04-11' }]);
		expect(kith.book.about('circle', known.id)).toMatchObject([{ name: 'Max' }]);
		expect(kith.book.about('note', known.id)).toMatchObject([{ body: 'Likes green chile.' }]);
	});

	test('fills a new person from a second card of the same file', async () => {
		const kith = await aKith();
		const more = contact({
			name: dana.name,
			emails: [...dana.emails!, { value: 'd@home.example' }]
		});
		const choices = looked(kith, [dana, more, { ...more, nickname: 'Dee' }]);
		choices.chooseAll(choices.known, 'fill');
		expect(await bringIn(kith, choices.chosen)).toMatchObject({ added: 1 });
		expect(kith.book.all('person')).toMatchObject([
			{ nickname: 'Dee', emails: [{ value: 'dana@harrow.example' }, { value: 'd@home.example' }] }
		]);
	});

	test('adds the person after all when the one to fill in has gone', async () => {
		const kith = await aKith();
		const known = aPerson({ name: dana.name });
		write(kith.book, (draft) => draft.add('person', known));
		const choices = looked(kith, [dana]);
		choices.chooseAll(choices.known, 'fill');
		trashPerson(kith, known);
		expect(await bringIn(kith, choices.chosen)).toMatchObject({ added: 1 });
	});
});

describe('undoing an import', () => {
	test('leaves no trace when nobody has touched it, fillings included', async () => {
		const kith = await aKith();
		const known = aPerson({ name: 'Ray Castellano', phones: [{ value: '999 999 9999' }] });
		write(kith.book, (draft) => draft.add('person', known));
		const before = digest(kith.book);
		const ray = contact({
			...dana,
			name: 'Ray Castellano',
			company: 'Alder',
			phones: [{ value: '888 888 8888' }],
			emails: [],
			tags: ['expo']
		});
		const choices = looked(kith, [dana, ray]);
		choices.chooseAll(choices.known, 'fill');
		const made = await bringIn(kith, choices.chosen);
		expect(kith.book.get('person', known.id)).toMatchObject({ company: 'Alder', tags: ['expo'] });
		expect(await undoImport(kith, made)).toEqual({ is: 'undone', removed: 1, kept: [] });
		expect(digest(kith.book)).toBe(before);
		expect(importsOf(kith)).toEqual([]);
	});

	test('keeps in the trash whom the rep has gone on with, and all he wrote', async () => {
		const clock = new TestClock();
		const kith = await aKith(clock);
		const names = ['Untouched', 'Edited', 'Noted', 'Called', 'Seated', 'Renoted', 'Cleared'];
		const contacts = names.map((name) => contact({ name, notes: [{ body: `About ${name}.` }] }));
		const made = await bringIn(kith, looked(kith, contacts).chosen);
		clock.ms += 60_000;
		const find = (name: string) => kith.book.all('person').find((each) => each.name === name)!;
		const noteOf = (name: string) => kith.book.about('note', find(name).id)[0]!;
		const untouched = find('Untouched');
		editPerson(kith, find('Edited').id, { about: 'Met again.' });
		write(kith.book, (draft) => {
			draft.add('note', aNote({ people: [find('Noted').id], body: 'My own words.' }));
			// A touch of an older year, in a journal of its own.
			draft.add('touch', aTouch({ id: anId<'touch'>(2024), people: [find('Called').id] }));
		});
		seatPerson(kith, find('Seated'));
		editNote(kith, noteOf('Renoted').id, 'About Renoted, and more.');
		// An imported note in the trash is no reason to keep anybody.
		const cleared = noteOf('Cleared').id;
		write(kith.book, (draft) =>
			draft.edit('note', cleared, { trashedAt: '2026-11-21T12:00:30.000Z' })
		);
		const undone = await undoImport(kith, made);
		if (undone.is !== 'undone') throw new Error(undone.is);
		const kept = ['Called', 'Edited', 'Noted', 'Renoted', 'Seated'];
		expect(undone.removed).toBe(2);
		expect([...undone.kept].sort()).toEqual(kept);
		expect(kith.book.all('person')).toEqual([]);
		expect(kith.book.get('person', untouched.id)).toBeUndefined();
		expect(
			kith.book
				.trashed('person')
				.map(({ name }) => name)
				.sort()
		).toEqual(kept);
		expect(kith.ten.places.size).toBe(0);
		expect(kith.book.all('slot')).toMatchObject([{ to: kith.clock.today }]);
		const bodies = kith.book.all('note').map(({ body }) => body);
		expect(bodies.sort()).toEqual([
			'About Called.',
			'About Edited.',
			'About Noted.',
			'About Renoted, and more.',
			'About Seated.',
			'My own words.'
		]);
		expect(kith.book.all('touch')).toHaveLength(1);
	});

	test('does not take back a filling the rep has changed since', async () => {
		const kith = await aKith();
		const known = aPerson({ name: dana.name });
		write(kith.book, (draft) => draft.add('person', known));
		const choices = looked(kith, [dana]);
		choices.chooseAll(choices.known, 'fill');
		const made = await bringIn(kith, choices.chosen);
		editPerson(kith, known.id, {
			company: 'Mine',
			phones: [{ value: '+1 505 555 0199', label: 'cell' }]
		});
		expect(await undoImport(kith, made)).toEqual({ is: 'undone', removed: 0, kept: [] });
		const after = kith.book.get('person', known.id);
		expect(after).toMatchObject({ company: 'Mine', phones: [{ value: '+1 505 555 0199' }] });
		expect(after?.emails).toBeUndefined();
		expect(kith.book.about('circle', known.id)).toEqual([]);
	});

	test('works after the book was closed and opened again, and waits for all years', async () => {
		const clock = new TestClock();
		const open = (seed: number) =>
			Book.open({ now: clock.now, random: seededRandom(seed), device: 'reopened' });
		const first = new Kith(await open(1), clock.now);
		await first.book.openYears(2026, () => Promise.resolve());
		const { id } = await bringIn(first, looked(first, [dana, contact({})]).chosen);
		const ray = first.book.all('person').find(({ name }) => name !== dana.name)!;
		write(first.book, (draft) =>
			draft.add('touch', aTouch({ id: anId<'touch'>(2019), people: [ray.id] }))
		);
		await first.book.saved();
		await first.book.close();

		const again = new Kith(await open(2), clock.now);
		const record = again.book.get('import', id);
		expect(record).toMatchObject({ files: ['contacts.vcf'], added: 2 });
		const undoing = undoImport(again, record!);
		await again.book.openYears(2026, () => Promise.resolve());
		expect(await undoing).toEqual({ is: 'undone', removed: 1, kept: ['Ray Castellano'] });
		expect(again.book.all('moment')).toEqual([]);
		await again.book.close();
	});

	test('works on another device that has gone on with it', async () => {
		const clock = new TestClock();
		const one = await aKith(clock);
		const made = await bringIn(one, looked(one, [dana, contact({})]).chosen);
		const book = await aBook('two', clock);
		await book.openYears(2026, () => Promise.resolve());
		const two = new Kith(book, clock.now);
		send(one.book, two.book);
		clock.ms += 1000;
		const ray = two.book.all('person').find(({ name }) => name !== dana.name)!;
		editPerson(two, ray.id, { company: 'Alder' });
		expect(await undoImport(two, made)).toEqual({
			is: 'undone',
			removed: 1,
			kept: ['Ray Castellano']
		});
		send(two.book, one.book);
		expect(digest(one.book)).toBe(digest(two.book));
		expect(one.book.trashed('person')).toMatchObject([{ id: ray.id, company: 'Alder' }]);
	});
});
