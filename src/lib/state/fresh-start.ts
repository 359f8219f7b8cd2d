// A fresh start: what has piled up comes up again bit by bit, in one step that can be taken back.
import { isPiledUp, overdueOf, spread, type Overdue } from '$lib/domain/fresh-start';
import type { Tracked } from '$lib/domain/fading';
import { nextPlan } from '$lib/domain/next-plan';
import { isDue } from '$lib/domain/warmth';
import type { Kith } from './kith.svelte';
import { count } from './say';
import { write } from './writing';

/**
 * Everything that is overdue, when it is so much that a fresh start is offered; else nothing.
 * @param standings how those stand that are to be counted: everybody, or those shown
 */
export function piledUp(kith: Kith, standings: readonly Tracked[]): Overdue[] {
	const { live, clock } = kith;
	const { today } = clock;
	const book = live.read('person', 'promise', 'plan', 'thankYou', 'touch');
	const isHere = (id: string | undefined): boolean => {
		const person = id === undefined ? undefined : book.get('person', id);
		return person !== undefined && person.trashedAt === undefined;
	};
	const overdue = overdueOf({
		promises: book.all('promise').filter(({ person }) => person === undefined || isHere(person)),
		plans: book.all('plan').filter(({ person }) => isHere(person)),
		thankYous: book.all('thankYou').filter(({ person, touch }) => {
			const met = book.get('touch', touch);
			return isHere(person) && met !== undefined && met.trashedAt === undefined;
		}),
		fading: standings
			.filter(
				({ person, warmth }) =>
					isDue(warmth, today) && nextPlan(book.about('plan', person.id), today) === undefined
			)
			.map(({ person }) => person),
		today,
		now: clock.now
	});
	return isPiledUp(overdue) ? overdue : [];
}

/** Spreads it over the coming four weeks. */
export function startAfresh(kith: Kith, overdue: readonly Overdue[]): void {
	const spreads = spread(overdue, kith.ten.places, kith.clock.today);
	write(
		kith,
		(draft) => {
			for (const { overdue: one, day } of spreads) {
				// A call missed is a call booked anew, at no hour; one of a series keeps its own day.
				if (one.table === 'plan' && one.record.repeat === undefined) {
					draft.edit('plan', one.record.id, { day, time: undefined, snoozedUntil: undefined });
				} else {
					draft.edit(one.table, one.record.id, { snoozedUntil: day });
				}
			}
		},
		`${count(spreads.length, 'thing')} spread over four weeks`
	);
}
