// A person on a sheet of paper, for the rep to take along. Paper lies about: nothing sensitive is on it,
// nothing of how the two of them stand, and neither tags nor the rep's note to himself.
import type { HeldSection } from '$lib/domain/held-page';
import type { Person } from '$lib/domain/records/person';
import { heldAbout } from './held';
import { heldSections } from './held-page';
import { namesForTheRep } from './held-words';
import type { Kith } from './kith.svelte';
import { labelsOfApart } from './merge-labels';

/** So many of what happened, the newest: paper is for what is needed now. */
const NEWEST = 25;

/** How the two stand, what is for the rep alone, and what only a program reads. */
const NOT_ON_IT: ReadonlySet<string> = new Set<keyof Person>([
	'about',
	'cadence',
	'closeness',
	'tags',
	'vcard'
]);
/** What a merge kept of how they stand. */
const NOR_KEPT: ReadonlySet<string> = new Set([labelsOfApart.cadence, labelsOfApart.closeness]);

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
	const said = Object.fromEntries(
		Object.entries(held.person).filter(([field]) => !NOT_ON_IT.has(field))
	) as Person;
	const known = held.known.map(({ section, answers }) => ({
		section,
		answers: answers.filter(({ fact }) => !NOR_KEPT.has(fact.label ?? ''))
	}));
	const shown = {
		...{ ...held, known, person: said, happened: held.happened.slice(0, NEWEST) },
		...{ memberOf: [], gestures: [], thankYous: [], closeness: [], ten: [], friendOn: [] }
	};
	return {
		sections: heldSections(shown, kith.clock.today, namesForTheRep),
		older: held.happened.length - shown.happened.length
	};
}
