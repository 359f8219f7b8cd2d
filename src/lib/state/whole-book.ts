// The moment from which all years of the book are here.
import type { Book } from '$lib/store/book';

/** Resolves once all years have been read; never, where a disk does not give them. */
export function wholeBook(book: Book): Promise<void> {
	if (book.reach === 'whole') return Promise.resolve();
	return new Promise((resolve) => {
		const stop = book.listen({
			onreach(reach) {
				if (reach !== 'whole') return;
				stop();
				resolve();
			}
		});
	});
}
