// What is done by itself while devices are paired: what came in is put in order, what was erased elsewhere
// goes here, and the folder is gone through. All in quiet moments.
import type { Table } from '$lib/domain/records/tables';
import { CORE } from '$lib/store/documents';
import type { Changed } from '$lib/store/shelf';
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
	/** Makes one of those whom the rep had chosen, where that could not be done yet. */
	joinEarlier(): Promise<void>;
}

/** Begins, and goes on as long as the page is open; the function given back ends it. */
export function beginTending(kith: Kith, devices: Tended): () => void {
	let quiet: ReturnType<typeof setTimeout> | undefined;
	/** What changed since it was put in order; undefined: all of it may have. */
	let changed: Map<Table, Set<string>> | undefined;
	const soon = (): void => {
		clearTimeout(quiet);
		quiet = setTimeout(() => void tend(), QUIET_MS);
	};
	const tend = async (): Promise<void> => {
		if (!devices.isPaired()) return;
		const since = changed;
		changed = new Map();
		// What could not be done is looked for everywhere the next time.
		if (!(await putInOrder(kith, since))) changed = undefined;
		await devices.joinEarlier();
		await devices.exchangeQuietly();
	};
	const look = (): void => {
		if (document.visibilityState === 'visible') void devices.exchangeQuietly();
	};
	const stop = kith.book.listen({
		onchange(ids) {
			for (const [table, some] of changed ? ids : []) {
				const known = changed?.get(table) ?? new Set();
				for (const id of some) known.add(id);
				changed?.set(table, known);
			}
			soon();
		}
	});
	// Erasing alone changes no record that is still shown.
	const erased = kith.book.document(CORE).doc.getMap('erased');
	erased.observe(soon);
	document.addEventListener('visibilitychange', look);
	look();
	// What came in just before the page was closed was left as it was.
	soon();
	return () => {
		clearTimeout(quiet);
		stop();
		erased.unobserve(soon);
		document.removeEventListener('visibilitychange', look);
	};
}

/**
 * Puts in order what came in; what cannot be done now is done after the next change.
 * @param only what has changed since; all is looked through when left out
 * @returns whether it could be done
 */
export async function putInOrder(kith: Kith, only?: Changed): Promise<boolean> {
	try {
		await settleMerged(kith, only);
		await eraseDue(kith);
		return true;
	} catch {
		// A disk that does not answer says so by itself; nothing here is lost by waiting.
		return false;
	}
}
