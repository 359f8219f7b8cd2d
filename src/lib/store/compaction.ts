// Folding many rows of a document into one. The rows that are replaced stay as the previous generation,
// and go only once the new one has been read back from the disk and says the same.
import { applyUpdate, Doc, encodeStateAsUpdate, equalSnapshots, snapshot } from 'yjs';
import { aloneWithRows } from './alone';
import { change, putAbout } from './row-changes';
import { addRows, isSound, isWhole, openDatabase, readStored, type Stored } from './rows';
import { isSealed, openSealed, sealBytes, type Seal } from './seal';

/** What folding needs to know. */
export interface Folding {
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	/** Opens sealed rows. */
	readonly seal: Seal | undefined;
	/** Seals the new row; `seal` when left out. */
	readonly to?: Seal | undefined;
	/** Keeps no previous generation and nothing that was put aside: what was erased must be gone. */
	readonly forget?: boolean;
}

/** How folding ended. */
export type Folded =
	| { readonly ok: true; readonly rows: number }
	| { readonly ok: false; readonly fault: 'RowsDamaged' | 'ReadBackDiffers' };

/** Folds all rows there are now into one; rows that are added meanwhile stay beside it. */
export async function foldRows(db: IDBDatabase, folding: Folding): Promise<Folded> {
	return aloneWithRows(folding.name, () => foldAlone(db, folding));
}

async function foldAlone(db: IDBDatabase, folding: Folding): Promise<Folded> {
	const { name, now, seal, forget = false } = folding;
	const to = 'to' in folding ? folding.to : seal;
	const stored = await readStored(db);
	if (stored.rows.size === 0) return { ok: true, rows: 0 };
	// Folding what is left would hide that something is missing, and nobody would look for it.
	if (!isWhole(stored)) return { ok: false, fault: 'RowsDamaged' };
	const doc = await docOf(name, stored, seal);
	if (!doc) return { ok: false, fault: 'RowsDamaged' };
	const whole = encodeStateAsUpdate(doc);
	const row = to ? await sealBytes(to, name, whole) : whole;
	const [key = 0] = await addRows(db, [row], now);
	if (!(await saysTheSame(db, folding, key, doc))) {
		await change(db, ['updates', 'sums'], (at) => {
			for (const store of ['updates', 'sums'] as const) at(store).delete(key);
		});
		return { ok: false, fault: 'ReadBackDiffers' };
	}
	const replaced = [...stored.rows] as [number, Uint8Array][];
	await change(db, ['updates', 'sums', 'before', 'quarantine', 'custom'], (at) => {
		at('before').clear();
		if (forget) at('quarantine').clear();
		for (const [old, bytes] of replaced) {
			if (!forget) at('before').put({ row: bytes, sum: stored.sums.get(old) }, old);
			at('updates').delete(old);
			at('sums').delete(old);
		}
		const { id } = stored.about;
		const last = Math.max(...stored.rows.keys());
		putAbout(at, { id, base: last + 1, snapshot: key });
	});
	return { ok: true, rows: replaced.length };
}

/** The document that rows make; undefined when one of them is not what was written, or does not open. */
export async function docOf(
	name: string,
	{ rows, sums }: Stored,
	seal: Seal | undefined
): Promise<Doc | undefined> {
	const doc = new Doc();
	const updates: Uint8Array[] = [];
	for (const [key, row] of rows) {
		if (!isSound(row, sums.get(key))) return undefined;
		const update = await plainRow(name, row, seal);
		if (!update) return undefined;
		updates.push(update);
	}
	doc.transact(() => {
		for (const update of updates) applyUpdate(doc, update);
	});
	return doc;
}

/** A row as Yjs reads it; undefined when it is sealed and does not open. */
async function plainRow(
	name: string,
	row: Uint8Array,
	seal: Seal | undefined
): Promise<Uint8Array | undefined> {
	if (!isSealed(row)) return row;
	return seal && openSealed(seal, name, row);
}

async function saysTheSame(
	db: IDBDatabase,
	folding: Folding,
	key: number,
	doc: Doc
): Promise<boolean> {
	const { name, seal } = folding;
	const { rows, sums } = await readStored(db);
	const [row, sum] = [rows.get(key), sums.get(key)];
	if (!isSound(row, sum)) return false;
	const update = await plainRow(name, row, 'to' in folding ? folding.to : seal);
	if (!update) return false;
	const again = new Doc();
	applyUpdate(again, update);
	return equalSnapshots(snapshot(again), snapshot(doc));
}

/** Opens a database for one piece of work, and lets go of it whatever happens. */
export async function withDatabase<Result>(
	name: string,
	work: (db: IDBDatabase) => Promise<Result>
): Promise<Result> {
	const db = await openDatabase(name);
	db.onversionchange = () => db.close();
	try {
		return await work(db);
	} finally {
		db.close();
	}
}
