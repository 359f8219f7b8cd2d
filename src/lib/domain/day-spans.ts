// The days that stretches of time end on, for those who read days in a text.
import { addDays, dateOfDay, dayOf, daysInMonth, partsOf, type Day } from './day';

/** The last day one would call so; weeks begin on Monday and end, for work, on Friday. */
export function endOf(span: string, today: Day): Day | undefined {
	if (span === 'day') return today;
	const { year, month } = partsOf(today);
	if (span === 'year') return dayOf(year, 12, 31);
	if (span === 'month') return dayOf(year, month, daysInMonth(year, month));
	if (span === 'next month') {
		const first = month === 12 ? dayOf(year + 1, 1, 1) : dayOf(year, month + 1, 1);
		return first && endOf('month', first);
	}
	const monday = addDays(today, -((dateOfDay(today).getDay() + 6) % 7));
	if (span === 'next week') return addDays(monday, 11);
	const friday = addDays(monday, 4);
	return friday < today ? addDays(monday, 6) : friday;
}

/** The next day of the month with that number; today is one. */
export function nextDate(number: number, today: Day): Day | undefined {
	const { year, month, day } = partsOf(today);
	if (number >= day) return dayOf(year, month, number);
	return month === 12 ? dayOf(year + 1, 1, number) : dayOf(year, month + 1, number);
}

/** "last Tuesday": the one behind us. */
export function before(day: Day, today: Day): Day {
	let earlier = day;
	while (earlier >= today) earlier = addDays(earlier, -7);
	return earlier;
}
