// A day some weeks off as people say it: with its weekday, without its year.
import { dateOfDay, type Day } from '$lib/domain/day';

const weekdayDayMonth = new Intl.DateTimeFormat(undefined, {
	weekday: 'short',
	day: 'numeric',
	month: 'short'
});

/** "Thu 3 Dec". */
export function nearDay(day: Day): string {
	return weekdayDayMonth.format(dateOfDay(day));
}
