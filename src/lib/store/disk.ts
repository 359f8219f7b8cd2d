// One Y.Doc on disk: y-indexeddb's database and rows, but a write counts only once it is complete.
// Why its own listener is replaced: a full disk loses writes there without a word (architecture §3).
import { IndexeddbPersistence, PREFERRED_TRIM_SIZE, storeState } from 'y-indexeddb';
import type { Doc, Transaction } from 'yjs';

/** Why words are not on disk. They stay in memory, and writing is tried again and again. */
export type Trouble = 'StorageFull' | 'StorageClosed' | 'StorageRefused';

/** What the disk tells its owner. */
export interface DiskListener {
	/** Something new waits to be written. */
	onpending(): void;
	/** Updates reached the disk, in the order they were made. */
	onsaved(name: string, updates: readonly Uint8Array[]): void;
	/** Writing failed, or works again (`undefined`). */
	ontrouble(name: string, trouble: Trouble | undefined): void;
}

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;

/** Keeps one document in the IndexedDB database of the same name. */
export class Disk {
	readonly name: string;
	readonly doc: Doc;
	/** Resolves when what was stored has been read; rejects never: trouble is told to the listener. */
	readonly opened: Promise<void>;
	readonly #listener: DiskListener;
	readonly #provider: IndexeddbPersistence;
	#queue: Uint8Array[] = [];
	#writing: Promise<void> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#wait = FIRST_RETRY_MS;
	#trouble: Trouble | undefined;
	#closed = false;
	#leaving = false;
	#transaction: IDBTransaction | undefined;

	constructor(name: string, doc: Doc, listener: DiskListener) {
		this.name = name;
		this.doc = doc;
		this.#listener = listener;
		this.#provider = new IndexeddbPersistence(name, doc);
		doc.off('update', this.#provider._storeUpdate);
		doc.on('update', this.#onupdate);
		this.#readInSilence();
		this.opened = this.#open();
	}

	/** How many updates are not on disk yet. */
	get pending(): number {
		return this.#queue.length;
	}

	/** Resolves once everything written so far is on disk; waits as long as that takes. */
	async saved(): Promise<void> {
		while (this.#queue.length > 0) {
			await (this.#writing ?? new Promise((resolve) => setTimeout(resolve, 20)));
		}
	}

	/** A value kept beside the document, on this device only. */
	async getLocal(key: string): Promise<unknown> {
		return this.#provider.db ? this.#provider.get(key) : undefined;
	}

	/** Keeps a value beside the document, on this device only. */
	async setLocal(key: string, value: string): Promise<void> {
		if (this.#provider.db) await this.#provider.set(key, value);
	}

	/** The page is going away (or has come back): what is written now must not wait. */
	leave(leaving: boolean): void {
		this.#leaving = leaving;
		if (!leaving || !this.#transaction) return;
		try {
			this.#transaction.commit();
		} catch {
			// Done already, or aborted: then the write is tried again.
		}
	}

	/**
	 * While what is stored is being read nobody hears of updates: with a listener Yjs would encode
	 * everything it has just decoded, which took a sixth of the start.
	 */
	#readInSilence(): void {
		const { doc } = this;
		doc.on('beforeTransaction', ({ origin }: Transaction) => {
			if (origin === this.#provider) doc.off('update', this.#onupdate);
		});
		doc.on('afterAllTransactions', (_: Doc, [first]: Transaction[]) => {
			if (first?.origin === this.#provider && !this.#closed) doc.on('update', this.#onupdate);
		});
	}

	/** Tries again at once to write what is waiting. */
	retry(): void {
		clearTimeout(this.#retry);
		this.#retry = undefined;
		void this.#flush();
	}

	/** Folds many small rows into one when there are many; safe beside other tabs that only add. */
	async compact(): Promise<void> {
		if (this.#provider.db && this.#provider._dbsize >= PREFERRED_TRIM_SIZE) {
			await storeState(this.#provider, false);
		}
	}

	/** Stops writing and closes the database. */
	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#retry);
		this.doc.off('update', this.#onupdate);
		await this.#provider.destroy();
	}

	async #open(): Promise<void> {
		try {
			const db = await this.#provider._db;
			this.#watch(db);
			await this.#provider.whenSynced;
		} catch {
			this.#setTrouble('StorageRefused');
		}
	}

	#watch(db: IDBDatabase): void {
		db.onversionchange = () => db.close();
		db.onclose = () => this.#setTrouble('StorageClosed');
	}

	readonly #onupdate = (update: Uint8Array, origin: unknown): void => {
		if (origin === this.#provider || origin === FROM_OTHER_TAB) return;
		this.#queue.push(update);
		this.#listener.onpending();
		if (!this.#retry) void this.#flush();
	};

	#flush(): Promise<void> {
		this.#writing ??= this.#writeQueue().finally(() => {
			this.#writing = undefined;
		});
		return this.#writing;
	}

	async #writeQueue(): Promise<void> {
		await this.opened;
		while (this.#queue.length > 0 && !this.#closed) {
			const batch = this.#queue.slice();
			try {
				await this.#writeOrReopen(batch);
			} catch (error) {
				this.#setTrouble(troubleOf(error));
				this.#retry = setTimeout(() => this.retry(), this.#wait);
				this.#wait = Math.min(this.#wait * 2, LAST_RETRY_MS);
				return;
			}
			this.#queue.splice(0, batch.length);
			this.#wait = FIRST_RETRY_MS;
			this.#setTrouble(undefined);
			this.#listener.onsaved(this.name, batch);
		}
	}

	async #writeOrReopen(batch: readonly Uint8Array[]): Promise<void> {
		try {
			await writeRows(this.#provider.db, batch, this.#onplaced);
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
			this.#provider.db = await reopen(this.name);
			this.#watch(this.#provider.db);
			await writeRows(this.#provider.db, batch, this.#onplaced);
		}
	}

	/** An open transaction is lost with its page; one that was told to commit is not. */
	readonly #onplaced = (transaction: IDBTransaction): void => {
		this.#transaction = transaction;
		if (this.#leaving) transaction.commit();
	};

	#setTrouble(trouble: Trouble | undefined): void {
		if (trouble === this.#trouble || this.#closed) return;
		this.#trouble = trouble;
		this.#listener.ontrouble(this.name, trouble);
	}
}

/** The origin of updates that another tab has already put on disk. */
export const FROM_OTHER_TAB = Symbol('other tab');

function writeRows(
	db: IDBDatabase | null,
	rows: readonly Uint8Array[],
	onplaced: (transaction: IDBTransaction) => void
): Promise<void> {
	return new Promise((resolve, reject) => {
		if (!db) throw new DOMException('no database', 'InvalidStateError');
		const transaction = db.transaction('updates', 'readwrite');
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
		const store = transaction.objectStore('updates');
		for (const row of rows) store.add(row);
		onplaced(transaction);
	});
}

function reopen(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onupgradeneeded = () => {
			request.result.createObjectStore('updates', { autoIncrement: true });
			request.result.createObjectStore('custom');
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
		request.onblocked = () => reject(new DOMException('blocked', 'InvalidStateError'));
	});
}

function troubleOf(error: unknown): Trouble {
	const name = error instanceof DOMException ? error.name : '';
	if (name === 'QuotaExceededError') return 'StorageFull';
	return name === 'InvalidStateError' || name === 'AbortError' ? 'StorageClosed' : 'StorageRefused';
}
