// What the device lock needs from the browser, as an argument so that tests can stand in for it.
import { placesOf, type Place } from '$lib/store/keyring-place';
import { washDatabases } from '$lib/store/washing';

/** The browser, as far as the lock is concerned. */
export interface LockWorld {
	/** Where the keyring lies. */
	places(): Promise<readonly Place[]>;
	readonly storage: Storage | undefined;
	readonly locks: LockManager | undefined;
	/** Milliseconds since 1970. */
	readonly now: () => number;
	/** Makes the browser write over remains, as far as it does that. */
	wash(): Promise<void>;
	/** Begins anew, which is how a key is dropped. */
	reload(): void;
}

/** The browser this runs in. */
export function thisBrowser(): LockWorld {
	const storage = storageOf();
	return {
		places: () => placesOf(storage),
		storage,
		// Absent on pages that did not come over https or from this machine, whatever its type says.
		locks: navigator.locks,
		now: () => Date.now(),
		wash: washDatabases,
		reload: () => location.reload()
	};
}

function storageOf(): Storage | undefined {
	try {
		return localStorage;
	} catch {
		return undefined;
	}
}

/** Why there can be no lock here, or undefined where there can. */
export type NoLock = 'NoCrypto' | 'NoStorage';

/** Whether this browser, on this page, has what a lock that protects needs. */
export function whyNoLock(world: LockWorld): NoLock | undefined {
	if (!isSecureContext || !(crypto.subtle as SubtleCrypto | undefined)) return 'NoCrypto';
	return world.storage && world.locks ? undefined : 'NoStorage';
}
