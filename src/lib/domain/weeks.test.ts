// Touches by week: every touch in its week, once.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, daysBetween, type Day } from './day';
import type { Touch } from './records/touch';
import { touchesByWeek, weekOf } from './weeks';

const TODAY = '2026-11-22' as Day; // a Sunday
let made = 0;

function touch(day: Day, purpose: Touch['purpose']): Touch {
	made++;
	const id = `touch ${made}` as Touch['id'];
	return { id, people: [], kind: 'call', outcome: 'reached', purpose, day };
}

test.each([
	[1, '2026-11-16'],
	[0, '2026-11-22'],
	[6, '2026-11-21']
])('a week that starts on weekday %i began on %s', (weekStart, first) => {
	expect(weekOf(TODAY, weekStart)).toBe(first);
	expect(weekOf(first as Day, weekStart)).toBe(first);
});

describe('by week', () => {
	test('this week is last, what lies ahead or before is left out, one shared by two counts once', () => {
		const shared = touch('2026-11-17' as Day, 'just-talked');
		const touches = [
			...[shared, shared, touch('2026-11-16' as Day, 'asked')],
			...[touch('2026-11-15' as Day, 'business'), touch('2026-11-21' as Day, 'asked')],
			touch('2026-11-08' as Day, 'asked')
		];
		expect(touchesByWeek(touches, 2, 1, '2026-11-20' as Day)).toEqual([
			{ from: '2026-11-09', justTalked: 0, selling: 1 },
			{ from: '2026-11-16', justTalked: 1, selling: 1 }
		]);
	});

	test('each touch lies in the week of its day, across the years and clock changes', () => {
		const days = fc.array(fc.integer({ min: 0, max: 400 }), { maxLength: 30 });
		fc.assert(
			fc.property(days, fc.integer({ min: 0, max: 2000 }), (ago, shift) => {
				const today = addDays(TODAY, shift);
				const touches = ago.map((days) => touch(addDays(today, -days), 'asked'));
				const weeks = touchesByWeek(touches, 26, 1, today);
				expect(weeks.at(-1)?.from).toBe(weekOf(today, 1));
				for (const { from, selling } of weeks) {
					const here = touches.filter(({ day }) => {
						const after = daysBetween(from, day);
						return after >= 0 && after < 7;
					});
					expect(selling).toBe(here.length);
				}
			}),
			{ seed: 20261122, numRuns: 100 }
		);
	});
});
