// The days of the sample book, counted back from today, and instants on them; no clock is asked.
import { addDays, monthAndDayOf, occurrenceIn, partsOf, yearlessDayOf } from '$lib/domain/day';
import type { AnyDay, Day } from '$lib/domain/day';

const DAY = 86_400_000;
const MINUTE = 60_000;

/** Days before and after today. Instants are in UTC, so that every machine makes the same book. */
export class Calendar {
	readonly today: Day;
	/** How many days ago the book begins. */
	readonly span: number;
	readonly #now: number;
	readonly #midnight: number;
	readonly #past: Day[] = [];

	constructor(today: Day, now: number, years: number) {
		const { year, month, day } = partsOf(today);
		this.today = today;
		this.span = Math.floor(365 * years);
		this.#now = now;
		this.#midnight = Date.UTC(year, month - 1, day);
	}

	/** The day so many days ago; the book's first day for all before it. */
	ago(days: number): Day {
		const ago = Math.min(days, this.span);
		return (this.#past[ago] ??= addDays(this.today, -ago));
	}

	/** The day in so many days, or ago when negative. */
	in(days: number): Day {
		return days <= 0 ? this.ago(-days) : addDays(this.today, days);
	}

	/** The nearest number of days, further away, in which it is no weekend; today may be one. */
	workday(days: number): number {
		const weekday = new Date(this.#midnight + days * DAY).getUTCDay();
		if (days === 0 || (weekday !== 0 && weekday !== 6)) return days;
		return days > 0 ? days + (weekday === 6 ? 2 : 1) : days - (weekday === 6 ? 1 : 2);
	}

	/** An instant on the day so many days ago, never later than now. */
	instant(ago: number, minutes: number): number {
		return Math.min(
			this.#now,
			Math.trunc(this.#midnight - Math.min(ago, this.span) * DAY + minutes * MINUTE)
		);
	}

	/** The instant some minutes before now. */
	before(minutes: number): number {
		return this.#now - minutes * MINUTE;
	}

	/** Some time of the day in so many days. */
	dateOf(days: number): Date {
		return new Date(this.#midnight + days * DAY);
	}
}

/** The day a yearly day began, so many years before; yearless when nobody knows how many. */
export function yearsBefore(day: Day, years: number): Day;
export function yearsBefore(day: Day, years: number | undefined): AnyDay;
export function yearsBefore(day: Day, years: number | undefined): AnyDay {
	if (years !== undefined) return occurrenceIn(day, partsOf(day).year - years);
	const { month, day: dayOfMonth } = monthAndDayOf(day);
	return yearlessDayOf(month, dayOfMonth) ?? day;
}
