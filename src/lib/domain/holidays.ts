// Holidays that fall on another day each year: reckoned by rule, or by the browser's own calendars.
//
// Easter: the rule of Oudin, as the US Naval Observatory gives it; Orthodox Easter: Meeus, *Astronomical
// Algorithms*, ch. 8. Lunar New Year, Eid and the Jewish days come from CLDR's calendars `chinese`,
// `islamic-umalqura` (the calendar of Umm al-Qura, Mecca; a sighting elsewhere may differ by a day) and
// `hebrew`; those days begin at sunset of the day before. The tests hold them against published tables.
import { addDays, dayOf, dayOfDate, partsOf, type Day } from './day';
import type { Holiday } from './records/moment';

/** How many years are looked through for the next time: a lunar year may miss a year of ours. */
const YEARS_AHEAD = 3;

const MONDAY = 1;
const THURSDAY = 4;

/** Days of a year by a rule; undefined where this browser lacks the calendar. */
type Rule = (year: number) => readonly Day[] | undefined;

const rules: Readonly<Record<Holiday, Rule>> = {
	'new-year': (year) => fixed(year, 1, 1),
	'lunar-new-year': (year) => lunarNewYear(year),
	easter: (year) => [easterOf(year)],
	'orthodox-easter': (year) => [orthodoxEasterOf(year)],
	'eid-al-fitr': byCalendar('islamic-umalqura', '10', '1', [1, 12]),
	'eid-al-adha': byCalendar('islamic-umalqura', '12', '10', [1, 12]),
	'rosh-hashanah': byCalendar('hebrew', 'Tishri', '1', [9, 10]),
	'thanksgiving-us': (year) => [weekdayIn(year, 11, THURSDAY, 4)],
	'thanksgiving-canada': (year) => [weekdayIn(year, 10, MONDAY, 2)],
	hanukkah: byCalendar('hebrew', 'Kislev', '25', [11, 12]),
	christmas: (year) => fixed(year, 12, 25),
	'orthodox-christmas': (year) => fixed(year, 1, 7)
};

/**
 * New moons within minutes of midnight in Beijing (2027: 23:56; 2030: 0:07), which
 * browsers whose calendar reckons less closely put on the wrong side of it.
 */
const CLOSE_TO_MIDNIGHT: Readonly<Record<number, Day>> = {
	2027: '2027-02-06' as Day,
	2030: '2030-02-03' as Day
};
const lunarCalendar = byCalendar('chinese', '1', '1', [1, 2]);

const known = new Map<string, readonly Day[] | undefined>();

/**
 * The days on which a holiday falls in a year: mostly one, for Eid in some years two. Undefined
 * where this browser does not know the calendar.
 */
export function daysOfHoliday(holiday: Holiday, year: number): readonly Day[] | undefined {
	const key = `${holiday} ${year}`;
	if (!known.has(key)) known.set(key, rules[holiday](year));
	return known.get(key);
}

/** The next time a holiday falls on or after a day; undefined where it cannot be reckoned. */
export function nextHoliday(holiday: Holiday, from: Day): Day | undefined {
	const { year } = partsOf(from);
	for (let ahead = 0; ahead < YEARS_AHEAD; ahead++) {
		const next = daysOfHoliday(holiday, year + ahead)?.find((day) => day >= from);
		if (next !== undefined) return next;
	}
	return undefined;
}

/** Whether a holiday has the same day every year. */
export function isFixedHoliday(holiday: Holiday): boolean {
	return ['new-year', 'christmas', 'orthodox-christmas'].includes(holiday);
}

function fixed(year: number, month: number, day: number): readonly Day[] {
	return [dayOf(year, month, day) as Day];
}

function lunarNewYear(year: number): readonly Day[] | undefined {
	const reckoned = lunarCalendar(year);
	const published = CLOSE_TO_MIDNIGHT[year];
	return reckoned && published !== undefined ? [published] : reckoned;
}

/** The nth of a weekday in a month; 0 is Sunday. */
function weekdayIn(year: number, month: number, weekday: number, nth: number): Day {
	const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay();
	return dayOf(year, month, 1 + ((weekday - first + 7) % 7) + 7 * (nth - 1)) as Day;
}

/** Gregorian Easter Sunday. */
function easterOf(year: number): Day {
	const century = Math.floor(year / 100);
	const golden = year % 19;
	const k = Math.floor((century - 17) / 25);
	let moon = century - Math.floor(century / 4) - Math.floor((century - k) / 3) + 19 * golden + 15;
	moon %= 30;
	const late = Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11);
	moon -= Math.floor(moon / 28) * (1 - Math.floor(moon / 28) * late);
	const leaps = Math.floor(year / 4) + 2 - century + Math.floor(century / 4);
	const sunday = moon - ((year + leaps + moon) % 7);
	const month = 3 + Math.floor((sunday + 40) / 44);
	return dayOf(year, month, sunday + 28 - 31 * Math.floor(month / 4)) as Day;
}

/** Orthodox Easter Sunday: reckoned in the Julian calendar, told in ours. */
function orthodoxEasterOf(year: number): Day {
	const moon = (19 * (year % 19) + 15) % 30;
	const sunday = (2 * (year % 4) + 4 * (year % 7) - moon + 34) % 7;
	const month = Math.floor((moon + sunday + 114) / 31);
	const day = ((moon + sunday + 114) % 31) + 1;
	const behind = Math.floor(year / 100) - Math.floor(year / 400) - 2;
	return addDays(dayOf(year, month, day) as Day, behind);
}

/** A rule that looks through some months of our year for a day of another calendar. */
function byCalendar(
	calendar: string,
	month: string,
	day: string,
	[first, last]: readonly [number, number]
): Rule {
	return (year) => {
		const reader = readerOf(calendar);
		if (!reader) return undefined;
		const found: Day[] = [];
		const date = new Date(year, first - 1, 1, 12);
		for (
			;
			date.getFullYear() === year && date.getMonth() < last;
			date.setDate(date.getDate() + 1)
		) {
			const parts = reader.formatToParts(date);
			const isIt = (type: string, value: string): boolean =>
				parts.some((part) => part.type === type && part.value === value);
			if (isIt('day', day) && isIt('month', month)) found.push(dayOfDate(date));
		}
		return found;
	};
}

/** A browser without the calendar quietly falls back to another one, and says so here. */
function readerOf(calendar: string): Intl.DateTimeFormat | undefined {
	const reader = new Intl.DateTimeFormat('en', { calendar, day: 'numeric', month: 'numeric' });
	return reader.resolvedOptions().calendar === calendar ? reader : undefined;
}
