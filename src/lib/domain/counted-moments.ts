// Moments nobody has to write down: they are counted from what is known of a person and the circle.
import { isAnniversary, withAnniversaries } from './anniversaries';
import { isCircleBirthday, withBirthdays } from './circle-birthdays';
import { mayFallBetween } from './moments';
import type { Day } from './day';
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';
import type { Person } from './records/person';

/** What moments are counted from; nothing of it is in the trash. */
export interface Countable {
	readonly people: readonly Person[];
	readonly circle: readonly Circle[];
	/** Those written down, with these people. */
	readonly moments: readonly Moment[];
}

/** Whether a moment is one that is counted, and not one the rep wrote down. */
export function isCounted(moment: Moment): boolean {
	return isAnniversary(moment) || isCircleBirthday(moment);
}

/**
 * The moments the rep wrote down, the work anniversaries of these people, and the birthdays around them.
 * @param until with it, only what may fall between today and that day is counted
 */
export function withCounted(
	{ people, circle, moments }: Countable,
	today: Day,
	until?: Day
): readonly Moment[] {
	const mayShow = until === undefined ? undefined : mayFallBetween(today, until);
	const written = withAnniversaries(people, moments, today, mayShow);
	return withBirthdays(people, circle, written, today, mayShow);
}
