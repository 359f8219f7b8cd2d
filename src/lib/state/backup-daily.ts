// Looks now and then whether today's copy is due, when the rep is here and the device is idle.
import { keptFolder } from './backup-handle';
import type { Kith } from './kith.svelte';
import { lull } from './lull';

const EVERY_MS = 10 * 60_000;
/** The first look waits until the start is over. */
const FIRST_MS = 5_000;
/** A full disk is not emptied in a minute. */
const AFTER_FAULT_MS = 60 * 60_000;

/** Begins to look; call it once. */
export function watchDaily(kith: Kith): void {
	let notBefore = 0;
	const look = async (): Promise<void> => {
		if (kith.clock.exactly() < notBefore) return;
		if (document.visibilityState !== 'visible' || kith.book.reach !== 'whole') return;
		const folder = await keptFolder();
		if (!folder || folder.lastDay === kith.clock.today) return;
		await lull();
		const { copyOfTheDay } = await import('./backup-folder');
		const copied = await copyOfTheDay(kith);
		if (copied && 'fault' in copied) notBefore = kith.clock.exactly() + AFTER_FAULT_MS;
	};
	// Where it is not to be had, the page says what the last copy says: nothing has changed.
	const quietly = (): void => void look().catch(() => undefined);
	setTimeout(quietly, FIRST_MS);
	setInterval(quietly, EVERY_MS);
	document.addEventListener('visibilitychange', quietly);
}
