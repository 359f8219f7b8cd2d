// A tab with a plain book beside one that turns the lock on: it saves what it has and makes way, so that
// nobody writes in the open behind the lock.
import type { Kith } from './kith.svelte';
import { isLocked } from './plain-store';
import { wordsKept } from './words-kept';

/** Books whose lock is turned by this very tab, or was open when they were. */
const own = new WeakSet<Kith>();

/** This tab knows of the lock: it has the key. */
export function ownsLock(kith: Kith): void {
	own.add(kith);
}

/** Watches for as long as the page lives. */
export function watchForLock(kith: Kith, reload: () => void): void {
	const look = (): void => {
		if (isLocked() && !own.has(kith)) void makeWay(kith, reload);
	};
	// A storage event is for the other tabs; a page that was asleep looks when it wakes.
	window.addEventListener('storage', look);
	window.addEventListener('pageshow', look);
	document.addEventListener('visibilitychange', look);
	look();
}

/** Saves everything, however long that takes, and begins anew. */
export async function makeWay(kith: Kith, reload: () => void): Promise<void> {
	handOver();
	await wordsKept(kith.book);
	await kith.book.saved();
	reload();
}

/** Whatever is being written goes into the book now, as when the page is left. */
export function handOver(): void {
	window.dispatchEvent(new PageTransitionEvent('pagehide'));
}
