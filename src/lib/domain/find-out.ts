// The one thing to find out in the next conversation: never sensitive, never twice in a row. It follows
// from the records alone, so that every device suggests the same.
import type { Day } from './day';
import type { Fact } from './records/fact';
import type { Touch } from './records/touch';

/** Topics one can ask about in passing, the easiest first; none of them is sensitive. */
export const EASY: readonly number[] = [47, 17, 48, 49, 44, 20, 34, 51, 7, 45, 50, 30, 32, 55, 65];

/** What the suggestion follows from. */
export interface FindOutSources {
	readonly touches: readonly Pick<Touch, 'day' | 'outcome'>[];
	/** Topics something is known about, each with the day since when; '' where nobody wrote that down. */
	readonly known: ReadonlyMap<number, string>;
}

/**
 * The topic for the next conversation. All conversations so far are gone through again, each with what
 * was known by then: it was for the next open topic in the round, and this one is for the one after.
 * Where only one is left it waits every other time.
 */
export function toFindOut({ touches, known }: FindOutSources): number | undefined {
	let place = -1;
	let last: number | undefined;
	const suggest = (by: string | undefined): void => {
		const before = last;
		last = undefined;
		for (let step = 1; step <= EASY.length && last === undefined; step++) {
			const at = (place + step) % EASY.length;
			const topic = EASY[at] as number;
			const since = known.get(topic);
			const isOpen = since === undefined || (by !== undefined && since > by);
			if (!isOpen || topic === before) continue;
			last = topic;
			place = at;
		}
	};
	for (const day of conversations(touches)) suggest(day);
	suggest(undefined);
	return last;
}

/** The days they spoke, once for each time. */
function conversations(touches: FindOutSources['touches']): Day[] {
	return touches
		.filter(({ outcome }) => outcome === 'reached')
		.map(({ day }) => day)
		.sort();
}

/** What is known since when: the first day anything was said about a topic. */
export function knownSince(
	facts: readonly Fact[],
	borrowed: Iterable<number>
): ReadonlyMap<number, string> {
	const known = new Map<number, string>();
	for (const { topic, day } of facts) {
		if (topic === undefined) continue;
		const since = known.get(topic);
		if (since === undefined || day < since) known.set(topic, day);
	}
	for (const topic of borrowed) known.set(topic, '');
	return known;
}
