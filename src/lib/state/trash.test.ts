// What lies in the trash is called what the rep calls it.
import { expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import { aBook, anId, aPerson, aTouch, TestClock, write } from '../../../tests/support/books';
import { Kith } from './kith.svelte';
import { shortDay } from './say';
import { bringBack, trashOf } from './trash';

test('a moment, a word on how close, a touch and a line without words are called by their kind in words', async () => {
	const clock = new TestClock();
	const kith = new Kith(await aBook('phone', clock), clock.now);
	const dana = aPerson({ name: 'Dana Whitlock' });
	const trashedAt = new Date(clock.ms).toISOString();
	const day = '2026-05-03' as Day;
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('moment', {
			...{ id: anId<'moment'>(), company: 'Harrow Foods', kind: 'founding-day' },
			...{ day: '--05-03' as AnyDay, yearly: true, trashedAt }
		});
		draft.add('closeness', {
			...{ id: anId<'closeness'>(), person: dana.id, kind: 'friend', on: day, trashedAt }
		});
		draft.add('touch', aTouch({ people: [dana.id], trashedAt }));
		draft.add('gesture', {
			...{ id: anId<'gesture'>(), person: dana.id, day, trashedAt },
			...{ direction: 'received', kind: 'took-me-along' }
		});
	});
	const said = trashOf(kith).map(({ text, of }) => `${text}: ${of ?? ''}`);
	expect(said.sort()).toEqual([
		'Call: Dana Whitlock',
		'Founding day: Harrow Foods',
		`Friend since ${shortDay(day, kith.clock.today)}: Dana Whitlock`,
		'Took me along to a new job: Dana Whitlock'
	]);
	const [moment] = trashOf(kith).filter(({ table }) => table === 'moment');
	if (moment) bringBack(kith, moment);
	expect(kith.toasts.current?.text).toBe('Back: “Founding day”');
});
