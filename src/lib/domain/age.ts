// Ages: from a birth day, or from an age heard on a day.
import { isDay, occurrenceIn, partsOf, type Day } from './day';
import type { Circle } from './records/circle';

/** Nobody gets older. */
export const OLDEST = 120;

/** The age of someone in the circle: from a birth day, or from an age heard on a day. */
export function ageOf({ birthday, age }: Circle, today: Day): number | undefined {
	if (birthday !== undefined && isDay(birthday)) {
		return birthday > today ? undefined : yearsBetween(birthday, today);
	}
	if (!age || age.on > today) return undefined;
	return age.years + yearsBetween(age.on, today);
}

/** Whole years lived from a birth day to another day. */
export function yearsBetween(birth: Day, on: Day): number {
	const year = partsOf(on).year;
	const years = year - partsOf(birth).year;
	return on < occurrenceIn(birth, year) ? years - 1 : years;
}
