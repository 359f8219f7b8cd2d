// How warm one person is; for everybody's warmth at once there is standings.svelte.ts.
import type { Person } from '$lib/domain/records/person';
import { SETTINGS_ID } from '$lib/domain/records/settings';
import { cadenceOf, warmthOf, type Warmth } from '$lib/domain/warmth';
import type { Kith } from './kith.svelte';

/** A person's warmth today with its arithmetic. */
export function warmthNow({ live, ten, clock }: Kith, person: Person): Warmth {
	const inTen = ten.places.has(person.id);
	const cadence = cadenceOf(person, inTen, live.get('settings', SETTINGS_ID));
	return warmthOf(live.about('touch', person.id), cadence, inTen, clock.today);
}
