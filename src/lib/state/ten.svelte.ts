// The Top Ten as it stands: who sits where.
import { placesOf, seatTen } from '$lib/domain/top-ten';
import type { Live } from './live.svelte';

/** Seats, computed from the slots. */
export class Ten {
	readonly #live: Live;
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

	constructor(live: Live) {
		this.#live = live;
	}
}
