// Days as roughly as people remember them, "2019", "2019-03" or a full day, kept as the first or last day meant.
import { dayOf, daysInMonth, isDay, partsOf, type AnyDay, type Day } from './day';

/** Which end of a stretch of time a rough day stands for. */
export type End = 'from' | 'to';

/**
 * The day a rough text means: of a year or a month its first day, or its last.
 * @returns undefined for a text that is no day of any kind
 */
export function readRough(text: string, end: End): Day | undefined {
	const words = text.trim();
	if (isDay(words)) return words;
	const [, year = '', month] = /^(\d{4})(?:[-/.](\d{1,2}))?$/.exec(words) ?? turned(words);
	if (year === '') return undefined;
	const first = end === 'from';
	if (month === undefined) return dayOf(Number(year), first ? 1 : 12, first ? 1 : 31);
	const of = Number(month);
	return dayOf(Number(year), of, first ? 1 : daysInMonth(Number(year), of));
}

/** A day as roughly as it may have been written, in a form `readRough` reads back to the same day. */
export function roughly(day: AnyDay | undefined, end: End): string {
	if (day === undefined || !isDay(day)) return '';
	return (
		[day.slice(0, 4), day.slice(0, 7), day].find((text) => readRough(text, end) === day) ?? day
	);
}

/** The years of a stretch of time; `undefined` where one is not known. */
export function yearsOf(from: AnyDay | undefined, to: AnyDay | undefined) {
	const year = (day: AnyDay | undefined): number | undefined =>
		day !== undefined && isDay(day) ? partsOf(day).year : undefined;
	return { from: year(from), to: year(to) };
}

/* "3/2019", as a form or a letterhead has it. */
function turned(words: string): readonly (string | undefined)[] {
	const [, month, year] = /^(\d{1,2})[-/.](\d{4})$/.exec(words) ?? [];
	return ['', year, month];
}
