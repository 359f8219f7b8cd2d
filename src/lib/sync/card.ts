// What this device says of itself, and whether it may talk to a device that says this of itself.
import { CORE, READER } from '$lib/store/documents';
import type { Book } from '$lib/store/book';
import { MOST, personToSay } from './bounds';
import { areEqual } from './bytes';
import type { Kept } from './kept';
import { newestKey, type BookKey } from './keys';
import { isKnown, isRemoved } from './removing';
import type { Card, PersonThere } from './talk';

/**
 * This device's card; undefined before it has keys (own-device.ts). It goes to whoever holds the key of
 * the conversation, so of an older key's holders, some of whom may have been removed, none learns a name.
 * @param isJoining what is kept belongs to another book
 */
export function ownCard(
	book: Book,
	kept: Kept,
	key: BookKey,
	isJoining: boolean
): Card | undefined {
	const { keys, device } = kept.now;
	if (device === undefined) return undefined;
	const newest = newestKey([...keys, key]) ?? key;
	const isNewest = isJoining || areEqual(newest.bytes, key.bytes);
	const name = isNewest ? (book.get('device', book.device)?.name ?? '') : '';
	return {
		id: book.device,
		name: name.slice(0, MOST.deviceName),
		publicKey: device.publicKey,
		reader: READER,
		needs: neededBy(book),
		generation: newest.generation
	};
}

/** What this device thinks of another. */
export type Standing = 'known' | 'unknown' | 'removed';

/** What the book and this device know of the device of a card, which has proved that it is that one. */
export function standingOf(card: Card, book: Book, kept: Kept): Standing {
	if (isRemoved(book, card.id)) return 'removed';
	return isKnown(book, kept, card.id, card.publicKey) ? 'known' : 'unknown';
}

/** Whether one of two apps is too old for the other's documents. */
export function olderOf(own: Card, their: Card): 'here' | 'there' | undefined {
	if (their.needs > own.reader) return 'here';
	return own.needs > their.reader ? 'there' : undefined;
}

/** The people of this book for a look from the other side, in pieces. */
export function* peopleInPieces(book: Book, size = 200): Generator<readonly PersonThere[]> {
	const people = book.all('person');
	for (let from = 0; from < people.length; from += size) {
		yield people.slice(from, from + size).map((person) => personToSay(person));
	}
}

/** The oldest document format that may write into this book. */
function neededBy(book: Book): number {
	const reader = book.documents.get(CORE)?.doc.getMap('meta').get('minReader');
	return typeof reader === 'number' && Number.isSafeInteger(reader) && reader > 0 ? reader : 1;
}
