// Warmth as a sentence: why a mark is what it is, in one line.
import type { Warmth } from '$lib/domain/warmth';
import { ago } from './say';

/** The reason in one line: "last just talked 38 days ago; you wanted every 30". */
export function warmthReason({ last, days, cadence }: Warmth, inTen: boolean): string {
	if (cadence === undefined) return 'not tracked';
	if (!last || days === undefined) {
		return inTen ? 'you have not just talked yet' : 'you have not reached them yet';
	}
	return `last ${inTen ? 'just talked' : 'reached'} ${ago(days)}; you wanted every ${cadence}`;
}
