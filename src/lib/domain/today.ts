// What today holds, in the order in which the page has it; nothing that was put off, nothing twice.
import { compare } from './compare';
import type { Day } from './day';
import type { Plan } from './records/plan';
import type { RepPromise } from './records/promise';
import type { ThankYou } from './records/thank-you';

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

/** Thank-yous still owed, oldest first. */
export function owedThankYous(thankYous: readonly ThankYou[], today: Day): ThankYou[] {
	return thankYous
		.filter(({ state, snoozedUntil }) => state === 'owed' && !isLater(snoozedUntil, today))
		.sort((a, b) => compare(a.since, b.since));
}

function isLater(day: Day | undefined, today: Day): boolean {
	return day !== undefined && day > today;
}
