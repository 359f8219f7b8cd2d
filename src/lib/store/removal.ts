// Removing everything Kith keeps in this browser, on purpose: databases, files, values, and the
// witness, so that nothing takes the empty place for a loss. What the app needs to run offline stays.
import { openFiles, type Files } from './opfs';
import { dismissWitness, readWitness } from './witness';

/** Names of databases and values that are ours; the origin may be shared with other apps. */
const DATABASE = /^kith-/;
const VALUE = /^kith[:-]/;
/** Our files and folders: the second copy, the restore points, the copy of the lock. */
const FILES = ['mirror', 'points', 'lock'];
/** Files that came from outside and wait; what the app needs to run offline is in another cache. */
const ARRIVED = 'kith-arrived';
/** Says that a removal was begun; goes with the last value. */
const BEGUN = 'kith:removing';

/** A worker that was just ended gives its files back a moment later. */
const TRIES = 20;
const BETWEEN_TRIES_MS = 150;

/** Whether a removal was begun and not brought to its end. */
export function isRemovalBegun(): boolean {
	try {
		return localStorage.getItem(BEGUN) !== null;
	} catch {
		return false;
	}
}

/** What is left to do, taken in hand while this page may still write. */
export interface Removal {
	/**
	 * Removes everything; rejects with a DOMException where the browser refuses.
	 * @param onblocked somebody still holds a database; it goes on by itself when they let go
	 */
	run(onblocked: () => void): Promise<void>;
}

/**
 * Begins a removal: from here on, a page that starts anew goes on with it, and this page keeps
 * nothing any more, whatever in it still wants to.
 * @param names databases that are known to be there, for browsers that cannot list theirs
 */
export async function beginRemoval(names: readonly string[]): Promise<Removal> {
	try {
		localStorage.setItem(BEGUN, '1');
	} catch {
		// Full or forbidden: then a removal that is broken off has to be asked for again.
	}
	const known = [...names, ...Object.keys(readWitness().seen), 'kith-core', 'kith-handles'];
	dismissWitness();
	const files = await openFiles();
	keepNothing();
	return {
		async run(onblocked) {
			const ours = (await listed()).filter((name) => DATABASE.test(name));
			await Promise.all(
				[...new Set([...known, ...ours])].map((name) => removeDatabase(name, onblocked))
			);
			if (files) for (const path of FILES) await removeFile(files, path);
			await (globalThis as Partial<typeof globalThis>).caches?.delete(ARRIVED);
			removeValues();
		}
	};
}

/**
 * Takes from this page every way to keep anything: no database opens, no file, no value is set. A
 * timer or a listener that is still to run would otherwise put back what is being removed. Only a
 * page that is about to end may do this.
 */
export function keepNothing(): void {
	Object.assign(IDBFactory.prototype, { open: () => new EventTarget() });
	Object.assign(Storage.prototype, { setItem: () => undefined });
	if (typeof StorageManager === 'undefined') return;
	Object.assign(StorageManager.prototype, { getDirectory: () => new Promise(() => undefined) });
}

/** The databases there are; none where the browser cannot say. */
async function listed(): Promise<string[]> {
	try {
		return (await indexedDB.databases()).map(({ name = '' }) => name);
	} catch {
		return [];
	}
}

function removeDatabase(name: string, onblocked: () => void): Promise<void> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.deleteDatabase(name);
		request.onsuccess = () => resolve();
		request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
		request.onblocked = onblocked;
	});
}

async function removeFile(files: Files, path: string): Promise<void> {
	for (let tries = 1; ; tries++) {
		try {
			await files.remove(path);
			return;
		} catch (error) {
			if (tries === TRIES) throw error;
			await new Promise((resolve) => setTimeout(resolve, BETWEEN_TRIES_MS));
		}
	}
}

function removeValues(): void {
	for (const at of [localStorage, sessionStorage]) {
		const ours = Object.keys(at).filter((key) => VALUE.test(key));
		// The note that a removal was begun goes last.
		for (const key of ours.sort((a) => (a === BEGUN ? 1 : -1))) at.removeItem(key);
	}
}
