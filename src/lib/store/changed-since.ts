// What has changed in a book since a mark: exact, whatever the clocks say and wherever it came from.
// A mark is how far each document had come (its state vector); what was added since lies beyond it.
import { decodeStateVector, encodeStateVector, type Item } from 'yjs';
import type { Table } from '$lib/domain/records/tables';
import { base64ToBytes, bytesToBase64 } from './base64';
import type { Book } from './book';
import { recordOfKey } from './versions';

/** How far each document of a book had come, by name, as text. */
export type Mark = Readonly<Record<string, string>>;

/** Where a book stands now. */
export function markOf(book: Book): Mark {
	return Object.fromEntries(
		[...book.documents].map(([name, { doc }]) => [name, bytesToBase64(encodeStateVector(doc))])
	);
}

/**
 * How many records are new, changed or trashed since a mark; all there are without one. Devices are
 * no entries of the rep's and do not count. Words of a note need no look of their own: whoever writes
 * them writes the note's version with them.
 */
export async function changedSince(
	book: Book,
	mark: Mark | undefined,
	pause: () => Promise<void>
): Promise<number> {
	let changed = 0;
	for (const [name, { tables }] of book.documents) {
		const seen = seenIn(mark?.[name]);
		const isNew = (item: Item): boolean =>
			!item.deleted && item.id.clock + item.length > (seen.get(item.id.client) ?? 0);
		for (const [table, { map }] of tables) {
			if (table === DEVICE) continue;
			const ids = new Set<string>();
			for (const [key, item] of map._map) if (isNew(item)) ids.add(recordOfKey(key));
			changed += ids.size;
			await pause();
		}
	}
	return changed;
}

const DEVICE: Table = 'device';

function seenIn(vector: string | undefined): ReadonlyMap<number, number> {
	const bytes = vector === undefined ? undefined : base64ToBytes(vector);
	return bytes ? decodeStateVector(bytes) : new Map<number, number>();
}
