// Taking records out of a document so that nothing of them is left in it, not even as deleted content.
import { applyUpdate, Doc, encodeStateAsUpdate } from 'yjs';
import { tableNames } from '$lib/domain/records/tables';
import { forgetInImports, leavingFrom } from './forgetting-imports';
import { recordOfKey } from './versions';

/**
 * Removes every version and body of the records, and what import records say of them; Yjs then drops what
 * they held.
 * @returns whether there was anything to remove
 */
export function forgetRecords(doc: Doc, ids: ReadonlySet<string>): boolean {
	let found = false;
	doc.transact(() => {
		const leaving = leavingFrom(doc, ids);
		for (const name of [...tableNames, 'bodies']) {
			if (!doc.share.has(name)) continue;
			const map = doc.getMap(name);
			for (const key of [...map.keys()]) {
				if (!ids.has(recordOfKey(key))) continue;
				map.delete(key);
				found = true;
			}
		}
		if (forgetInImports(doc, ids, leaving)) found = true;
	}, 'erase');
	return found;
}

/** An encoded document without the records. */
export function forgetIn(update: Uint8Array, ids: ReadonlySet<string>): Uint8Array {
	const doc = new Doc();
	applyUpdate(doc, update);
	forgetRecords(doc, ids);
	return encodeStateAsUpdate(doc);
}
