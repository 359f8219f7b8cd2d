// Ways to open the next call, from what is owed and coming but not to be kept quiet, then two that always do.
import { withAnniversaries } from '$lib/domain/anniversaries';
import { nextHoliday } from '$lib/domain/holidays';
import { isHushed } from '$lib/domain/hush';
import { comingMoments } from '$lib/domain/moments';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { whoseIs } from './moments';
import { momentInWords } from './person-words';
import { FIVE_OPENERS } from './talk';
import { hushedAbout } from './thanks';

/** So many openers come from the rep's own entries. */
const OWN = 2;

/** Openers to choose from, the best first. */
export function openersFor(kith: Kith, person: Person): string[] {
	const { live, clock } = kith;
	const moments = comingMoments(
		withAnniversaries([person], live.about('moment', person.id), clock.today),
		clock.today,
		nextHoliday
	).map(({ moment }) => momentInWords(moment, whoseIs(kith, moment)));
	const promises = live
		.about('promise', person.id)
		.filter(({ keptOn }) => keptOn === undefined)
		.map(({ text }) => text.trim());
	const hushed = hushedAbout(kith, person);
	const own = [...new Set([...promises, ...moments])]
		.filter((words) => !isHushed(words, hushed))
		.slice(0, OWN);
	return [...own, ...FIVE_OPENERS.filter((_, index) => index % 4 === 0)];
}
