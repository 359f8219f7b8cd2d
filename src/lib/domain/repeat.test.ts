/* What comes back, and when: short months, leap years, and days that went by unseen. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, dayOfDate, partsOf, type Day } from './day';
import type { Repeat } from './records/field';
import { nextTurn } from './repeat';

const every = (count: number, unit: Repeat['unit'], on?: number): Repeat => ({
	every: count,
	unit,
	...(on === undefined ? {} : { on })
});

test.each<[string, string, Repeat, string, string, number?]>([
	['a week on', '2026-11-20', every(1, 'week'), '2026-11-20', '2026-11-27'],
	['done early, it keeps its day', '2026-11-24', every(1, 'week'), '2026-11-21', '2026-12-01'],
	['done late, it comes back ahead', '2026-11-02', every(2, 'week'), '2026-11-21', '2026-11-30'],
	['done on the next day of it', '2026-11-07', every(2, 'week'), '2026-11-21', '2026-12-05'],
	['every ten days', '2026-12-25', every(10, 'day'), '2026-12-25', '2027-01-04'],
	['a month on', '2026-11-12', every(1, 'month'), '2026-11-12', '2026-12-12'],
	['31 January → 28 February', '2027-01-31', every(1, 'month'), '2027-01-31', '2027-02-28', 31],
	['then 31 March', '2027-02-28', every(1, 'month', 31), '2027-02-28', '2027-03-31'],
	['then 30 April', '2027-03-31', every(1, 'month'), '2027-03-31', '2027-04-30', 31],
	['30 January → 29 February', '2028-01-30', every(1, 'month'), '2028-01-30', '2028-02-29', 30],
	['31 August, late', '2026-08-31', every(3, 'month'), '2026-12-02', '2027-02-28', 31],
	['every quarter, over the year', '2026-11-30', every(3, 'month'), '2026-11-30', '2027-02-28', 30],
	['29 February, a year on', '2028-02-29', every(1, 'year'), '2028-02-29', '2029-02-28', 29],
	['and back in the leap year', '2031-02-28', every(1, 'year', 29), '2031-02-28', '2032-02-29'],
	['28 February stays', '2027-02-28', every(1, 'year'), '2027-02-28', '2028-02-28']
])('%s', (_name, day, repeat, after, next, on) => {
	expect(nextTurn(day as Day, repeat, after as Day)).toEqual({
		day: next,
		repeat: every(repeat.every, repeat.unit, on)
	});
});

test('beyond the years there are nothing comes back', () => {
	expect(nextTurn('9999-12-31' as Day, every(1, 'month'), '9999-12-31' as Day)).toBeUndefined();
	expect(nextTurn('2026-11-21' as Day, every(1e15, 'year'), '2026-11-21' as Day)).toBeUndefined();
	expect(nextTurn('2026-11-21' as Day, every(1e12, 'week'), '2026-11-21' as Day)).toBeUndefined();
});

const day = fc
	.date({ min: new Date(2000, 0, 1), max: new Date(2060, 11, 31), noInvalidDate: true })
	.map((date) => dayOfDate(date));
const repeat = fc.record({
	every: fc.integer({ min: 1, max: 30 }),
	unit: fc.constantFrom('day', 'week', 'month', 'year')
} as const);

test('it always comes later, and a series in months never loses its day of the month', () => {
	fc.assert(
		fc.property(day, repeat, fc.integer({ min: -40, max: 400 }), (from, how, away) => {
			const after = addDays(from, away);
			let turn = nextTurn(from, how, after);
			expect(turn && turn.day > from && turn.day > after).toBe(true);
			if (how.unit !== 'month' && how.unit !== 'year') return;
			for (let times = 0; times < 24 && turn; times++) {
				const { day: on } = partsOf(turn.day);
				expect(turn.repeat.on ?? on).toBe(partsOf(from).day);
				turn = nextTurn(turn.day, turn.repeat, turn.day);
			}
		}),
		{ seed: 20261122, numRuns: 300 }
	);
});
