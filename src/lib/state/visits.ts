// Seeing somebody: what is booked for today, and the thank-you that came of it.
import { seen, type SeenKind } from '$lib/domain/thanks';
import type { Id } from '$lib/domain/id';
import type { Plan } from '$lib/domain/records/plan';
import type { ThankYou } from '$lib/domain/records/thank-you';
import type { Kith } from './kith.svelte';

/** The meeting, meal or visit that is booked with a person for today. */
export function visitToday(kith: Kith, person: Id<'person'>): Plan | undefined {
	return kith.live
		.about('plan', person)
		.find(
			({ day, kind, closedOn }) =>
				day === kith.clock.today && closedOn === undefined && isSeen(kind)
		);
}

/** Whether a kind of touch is one for which one goes and sees somebody. */
export function isSeen(kind: string | undefined): kind is SeenKind {
	return seen.some((one) => one === kind);
}

/** The thank-you a note's meeting has opened for a person. */
export function thanksOf(kith: Kith, note: Id<'note'>, person: Id<'person'>): ThankYou | undefined {
	const touch = kith.live.get('note', note)?.touch;
	if (touch === undefined) return undefined;
	return kith.live
		.about('thankYou', person)
		.find((thanks) => thanks.touch === touch && thanks.state === 'owed');
}
