// What is done by itself while devices are paired: what came in is put in order, what was erased elsewhere
// goes here, and the folder is gone through. All in quiet moments.
import { CORE } from '$lib/store/documents';
import { eraseDue } from './erasing';
import type { Kith } from './kith.svelte';
import { settleMerged } from './merge-people';

/** So long nothing must have changed. */
const QUIET_MS = 10_000;

/** What the tending asks of the devices. */
export interface Tended {
	/** Whether anything from elsewhere may have come in at all. */
	isPaired(): boolean;
	exchangeQuietly(): Promise<void>;
}

/** Begins, and goes on as long as the page is open; the function given back ends it. */
export function beginTending(kith: Kith, devices: Tended): () => void {
	let quiet: ReturnType<typeof setTimeout> | undefined;
	const soon = (): void => {
		clearTimeout(quiet);
		quiet = setTimeout(() => void tend(), QUIET_MS);
	};
	const tend = async (): Promise<void> => {
		if (!devices.isPaired()) return;
		await putInOrder(kith);
		await devices.exchangeQuietly();
	};
	const look = (): void => {
		if (document.visibilityState === 'visible') void devices.exchangeQuietly();
	};
	const stop = kith.book.listen({ onchange: soon });
	// Erasing alone changes no record that is still shown.
	const erased = kith.book.document(CORE).doc.getMap('erased');
	erased.observe(soon);
	document.addEventListener('visibilitychange', look);
	look();
	return () => {
		clearTimeout(quiet);
		stop();
		erased.unobserve(soon);
		document.removeEventListener('visibilitychange', look);
	};
}

/** Puts in order what came in; what cannot be done now is done after the next change. */
export async function putInOrder(kith: Kith): Promise<void> {
	try {
		await settleMerged(kith);
		await eraseDue(kith);
	} catch {
		// A disk that does not answer says so by itself; nothing here is lost by waiting.
	}
}
