// The two counts: which days they take in, and what makes a one-way street.
import { describe, expect, test } from 'vitest';
import { addDays, type Day } from './day';
import type { Purpose, Touch } from './records/touch';
import { countTouches, isOneWayStreet } from './selling';

const TODAY = '2026-11-21' as Day;

describe('the two counts', () => {
	const touch = (daysAgo: number, purpose: Purpose): Touch => ({
		id: '20260000000000000000a' as Touch['id'],
		people: [],
		kind: 'call',
		outcome: 'reached',
		purpose,
		day: addDays(TODAY, -daysAgo)
	});

	test('count the last 90 days, today included, tomorrow not', () => {
		const touches = [
			...[touch(0, 'just-talked'), touch(89, 'just-talked'), touch(90, 'just-talked')],
			...[touch(5, 'business'), touch(6, 'asked'), touch(-1, 'asked')]
		];
		expect(countTouches(touches, 90, TODAY)).toEqual({ justTalked: 2, selling: 2 });
	});

	test('a one-way street takes three selling touches and none without an agenda', () => {
		expect(isOneWayStreet({ justTalked: 0, selling: 3 })).toBe(true);
		expect(isOneWayStreet({ justTalked: 0, selling: 2 })).toBe(false);
		expect(isOneWayStreet({ justTalked: 1, selling: 9 })).toBe(false);
	});
});
