// The book as it was: a book in memory only, made of what was kept of its documents.
import { applyUpdate } from 'yjs';
import { Book, type BookEnvironment } from './book';

/**
 * Opens a book in memory.
 * @param docs the documents as Yjs updates, by name
 * @param pause called after each document
 */
export async function openPastBook(
	docs: ReadonlyMap<string, Uint8Array>,
	env: Pick<BookEnvironment, 'now' | 'random' | 'device'>,
	pause: () => Promise<void>
): Promise<Book> {
	const book = await Book.open({ ...env, onDisk: false });
	for (const [name, update] of docs) {
		applyUpdate(book.document(name).doc, update);
		await pause();
	}
	await book.openYears(new Date(env.now()).getFullYear(), pause);
	return book;
}
