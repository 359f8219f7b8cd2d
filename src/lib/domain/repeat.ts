// What comes back: the next day of a plan or a promise that repeats.
import { addDays, dayOf, daysBetween, daysInMonth, isDay, partsOf, type Day } from './day';
import type { Repeat } from './records/field';

/** The next day of a series, and how it goes on from there. */
export interface Turn {
	readonly day: Day;
	readonly repeat: Repeat;
}

/**
 * The first day of the series after `after`, and after `day` itself. Where a month is too short, its
 * last day stands in, and `repeat.on` remembers the day of the month for the months that have it.
 * Undefined beyond the years a day can have.
 */
export function nextTurn(day: Day, repeat: Repeat, after: Day): Turn | undefined {
	const { every, unit } = repeat;
	if (unit === 'day' || unit === 'week') {
		const length = unit === 'week' ? every * 7 : every;
		const times = Math.max(1, Math.floor(daysBetween(day, after) / length) + 1);
		const next = addDays(day, times * length);
		return isDay(next) ? { day: next, repeat: { every, unit } } : undefined;
	}
	const { year, month, day: dayOfMonth } = partsOf(day);
	const wanted = Math.max(repeat.on ?? 0, dayOfMonth);
	const length = unit === 'year' ? every * 12 : every;
	for (let months = year * 12 + month - 1 + length; ; months += length) {
		const [inYear, inMonth] = [Math.floor(months / 12), (months % 12) + 1];
		const last = daysInMonth(inYear, inMonth);
		const next = dayOf(inYear, inMonth, Math.min(wanted, last));
		if (next === undefined) return undefined;
		if (next <= after) continue;
		return { day: next, repeat: { every, unit, ...(wanted > last ? { on: wanted } : {}) } };
	}
}
