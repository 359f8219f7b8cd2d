// A person's own rhythm: how often the two of you talk anyway.
import { daysBetween, type Day } from './day';
import type { Touch } from './records/touch';

/** So many days with a touch are needed before a rhythm is spoken of. */
const TOUCHES_NEEDED = 5;
/** Of ten gaps, nine are not longer than this one. */
const QUIET_ABOVE = 0.9;

/** What the gaps between the touches that reached somebody tell, in days. */
export interface Rhythm {
	/** The gap in the middle. */
	readonly usual: number;
	/** Above this it is unusually quiet: the 90th percentile, by nearest rank. */
	readonly longest: number;
	/** Days since the last touch. */
	readonly since: number;
}

/** The rhythm of the touches up to `today`; undefined while there are too few. */
export function rhythmOf(touches: readonly Touch[], today: Day): Rhythm | undefined {
	const reached = touches.filter(({ outcome, day }) => outcome === 'reached' && day <= today);
	const days = [...new Set(reached.map(({ day }) => day))].sort();
	const last = days.at(-1);
	if (days.length < TOUCHES_NEEDED || last === undefined) return undefined;
	const gaps = days
		.slice(1)
		.map((day, index) => daysBetween(days[index] ?? day, day))
		.sort((a, b) => a - b);
	return {
		usual: middleOf(gaps),
		longest: gaps[Math.ceil(QUIET_ABOVE * gaps.length) - 1] ?? 0,
		since: daysBetween(last, today)
	};
}

/** Whether more days have gone by than usual for this person. */
export function isUnusuallyQuiet({ since, longest }: Rhythm): boolean {
	return since > longest;
}

/** The median, a whole number of days: of two in the middle the mean, rounded. */
function middleOf(sorted: readonly number[]): number {
	const half = sorted.length >> 1;
	const upper = sorted[half] ?? 0;
	const lower = sorted.length % 2 === 1 ? upper : (sorted[half - 1] ?? upper);
	return Math.round((lower + upper) / 2);
}
