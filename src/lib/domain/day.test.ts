// Civil days: what exists, what is between, and what 29 February becomes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	addDays,
	dayOfDate,
	daysBetween,
	isAnyDay,
	isDay,
	isYearlessDay,
	nextOccurrence,
	type AnyDay,
	type Day
} from './day';

const day = fc
	.date({ min: new Date(1900, 0, 1), max: new Date(2199, 11, 31), noInvalidDate: true })
	.map((date) => dayOfDate(date));

test('a day must exist in the calendar', () => {
	for (const text of ['2024-02-29', '2026-11-21', '1900-01-01']) expect(isDay(text)).toBe(true);
	for (const text of ['2026-02-29', '1900-02-29', '2026-02-31', '2026-13-01', '2026-1-1', '', 7]) {
		expect(isDay(text)).toBe(false);
	}
	expect(isYearlessDay('--02-29')).toBe(true);
	expect(isYearlessDay('--02-30')).toBe(false);
	expect(isAnyDay('--04-12')).toBe(true);
});

test('adding days and counting them agree, across years and daylight saving', () => {
	fc.assert(
		fc.property(day, fc.integer({ min: -2_000, max: 2_000 }), (from, count) => {
			expect(daysBetween(from, addDays(from, count))).toBe(count);
		}),
		{ seed: 20261121, numRuns: 500 }
	);
});

describe('a yearly day', () => {
	test.each([
		['--04-12', '2026-11-21', '2027-04-12'],
		['1978-04-12', '2026-04-12', '2026-04-12'],
		['--02-29', '2027-01-10', '2027-02-28'],
		['2000-02-29', '2028-01-10', '2028-02-29'],
		['--02-29', '2027-02-28', '2027-02-28'],
		['--12-31', '2026-12-31', '2026-12-31']
	])('%s comes after %s on %s', (yearly, from, next) => {
		expect(nextOccurrence(yearly as AnyDay, from as Day)).toBe(next);
	});
});
