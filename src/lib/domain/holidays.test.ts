// Holidays against published tables: US Naval Observatory (Easter), Greek Orthodox Archdiocese of America
// (Orthodox Easter), Hong Kong Observatory (Lunar New Year), the Umm al-Qura calendar (Eid), Hebcal
// (Rosh Hashanah and Hanukkah, first day), 5 U.S.C. 6103 and the Holidays Act of Canada (Thanksgiving).
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { Day } from './day';
import { daysOfHoliday, isFixedHoliday, nextHoliday } from './holidays';
import { holidays, type Holiday } from './records/moment';

const published: Readonly<Record<Holiday, readonly string[]>> = {
	'new-year': ['2024-01-01', '2025-01-01', '2026-01-01', '2027-01-01', '2028-01-01'],
	'lunar-new-year': ['2024-02-10', '2025-01-29', '2026-02-17', '2027-02-06', '2028-01-26'],
	easter: ['2024-03-31', '2025-04-20', '2026-04-05', '2027-03-28', '2028-04-16'],
	'orthodox-easter': ['2024-05-05', '2025-04-20', '2026-04-12', '2027-05-02', '2028-04-16'],
	'eid-al-fitr': ['2024-04-10', '2025-03-30', '2026-03-20', '2027-03-09', '2028-02-26'],
	'eid-al-adha': ['2024-06-16', '2025-06-06', '2026-05-27', '2027-05-16', '2028-05-05'],
	'rosh-hashanah': ['2024-10-03', '2025-09-23', '2026-09-12', '2027-10-02', '2028-09-21'],
	'thanksgiving-us': ['2024-11-28', '2025-11-27', '2026-11-26', '2027-11-25', '2028-11-23'],
	'thanksgiving-canada': ['2024-10-14', '2025-10-13', '2026-10-12', '2027-10-11', '2028-10-09'],
	hanukkah: ['2024-12-26', '2025-12-15', '2026-12-05', '2027-12-25', '2028-12-13'],
	christmas: ['2024-12-25', '2025-12-25', '2026-12-25', '2027-12-25', '2028-12-25'],
	'orthodox-christmas': ['2024-01-07', '2025-01-07', '2026-01-07', '2027-01-07', '2028-01-07']
};

afterEach(() => {
	vi.unstubAllGlobals();
	vi.resetModules();
});

test.each(holidays)('%s falls on its published days from 2024 to 2028', (holiday) => {
	const found = [2024, 2025, 2026, 2027, 2028].flatMap(
		(year) => daysOfHoliday(holiday, year) ?? []
	);
	expect(found).toEqual(published[holiday]);
});

test.each([
	[1818, '1818-03-22'],
	[1954, '1954-04-18'],
	[1981, '1981-04-19'],
	[2038, '2038-04-25'],
	[2285, '2285-03-22']
])('Easter at its earliest, at its latest and where the rule bends: %d', (year, day) => {
	expect(daysOfHoliday('easter', year)).toEqual([day]);
});

test.each([2027, 2030])('Lunar New Year %d, whose new moon is minutes from midnight', (year) => {
	expect(daysOfHoliday('lunar-new-year', year)).toEqual([
		{ 2027: '2027-02-06', 2030: '2030-02-03' }[year]
	]);
});

describe('the next time', () => {
	test.each([
		['christmas', '2026-12-25', '2026-12-25'],
		['christmas', '2026-12-26', '2027-12-25'],
		['easter', '2026-04-06', '2027-03-28'],
		['hanukkah', '2026-12-31', '2027-12-25']
	] as const)('%s, asked on %s, is %s', (holiday, from, next) => {
		expect(nextHoliday(holiday, from as Day)).toBe(next);
	});

	test('Eid comes twice in one year of ours', () => {
		const days = daysOfHoliday('eid-al-fitr', 2033) ?? [];
		expect(days.map((day) => day.slice(0, 7))).toEqual(['2033-01', '2033-12']);
		expect(nextHoliday('eid-al-fitr', '2033-02-01' as Day)).toBe(days[1]);
	});
});

test('without the calendar nothing is made up', async () => {
	class OnlyOurs extends Intl.DateTimeFormat {
		override resolvedOptions(): Intl.ResolvedDateTimeFormatOptions {
			return { ...super.resolvedOptions(), calendar: 'gregory' };
		}
	}
	vi.stubGlobal('Intl', { ...Intl, DateTimeFormat: OnlyOurs });
	vi.resetModules();
	const without = await import('./holidays');
	for (const holiday of holidays) {
		const day = without.nextHoliday(holiday, '2028-01-01' as Day);
		const needsCalendar = /lunar|eid|rosh|hanukkah/.test(holiday);
		expect(day === undefined, holiday).toBe(needsCalendar);
	}
});

test('which have the same day every year', () => {
	expect(holidays.filter(isFixedHoliday)).toEqual(['new-year', 'christmas', 'orthodox-christmas']);
});
