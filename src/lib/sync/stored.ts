// Whether a book lies on a disk at all: one in memory, as in tests, has nothing to wait for or read back.
import type { Book } from '$lib/store/book';

/** Whether the book is on a disk; one that does not answer just now is a disk all the same. */
export function isStored(book: Pick<Book, 'getLocal'>): Promise<boolean> {
	return book.getLocal('device').then(
		(device) => device !== undefined,
		() => true
	);
}
