// Ways to open the next call, from what is owed and coming, then two that always do.
import { withAnniversaries } from '$lib/domain/anniversaries';
import { nextHoliday } from '$lib/domain/holidays';
import { comingMoments } from '$lib/domain/moments';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { momentInWords } from './person-words';
import { FIVE_OPENERS } from './talk';

/** So many openers come from the rep's own entries. */
const OWN = 2;

/** Openers to choose from, the best first. */
export function openersFor({ live, clock }: Kith, person: Person): string[] {
	const moments = comingMoments(
		withAnniversaries([person], live.about('moment', person.id)),
		clock.today,
		nextHoliday
	).map(({ moment }) => momentInWords(moment, moment.circle && live.get('circle', moment.circle)));
	const promises = live
		.about('promise', person.id)
		.filter(({ keptOn }) => keptOn === undefined)
		.map(({ text }) => text.trim());
	const own = [...new Set([...promises, ...moments])].slice(0, OWN);
	return [...own, ...FIVE_OPENERS.filter((_, index) => index % 4 === 0)];
}
