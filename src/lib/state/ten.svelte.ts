// The Top Ten as it stands: who sits where, and how warm each person is.
import { placesOf, seatTen } from '$lib/domain/top-ten';
import { cadenceOf, warmthOf, type Warmth } from '$lib/domain/warmth';
import type { Person } from '$lib/domain/records/person';
import { SETTINGS_ID } from '$lib/domain/records/settings';
import type { Clock } from './clock.svelte';
import type { Live } from './live.svelte';

/** Seats and warmth, computed from slots and touches. */
export class Ten {
	readonly #live: Live;
	readonly #clock: Clock;
	/** Open memberships of people who are in the book and not in the trash. */
	readonly seating = $derived.by(() =>
		seatTen(
			this.#live.all('slot').filter(({ person }) => {
				const found = this.#live.get('person', person);
				return found !== undefined && found.trashedAt === undefined;
			})
		)
	);
	/** The place, 1 to 10, by person. */
	readonly places = $derived(placesOf(this.seating));

	constructor(live: Live, clock: Clock) {
		this.#live = live;
		this.#clock = clock;
	}

	/** A person's warmth today with its arithmetic; for everybody's at once there is standings.svelte.ts. */
	warmth(person: Person): Warmth {
		const inTen = this.places.has(person.id);
		const cadence = cadenceOf(person, inTen, this.#live.get('settings', SETTINGS_ID));
		return warmthOf(this.#live.about('touch', person.id), cadence, inTen, this.#clock.today);
	}
}
