// Takes an update into the book and lets its bytes go to disk as they came. Yjs would write all of it
// once more from what it has just read, which takes a sixth of the time of a long transfer.
import { encodeStateAsUpdate, encodeStateVector, type Doc, type Transaction } from 'yjs';
import type { Book, Later } from '$lib/store/book';

/**
 * As `book.take`, but listeners for 'update' are given the bytes that came. Only where those say the
 * same as what Yjs would write: something in them was new, and nothing waits for what has not come.
 * @param from who brought it: the origin listeners are told
 * @param later keeps records back, as with `book.take`
 */
export function takeAsItCame(
	book: Book,
	name: string,
	update: Uint8Array,
	from: unknown,
	later?: Later
): void {
	const { doc } = book.document(name);
	const observers = doc._observers;
	const heard = observers.get('update');
	if (!heard || isWaiting(doc)) {
		book.take(name, update, from, later);
		return;
	}
	let taken: Transaction | undefined;
	// Called for each transaction right before Yjs writes it down for those who hear of updates.
	const look = (transaction: Transaction): void => {
		const isOurs = transaction.origin === from && !isWaiting(doc);
		if (isOurs) observers.delete('update');
		else observers.set('update', heard);
		if (isOurs && isNews(transaction)) taken = transaction;
	};
	doc.on('afterTransaction', look);
	let bytes: Uint8Array | undefined;
	try {
		book.take(name, update, from, later);
		bytes = update;
	} finally {
		doc.off('afterTransaction', look);
		observers.set('update', heard);
		if (taken) {
			// What was no good further on could not be read from disk either.
			bytes ??= encodeStateAsUpdate(doc, encodeStateVector(taken.beforeState));
			doc.emit('update', [bytes, from, doc, taken]);
		}
	}
}

/** Something in the document waits for what has not come. */
function isWaiting({ store }: Doc): boolean {
	return store.pendingStructs !== null || store.pendingDs !== null;
}

/** Whether a transaction has written or deleted anything. */
function isNews({ deleteSet, beforeState, afterState }: Transaction): boolean {
	if (deleteSet.clients.size > 0) return true;
	for (const [client, clock] of afterState) if (beforeState.get(client) !== clock) return true;
	return false;
}
