// Who stands for somebody whose record became one with another: read from the record while it lies in
// the trash, and from the mark it leaves once it is erased.
import type { Id } from '$lib/domain/id';
import { nowIs } from '$lib/domain/merged-into';
import type { Book } from '$lib/store/book';
import { CORE } from '$lib/store/documents';

type PersonId = Id<'person'>;
type Held = { readonly book: Book };

/** The record that stands for somebody now; the same id for whoever was never merged. */
export function standsFor(held: Held, id: PersonId): PersonId {
	return nowIs(id, (one) => mergedInto(held, one));
}

/** Who stands instead of somebody whose record went; undefined for whoever stands for himself. */
export function standsInstead(held: Held, id: string): PersonId | undefined {
	const into = mergedInto(held, id);
	const now = into && standsFor(held, into);
	return now === id ? undefined : now;
}

/**
 * Where a record went: it is in the trash because of a merge, both marks made in one go and none since,
 * or it was erased after that. Undefined for all others.
 */
export function mergedInto({ book }: Held, id: string): PersonId | undefined {
	const left = erased(book).get(id);
	if (typeof left === 'string') return left as PersonId;
	// Erased elsewhere it is shown no more, and still says where it went.
	const cells = book.cells('person', id);
	const [into, trashed] = [cells.get('mergedInto'), cells.get('trashedAt')];
	if (typeof into?.value !== 'string' || typeof trashed?.value !== 'string') return undefined;
	return into.stamp === trashed.stamp ? (into.value as PersonId) : undefined;
}

/** The ids of all who went, in the trash or erased. */
export function mergedIds({ book }: Held): PersonId[] {
	const inTrash = book.trashed('person').filter(({ mergedInto: into }) => into !== undefined);
	const ids = inTrash.map(({ id }) => id);
	for (const [id, left] of erased(book)) if (typeof left === 'string') ids.push(id as PersonId);
	return ids;
}

function erased(book: Book) {
	return book.document(CORE).doc.getMap('erased');
}
