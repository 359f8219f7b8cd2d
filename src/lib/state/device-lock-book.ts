// A book as the lock turns it: the keeper writes everything at rest anew, beside the page.
import { CORE, journalName } from '$lib/store/documents';
import type { Seal } from '$lib/store/seal';
import type { Sealable } from './device-lock-turning';
import { resealArrived } from './arrived-kept';
import { callKeeper } from './keeper';
import type { Kith } from './kith.svelte';

/** The book of an open app, for `finishTurningOn` and `finishTurningOff`. */
export function sealableBook(kith: Kith): Sealable {
	const { book } = kith;
	return {
		saved: () => book.saved(),
		getLocal: (key) => book.getLocal(key),
		setLocal: (key, value) => book.setLocal(key, value),
		async reseal(to: Seal | undefined) {
			const from = book.seal;
			const keeper = await callKeeper(kith);
			// First what is written from now on, then what lies there: nothing can slip in between.
			book.seal = to;
			keeper.seal = to;
			const names = new Set([CORE, ...[...book.years].map(journalName), ...book.documents.keys()]);
			await keeper.run('reseal', { names: [...names], from, to });
			await resealArrived(from, to);
		}
	};
}
