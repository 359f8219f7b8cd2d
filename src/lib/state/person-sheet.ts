// A person on a sheet of paper, for the rep to take along. Paper lies about: nothing sensitive is on it, and
// nothing of how the two of them stand.
import type { HeldSection } from '$lib/domain/held-page';
import type { Person } from '$lib/domain/records/person';
import { heldAbout } from './held';
import { heldSections } from './held-page';
import { namesForTheRep } from './held-words';
import type { Kith } from './kith.svelte';

/** So many of what happened, the newest: paper is for what is needed now. */
const NEWEST = 25;

/** What stands on it. */
export interface PersonSheet {
	/** Parts with something in them; what happened comes last. */
	readonly sections: readonly HeldSection[];
	/** How many older happenings are not on it. */
	readonly older: number;
}

/** The sheet of somebody; follows the book. */
export function personSheet(kith: Kith, person: Person): PersonSheet {
	const held = heldAbout(kith, person, false);
	const { vcard: _, closeness: __, ...said } = held.person;
	const shown = {
		...{ ...held, person: said, happened: held.happened.slice(0, NEWEST) },
		...{ memberOf: [], gestures: [], thankYous: [], closeness: [], ten: [], friendOn: [] }
	};
	return {
		sections: heldSections(shown, kith.clock.today, namesForTheRep),
		older: held.happened.length - shown.happened.length
	};
}
