// Who is going quiet: a few people a day, those of the Top Ten first.
import { compare } from './compare';
import type { Day } from './day';
import type { Person } from './records/person';
import { isDue, type Warmth } from './warmth';

/** The most fading people shown on one day. */
const FADING_SHOWN = 5;
/** A person with the warmth and the place in the Top Ten, where there is one. */
export interface Tracked {
	readonly person: Person;
	readonly warmth: Warmth;
	readonly place: number | undefined;
	/** The last day there was any touch, today's included. */
	readonly touchedOn?: Day | undefined;
}

/**
 * Fading and cold people, the Top Ten first, then by how far they have drifted; at most
 * FADING_SHOWN. Who has a touch booked from today on is looked after already and left out.
 */
export function fadingPeople(
	tracked: Iterable<Tracked>,
	hasPlan: (person: Person) => boolean,
	today: Day
): Tracked[] {
	// Of ten thousand people a few are shown: they are picked out, the rest is not put in order.
	const shown: Tracked[] = [];
	for (const one of tracked) {
		const { person, warmth } = one;
		if (!isDue(warmth, today)) continue;
		const last = shown[FADING_SHOWN - 1];
		if (last && byNeed(last, one) <= 0) continue;
		if ((person.snoozedUntil ?? today) > today || hasPlan(person)) continue;
		shown.push(one);
		shown.sort(byNeed);
		shown.length = Math.min(shown.length, FADING_SHOWN);
	}
	return shown;
}

function byNeed(a: Tracked, b: Tracked): number {
	return (
		Number(b.place !== undefined) - Number(a.place !== undefined) ||
		(b.warmth.ratio ?? 0) - (a.warmth.ratio ?? 0) ||
		compare(a.person.id, b.person.id)
	);
}
