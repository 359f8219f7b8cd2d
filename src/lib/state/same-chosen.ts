// Whom the rep called the same person in the look before a first merge: kept by device, also when the page
// goes, until both records are here and have become one.
import type { Id } from '$lib/domain/id';
import type { Book } from '$lib/store/book';
import { mergeWords } from './device-words';
import type { Kith } from './kith.svelte';
import { mergePeople } from './merge-people';
import { wholeBook } from './whole-book';

type Pair = readonly [Id<'person'>, Id<'person'>];
/** Two records of one person, by their ids. */
type Named = readonly [string, string];

const PLACE = 'sync-same';
type Chosen = Readonly<Record<string, readonly Named[]>>;

const under = new WeakMap<Book, Promise<unknown>>();

/** Keeps what was chosen with one device, beside what still waits. Rejects when the disk takes nothing. */
export function keepChosen(book: Book, from: string, pairs: readonly Named[]): Promise<void> {
	return inTurn(book, async () => {
		const kept = await chosen(book);
		const known = kept[from] ?? [];
		await keep(book, { ...kept, [from]: [...known, ...without(pairs, known)] });
	});
}

/**
 * Makes one of those who were chosen and are here by now; some may come later, where several files carry
 * a book. What was chosen is forgotten only once that is on disk.
 * @param isTurn whether those chosen with a device are to be done now
 */
export async function joinChosen(kith: Kith, isTurn: (from: string) => boolean): Promise<void> {
	const { book } = kith;
	if (!Object.keys(await chosen(book)).some(isTurn)) return;
	// Outside the row: what is chosen meanwhile does not wait for a slow disk.
	await wholeBook(book);
	return inTurn(book, async () => {
		const kept = await chosen(book);
		const asked = Object.entries(kept).filter(([from]) => isTurn(from));
		const pairs = asked.flatMap(([, some]) => some);
		const isHere = (pair: Named): pair is Pair =>
			pair.every((id) => book.get('person', id) !== undefined);
		const here = pairs.filter(isHere);
		const isOver = (pair: Named): boolean => pair.some((id) => book.isErased(id));
		const over = [...here, ...pairs.filter(isOver)];
		if (over.length === 0) return;
		const done =
			here.length === 0 ? 0 : await mergePeople(kith, here, mergeWords.joined(here.length));
		if (done === undefined) return;
		await book.saved();
		const rest = asked.map(([from, some]) => [from, without(some, over)] as const);
		await keep(book, { ...kept, ...Object.fromEntries(rest) });
	});
}

/** One after the other: each reads what the one before has kept. */
function inTurn(book: Book, work: () => Promise<void>): Promise<void> {
	const turn = (under.get(book) ?? Promise.resolve()).then(work);
	under.set(
		book,
		turn.catch(() => undefined)
	);
	return turn;
}

async function chosen(book: Book): Promise<Chosen> {
	const stored = await book.getLocal(PLACE);
	if (typeof stored !== 'string' || stored === '') return {};
	try {
		const read: unknown = JSON.parse(stored);
		if (typeof read !== 'object' || read === null) return {};
		const lists = Object.entries(read).filter(([, pairs]) => Array.isArray(pairs));
		return Object.fromEntries(
			lists.map(([from, pairs]) => [from, (pairs as unknown[]).filter(isPair)])
		);
	} catch {
		return {};
	}
}

async function keep(book: Book, all: Chosen): Promise<void> {
	const left = Object.entries(all).filter(([, pairs]) => pairs.length > 0);
	await book.setLocal(PLACE, left.length > 0 ? JSON.stringify(Object.fromEntries(left)) : '');
}

function without(pairs: readonly Named[], others: readonly Named[]): Named[] {
	return pairs.filter(([a, b]) => !others.some(([c, d]) => a === c && b === d));
}

function isPair(one: unknown): one is Named {
	return Array.isArray(one) && one.length === 2 && one.every((id) => typeof id === 'string');
}
