// Ways to open the next call, from what is owed and coming but not to be kept quiet, then two that always do.
import { nextHoliday } from '$lib/domain/holidays';
import { isHushed } from '$lib/domain/hush';
import { comingMoments } from '$lib/domain/moments';
import { isSensitiveMoment } from '$lib/domain/sensitive-moment';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { comingSaid, momentsOf } from './moments';
import { FIVE_OPENERS } from './talk';
import { hushedAbout } from './thanks';

/** So many openers come from the rep's own entries. */
const OWN = 2;

/** Openers to choose from, the best first. */
export function openersFor(kith: Kith, person: Person): string[] {
	const { live, clock } = kith;
	// An opener is booked with the call, and goes into calendars.
	const open = momentsOf(kith, person).filter((moment) => !isSensitiveMoment(moment));
	const moments = comingMoments(open, clock.today, nextHoliday).map((coming) =>
		comingSaid(kith, coming)
	);
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
