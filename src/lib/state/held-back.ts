// What of this book does not go out unless the rep chooses so.
import type { Pace } from '$lib/domain/backup';
import { HeldBack } from '$lib/domain/held-back';
import type { Kith } from './kith.svelte';

/** People looked at between two looks at the clock. */
const PIECE = 20;

/** Gathers it from the whole book: what was put in the trash is no less quiet. */
export function heldBackNow({ live }: Kith): HeldBack {
	const book = live.read('person');
	return new HeldBack({
		facts: [...live.all('fact'), ...live.trashed('fact')],
		moments: [...live.all('moment'), ...live.trashed('moment')],
		nameOf: (id) => book.get('person', id)?.name
	});
}

/** The same for work in pieces, ready to be asked about everybody. */
export async function heldBackIn(kith: Kith, pace: Pace): Promise<HeldBack> {
	const heldBack = heldBackNow(kith);
	const people = heldBack.gather();
	for (let done = 1; !people.next().done; done++) if (done % PIECE === 0) await pace(0, 1);
	return heldBack;
}
