// A company's notes and moments are found, shown and kept apart from the inbox, and follow its name.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { AnyDay } from '$lib/domain/day';
import {
	aBook,
	anId,
	aNote,
	aPerson,
	digest,
	TestClock,
	write
} from '../../../tests/support/books';
import {
	colleaguesOf,
	companiesFound,
	companiesIn,
	companyHref,
	companyNamed,
	keepCompanyMoment,
	latestNotes,
	nameInAddress,
	notesOfCompany,
	renameCompany
} from './companies';
import { carryWords, CompanyNote } from './company-notes';
import { inboxOf } from './inbox';
import { Kith } from './kith.svelte';
import { comingYear } from './moments';
import { companyMomentsAsEvents } from './moments-file';
import { PeopleList } from './people-list.svelte';
import { EVERYBODY } from './people-view';
import { changeSettings } from './settings';
import { trashOf } from './trash';
import { redo, undo } from './undoing';

const clock = new TestClock();
const dana = aPerson({ name: 'Dana Whitlock', company: 'Harrow Foods' });
const omar = aPerson({ name: 'Omar Haddad', company: 'Acme', jobs: [{ company: 'harrow foods' }] });
let kith: Kith;

beforeEach(async () => {
	localStorage.clear();
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('person', omar);
		draft.add('employment', { id: anId<'employment'>(), person: omar.id, company: 'Harrow Foods' });
		draft.add('note', aNote({ company: 'HARROW FOODS', body: 'They build a second dryer.' }));
		draft.add('note', aNote({ people: [dana.id, omar.id], body: 'Both sail.' }));
	});
	keepCompanyMoment(kith, 'Harrow Foods', {
		...{ kind: 'founding-day', day: '1986-12-03' as AnyDay, yearly: true }
	});
});

const harrow = () => companyNamed(kith, 'harrow foods');

describe('a company', () => {
	test('is found under any spelling, with who is there and who was', () => {
		expect(harrow()).toMatchObject({ name: 'Harrow Foods', now: [dana], formerly: [omar] });
		expect(companiesFound(kith, 'FOOD har').map(({ name }) => name)).toEqual(['Harrow Foods']);
	});

	test('makes colleagues of those who are there', () => {
		const ada = aPerson({ company: 'harrow  foods' });
		write(kith.book, (draft) => draft.add('person', ada));
		expect(colleaguesOf(kith, dana)).toEqual([ada]);
		expect(colleaguesOf(kith, aPerson())).toEqual([]);
	});

	test('has an address that comes through the router, however often it is decoded', () => {
		for (const name of ['Söhne & Co. KG', 'A/S 100% #1? ~2f \\', '50%25', 'Mc’Coy + “Sons”']) {
			const part = companyHref(name).slice('#/companies/'.length);
			expect(nameInAddress(decodeURIComponent(part))).toBe(name);
			expect(nameInAddress(decodeURIComponent(decodeURIComponent(part)))).toBe(name);
			expect(decodeURIComponent(part)).not.toMatch(/[%#?/]/);
		}
	});

	test('is not gathered anew with each word of a note, and looked up without a walk over the notes', () => {
		const notes = kith.live.all('note');
		companiesIn(kith);
		const walk = vi.spyOn(notes, Symbol.iterator);
		expect(harrow().name).toBe('Harrow Foods');
		expect(walk).not.toHaveBeenCalled();
		const before = companiesIn(kith);
		write(kith.book, (draft) => draft.add('note', aNote()));
		expect(companiesIn(kith)).toBe(before);
		write(kith.book, (draft) => draft.add('note', aNote({ company: 'Lone Pine' })));
		expect(companiesIn(kith).has('lone pine')).toBe(true);
	});

	test('has notes of its own, which are not in the inbox, and those of its people, once', () => {
		expect(notesOfCompany(kith, harrow().key).map(({ body }) => body)).toEqual([
			'They build a second dryer.'
		]);
		expect(inboxOf(kith)).toEqual([]);
		expect(latestNotes(kith, [dana, omar], 20)).toMatchObject([{ person: dana }]);
	});

	test('has moments among all that come, and in the calendar', () => {
		expect(comingYear(kith).flatMap(({ moments }) => moments)).toMatchObject([
			{ name: 'Harrow Foods', href: '#/companies/Harrow%20Foods', coming: { years: 40 } }
		]);
		const [event] = companyMomentsAsEvents(kith);
		expect(event).toMatchObject({
			...{ summary: 'Harrow Foods: Founding day', description: 'Since 1986' }
		});
		changeSettings(kith, { initialsOnly: true });
		expect([...companyMomentsAsEvents(kith)][0]?.summary).toBe('H. F.: Founding day');
	});

	test('shows in the trash as whose something was', () => {
		const trashedAt = new Date(clock.ms).toISOString();
		const [note] = notesOfCompany(kith, harrow().key);
		write(kith.book, (draft) => draft.edit('note', note?.id ?? '', { trashedAt }));
		expect(trashOf(kith)).toMatchObject([{ table: 'note', of: 'HARROW FOODS' }]);
	});

	test('is led to by a search, by its name and by its notes', async () => {
		const list = new PeopleList(kith, { ...EVERYBODY, query: 'second dryer' });
		const stop = $effect.root(() => {
			list.run();
		});
		await expect.poll(() => list.companies.map(({ name }) => name)).toEqual(['Harrow Foods']);
		expect(list.inInbox).toBe(0);
		list.look({ query: 'harrow' });
		await expect.poll(() => list.companies.map(({ name }) => name)).toEqual(['Harrow Foods']);
		stop();
	});
});

describe('a new name', () => {
	beforeEach(() => kith.book.openYears(2026, () => Promise.resolve()));

	test('waits for the years that are still being read', async () => {
		const early = new Kith(await aBook('early', clock), clock.now);
		write(early.book, (draft) => draft.add('person', dana));
		const before = digest(early.book);
		expect(renameCompany(early, companyNamed(early, 'Harrow Foods'), 'Harrow Group')).toBe(false);
		expect(digest(early.book)).toBe(before);
	});

	test('goes everywhere in one step, to the trash too, and one undo takes it back', () => {
		const trashedAt = new Date(clock.ms).toISOString();
		const old = aPerson({ company: 'harrow foods', trashedAt });
		write(kith.book, (draft) => draft.add('person', old));
		const before = digest(kith.book);
		renameCompany(kith, harrow(), 'Harrow Group');
		expect(digest(kith.book)).not.toMatch(/harrow foods/i);
		expect(companyNamed(kith, 'Harrow Group')).toMatchObject({
			now: [{ name: dana.name }],
			formerly: [{ name: omar.name }]
		});
		expect(kith.book.get('person', old.id)?.company).toBe('Harrow Group');
		undo(kith);
		expect(digest(kith.book)).toBe(before);
	});

	test('that another company has makes the two one', () => {
		renameCompany(kith, harrow(), 'Acme');
		expect([...companiesIn(kith).keys()]).toEqual(['acme']);
		expect(companyNamed(kith, 'Acme').formerly).toEqual([]);
	});
});

describe('a note being written', () => {
	const waits = (company: string) => new CompanyNote(kith, company).read();

	test('goes along to a new name, and back', async () => {
		await new CompanyNote(kith, 'Harrow Foods').leave('They ask for');
		await new CompanyNote(kith, 'Acme').leave('Something else');
		const back = await carryWords(kith, 'Harrow Foods', 'Harrow Group');
		expect(await waits('harrow foods')).toBe('');
		expect(await waits('harrow group')).toBe('They ask for');
		await new CompanyNote(kith, 'Harrow Group').leave('They ask for more');
		await back();
		expect(await waits('harrow foods')).toBe('They ask for more');
		expect(await waits('harrow group')).toBe('');
		expect(await waits('Acme')).toBe('Something else');
	});

	test('stands behind what waits at the company it joins, and both are as they were after an Undo', async () => {
		await new CompanyNote(kith, 'Harrow Foods').leave('They ask for');
		await new CompanyNote(kith, 'Acme').leave('Something else');
		const back = await carryWords(kith, 'Harrow Foods', 'Acme');
		expect(await waits('Acme')).toBe('Something else\n\nThey ask for');
		await back();
		expect(await waits('Acme')).toBe('Something else');
		expect(await waits('Harrow Foods')).toBe('They ask for');
	});

	test('waits for its company, is back after an Undo, and gone when it is saved after all', async () => {
		let box = 'They ask for more';
		const writing = new CompanyNote(kith, 'Harrow Foods', (change) => (box = change(box)));
		await writing.leave('They ask for');
		await new CompanyNote(kith, 'Acme').leave('Something else');
		expect(await new CompanyNote(kith, 'HARROW foods').read()).toBe('They ask for');
		if (writing.save(box)) box = '';
		await expect.poll(() => writing.read()).toBe('');
		expect(await new CompanyNote(kith, 'Acme').read()).toBe('Something else');
		expect(notesOfCompany(kith, harrow().key)).toHaveLength(2);
		undo(kith);
		await expect.poll(() => box).toBe('They ask for more');
		await expect.poll(() => writing.read()).toBe('They ask for more');
		expect(notesOfCompany(kith, harrow().key)).toHaveLength(1);
		redo(kith);
		await expect.poll(() => box).toBe('');
		await expect.poll(() => writing.read()).toBe('');
		expect(notesOfCompany(kith, harrow().key)).toHaveLength(2);
	});

	test('is kept as it stands in the box that comes back into it, while there is one', async () => {
		let box = 'They ask for more';
		const writing = new CompanyNote(kith, 'Harrow Foods', (change) => (box = change(box)));
		writing.save(box);
		await expect.poll(() => writing.read()).toBe('');
		// Said into the box without a key, so that it is not kept yet.
		box = 'And a dryer.';
		undo(kith);
		await expect.poll(() => writing.read()).toBe('They ask for more\n\nAnd a dryer.');
		redo(kith);
		await expect.poll(() => writing.read()).toBe('And a dryer.');
		writing.close();
		box = 'Off the screen';
		undo(kith);
		await expect.poll(() => writing.read()).toBe('They ask for more\n\nAnd a dryer.');
		expect(box).toBe('Off the screen');
	});
});
