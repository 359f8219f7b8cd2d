// Instants in words.
import { dayOfDate } from '$lib/domain/day';
import { longDay, timeOf } from './say';

/** An instant as a day in full with its time. */
export function dayAndTime(instant: string): string {
	const at = new Date(instant);
	return `${longDay(dayOfDate(at))}, ${timeOf(at.getTime())}`;
}
