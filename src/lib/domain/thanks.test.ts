/* When a thank-you is owed, and for how long. */
import { expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import type { Day } from './day';
import type { ThankYou } from './records/thank-you';
import { outcomes, purposes, touchKinds } from './records/touch';
import { hoursOwed, lastPosted, openThankYous, owesThanks } from './thanks';

test('every meeting, meal or visit that took place owes one, whatever it was for', () => {
	const owing = touchKinds.flatMap((kind) =>
		purposes.flatMap((purpose) =>
			outcomes.flatMap((outcome) =>
				owesThanks({ kind, outcome }) ? [`${kind} ${purpose} ${outcome}`] : []
			)
		)
	);
	expect(owing).toEqual(
		['meeting', 'meal', 'visit'].flatMap((kind) =>
			purposes.map((purpose) => `${kind} ${purpose} reached`)
		)
	);
});

function aThankYou(since: string, state: ThankYou['state'], on?: string): ThankYou {
	const [id, person, touch] = [anId<'thankYou'>(), anId<'person'>(), anId<'touch'>()];
	return { id, person, touch, state, since, ...(on ? { on: on as Day } : {}) };
}

test('open are those to write and those to post, oldest first', () => {
	const posted = aThankYou('2026-11-01T12:00:00Z', 'posted', '2026-11-03');
	const later = aThankYou('2026-11-20T12:00:00Z', 'owed');
	const written = aThankYou('2026-11-19T12:00:00Z', 'written', '2026-11-20');
	const waved = aThankYou('2026-11-18T12:00:00Z', 'waved-off', '2026-11-18');
	const first = aThankYou('2026-10-01T12:00:00Z', 'posted', '2026-11-02');
	expect(openThankYous([later, posted, waved, written])).toEqual([written, later]);
	expect(lastPosted([later, posted, waved, first])).toBe(posted);
	expect(lastPosted([later])).toBeUndefined();
});

test.each([
	['2026-11-21T12:00:00Z', 0],
	['2026-11-20T18:00:00Z', 18],
	['2026-11-18T11:30:00Z', 72],
	['2026-11-22T12:00:00Z', 0]
])('owed since %s for %s hours', (since, hours) => {
	expect(hoursOwed({ since }, Date.UTC(2026, 10, 21, 12))).toBe(hours);
});
