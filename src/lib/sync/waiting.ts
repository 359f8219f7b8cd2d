// What waits here for another device: the records that were written beyond what it is known to have.
import { AbstractType, decodeStateVector, Item, type Doc } from 'yjs';
import type { Book } from '$lib/store/book';
import { recordOfKey } from '$lib/store/versions';
import type { Reached } from './kept';

/** How many records have words the other device lacks. @param has what it is known to have */
export function recordsWaiting(book: Book, has: Reached): number {
	const ids = new Set<string>();
	for (const [name, { doc }] of book.documents) collect(doc, has[name], ids);
	return ids.size;
}

function collect(doc: Doc, vector: Uint8Array | undefined, ids: Set<string>): void {
	const has = vector ? decodeStateVector(vector) : new Map<number, number>();
	for (const [client, structs] of doc.store.clients) {
		const reached = has.get(client) ?? 0;
		// From the end, since most of it is known there.
		for (let at = structs.length - 1; at >= 0; at--) {
			const struct = structs[at];
			if (!struct || struct.id.clock + struct.length <= reached) break;
			const key = struct instanceof Item ? keyOf(struct) : undefined;
			if (key !== undefined) ids.add(recordOfKey(key));
		}
	}
}

/** The key in a map of the document, for the text of a note that of the note. */
function keyOf(item: Item): string | undefined {
	let above: Item | null = item;
	while (above) {
		if (above.parentSub !== null) return above.parentSub;
		const parent: unknown = above.parent;
		above = parent instanceof AbstractType ? parent._item : null;
	}
	return undefined;
}
