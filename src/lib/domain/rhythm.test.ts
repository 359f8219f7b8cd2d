// A person's own rhythm: the median gap, and when it is unusually quiet.
import { describe, expect, test } from 'vitest';
import { aTouch } from '../../../tests/support/books';
import { addDays, type Day } from './day';
import type { Touch } from './records/touch';
import { isUnusuallyQuiet, rhythmOf } from './rhythm';

const TODAY = '2026-11-21' as Day;

/** Touches so many days ago. */
const ago = (days: readonly number[], fields: Partial<Touch> = {}): Touch[] =>
	days.map((day) => aTouch({ day: addDays(TODAY, -day), ...fields }));

describe('rhythmOf', () => {
	test.each([
		{ days: [10, 20, 30, 40], says: undefined },
		{ days: [10, 20, 30, 40, 50], says: { usual: 10, longest: 10, since: 10 } },
		{ days: [50, 10, 40, 20, 30], says: { usual: 10, longest: 10, since: 10 } },
		// Gaps of 5, 10, 20 and 60: the middle lies between 10 and 20.
		{ days: [3, 8, 18, 38, 98], says: { usual: 15, longest: 60, since: 3 } },
		// Two on one day are one.
		{ days: [10, 10, 20, 20, 30], says: undefined },
		// One that is still to come does not count.
		{ days: [-4, 10, 20, 30, 40], says: undefined },
		// Of ten gaps the longest but one.
		{
			days: [1, 2, 4, 7, 11, 16, 22, 29, 37, 46, 146],
			says: { usual: 6, longest: 9, since: 1 }
		}
	])('$days', ({ days, says }) => {
		expect(rhythmOf(ago(days), TODAY)).toEqual(says);
	});

	test('counts only what reached them', () => {
		const touches = [...ago([10, 20, 30, 40]), ...ago([50, 60], { outcome: 'reached-out' })];
		expect(rhythmOf(touches, TODAY)).toBeUndefined();
	});
});

test.each([
	{ since: 30, is: false },
	{ since: 31, is: true }
])('after $since days, when 30 is long: $is', ({ since, is }) => {
	expect(isUnusuallyQuiet({ usual: 20, longest: 30, since })).toBe(is);
});
