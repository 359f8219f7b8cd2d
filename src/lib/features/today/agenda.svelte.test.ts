// The rows of Today: why a moment is there, in the same words as in the moments calendar.
import { untrack } from 'svelte';
import { expect, test, vi } from 'vitest';
import type { AnyDay } from '$lib/domain/day';
import type { Moment } from '$lib/domain/records/moment';
import { Kith } from '$lib/state/kith.svelte';
import { aBook, anId, aPerson, NOON, TestClock, write } from '../../../../tests/support/books';
import { Agenda } from './agenda.svelte';

const dana = aPerson({ name: 'Dana Whitlock' });
const max = anId<'circle'>();

async function aToday(fields: Partial<Moment>): Promise<{ kith: Kith; whys: () => string[] }> {
	const kith = new Kith(await aBook('phone', new TestClock()), () => NOON);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('circle', { id: max, person: dana.id, name: 'Max', relation: 'child' });
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, circle: max, kind: 'birthday' },
			...{ day: '2017-11-24' as AnyDay, yearly: true },
			...fields
		});
	});
	kith.book.setReach('this-year');
	const agenda = new Agenda(kith);
	return { kith, whys: () => untrack(() => agenda.rows.map(({ why }) => why)) };
}

test.each([
	[{}, 'Max turns 9'],
	[{ label: 'Max’s birthday' }, 'Max’s birthday, 9'],
	[{ post: true }, 'Max turns 9; a card should leave now']
])('a moment with %j', async (fields, why) => {
	const { whys } = await aToday(fields);
	await vi.waitFor(() => expect(whys()).toEqual([why]));
});

test('a company’s day leads to the companies, and to its own page once that is known', async () => {
	const kith = new Kith(await aBook('phone', new TestClock()), () => NOON);
	write(kith.book, (draft) =>
		draft.add('moment', {
			...{ id: anId<'moment'>(), company: 'Harrow Foods', kind: 'founding-day' },
			...{ day: '1986-11-24' as AnyDay, yearly: true }
		})
	);
	kith.book.setReach('this-year');
	const agenda = new Agenda(kith);
	const hrefs = () => untrack(() => agenda.rows.map(({ href }) => href));
	expect(hrefs()).toEqual(['#/companies']);
	await vi.waitFor(() => expect(hrefs()).toEqual(['#/companies/Harrow%20Foods']));
});

test('in short words until the rest is loaded, and of nobody in the trash', async () => {
	const { kith, whys } = await aToday({});
	expect(whys()).toEqual(['Birthday']);
	write(kith.book, (draft) =>
		draft.edit('circle', max, { trashedAt: new Date(NOON).toISOString() })
	);
	await vi.waitFor(() => expect(whys()).toEqual(['Birthday, 9']));
});

test('moments wait for this year, since what stands above them comes with it', async () => {
	const { kith, whys } = await aToday({});
	kith.book.setReach('core');
	expect(whys()).toEqual([]);
	kith.book.setReach('this-year');
	await vi.waitFor(() => expect(whys()).toEqual(['Max turns 9']));
});
