// The next touch booked along with the one just logged.
import { isDay, type Day } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Plan } from '$lib/domain/records/plan';
import type { TouchKind } from '$lib/domain/records/touch';

/** One talks again by these; after a card, a gift or an event one calls. */
const AGAIN: readonly TouchKind[] = [
	'call',
	'text',
	'message',
	'email',
	'meeting',
	'meal',
	'visit',
	'video'
];

/** The touch to book for a chosen day, without an agenda; nothing where no day was chosen. */
export function talkAgain(
	person: Id<'person'>,
	kind: TouchKind,
	day: string
): { readonly next?: Omit<Plan, 'id'> } {
	if (!isDay(day)) return {};
	const by: TouchKind = AGAIN.includes(kind) ? kind : 'call';
	return { next: { person, day, kind: by, purpose: 'just-talked' } };
}

/** What is wrong with a day to talk again, in a sentence. */
export function againProblem(day: string, today: Day): string | undefined {
	return isDay(day) && day < today ? 'That day is over.' : undefined;
}
