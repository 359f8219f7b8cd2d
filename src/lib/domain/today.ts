// What today holds, in the order of product.md §4; nothing that was put off, nothing twice.
import { daysBetween, type Day } from './day';
import type { Person } from './records/person';
import type { Plan } from './records/plan';
import type { RepPromise } from './records/promise';
import type { ThankYou } from './records/thank-you';
import { isDue, type Warmth } from './warmth';

/** The most fading people shown on one day. */
const FADING_SHOWN = 5;
/** A backup older than this many days is mentioned. */
const BACKUP_DAYS = 14;

/** A person with the warmth and the place in the Top Ten, where there is one. */
export interface Tracked {
	readonly person: Person;
	readonly warmth: Warmth;
	readonly place: number | undefined;
}

/** Promises due today or earlier, oldest first; one without a day counts as due. */
export function duePromises(promises: readonly RepPromise[], today: Day): RepPromise[] {
	return promises
		.filter(
			({ keptOn, due, snoozedUntil }) =>
				keptOn === undefined && (due ?? today) <= today && !isLater(snoozedUntil, today)
		)
		.sort((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.id, b.id));
}

/** Booked touches of today and those missed before, by day and time. */
export function bookedPlans(plans: readonly Plan[], today: Day): Plan[] {
	return plans
		.filter(
			({ closedOn, day, snoozedUntil }) =>
				closedOn === undefined && day <= today && !isLater(snoozedUntil, today)
		)
		.sort((a, b) => compare(a.day, b.day) || compare(a.time ?? '', b.time ?? ''));
}

/** A person's next booked touch, today's included. */
export function nextPlan(plans: readonly Plan[], today: Day): Plan | undefined {
	return plans
		.filter(({ closedOn, day }) => closedOn === undefined && day >= today)
		.sort((a, b) => compare(a.day, b.day) || compare(a.time ?? '', b.time ?? ''))[0];
}

/** Thank-yous still owed, oldest first. */
export function owedThankYous(thankYous: readonly ThankYou[], today: Day): ThankYou[] {
	return thankYous
		.filter(({ state, snoozedUntil }) => state === 'owed' && !isLater(snoozedUntil, today))
		.sort((a, b) => compare(a.since, b.since));
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
		if (!isDue(warmth, today) || isLater(person.snoozedUntil, today)) continue;
		const last = shown[FADING_SHOWN - 1];
		if ((last && byNeed(last, one) <= 0) || hasPlan(person)) continue;
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

/**
 * Days since the last backup when that is worth saying: over BACKUP_DAYS, or never and the book is
 * older than that; undefined otherwise.
 */
export function backupAge(
	backedUpOn: Day | undefined,
	bookSince: Day | undefined,
	today: Day
): number | undefined {
	const since = backedUpOn ?? bookSince;
	if (since === undefined) return undefined;
	const days = daysBetween(since, today);
	return days > BACKUP_DAYS ? days : undefined;
}

function isLater(day: Day | undefined, today: Day): boolean {
	return day !== undefined && day > today;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
