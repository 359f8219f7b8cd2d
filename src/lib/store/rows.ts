// The rows of one document in IndexedDB: y-indexeddb's two stores, and beside them what proves them.
// Stores: `updates` and `custom` as y-indexeddb has them; `sums` a check sum for each row; `before` the
// rows that the last compaction replaced; `quarantine` what could not be read.
import { crc32 } from './crc32';

/** The version of our databases; y-indexeddb itself makes version 1 and opens any. */
const VERSION = 2;
const STORES = ['updates', 'custom', 'sums', 'before', 'quarantine'] as const;
/** The key in `custom` under which a database says what it holds. */
export const ABOUT = 'kith-rows';

export type StoreName = (typeof STORES)[number];

/** What is known of a row when it is written. */
export type Sum = readonly [crc: number, length: number, writtenAt: number];

/** One row as it lies on disk, sealed or not. */
export type Row = readonly [key: number, bytes: Uint8Array];

/** What a database says of itself. */
export interface About {
	/** Made once with the database. */
	readonly id: string;
	/** The first row that has to be there; those before it were folded into a later one. */
	readonly base: number;
	/** The row that holds all before it. */
	readonly snapshot?: number;
	/** Rows that are known to be missing or were put aside: first and last of each run. */
	readonly holes?: readonly (readonly [first: number, last: number])[];
}

/** Everything that is needed to tell whether the rows are whole. */
export interface Stored {
	readonly rows: ReadonlyMap<number, unknown>;
	readonly sums: ReadonlyMap<number, unknown>;
	readonly about: About;
}

/** Opens the database of a document, or makes it. Rejects with a DOMException. */
export function openDatabase(
	name: string,
	onblocked?: () => void,
	isRaised = false
): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = isRaised ? indexedDB.open(name) : indexedDB.open(name, VERSION);
		request.onupgradeneeded = ({ oldVersion }) => {
			const { result: db, transaction } = request;
			for (const store of STORES) {
				if (db.objectStoreNames.contains(store)) continue;
				db.createObjectStore(store, store === 'updates' ? { autoIncrement: true } : {});
			}
			const about: About = { id: newDatabaseId(), base: oldVersion === 0 ? 1 : 0 };
			transaction?.objectStore('custom').put(about, ABOUT);
		};
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => {
			// Somebody has raised its version: what we need of it is still there.
			if (request.error?.name === 'VersionError') resolve(openDatabase(name, onblocked, true));
			else reject(request.error ?? new DOMException('', 'UnknownError'));
		};
		request.onblocked = () => onblocked?.();
	});
}

/** Reads all rows and their sums in one transaction. */
export async function readStored(db: IDBDatabase): Promise<Stored> {
	const transaction = db.transaction(['updates', 'sums', 'custom']);
	const at = (name: StoreName) => transaction.objectStore(name);
	const [rows, keys, sums, sumKeys, about] = await Promise.all([
		result<unknown[]>(at('updates').getAll()),
		result(at('updates').getAllKeys()),
		result<unknown[]>(at('sums').getAll()),
		result(at('sums').getAllKeys()),
		result<unknown>(at('custom').get(ABOUT))
	]);
	return {
		rows: mapOf(keys, rows),
		sums: mapOf(sumKeys, sums),
		about: aboutFrom(about)
	};
}

/** Whether a row is what was once written. */
export function isSound(value: unknown, sum: unknown): value is Uint8Array {
	if (!(value instanceof Uint8Array) || !Array.isArray(sum)) return false;
	return sum[1] === value.length && sum[0] === crc32(value);
}

/**
 * Whether everything that was ever written is here, and as it was written.
 * @param seen the last row that is known to have been there
 */
export function isWhole({ rows, sums, about }: Stored, seen = 0): boolean {
	if (rows.size !== sums.size) return false;
	const holes = about.holes ?? [];
	const past = (key: number): number =>
		(holes.find(([first]) => first === key)?.[1] ?? key - 1) + 1;
	let next = past(about.base);
	for (const [key, row] of rows) {
		if (key !== next || !isSound(row, sums.get(key))) return false;
		next = past(key + 1);
	}
	return Math.max(seen, about.snapshot ?? 0) < next;
}

/**
 * Writes rows with their sums in one transaction; resolves with their keys once it is complete.
 * @param onplaced called when everything has been handed to the transaction
 */
export function addRows(
	db: IDBDatabase,
	rows: readonly Uint8Array[],
	now: number,
	onplaced: (transaction: IDBTransaction) => void = () => undefined
): Promise<number[]> {
	return new Promise((resolve, reject) => {
		const transaction = db.transaction(['updates', 'sums'], 'readwrite');
		const keys: number[] = [];
		transaction.oncomplete = () => resolve(keys);
		transaction.onabort = () => reject(transaction.error ?? new DOMException('', 'AbortError'));
		const [updates, sums] = [transaction.objectStore('updates'), transaction.objectStore('sums')];
		for (const row of rows) {
			updates.add(row).onsuccess = ({ target }) => {
				const key = (target as IDBRequest<number>).result;
				keys.push(key);
				try {
					sums.put(sumOf(row, now), key);
				} catch {
					// Committed already, since the page is going: a row that reads well gets its sum later.
				}
			};
		}
		onplaced(transaction);
	});
}

/** The sum of a row. */
export function sumOf(row: Uint8Array, now: number): Sum {
	return [crc32(row), row.length, now];
}

/** One store, for reading. */
export function readStore(db: IDBDatabase, name: StoreName): IDBObjectStore {
	return db.transaction(name).objectStore(name);
}

/** The result of a request as a promise. */
export function result<Value>(request: IDBRequest<Value>): Promise<Value> {
	return new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error ?? new DOMException('', 'UnknownError'));
	});
}

/** What a database says of itself, from the value under `ABOUT`. */
export function aboutFrom(value: unknown): About {
	const { id, base, snapshot, holes } = (value ?? {}) as Partial<About>;
	return {
		id: typeof id === 'string' ? id : '',
		base: typeof base === 'number' ? base : 0,
		...(typeof snapshot === 'number' ? { snapshot } : {}),
		...(Array.isArray(holes) ? { holes } : {})
	};
}

function mapOf(keys: readonly IDBValidKey[], values: readonly unknown[]): Map<number, unknown> {
	return new Map(keys.map((key, at) => [key as number, values[at]]));
}

function newDatabaseId(): string {
	return crypto.getRandomValues(new Uint32Array(2)).join('-');
}
