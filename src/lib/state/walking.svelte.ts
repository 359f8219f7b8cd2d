// The weekly walk as a screen sees it: who is asked, how each stands, who is next.
import type { Id } from '$lib/domain/id';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import { nextOpen, stepOf, walkUnderWay, type Step } from '$lib/domain/walk';
import type { Kith } from './kith.svelte';

/** One of the ten on the way through. */
export interface Walked {
	readonly person: Person;
	readonly step: Step;
}

/** The walk under way, read from the records alone. */
export class Walking {
	readonly #kith: Kith;
	readonly underWay = $derived.by(() =>
		walkUnderWay(this.#kith.live.all('walk'), this.#kith.clock.today)
	);
	/** Who sits in the Top Ten, in order. */
	readonly ten: readonly Walked[] = $derived.by(() => {
		const { live, clock, ten } = this.#kith;
		return ten.seating.seats.flatMap((slot) => {
			const person = slot && live.get('person', slot.person);
			if (!person) return [];
			const isPassed = this.underWay.passed.has(person.id);
			return [{ person, step: stepOf(live.about('plan', person.id), isPassed, clock.today) }];
		});
	});
	readonly open = $derived(this.ten.filter(({ step }) => step.state === 'open'));
	readonly booked = $derived(this.ten.filter(({ step }) => step.state === 'booked'));
	/** All that is booked with the ten from today on. */
	readonly plans: readonly Plan[] = $derived.by(() => {
		const { live, clock } = this.#kith;
		return this.ten.flatMap(({ person }) =>
			live
				.about('plan', person.id)
				.filter(({ closedOn, day }) => closedOn === undefined && day >= clock.today)
		);
	});

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/** Whose turn it is, after somebody or at first; undefined: all are done. */
	next(after?: Id<'person'>): Person | undefined {
		const open = new Map(this.open.map(({ person }) => [person.id, person]));
		const ids = this.ten.map(({ person }) => person.id);
		const next = nextOpen(ids, (id) => open.has(id), after);
		return next && open.get(next);
	}
}
