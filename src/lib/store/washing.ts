// After the book was sealed: makes the browser write over what it keeps of the plain book in its own logs.
// A deleted row stays in them until there is enough new to make the browser tidy up (in Chromium 4 MB);
// so much noise is written and removed. Nothing is promised: it is the browser's business what it does.

const NAME = 'kith-wash';
const ROUNDS = 12;
/** Small values: large ones are put into files of their own, where they would push nothing out. */
const VALUE_BYTES = 32 * 1024;
const VALUES = 32;

/** Writes noise and removes it. Never fails: a full disk only means that the remains stay longer. */
export async function washDatabases(): Promise<void> {
	try {
		const opening = indexedDB.open(NAME);
		opening.onupgradeneeded = () => opening.result.createObjectStore('noise');
		const db = await done(opening);
		try {
			for (let round = 0; round < ROUNDS; round++) await writeNoise(db, round * VALUES);
		} finally {
			db.close();
		}
	} catch {
		// As said above.
	} finally {
		await done(indexedDB.deleteDatabase(NAME)).catch(() => undefined);
	}
}

function writeNoise(db: IDBDatabase, from: number): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = db.transaction('noise', 'readwrite');
		const store = transaction.objectStore('noise');
		for (let key = from; key < from + VALUES; key++) {
			store.put(crypto.getRandomValues(new Uint8Array(VALUE_BYTES)), key);
		}
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
	});
}

function done<Result>(request: IDBRequest<Result>): Promise<Result> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new Error('refused'));
	});
}
