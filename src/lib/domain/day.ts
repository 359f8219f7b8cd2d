// Civil days: `2026-11-21`, or `--04-12` where the year is not known. Never instants, never time zones.
/** A full day, `YYYY-MM-DD`. */
export type Day = string & { readonly __day: 'full' };
/** A day of any year, `--MM-DD` (the vCard and ISO 8601:2000 truncated form). */
export type YearlessDay = string & { readonly __day: 'yearless' };
/** A day whose year may not be known. */
export type AnyDay = Day | YearlessDay;

const FULL = /^(\d{4})-(\d{2})-(\d{2})$/;
const YEARLESS = /^--(\d{2})-(\d{2})$/;

/** Days in a month of a year; month is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
	if (month === 2) return isLeapYear(year) ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whether a Gregorian year has a 29 February. */
function isLeapYear(year: number): boolean {
	return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** Whether a text is a day that exists in the calendar. */
export function isDay(text: unknown): text is Day {
	if (typeof text !== 'string') return false;
	const match = FULL.exec(text);
	if (!match) return false;
	return existsInMonth(Number(match[1]), Number(match[2]), Number(match[3]));
}

/** Whether a text is a yearless day that exists in at least one year (29 February does). */
export function isYearlessDay(text: unknown): text is YearlessDay {
	if (typeof text !== 'string') return false;
	const match = YEARLESS.exec(text);
	return match !== null && existsInMonth(2000, Number(match[1]), Number(match[2]));
}

/** Whether a text is a day with or without its year. */
export function isAnyDay(text: unknown): text is AnyDay {
	return isDay(text) || isYearlessDay(text);
}

function existsInMonth(year: number, month: number, day: number): boolean {
	return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** The day of year, month (1 to 12) and day, or undefined when the calendar has no such day. */
export function dayOf(year: number, month: number, day: number): Day | undefined {
	const text = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
	return isDay(text) ? text : undefined;
}

/** The yearless day of month and day, or undefined when no year has it. */
export function yearlessDayOf(month: number, day: number): YearlessDay | undefined {
	const text = `--${pad(month, 2)}-${pad(day, 2)}`;
	return isYearlessDay(text) ? text : undefined;
}

/** The civil day a clock on the wall shows at an instant, in the machine's own time zone. */
export function dayOfDate(date: Date): Day {
	return `${pad(date.getFullYear(), 4)}-${pad(date.getMonth() + 1, 2)}-${pad(date.getDate(), 2)}` as Day;
}

/** Noon of a day in the machine's time zone: safe to format, whatever daylight saving does. */
export function dateOfDay(day: Day): Date {
	const { year, month, day: dayOfMonth } = partsOf(day);
	const date = new Date(2000, month - 1, dayOfMonth, 12);
	date.setFullYear(year, month - 1, dayOfMonth);
	return date;
}

/** Year, month (1 to 12) and day of a full day. */
export function partsOf(day: Day): { year: number; month: number; day: number } {
	return {
		year: Number(day.slice(0, 4)),
		month: Number(day.slice(5, 7)),
		day: Number(day.slice(8, 10))
	};
}

/** Month (1 to 12) and day of a day with or without its year. */
export function monthAndDayOf(day: AnyDay): { month: number; day: number } {
	return { month: Number(day.slice(-5, -3)), day: Number(day.slice(-2)) };
}

/** The year of a day, or undefined when it is not known. */
export function yearOfDay(day: AnyDay): number | undefined {
	return day.startsWith('--') ? undefined : Number(day.slice(0, 4));
}

/** Whole days from one day to another; negative when `to` lies before `from`. */
export function daysBetween(from: Day, to: Day): number {
	return numberOf(to) - numberOf(from);
}

/** The day a number of days later, or earlier when negative. */
export function addDays(day: Day, count: number): Day {
	const date = dateOfDay(day);
	date.setDate(date.getDate() + count);
	return dayOfDate(date);
}

/**
 * The first occurrence of a yearly day on or after `from`. 29 February falls on 28 February in
 * common years.
 */
export function nextOccurrence(day: AnyDay, from: Day): Day {
	const { year } = partsOf(from);
	const thisYear = occurrenceIn(day, year);
	return thisYear >= from ? thisYear : occurrenceIn(day, year + 1);
}

/** The day on which a yearly day falls in a year. */
export function occurrenceIn(day: AnyDay, year: number): Day {
	const { month, day: dayOfMonth } = monthAndDayOf(day);
	return dayOf(year, month, Math.min(dayOfMonth, daysInMonth(year, month))) as Day;
}

/** Days since 1 March of the year 0: a count of days, with years that end in February. */
function numberOf(day: Day): number {
	const { year, month, day: dayOfMonth } = partsOf(day);
	const from = month > 2 ? year : year - 1;
	const leaps = Math.floor(from / 4) - Math.floor(from / 100) + Math.floor(from / 400);
	return 365 * from + leaps + Math.floor((153 * ((month + 9) % 12) + 2) / 5) + dayOfMonth - 1;
}

function pad(number: number, width: number): string {
	return String(number).padStart(width, '0');
}
