// A day some weeks off as people say it: with its weekday, without its year.
import { dateOfDay, type Day } from '$lib/domain/day';
import { locale } from './language';

const weekdayDayMonth = new Intl.DateTimeFormat(locale, {
	weekday: 'short',
	day: 'numeric',
	month: 'short'
});

/** "Thu 3 Dec". */
export function nearDay(day: Day): string {
	return weekdayDayMonth.format(dateOfDay(day));
}
