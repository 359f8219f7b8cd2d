// What the rep decides on the weekly walk. The first decision begins it; there is no other beginning.
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import { missedPlan, type UnderWay } from '$lib/domain/walk';
import type { Kith } from './kith.svelte';
import { firstName } from './say';
import { write } from './writing';

/** What a plan booked anew does not keep. */
const NOTHING_SET = { time: undefined, opener: undefined, snoozedUntil: undefined };

/** Books the next touch with one of the ten; one that was missed is booked anew. */
export function bookOnWalk(
	kith: Kith,
	{ walks }: UnderWay,
	person: Person,
	plan: Omit<Plan, 'id' | 'person'>,
	said: string
): boolean {
	const missed = missedPlan(kith.book.about('plan', person.id), kith.clock.today);
	return write(
		kith,
		(draft) => {
			if (missed) draft.edit('plan', missed.id, { ...NOTHING_SET, ...plan });
			else draft.add('plan', { id: kith.book.newId('plan'), person: person.id, ...plan });
			if (walks.length === 0) {
				draft.add('walk', { id: kith.book.newId('walk'), on: kith.clock.today });
			}
		},
		said
	);
}

/** "Not this week": an honest answer, and nothing is held against anybody. */
export function passOnWalk(kith: Kith, { walks }: UnderWay, person: Person): boolean {
	const [walk] = walks;
	return write(
		kith,
		(draft) => {
			const passed = [...(walk?.passed ?? []), person.id];
			if (walk) draft.edit('walk', walk.id, { passed });
			else draft.add('walk', { id: kith.book.newId('walk'), on: kith.clock.today, passed });
		},
		`Not this week: ${firstName(person)}`
	);
}

/** Ends the walk; the next one begins anew. */
export function finishWalk(kith: Kith, { walks }: UnderWay): void {
	const { today } = kith.clock;
	write(kith, (draft) => {
		for (const { id } of walks) draft.edit('walk', id, { finishedOn: today });
		if (walks.length === 0) {
			draft.add('walk', { id: kith.book.newId('walk'), on: today, finishedOn: today });
		}
	});
}
