// Changing the rows of a document in more ways than adding to them; not needed for the first screen.
import { ABOUT, type About, type StoreName } from './rows';

/** Does several things to the stores in one transaction; resolves once it is complete. */
export function change(
	db: IDBDatabase,
	names: readonly StoreName[],
	work: (at: (name: StoreName) => IDBObjectStore) => void
): Promise<void> {
	return new Promise((resolve, reject) => {
		const transaction = db.transaction(names, 'readwrite');
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
		work((name) => transaction.objectStore(name));
	});
}

/** Notes in the database what it holds. */
export function putAbout(at: (name: StoreName) => IDBObjectStore, about: About): void {
	at('custom').put(about, ABOUT);
}
