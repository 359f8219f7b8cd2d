// The time that is looked at, cut into weeks, months, quarters or years: never more than stay readable.
import { addDays, dayOf, daysBetween, partsOf, type Day } from './day';
import { weekOf } from './weeks';

/** So many bars fit side by side on a narrow phone. */
const MOST = 27;

/** Times that move on with today. */
export const spans = ['12-weeks', '12-months', 'this-year', 'last-year', 'all'] as const;
export type Span = (typeof spans)[number];

/** From one day to another, both belonging to it. */
export interface Period {
	readonly from: Day;
	readonly to: Day;
}

/** How a period is cut. */
export type Step = 'week' | 'month' | 'quarter' | 'year';

/** A period in pieces, oldest first; the first and the last may be shorter than the others. */
export interface Cut {
	readonly step: Step;
	readonly pieces: readonly Period[];
}

/**
 * The days of a span, as of today.
 * @param first the first day with anything on it, for all of the time
 */
export function periodOf(
	span: Span,
	today: Day,
	weekStart: number,
	first: Day | undefined
): Period {
	const { year, month } = partsOf(today);
	switch (span) {
		case '12-weeks':
			return { from: addDays(weekOf(today, weekStart), -7 * 11), to: today };
		case '12-months':
			return { from: monthAt(monthsOf(year, month) - 11), to: today };
		case 'this-year':
			return { from: dayOf(year, 1, 1) as Day, to: today };
		case 'last-year':
			return { from: dayOf(year - 1, 1, 1) as Day, to: dayOf(year - 1, 12, 31) as Day };
		case 'all':
			return { from: first !== undefined && first < today ? first : today, to: today };
	}
}

/** Cuts a period into the smallest pieces that stay readable side by side. */
export function cut(period: Period, weekStart: number): Cut {
	const { from, to } = period;
	if (daysBetween(weekOf(from, weekStart), to) < 7 * MOST) {
		const first = weekOf(from, weekStart);
		return { step: 'week', pieces: piecesOf(period, (at) => addDays(first, 7 * at)) };
	}
	for (const [step, months] of [
		['month', 1],
		['quarter', 3]
	] as const) {
		if (countOf(period, months) <= MOST) return { step, pieces: byMonths(period, months) };
	}
	// A slip of the pen may have put something into the Middle Ages.
	const years = Math.ceil(countOf(period, 12) / MOST);
	return { step: 'year', pieces: byMonths(period, 12 * years) };
}

/**
 * Tells in which piece a day lies, undefined outside of all. Each day is looked for once, however
 * many entries it has.
 */
export function finder(pieces: readonly Period[]): (day: Day) => number | undefined {
	const known = new Map<Day, number>();
	const find = (day: Day): number => {
		let [low, high] = [0, pieces.length - 1];
		while (low <= high) {
			const at = (low + high) >> 1;
			const { from, to } = pieces[at] as Period;
			if (day < from) high = at - 1;
			else if (day > to) low = at + 1;
			else return at;
		}
		return -1;
	};
	return (day) => {
		let at = known.get(day);
		if (at === undefined) known.set(day, (at = find(day)));
		return at < 0 ? undefined : at;
	};
}

/** The first day of the month a number of months before another day's. */
export function monthsBefore(day: Day, count: number): Day {
	const { year, month } = partsOf(day);
	return monthAt(monthsOf(year, month) - count);
}

function byMonths(period: Period, months: number): Period[] {
	const first = blockOf(period.from, months);
	return piecesOf(period, (at) => monthAt((first + at) * months));
}

function piecesOf({ from, to }: Period, startOf: (at: number) => Day): Period[] {
	const pieces: Period[] = [];
	for (let at = 0; startOf(at) <= to; at++) {
		const [start, end] = [startOf(at), addDays(startOf(at + 1), -1)];
		pieces.push({ from: start < from ? from : start, to: end > to ? to : end });
	}
	return pieces;
}

function countOf({ from, to }: Period, months: number): number {
	return blockOf(to, months) - blockOf(from, months) + 1;
}

/** Which block of so many months a day lies in, counted from the year 0. */
function blockOf(day: Day, months: number): number {
	const { year, month } = partsOf(day);
	return Math.floor(monthsOf(year, month) / months);
}

function monthsOf(year: number, month: number): number {
	return year * 12 + month - 1;
}

/** The first day of a month counted from the year 0. */
function monthAt(months: number): Day {
	return dayOf(Math.floor(months / 12), (months % 12) + 1, 1) as Day;
}
