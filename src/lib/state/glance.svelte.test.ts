// Glance-safe mode is kept on the device, opens one screen at a time, and takes no day for a name.
import { afterEach, expect, test, vi } from 'vitest';
import { aBook, anId, aPerson, NOON, TestClock, write } from '../../../tests/support/books';
import { Glance, namesIn } from './glance.svelte';
import { Kith } from './kith.svelte';

afterEach(() => {
	localStorage.clear();
	sessionStorage.clear();
	delete document.documentElement.dataset['covered'];
});

test('it is kept, and a screen that was shown is covered again when another takes its place', () => {
	const glance = new Glance();
	expect(glance.isSafe).toBe(false);
	glance.isSafe = true;
	glance.show('/people/1');
	expect(new Glance().isSafe).toBe(true);
	expect([glance.isShown('/people/1'), glance.isShown('/people')]).toEqual([true, false]);
	document.documentElement.dataset['glance'] = 'wait';
	glance.isSafe = false;
	expect(document.documentElement.dataset['glance']).toBeUndefined();
	expect(new Glance().isSafe).toBe(false);
	expect(glance.isShown('/people/1')).toBe(false);
});

test('what was covered is covered when the page is loaded anew, until it is uncovered', () => {
	const { dataset } = document.documentElement;
	new Glance().cover();
	dataset['covered'] = 'wait';
	const again = new Glance();
	expect([again.isCovered, dataset['covered']]).toEqual([true, '']);
	again.uncover();
	expect([new Glance().isCovered, dataset['covered']]).toEqual([false, undefined]);
});

test('who is in the trash, or was there a moment ago, is hidden, by the name they had last', async () => {
	const book = await aBook('phone', new TestClock());
	const kith = new Kith(book, () => NOON);
	const [gone, undone] = [aPerson({ name: 'Akira Inoue' }), aPerson({ name: 'Quel' })];
	write(book, (draft) => [gone, undone].forEach((one) => draft.add('person', one)));
	namesIn(kith);
	write(book, (draft) => draft.edit('person', undone.id, { name: 'Quella Marrow' }));
	write(book, (draft) =>
		draft.edit('person', gone.id, { trashedAt: new Date(NOON).toISOString() })
	);
	expect(namesIn(kith).hide('Akira Inoue is in the trash')).toBe('A. I. is in the trash');
	vi.spyOn(book, 'all').mockReturnValue([]);
	vi.spyOn(book, 'trashed').mockReturnValue([]);
	expect(namesIn(kith).hide('Taken back: Quella Marrow')).toBe('Taken back: Q. M.');
	expect(namesIn(kith).hide('Quel')).toBe('Quel');
});

test('a company somebody worked at before is hidden', async () => {
	const book = await aBook('phone', new TestClock());
	const kith = new Kith(book, () => NOON);
	write(book, (draft) => {
		const person = aPerson();
		draft.add('person', person);
		draft.add('employment', {
			id: anId<'employment'>(),
			...{ person: person.id, company: 'Halvorsen Pumps' }
		});
	});
	expect(namesIn(kith).hide('Halvorsen Pumps is in the trash')).toBe('H. P. is in the trash');
});

test('weekdays and months are no names, short or long', async () => {
	const book = await aBook('phone', new TestClock());
	const kith = new Kith(book, () => NOON);
	write(book, (draft) => {
		for (const name of ['Thu Trang', 'May Lund', 'Mar Ortiz'])
			draft.add('person', aPerson({ name }));
	});
	const { hide } = namesIn(kith, 'en');
	expect(hide('Thu 26, 3 May, 9 Mar')).toBe('Thu 26, 3 May, 9 Mar');
	expect(hide('Call Thu Trang')).toBe('Call T. T.');
});
