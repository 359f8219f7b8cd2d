// Day by day: a year of months, and which counts look alike on a map of it.
import { addDays, dayOf, partsOf, type Day } from './day';
import { monthsBefore, type Period } from './insights-period';

const MONTHS = 12;
/** One, two, three and more, as long as hardly any day has more than three. */
const PLAIN = [1, 2, 3] as const;

/** One month; `counts` has a number for each of its days, undefined for those outside the period. */
export interface MonthOfDays {
	readonly first: Day;
	readonly counts: readonly (number | undefined)[];
}

/** From which count on a day is drawn light, stronger, and strongest. */
export type Levels = readonly [light: number, strong: number, strongest: number];

/** The months of a period day by day: the last twelve when there are more. */
export function monthsOfDays(days: ReadonlyMap<Day, number>, { from, to }: Period): MonthOfDays[] {
	const months: MonthOfDays[] = [];
	for (let ago = MONTHS - 1; ago >= 0; ago--) {
		const first = monthsBefore(to, ago);
		const last = addDays(monthsBefore(to, ago - 1), -1);
		if (last < from) continue;
		const { year, month, day: length } = partsOf(last);
		const counts = Array.from({ length }, (_, at) => {
			const day = dayOf(year, month, at + 1) as Day;
			return day < from || day > to ? undefined : (days.get(day) ?? 0);
		});
		months.push({ first, counts });
	}
	return months;
}

/** Levels that tell quiet days from full ones, in a book with two touches a day or with fifty. */
export function levelsOf(months: readonly MonthOfDays[]): Levels {
	const counts = months
		.flatMap((month) => month.counts.filter((count) => count !== undefined && count > 0))
		.sort((a = 0, b = 0) => a - b);
	// One very full day must not make all others look empty.
	const high = counts[Math.floor(counts.length * 0.9)] ?? 0;
	if (high <= PLAIN[2]) return PLAIN;
	return [1, Math.ceil(high / 3) + 1, Math.ceil((2 * high) / 3) + 1];
}

/** How a day is drawn: 0 nothing, up to 3. */
export function levelOf(count: number, levels: Levels): number {
	return levels.filter((from) => count >= from).length;
}
