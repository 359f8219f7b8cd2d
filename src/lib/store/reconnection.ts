// What a disk needs rarely: rows under a lock, and a database that came back as another one.
import { encodeStateAsUpdate, type Doc } from 'yjs';
import type { Written } from './disk';
import { ABOUT, aboutFrom, addRows, readStore, result, type About } from './rows';
import { isSealed, openSealed, sealBytes, type Seal } from './seal';

/** What a database says of itself. */
export async function aboutOf(db: IDBDatabase): Promise<About> {
	return aboutFrom(await result<unknown>(readStore(db, 'custom').get(ABOUT)));
}

/** Puts all of a document into a database that is empty. */
export async function bring(
	db: IDBDatabase,
	name: string,
	doc: Doc,
	seal: Seal | undefined,
	now: number
): Promise<Written> {
	const whole = encodeStateAsUpdate(doc);
	const row = seal ? await sealBytes(seal, name, whole) : whole;
	const [key = 0] = await addRows(db, [row], now);
	return { name, database: (await aboutOf(db)).id, updates: [], rows: [[key, row]] };
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
