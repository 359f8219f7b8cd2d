// Selling against not selling: the two counts of a person, and what they say.
import { daysBetween, type Day } from './day';
import type { Touch } from './records/touch';

/** Touches of a time span, counted by what the rep wanted. */
export interface Counts {
	readonly justTalked: number;
	readonly selling: number;
}

/** Rule 4: touches of the last `days` days (today included), just talked against business and asked. */
export function countTouches(touches: readonly Touch[], days: number, today: Day): Counts {
	let justTalked = 0;
	let selling = 0;
	for (const touch of touches) {
		const ago = daysBetween(touch.day, today);
		if (ago < 0 || ago >= days) continue;
		if (touch.purpose === 'just-talked') justTalked++;
		else selling++;
	}
	return { justTalked, selling };
}

/** Rule 4: three or more selling touches and none without an agenda, in 90 days. */
export function isOneWayStreet(counts90: Counts): boolean {
	return counts90.selling >= 3 && counts90.justTalked === 0;
}

/** The last day without an agenda, for the headline "days since"; undefined when there was none. */
export function lastNotSelling(touches: readonly Touch[], today: Day): Day | undefined {
	let last: Day | undefined;
	for (const { purpose, day } of touches) {
		if (purpose === 'just-talked' && day <= today && (!last || day > last)) last = day;
	}
	return last;
}
