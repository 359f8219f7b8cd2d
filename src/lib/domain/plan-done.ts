// What was booked and is done now: a touch does the open plan that was meant for its like.
import { compare } from './compare';
import { addDays, type Day } from './day';
import type { Plan } from './records/plan';
import type { Touch, TouchKind } from './records/touch';
import { seen } from './thanks';

/** A plan missed longer ago than this is not what the touch was for. */
const MISSED_DAYS = 7;

/** Kinds that stand in for each other; any other kind only for itself. */
const FAMILIES: readonly (readonly TouchKind[])[] = [['call', 'video'], ['text', 'message'], seen];

/** Sent is done, whether or not there is an answer. */
const WRITTEN: readonly TouchKind[] = ['text', 'message', 'email', 'card'];

/** What decides it of a touch. */
export type DoneBy = Pick<Touch, 'kind' | 'outcome' | 'day'>;

/**
 * The open plan that is done by a touch which reached the person, or was written to them: that of its day, else the one missed
 * last; of several the one of its very kind, then the earliest.
 * @param plans those with the person
 */
export function planDoneBy(
	plans: readonly Plan[],
	{ kind, outcome, day }: DoneBy
): Plan | undefined {
	if (outcome !== 'reached' && !WRITTEN.includes(kind)) return undefined;
	const family = FAMILIES.find((kinds) => kinds.includes(kind)) ?? [kind];
	return plans
		.filter((plan) => plan.closedOn === undefined && family.includes(plan.kind))
		.filter((plan) => plan.day <= day && plan.day >= earliest(day))
		.sort(
			(a, b) =>
				compare(b.day, a.day) ||
				Number(b.kind === kind) - Number(a.kind === kind) ||
				compare(a.time ?? '', b.time ?? '') ||
				compare(a.id, b.id)
		)[0];
}

function earliest(day: Day): string {
	return addDays(day, -MISSED_DAYS);
}
