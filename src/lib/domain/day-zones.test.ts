// Civil days are the same wherever the rep is: far east, far west, and on the nights clocks are changed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addDays, dateOfDay, dayOfDate, daysBetween, nextOccurrence, type Day } from './day';
import { seededRandom } from './random';

const ZONES = [
	// [zone, minutes west of Greenwich on 21 November 2026]
	['Pacific/Kiritimati', -840],
	['America/Los_Angeles', 480],
	['Europe/Berlin', -60],
	['Asia/Kathmandu', -345],
	['UTC', 0]
] as const;
const RUNS = 2_000;
const MS_A_DAY = 86_400_000;

const utcOf = (day: Day): number => Date.parse(`${day}T00:00:00Z`);
const isoOf = (ms: number): Day => new Date(ms).toISOString().slice(0, 10) as Day;

const home = process.env['TZ'];
afterAll(() => {
	if (home === undefined) delete process.env['TZ'];
	else process.env['TZ'] = home;
});

describe.each(ZONES)('in %s', (zone, offset) => {
	beforeAll(() => {
		process.env['TZ'] = zone;
	});

	test('the zone is the one that is tried', () => {
		expect(new Date(2026, 10, 21, 12).getTimezoneOffset()).toBe(offset);
	});

	test('days add up, over leap days and changes of the clock', () => {
		const random = seededRandom(20261122);
		for (let run = 0; run < RUNS; run++) {
			const from = isoOf(Date.UTC(1970, 0, 1) + Math.floor(random() * 40_000) * MS_A_DAY);
			const count = Math.floor(random() * 4_000) - 2_000;
			const to = addDays(from, count);
			expect(to).toBe(isoOf(utcOf(from) + count * MS_A_DAY));
			expect(daysBetween(from, to)).toBe(count);
			expect(dayOfDate(dateOfDay(from))).toBe(from);
		}
	});

	test('each hour of the days around a change of the clock belongs to one day, in their order', () => {
		for (const month of [2, 9, 10]) {
			let last = '' as Day;
			for (let hour = 0; hour < 31 * 24; hour++) {
				const day = dayOfDate(new Date(new Date(2026, month, 1).getTime() + hour * 3_600_000));
				expect(day >= last).toBe(true);
				if (last !== '') expect(daysBetween(last, day)).toBeLessThanOrEqual(1);
				last = day;
			}
		}
	});

	test('29 February is 28 February in common years', () => {
		expect(nextOccurrence('--02-29' as Day, '2026-11-21' as Day)).toBe('2027-02-28');
		expect(nextOccurrence('--02-29' as Day, '2027-03-01' as Day)).toBe('2028-02-29');
	});
});

test.each([
	['2026-03-29T00:30:00Z', 'Europe/Berlin', '2026-03-29'],
	['2026-03-28T23:30:00Z', 'Europe/Berlin', '2026-03-29'],
	['2026-10-25T00:30:00Z', 'Europe/Berlin', '2026-10-25'],
	['2026-11-21T11:00:00Z', 'Pacific/Kiritimati', '2026-11-22'],
	['2026-11-21T07:59:00Z', 'America/Los_Angeles', '2026-11-20'],
	['2026-11-01T09:30:00Z', 'America/Los_Angeles', '2026-11-01']
])('at %s it is in %s the %s', (instant, zone, day) => {
	process.env['TZ'] = zone;
	expect(dayOfDate(new Date(instant))).toBe(day);
});
