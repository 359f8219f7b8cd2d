// The friends question: asked once a quarter, and what was answered over the quarters.
import { addDays, dayOf, partsOf, type Day } from './day';
import type { FriendsAnswer } from './records/friends-answer';

/** An answer near a quarter's end counts for the first weeks of the next one, too. */
const LEAST_DAYS = 42;

/** One quarter with the answer that stands for it. */
export interface FriendsQuarter {
	readonly year: number;
	/** 1 to 4. */
	readonly quarter: number;
	readonly answer: FriendsAnswer;
}

/** The latest answer; undefined when the question was never answered. */
export function lastAnswer(answers: readonly FriendsAnswer[]): FriendsAnswer | undefined {
	return answers.toSorted(byDay).at(-1);
}

/** The day from which on the question is asked again. */
export function askAgainOn({ on }: FriendsAnswer): Day {
	const { year, quarter } = quarterOf(on);
	const next = dayOf(
		quarter === 4 ? year + 1 : year,
		quarter === 4 ? 1 : quarter * 3 + 1,
		1
	) as Day;
	const soonest = addDays(on, LEAST_DAYS);
	return next > soonest ? next : soonest;
}

/** Whether to ask today. */
export function isFriendsQuestionDue(answers: readonly FriendsAnswer[], today: Day): boolean {
	const last = lastAnswer(answers);
	return last === undefined || askAgainOn(last) <= today;
}

/** The quarters with an answer, oldest first; the latest answer of a quarter counts. */
export function friendsByQuarter(answers: readonly FriendsAnswer[]): FriendsQuarter[] {
	const quarters = new Map<string, FriendsQuarter>();
	for (const answer of answers.toSorted(byDay)) {
		const { year, quarter } = quarterOf(answer.on);
		quarters.set(`${year} ${quarter}`, { year, quarter, answer });
	}
	return [...quarters.values()];
}

function quarterOf(day: Day): { readonly year: number; readonly quarter: number } {
	const { year, month } = partsOf(day);
	return { year, quarter: Math.ceil(month / 3) };
}

function byDay(a: FriendsAnswer, b: FriendsAnswer): number {
	if (a.on !== b.on) return a.on < b.on ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}
