// Moments as they come: the next occurrence, the years it makes, and when it should show.
import {
	addDays,
	daysBetween,
	isDay,
	nextOccurrence,
	yearOfDay,
	type AnyDay,
	type Day
} from './day';
import type { Holiday, Moment } from './records/moment';

/** How many days ahead a moment shows, and one that needs post. */
export const AHEAD = 14;
const AHEAD_WITH_POST = 30;
/** Days a card should leave before the day. */
const POST_DAYS = 7;

/** A moment and the day it falls on next. */
export interface Coming {
	readonly moment: Moment;
	readonly on: Day;
	/** Days from today. */
	readonly in: number;
	/** Years it makes: an age, years married; undefined without a year or for a single event. */
	readonly years: number | undefined;
	/** The day a card should leave, for a moment that needs post. */
	readonly postBy: Day | undefined;
}

/** The next time a holiday falls on or after a day, where that can be reckoned; see holidays.ts. */
export type NextHoliday = (holiday: Holiday, from: Day) => Day | undefined;

/**
 * When a moment comes next, or undefined when it is over and does not come back.
 * @param nextHoliday without it a holiday stands on the day that was written down, and only once
 */
export function comingOf(
	moment: Moment,
	today: Day,
	nextHoliday?: NextHoliday
): Coming | undefined {
	const on = dayFrom(moment, today, nextHoliday);
	if (on === undefined) return undefined;
	const year = moment.holiday === undefined ? yearOfDay(moment.day) : undefined;
	const years = moment.yearly && year !== undefined ? Number(on.slice(0, 4)) - year : undefined;
	return {
		moment,
		on,
		in: daysBetween(today, on),
		years: years !== undefined && years > 0 ? years : undefined,
		postBy: moment.post ? addDays(on, -POST_DAYS) : undefined
	};
}

/** The moments to show today, soonest first: near enough, not seen to, not put off. */
export function comingMoments(
	moments: readonly Moment[],
	today: Day,
	nextHoliday?: NextHoliday
): Coming[] {
	const mayShow = mayFallBetween(today, addDays(today, AHEAD_WITH_POST));
	return moments
		.filter(({ day, holiday }) => holiday !== undefined || mayShow(day))
		.map((moment) => comingOf(moment, today, nextHoliday))
		.filter((coming) => coming !== undefined)
		.filter(({ moment, on, in: days }) => {
			const ahead = moment.post ? AHEAD_WITH_POST : AHEAD;
			const putOff = moment.snoozedUntil !== undefined && moment.snoozedUntil > today;
			return days <= ahead && !putOff && moment.doneFor !== on;
		})
		.sort((a, b) => a.in - b.in || (a.moment.id < b.moment.id ? -1 : 1));
}

/** Told by the letters of month and day alone: of thousands of moments few are near. */
export function mayFallBetween(from: Day, until: Day): (day: AnyDay) => boolean {
	const [first, last] = [from.slice(-5), until.slice(-5)];
	return (day) => {
		const date = day.slice(-5);
		if (date === '02-29') return true;
		return first <= last ? date >= first && date <= last : date >= first || date <= last;
	};
}

function dayFrom(moment: Moment, today: Day, nextHoliday?: NextHoliday): Day | undefined {
	const reckoned = moment.holiday && nextHoliday?.(moment.holiday, today);
	if (reckoned !== undefined) return reckoned;
	if (moment.yearly && moment.holiday === undefined) return nextOccurrence(moment.day, today);
	return isDay(moment.day) && moment.day >= today ? moment.day : undefined;
}
