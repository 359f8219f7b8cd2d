// What of this book does not go out unless the rep chooses so.
import { HeldBack } from '$lib/domain/held-back';
import type { Kith } from './kith.svelte';

/** Gathers it from the whole book: what was put in the trash is no less quiet. */
export function heldBackIn({ live }: Kith): HeldBack {
	const book = live.read('person');
	return new HeldBack({
		facts: [...live.all('fact'), ...live.trashed('fact')],
		moments: [...live.all('moment'), ...live.trashed('moment')],
		nameOf: (id) => book.get('person', id)?.name
	});
}
