// Which folder the daily copies go to: a handle fits into IndexedDB only, so it has a database of its own.

declare global {
	interface Window {
		showDirectoryPicker?: (wish: {
			readonly id?: string;
			readonly mode?: 'read' | 'readwrite';
		}) => Promise<FileSystemDirectoryHandle>;
	}
	interface FileSystemHandle {
		queryPermission?: (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
		requestPermission?: (wish: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
	}
}

/** The chosen folder, and what became of the last copy in it. */
export interface KeptFolder {
	readonly handle: FileSystemDirectoryHandle;
	/** The civil day of the last daily copy. */
	readonly lastDay?: string;
	/** When the last copy in it was made, as an ISO instant. */
	readonly lastAt?: string;
	readonly lastBytes?: number;
	/** Why the last try gave no copy. */
	readonly fault?: string;
}

/** The database with the handles of folders. */
const HANDLES = 'kith-handles';
const STORE = 'folders';
const KEY = 'backup';

/** The folder for backups, if one was chosen on this device. */
export async function keptFolder(): Promise<KeptFolder | undefined> {
	const kept: unknown = await inStore('readonly', (store) => store.get(KEY));
	const isFolder = typeof kept === 'object' && kept !== null && 'handle' in kept;
	return isFolder ? (kept as KeptFolder) : undefined;
}

/** Keeps the folder, or what became of a copy in it. */
export async function keepFolder(folder: KeptFolder): Promise<void> {
	await inStore('readwrite', (store) => store.put(folder, KEY));
}

/** Forgets the folder; what lies in it stays. */
export async function forgetFolder(): Promise<void> {
	await inStore('readwrite', (store) => store.delete(KEY));
}

/** Whether Kith may write there just now; `prompt`: only after the rep has been asked. */
export async function leaveFor(handle: FileSystemDirectoryHandle): Promise<PermissionState> {
	return (await handle.queryPermission?.({ mode: 'readwrite' })) ?? 'granted';
}

/** Asks the rep; only a tap may do that. */
export async function askLeaveFor(handle: FileSystemDirectoryHandle): Promise<PermissionState> {
	return (await handle.requestPermission?.({ mode: 'readwrite' })) ?? 'granted';
}

function open(): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(HANDLES, 1);
		request.onupgradeneeded = () => request.result.createObjectStore(STORE);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
	});
}

async function inStore<T>(
	mode: IDBTransactionMode,
	ask: (store: IDBObjectStore) => IDBRequest<T>
): Promise<T> {
	const db = await open();
	try {
		return await new Promise((resolve, reject) => {
			const transaction = db.transaction(STORE, mode);
			const request = ask(transaction.objectStore(STORE));
			transaction.oncomplete = () => resolve(request.result);
			transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
		});
	} finally {
		db.close();
	}
}
