// One Y.Doc on disk: y-indexeddb's database and rows, but a write counts only once it is complete, a
// row only when its check sum is right, and a database that was emptied is not taken for a new one.
// y-indexeddb itself is not run: it adds a row at every start, loses writes on a full disk without a
// word and never opens again over one damaged row. It can still open what we write.
// Over 300 lines, because opening, writing and losing the connection share one state.
import { applyUpdate, transact, type Doc } from 'yjs';
import { applyQuickly } from './quick-texts';
import type { Damage } from './damage';
import {
	addRows,
	isWhole,
	openDatabase,
	readStore,
	readStored,
	result,
	type About,
	type Row,
	type Stored
} from './rows';
import type { Seal } from './seal';
import { bearWitness, seenOf } from './witness';

/** Why words are not on disk. They stay in memory, and writing is tried again and again. */
export type Trouble =
	| 'StorageFull'
	| 'StorageClosed'
	| 'StorageBlocked'
	| 'StorageAborted'
	| 'StorageRefused'
	| 'StorageSealed';

/** Rows that have reached the disk. */
export interface Written {
	readonly name: string;
	/** The id of the database. */
	readonly database: string;
	/** As the documents made them, in their order. */
	readonly updates: readonly Uint8Array[];
	/** As they lie on disk. */
	readonly rows: readonly Row[];
}

/** What the disk tells its owner. */
export interface DiskListener {
	/** Something new waits to be written. */
	onpending(): void;
	/** Rows are on disk; a promise given back is waited for before they count as saved. */
	onwritten(written: Written): Promise<void> | undefined;
	/** Writing failed, or works again (`undefined`). */
	ontrouble(name: string, trouble: Trouble | undefined): void;
	/** Something on disk was not what had been written there. */
	ondamage(damages: readonly Damage[]): void;
}

/** What the disk needs from the world. */
export interface DiskEnvironment {
	/** Milliseconds since 1970. */
	readonly now: () => number;
	readonly seal?: Seal | undefined;
}

/** The origin of updates that another tab has already put on disk. */
export const FROM_OTHER_TAB = Symbol('other tab');

const FIRST_RETRY_MS = 500;
const LAST_RETRY_MS = 15_000;
/** What takes longer than this is told as trouble, though it may still end well. */
const PATIENCE_MS = 10_000;

/** Keeps one document in the IndexedDB database of the same name. */
export class Disk {
	readonly name: string;
	readonly doc: Doc;
	/** Resolves when what was stored has been read, however long the disk refuses; rejects never. */
	readonly opened: Promise<void>;
	/** Resolves with the first trouble; for those who cannot wait for ever. */
	readonly troubled: Promise<void>;
	readonly #env: DiskEnvironment;
	readonly #listener: DiskListener;
	#seal: Seal | undefined;
	#db: IDBDatabase | undefined;
	#about: About | undefined;
	#queue: Uint8Array[] = [];
	#writing: Promise<void> | undefined;
	#retry: ReturnType<typeof setTimeout> | undefined;
	#wake: () => void = () => undefined;
	#wait = FIRST_RETRY_MS;
	#trouble: Trouble | undefined;
	#ontroubled: () => void = () => undefined;
	#closed = false;
	#leaving = false;
	/** The connection was closed by somebody else: whether all is still there has to be looked at. */
	#isShut = false;
	#transaction: IDBTransaction | undefined;

	constructor(name: string, doc: Doc, env: DiskEnvironment, listener: DiskListener) {
		this.name = name;
		this.doc = doc;
		this.#env = env;
		this.#seal = env.seal;
		this.#listener = listener;
		doc.on('update', this.#onupdate);
		this.troubled = new Promise((resolve) => {
			this.#ontroubled = resolve;
		});
		this.opened = this.#open();
	}

	/** How many updates are not on disk yet. */
	get pending(): number {
		return this.#queue.length;
	}

	/** From now on seals what it writes with another key, or not at all; both kinds are read. */
	set seal(seal: Seal | undefined) {
		this.#seal = seal;
	}

	/** Resolves once everything written so far is on disk; waits as long as that takes. */
	async saved(): Promise<void> {
		while (this.#queue.length > 0 && !this.#closed) {
			await (this.#writing ?? new Promise((resolve) => setTimeout(resolve, 20)));
		}
	}

	/** A value kept beside the document, on this device only; rejects while there is no connection. */
	async getLocal(key: string): Promise<unknown> {
		const value = await result<unknown>(readStore(this.#here, 'custom').get(key));
		if (!this.#seal || !(value instanceof Uint8Array)) return value;
		return (await aid()).openLocal(this.#seal, key, value);
	}

	/** Keeps a value beside the document, on this device only; rejects while there is no connection. */
	async setLocal(key: string, value: string): Promise<void> {
		await (await aid()).putLocal(this.#here, key, value, this.#seal);
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

	/** Tries again at once to open, or to write what is waiting. */
	retry(): void {
		clearTimeout(this.#retry);
		this.#retry = undefined;
		this.#wake();
		void this.#flush();
	}

	/** Stops writing and closes the database. */
	async close(): Promise<void> {
		this.#closed = true;
		clearTimeout(this.#retry);
		this.#wake();
		this.doc.off('update', this.#onupdate);
		await this.opened;
		this.#db?.close();
	}

	get #here(): IDBDatabase {
		if (!this.#db) throw new DOMException('', 'InvalidStateError');
		return this.#db;
	}

	async #open(): Promise<void> {
		while (!this.#closed) {
			try {
				this.#db = await this.#patiently(this.#connect());
				await this.#read(this.#db);
				this.#setTrouble(undefined);
				this.#wait = FIRST_RETRY_MS;
				return;
			} catch (error) {
				this.#db?.close();
				this.#db = undefined;
				this.#setTrouble(troubleOf(error));
				await this.#pause();
			}
		}
	}

	/** Opens the database and keeps out of the way of whoever wants to change or remove it. */
	async #connect(): Promise<IDBDatabase> {
		const db = await openDatabase(this.name, () => this.#setTrouble('StorageBlocked'));
		// Somebody deletes it, or the browser has shut it: what is in memory goes back soon, not with the
		// next word only, which may never come or belong to another document.
		db.onclose = () => {
			if (this.#db !== db) return;
			this.#db = undefined;
			this.#isShut = true;
			this.#retry ??= setTimeout(() => this.retry(), FIRST_RETRY_MS);
		};
		db.onversionchange = (event) => {
			db.close();
			db.onclose?.(event);
		};
		return db;
	}

	async #read(db: IDBDatabase): Promise<void> {
		const seen = seenOf(this.name);
		let stored: Stored | undefined;
		let updates: Uint8Array[] | undefined;
		try {
			stored = await readStored(db);
			// An empty one may have been emptied: that is looked into.
			const isKnown = seen ? seen.id === stored.about.id : stored.rows.size > 0;
			if (isKnown && isWhole(stored, seen?.last))
				updates = await this.#opened([...stored.rows.values()]);
			if (updates) this.#applySilently(updates);
		} catch (error) {
			if (troubleOf(error) === 'StorageSealed') throw error;
			// A row the browser cannot read back, or one that Yjs cannot: looked at one by one below.
			updates = undefined;
		}
		if (updates && stored) {
			this.#about = stored.about;
		} else {
			await this.#mend(db);
		}
		if (this.doc.store.pendingStructs) (await aid()).bringToLight(this.doc, this.#env.now());
	}

	/** Something is wrong: what is sound is read, the rest put aside and looked for elsewhere. */
	async #mend(db: IDBDatabase): Promise<void> {
		const mended = await (
			await aid()
		).mend(db, {
			name: this.name,
			now: this.#env.now(),
			seen: seenOf(this.name),
			open: async (row) => (await this.#opened([row]))[0],
			seal: this.#seal
		});
		this.#about = mended.about;
		this.#applySilently(mended.updates);
		// What was found elsewhere and could not be put on disk at once: heard, and so written later.
		if (mended.unsaved) applyUpdate(this.doc, mended.unsaved);
		if (mended.damages.length > 0) this.#listener.ondamage(mended.damages);
		bearWitness({ [this.name]: { id: mended.about.id, last: mended.last } });
	}

	/**
	 * While what is stored is being read nobody hears of updates: with a listener Yjs would encode
	 * everything it has just decoded, which took a sixth of the start.
	 */
	#applySilently(updates: readonly Uint8Array[]): void {
		this.doc.off('update', this.#onupdate);
		try {
			transact(
				this.doc,
				() => {
					for (const update of updates) applyQuickly(this.doc, update, this);
				},
				this,
				false
			);
		} finally {
			if (!this.#closed) this.doc.on('update', this.#onupdate);
		}
	}

	readonly #onupdate = (update: Uint8Array, origin: unknown): void => {
		if (origin === this || origin === FROM_OTHER_TAB) return;
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
		while ((this.#queue.length > 0 || this.#isShut) && !this.#closed) {
			const batch = this.#queue.slice();
			try {
				await this.#patiently(this.#write(batch));
			} catch (error) {
				this.#setTrouble(troubleOf(error));
				this.#retry = setTimeout(() => this.retry(), this.#wait);
				this.#wait = Math.min(this.#wait * 2, LAST_RETRY_MS);
				return;
			}
			this.#queue.splice(0, batch.length);
			this.#wait = FIRST_RETRY_MS;
			this.#setTrouble(undefined);
			this.#listener.onpending();
		}
	}

	async #write(updates: readonly Uint8Array[]): Promise<void> {
		const rows = this.#seal
			? await (await aid()).sealRows(updates, this.name, this.#seal)
			: updates;
		let keys: number[];
		try {
			keys = await this.#add(this.#here, rows);
		} catch (error) {
			if (!(error instanceof DOMException) || error.name !== 'InvalidStateError') throw error;
			keys = await this.#add(await this.#reconnect(), rows);
		}
		const database = this.#about?.id ?? '';
		if (keys.length === 0) return;
		bearWitness({ [this.name]: { id: database, last: keys.at(-1) ?? 0 } });
		const placed = keys.map((key, at): Row => [key, rows[at] ?? new Uint8Array()]);
		await this.#listener.onwritten({ name: this.name, database, updates, rows: placed });
	}

	async #add(db: IDBDatabase, rows: readonly Uint8Array[]): Promise<number[]> {
		return addRows(db, rows, this.#env.now(), (transaction) => {
			// An open transaction is lost with its page; one that was told to commit is not.
			this.#transaction = transaction;
			if (this.#leaving) transaction.commit();
		});
	}

	/** Opens the database once more; when it is another, empty one, everything in memory goes into it. */
	async #reconnect(): Promise<IDBDatabase> {
		const db = await this.#connect();
		const now = this.#env.now();
		const back = await (await aid()).bringBack(db, this.#about?.id, this.doc, this.#seal, now);
		if (back) {
			this.#about = back.about;
			this.#listener.ondamage([{ name: this.name, why: 'emptied', found: now, from: 'memory' }]);
			void this.#listener.onwritten(back.written);
		}
		this.#db = db;
		this.#isShut = false;
		return db;
	}

	/** Rows as the document reads them, or rejects with a SealError. */
	async #opened(rows: readonly unknown[]): Promise<Uint8Array[]> {
		const plain = rows as Uint8Array[];
		if (!plain.some((row) => row[0] === SEALED)) return plain;
		return (await aid()).openRows(plain, this.name, this.#seal);
	}

	/** A browser may leave a request without any answer, as while somebody else removes the database. */
	async #patiently<Result>(work: Promise<Result>): Promise<Result> {
		const impatience = setTimeout(() => this.#setTrouble('StorageClosed'), PATIENCE_MS);
		try {
			return await work;
		} finally {
			clearTimeout(impatience);
		}
	}

	#pause(): Promise<void> {
		return new Promise((resolve) => {
			this.#wake = resolve;
			setTimeout(resolve, this.#wait);
			this.#wait = Math.min(this.#wait * 2, LAST_RETRY_MS);
		});
	}

	#setTrouble(trouble: Trouble | undefined): void {
		if (trouble) this.#ontroubled();
		if (trouble === this.#trouble || this.#closed) return;
		this.#trouble = trouble;
		this.#listener.ontrouble(this.name, trouble);
	}
}

/** What is needed rarely, loaded when it is. */
const aid = () => import('./disk-aid');

/** The first byte of a sealed row; Yjs begins an update of 75 writers with it, so it is only a hint. */
const SEALED = 0x4b;

const TROUBLES: Readonly<Record<string, Trouble>> = {
	QuotaExceededError: 'StorageFull',
	InvalidStateError: 'StorageClosed',
	AbortError: 'StorageAborted',
	SealError: 'StorageSealed'
};

function troubleOf(error: unknown): Trouble {
	return TROUBLES[error instanceof Error ? error.name : ''] ?? 'StorageRefused';
}
