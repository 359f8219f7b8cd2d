// A fresh start in the book: one step, nothing lost, and back again.
import { expect, test } from 'vitest';
import { aBook, anId, aPerson, aTouch, digest, NOON, write } from '../../../tests/support/books';
import { addDays, type Day } from '$lib/domain/day';
import { warmthOf } from '$lib/domain/warmth';
import { piledUp, startAfresh } from './fresh-start';
import { Kith } from './kith.svelte';
import { undo } from './undoing';

const TODAY = '2026-11-21' as Day;
const LAST_WEEK = addDays(TODAY, -7);

/** Ten promises and six calls missed, one of them of a series, with a thank-you and somebody quiet. */
async function aPile() {
	const book = await aBook('one');
	const kith = new Kith(book, () => NOON);
	const [ada, gone] = [aPerson(), aPerson({ trashedAt: '2026-11-01T12:00:00Z' })];
	const met = aTouch({ people: [ada.id], kind: 'meeting', day: LAST_WEEK });
	const call = { day: LAST_WEEK, kind: 'call', purpose: 'just-talked', time: '10:30' } as const;
	write(book, (draft) => {
		draft.add('person', ada);
		draft.add('person', gone);
		draft.add('touch', met);
		for (let index = 0; index < 10; index++) {
			const promise = { id: anId<'promise'>(), person: ada.id, text: 'The rope shop' };
			draft.add('promise', { ...promise, due: LAST_WEEK });
		}
		draft.add('promise', { id: anId<'promise'>(), person: gone.id, text: 'x', due: LAST_WEEK });
		for (let index = 0; index < 5; index++) {
			draft.add('plan', { id: anId<'plan'>(), person: ada.id, ...call });
		}
		const repeat = { every: 1, unit: 'week' } as const;
		draft.add('plan', { id: anId<'plan'>(), person: ada.id, ...call, repeat });
		draft.add('thankYou', {
			...{ id: anId<'thankYou'>(), person: ada.id, touch: met.id, state: 'owed' },
			since: `${LAST_WEEK}T12:00:00Z`
		});
	});
	const warmth = warmthOf([], 30, true, TODAY);
	const standings = [{ person: ada, warmth: { ...warmth, kind: 'cold' as const }, place: 1 }];
	return { kith, book, standings };
}

test('what has piled up comes up again in four weeks, and one undo takes that back', async () => {
	const { kith, book, standings } = await aPile();
	const before = digest(book);
	const overdue = piledUp(kith, standings);
	expect(overdue).toHaveLength(18);
	startAfresh(kith, overdue);
	expect(
		piledUp(
			kith,
			standings.map((one) => ({ ...one, person: book.get('person', one.person.id)! }))
		)
	).toEqual([]);
	for (const { due, snoozedUntil } of book.all('promise').filter(({ text }) => text !== 'x')) {
		expect(due).toBe(LAST_WEEK);
		expect(snoozedUntil! > TODAY).toBe(true);
	}
	const [series, ...calls] = book
		.all('plan')
		.toSorted((a, b) => (a.repeat ? -1 : b.repeat ? 1 : 0));
	expect(series).toMatchObject({ day: LAST_WEEK, time: '10:30' });
	expect(series!.snoozedUntil! > TODAY).toBe(true);
	for (const { day, time, snoozedUntil } of calls) {
		expect([day > TODAY, time, snoozedUntil]).toEqual([true, undefined, undefined]);
	}
	undo(kith);
	expect(digest(book)).toBe(before);
});

test('fifteen things are no pile', async () => {
	const { kith, book } = await aPile();
	write(book, (draft) => {
		for (const { id } of book.all('promise').slice(0, 3))
			draft.edit('promise', id, { keptOn: TODAY });
	});
	expect(piledUp(kith, [])).toEqual([]);
});
