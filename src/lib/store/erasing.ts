// Erasing: records leave the book for good. What stays is their ids, in the map `erased` of the core
// document, by which other devices know that they are to follow and a restore that it is to ask. Of a
// record that had become one with another the other's id stays as well, for words that name it and
// come late.
import type { Book } from './book';
import { CORE } from './documents';
import { forgetRecords } from './forgetting';
import { namedInImports } from './forgetting-imports';
import { recordOfKey } from './versions';

/**
 * Erases records from the documents in memory; their copies on disk are the keeper's errand `forget`.
 * @param into of those that had become one with another: that one's id
 * @returns the names of the documents that held something of them, and the core document
 */
export function eraseRecords(
	book: Book,
	ids: readonly string[],
	into: ReadonlyMap<string, string> = new Map()
): string[] {
	const gone = new Set(ids);
	const core = book.document(CORE).doc;
	core.transact(() => {
		const erased = core.getMap('erased');
		for (const id of gone) {
			// Erased first where nothing was known of the merge, it may have no trace yet.
			const isLost = into.has(id) && typeof erased.get(id) !== 'string';
			if (!erased.has(id) || isLost) erased.set(id, into.get(id) ?? true);
		}
	}, 'erase');
	const touched = new Set([CORE]);
	for (const [name, { doc }] of book.documents) if (forgetRecords(doc, gone)) touched.add(name);
	return [...touched];
}

/** The ids that were erased elsewhere and of which something is still here. */
export function leftOvers(book: Book): string[] {
	const erased = book.document(CORE).doc.getMap('erased');
	if (erased.size === 0) return [];
	const left = new Set<string>();
	for (const { doc, tables, bodies } of book.documents.values()) {
		for (const map of [...[...tables.values()].map((versions) => versions.map), bodies?.map]) {
			for (const key of map?.keys() ?? []) {
				const id = recordOfKey(key);
				if (erased.has(id)) left.add(id);
			}
		}
		for (const id of namedInImports(doc)) if (erased.has(id)) left.add(id);
	}
	return [...left];
}

/** Lets records be written again that were erased; the rep has asked for them. */
export function allowAgain(book: Book, ids: readonly string[]): void {
	const { doc } = book.document(CORE);
	doc.transact(() => {
		for (const id of ids) doc.getMap('erased').delete(id);
	}, 'erase');
}
