// Touches by week: just talked against selling, for a plot.
import { addDays, dateOfDay, daysBetween, type Day } from './day';
import type { Touch } from './records/touch';
import type { Counts } from './selling';

/** One week and its touches. */
export interface Week extends Counts {
	/** The week's first day. */
	readonly from: Day;
}

/** The first day of the week a day lies in. @param weekStart 0 Sunday to 6 Saturday */
export function weekOf(day: Day, weekStart: number): Day {
	return addDays(day, -((dateOfDay(day).getDay() - weekStart + 7) % 7));
}

/**
 * The last `weeks` weeks, this one last. A touch with several people is one, however often it is
 * given; what lies ahead of today is left out.
 */
export function touchesByWeek(
	touches: Iterable<Touch>,
	weeks: number,
	weekStart: number,
	today: Day
): Week[] {
	const first = addDays(weekOf(today, weekStart), -7 * (weeks - 1));
	const counted = Array.from({ length: weeks }, (_, index) => ({
		from: addDays(first, 7 * index),
		justTalked: 0,
		selling: 0
	}));
	const seen = new Set<string>();
	for (const { id, day, purpose } of touches) {
		if (day < first || day > today || seen.has(id)) continue;
		seen.add(id);
		const week = counted[Math.floor(daysBetween(first, day) / 7)];
		if (!week) continue;
		if (purpose === 'just-talked') week.justTalked++;
		else week.selling++;
	}
	return counted;
}
