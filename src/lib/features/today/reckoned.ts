// Moments that have to be reckoned first: holidays whose day moves, and anniversaries counted from
// employment. Loaded beside the first screen, which shows what is written down meanwhile.
import { withAnniversaries } from '$lib/domain/anniversaries';
import { nextHoliday } from '$lib/domain/holidays';
import { comingMoments, type Coming } from '$lib/domain/moments';
import type { Kith } from '$lib/state/kith.svelte';

export { comingInWords } from '$lib/state/moments';

/** The moments to show today, the reckoned ones among them. */
export function comingToday({ live, clock }: Kith): Coming[] {
	const moments = withAnniversaries(live.all('person'), live.all('moment'), clock.today);
	return comingMoments(moments, clock.today, nextHoliday);
}
