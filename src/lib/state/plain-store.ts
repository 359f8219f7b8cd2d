// localStorage for words in the open: there is none while the book is locked, so that nothing the rep
// wrote lies there unsealed.
import { KEYRING_KEY } from '$lib/store/keyring-key';

/** Whether this device has a lock, as far as can be told without opening anything. */
export function isLocked(): boolean {
	try {
		return localStorage.getItem(KEYRING_KEY) !== null;
	} catch {
		return false;
	}
}

/** Where words may be kept in the open; undefined while the book is locked or the browser refuses. */
export function plainStore(): Storage | undefined {
	try {
		return isLocked() ? undefined : localStorage;
	} catch {
		return undefined;
	}
}
