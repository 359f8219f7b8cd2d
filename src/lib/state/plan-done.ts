// The booked touch that another touch does, in the book and in words.
import type { Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import { planDoneBy, type DoneBy } from '$lib/domain/plan-done';
import type { Plan } from '$lib/domain/records/plan';
import type { Kith } from './kith.svelte';
import { shortDay, touchKindWords, within } from './say';

/** The booked touch with a person that is done by a touch; undefined when none is. */
export function bookedAndDone(
	{ book }: Kith,
	person: Id<'person'>,
	touch: DoneBy
): Plan | undefined {
	return planDoneBy(book.about('plan', person), touch);
}

/** "This was the call booked for today." */
export function wasBooked({ kind, day }: Plan, today: Day): string {
	const what = kind === 'video' ? 'video call' : within(touchKindWords[kind]);
	return `This was the ${what} booked for ${shortDay(day, today)}.`;
}
