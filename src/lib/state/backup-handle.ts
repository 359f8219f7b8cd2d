// Which folders Kith may use, one for daily copies and one for sync: a handle fits into IndexedDB only,
// so they have a database of their own.

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

/** What a folder is for. */
export type FolderUse = 'backup' | 'sync';

/** The folder for a use, if one was chosen on this device. */
export async function keptFolder(use: FolderUse = 'backup'): Promise<KeptFolder | undefined> {
	const kept: unknown = await inStore('readonly', (store) => store.get(use));
	const isFolder = typeof kept === 'object' && kept !== null && 'handle' in kept;
	return isFolder ? (kept as KeptFolder) : undefined;
}

/** Keeps the folder, or what became of a copy in it. */
export async function keepFolder(folder: KeptFolder, use: FolderUse = 'backup'): Promise<void> {
	await inStore('readwrite', (store) => store.put(folder, use));
}

/** Forgets the folder; what lies in it stays. */
export async function forgetFolder(use: FolderUse = 'backup'): Promise<void> {
	await inStore('readwrite', (store) => store.delete(use));
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
