// What every start does about the lock once the book is open: looks whether there is one after all, and
// watches for one to come.
import { KEYRING_KEY } from '$lib/store/keyring-key';
import { openFiles } from '$lib/store/opfs';
import { watchForLock } from './device-lock-watch';
import type { Kith } from './kith.svelte';
import { isLocked } from './plain-store';

/** Looks and watches; does nothing in a book that was opened with its key. */
export async function startLock(kith: Kith): Promise<void> {
	const reload = (): void => location.reload();
	if (!isLocked() && (await isFound())) reload();
	else watchForLock(kith, reload);
}

/**
 * A wiped localStorage must not make a locked book look like a new or a broken one: the keyring's file
 * says that there is a lock, and gives back what was wiped.
 */
async function isFound(): Promise<boolean> {
	try {
		const bytes = await (await openFiles())?.read('lock');
		if (!bytes || bytes.length === 0) return false;
		localStorage.setItem(KEYRING_KEY, new TextDecoder().decode(bytes));
		return true;
	} catch {
		// No such folder, or nothing may be kept: then there is no lock that could be opened either.
		return false;
	}
}
