// When moments come and when they show: every kind of day, with post and without, holidays reckoned anew.
import { describe, expect, test } from 'vitest';
import { anId } from '../../../tests/support/books';
import { addDays, type AnyDay, type Day } from './day';
import { nextHoliday } from './holidays';
import { comingMoments, comingOf } from './moments';
import type { Moment } from './records/moment';

function aMoment(day: string, fields: Partial<Moment> = {}): Moment {
	return {
		id: anId<'moment'>(),
		person: anId<'person'>(),
		kind: 'birthday',
		day: day as AnyDay,
		yearly: true,
		...fields
	};
}

const shows = (moment: Moment, today: string): boolean =>
	comingMoments([moment], today as Day, nextHoliday).length === 1;

describe.each([
	['a birthday with its year', aMoment('1961-12-20'), '2026-12-20'],
	['a birthday without', aMoment('--12-20'), '2026-12-20'],
	['a wedding', aMoment('1999-01-05', { kind: 'wedding' }), '2027-01-05'],
	['a trip', aMoment('2026-12-27', { kind: 'trip', yearly: false }), '2026-12-27'],
	['29 February in a common year', aMoment('2020-02-29'), '2027-02-28'],
	['29 February without its year', aMoment('--02-29'), '2027-02-28'],
	['29 February in a leap year', aMoment('--02-29'), '2028-02-29'],
	['Easter', aMoment('2026-04-05', { kind: 'holiday', holiday: 'easter' }), '2027-03-28'],
	[
		'Lunar New Year',
		aMoment('2026-02-17', { kind: 'holiday', holiday: 'lunar-new-year' }),
		'2027-02-06'
	]
])('%s', (_, moment, on) => {
	const before = (days: number): string => addDays(on as Day, -days);

	test('shows 14 days ahead, and on the day', () => {
		expect([15, 14, 1, 0].map((days) => shows(moment, before(days)))).toEqual([
			...[false, true, true, true]
		]);
		expect(comingOf(moment, before(9) as Day, nextHoliday)).toMatchObject({ on, in: 9 });
	});

	test('shows 30 days ahead where a card goes with it, which should leave a week before', () => {
		const posted = { ...moment, post: true };
		expect([31, 30, 15, 0].map((days) => shows(posted, before(days)))).toEqual([
			...[false, true, true, true]
		]);
		expect(comingOf(posted, before(30) as Day, nextHoliday)?.postBy).toBe(before(7));
	});

	test('does not show the day after, once seen to, or put off', () => {
		expect(shows(moment, addDays(on as Day, 1))).toBe(false);
		expect(shows({ ...moment, doneFor: on as Day }, before(3))).toBe(false);
		const off = { ...moment, snoozedUntil: before(2) as Day };
		expect([shows(off, before(3)), shows(off, before(2))]).toEqual([false, true]);
	});
});

test.each([
	['2017-11-24', '2026-11-22', 9],
	['2017-11-24', '2026-11-25', 10],
	['2020-02-29', '2027-02-01', 7],
	['2026-11-24', '2026-11-22', undefined],
	['--11-24', '2026-11-22', undefined]
])('%s makes on the next time after %s so many years: %s', (day, today, years) => {
	expect(comingOf(aMoment(day), today as Day)?.years).toBe(years);
});

test('a holiday makes no years; without a reckoning it stands on the day written down, once', () => {
	const easter = aMoment('2026-04-05', { kind: 'holiday', holiday: 'easter' });
	expect(comingOf(easter, '2026-11-22' as Day, nextHoliday)?.years).toBeUndefined();
	expect(comingOf(easter, '2026-04-01' as Day)?.on).toBe('2026-04-05');
	expect(comingOf(easter, '2026-11-22' as Day)).toBeUndefined();
});
