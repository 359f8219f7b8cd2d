// The next booked touch with somebody.
import { compare } from './compare';
import type { Day } from './day';
import type { Plan } from './records/plan';

/** A person's next booked touch, today's and one put off until a later day included. */
export function nextPlan(plans: readonly Plan[], today: Day): Plan | undefined {
	return plans
		.filter(
			({ closedOn, day, snoozedUntil }) =>
				closedOn === undefined && (day >= today || (snoozedUntil ?? day) >= today)
		)
		.sort((a, b) => compare(a.day, b.day) || compare(a.time ?? '', b.time ?? ''))[0];
}
