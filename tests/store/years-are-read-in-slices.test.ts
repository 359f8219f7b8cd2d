// Older years are read a little at a time while the rep already works, and nothing is missed by that.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { Book, type Reach } from '$lib/store/book';
import { aNote, anId, digest, NOON, TestClock, write } from '../support/books';

const MANY = 200;
const clock = new TestClock();
let books: Book[] = [];
let seed = 1;

async function open(): Promise<Book> {
	const book = await Book.open({ now: clock.now, random: seededRandom(seed++) });
	books.push(book);
	return book;
}

/** What is stored is of this year, the last and 2019. */
async function stored(): Promise<string> {
	const book = await open();
	await book.openYears(2026, async () => undefined);
	write(book, (draft) => {
		for (const year of [2026, 2025, 2019]) {
			for (let at = 0; at < MANY; at++) {
				draft.add('note', aNote({ id: anId<'note'>(year), body: `${year}: ${at}` }));
			}
		}
	});
	await book.saved();
	const all = digest(book);
	await book.close();
	return all;
}

beforeEach(() => {
	clock.ms = NOON;
	let time = 0;
	// Between two looks at the clock there is more than half of what may be worked on in one go.
	vi.spyOn(performance, 'now').mockImplementation(() => (time += 5));
});

afterEach(async () => {
	vi.restoreAllMocks();
	for (const book of books) await book.close();
	books = [];
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	localStorage.clear();
});

test('this year is there at once, the others bit by bit, and in the end all is', async () => {
	const before = await stored();
	const book = await open();
	const seen: number[] = [];
	const reached: [Reach, number][] = [];
	let told = 0;
	book.listen({
		onchange: (changed) => (told += changed.get('note')?.size ?? 0),
		onreach: (reach) => reached.push([reach, told])
	});
	await book.openYears(
		2026,
		async () => undefined,
		async () => void seen.push(book.all('note').length)
	);
	expect(seen.length).toBeGreaterThan(4);
	expect(seen[0]).toBeGreaterThan(MANY);
	expect(seen[0]).toBeLessThan(2 * MANY);
	expect(seen).toEqual(seen.toSorted((a, b) => a - b));
	// Whoever is told how far the years have been read has been told of their records before.
	expect(reached).toEqual([
		['this-year', MANY],
		['recent', 2 * MANY],
		['whole', 3 * MANY]
	]);
	expect(digest(book)).toBe(before);
});

test('what the rep writes into a year that is being read is seen at once, and stays', async () => {
	await stored();
	const book = await open();
	const late = anId<'note'>(2025);
	let shown: string | undefined;
	await book.openYears(
		2026,
		async () => undefined,
		async () => {
			if (shown !== undefined) return;
			write(book, (draft) => draft.add('note', aNote({ id: late, body: 'Said just now.' })));
			shown = book.get('note', late)?.body;
		}
	);
	expect(shown).toBe('Said just now.');
	expect(book.get('note', late)?.body).toBe('Said just now.');
	expect(book.all('note')).toHaveLength(3 * MANY + 1);
});
