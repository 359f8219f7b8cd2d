// Moments that have to be reckoned first: holidays whose day moves, and what is counted from employment
// and the circle. Loaded beside the first screen, which shows what is written down meanwhile.
import { withCounted } from '$lib/domain/counted-moments';
import { addDays } from '$lib/domain/day';
import { nextHoliday } from '$lib/domain/holidays';
import { AHEAD, comingMoments, type Coming } from '$lib/domain/moments';
import type { Kith } from '$lib/state/kith.svelte';

export { companyHref } from '$lib/state/companies';
export { comingInWords } from '$lib/state/moments';

/** The moments to show today, the reckoned ones among them. */
export function comingToday({ live, clock }: Kith): Coming[] {
	const { today } = clock;
	const written = {
		people: live.all('person'),
		circle: live.all('circle'),
		moments: live.all('moment')
	};
	const moments = withCounted(written, today, addDays(today, AHEAD));
	return comingMoments(moments, today, nextHoliday);
}
