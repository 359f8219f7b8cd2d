// What a disk needs rarely: rows and values under a lock, damage, a database that came back as another.
import { encodeStateAsUpdate, type Doc } from 'yjs';
import type { Written } from './disk';
import { ABOUT, aboutFrom, addRows, readStore, result, type About } from './rows';
import { salvage } from './salvage';
import { isSealed, openSealed, sealBytes, type Seal } from './seal';

export { openLocal, putLocal } from './locals';
export { mend } from './mend';

/** What a database says of itself. */
export async function aboutOf(db: IDBDatabase): Promise<About> {
	return aboutFrom(await result<unknown>(readStore(db, 'custom').get(ABOUT)));
}

/**
 * Puts all of a document into its database when that is another, empty one. Whatever goes wrong, it is
 * closed, and the next try is to bring everything again.
 * @param id of the database there was; without one there is nothing to compare with
 */
export async function bringBack(
	db: IDBDatabase,
	id: string | undefined,
	doc: Doc,
	seal: Seal | undefined,
	now: number
): Promise<{ readonly about: About; readonly written: Written } | undefined> {
	try {
		const about = await aboutOf(db);
		if (id === undefined || about.id === id) return undefined;
		const { name } = db;
		const whole = encodeStateAsUpdate(doc);
		const row = seal ? await sealBytes(seal, name, whole) : whole;
		const [key = 0] = await addRows(db, [row], now);
		return { about, written: { name, database: about.id, updates: [], rows: [[key, row]] } };
	} catch (error) {
		db.close();
		throw error;
	}
}

/** Rows as they are to lie on disk. */
export function sealRows(
	rows: readonly Uint8Array[],
	name: string,
	seal: Seal
): Promise<Uint8Array[]> {
	return Promise.all(rows.map((row) => sealBytes(seal, name, row)));
}

/** Shows what waits in a document for rows that are not there. */
export function bringToLight(doc: Doc, now: number): void {
	salvage(doc, `salvaged.${now.toString(36)}`);
}

/**
 * Rows as Yjs reads them. A sound row that does not open needs another key, which is no damage.
 * Rejects with an error named `SealError`.
 */
export function openRows(
	rows: readonly Uint8Array[],
	name: string,
	seal: Seal | undefined
): Promise<Uint8Array[]> {
	return Promise.all(
		rows.map(async (row) => {
			if (!isSealed(row)) return row;
			const opened = seal && (await openSealed(seal, name, row));
			if (!opened) throw Object.assign(new Error(name), { name: 'SealError' });
			return opened;
		})
	);
}
