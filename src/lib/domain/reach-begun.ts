// Reaching for somebody by a link that leaves the app: what kind of touch it begins, and what was booked.
import type { Plan } from './records/plan';
import type { TouchKind } from './records/touch';
import type { Day } from './day';

/** Touches that begin with a link. */
export const begunKinds = ['call', 'text', 'message', 'email'] as const;
export type BegunKind = (typeof begunKinds)[number];

/** Booked touches that a call or a few words can be; a visit is not done by calling before it. */
const FROM_AFAR: readonly TouchKind[] = [...begunKinds, 'video'];

const KINDS: readonly (readonly [start: string, kind: BegunKind])[] = [
	['tel:', 'call'],
	['sms:', 'text'],
	['https://wa.me/', 'message'],
	['mailto:', 'email']
];

/** The touch that a link begins; undefined when it reaches for nobody. */
export function kindBegunBy(href: string): BegunKind | undefined {
	const link = href.toLowerCase();
	return KINDS.find(([start]) => link.startsWith(start))?.[1];
}

/**
 * The booked touch that is done by reaching for somebody: that day's, else the last one missed; of
 * several the one of its kind, then the earliest.
 * @param plans those with the person
 */
export function planDoneBy(plans: readonly Plan[], kind: TouchKind, day: Day): Plan | undefined {
	return plans
		.filter(
			(plan) => plan.closedOn === undefined && plan.day <= day && FROM_AFAR.includes(plan.kind)
		)
		.sort(
			(a, b) =>
				compare(b.day, a.day) ||
				Number(b.kind === kind) - Number(a.kind === kind) ||
				compare(a.time ?? '', b.time ?? '') ||
				compare(a.id, b.id)
		)[0];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
