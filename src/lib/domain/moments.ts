// Moments as they come: the next occurrence, the years it makes, and when it should show.
import { addDays, daysBetween, isDay, nextOccurrence, yearOfDay, type Day } from './day';
import type { Moment } from './records/moment';

/** How many days ahead a moment shows, and one that needs post. */
const AHEAD = 14;
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

/** When a moment comes next, or undefined when it is over and does not come back. */
export function comingOf(moment: Moment, today: Day): Coming | undefined {
	const on = dayFrom(moment, today);
	if (on === undefined) return undefined;
	const year = yearOfDay(moment.day);
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
export function comingMoments(moments: readonly Moment[], today: Day): Coming[] {
	return moments
		.map((moment) => comingOf(moment, today))
		.filter((coming) => coming !== undefined)
		.filter(({ moment, on, in: days }) => {
			const ahead = moment.post ? AHEAD_WITH_POST : AHEAD;
			const putOff = moment.snoozedUntil !== undefined && moment.snoozedUntil > today;
			return days <= ahead && !putOff && moment.doneFor !== on;
		})
		.sort((a, b) => a.in - b.in || (a.moment.id < b.moment.id ? -1 : 1));
}

function dayFrom(moment: Moment, today: Day): Day | undefined {
	if (moment.yearly) return nextOccurrence(moment.day, today);
	return isDay(moment.day) && moment.day >= today ? moment.day : undefined;
}
