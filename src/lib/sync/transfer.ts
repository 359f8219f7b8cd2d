// Sends one device all it lacks of some documents: the core first, then the years, newest first.
import { encodeStateVector } from 'yjs';
import type { Book } from '$lib/store/book';
import { CORE, yearOfJournal } from '$lib/store/documents';
import type { Message, Place } from './message-kinds';
import { slicesOf } from './slices';
import type { Progress } from './talk';

/** As long as this the page may be kept from the rep in one go. */
const STRETCH_MS = 8;
const SLICE = 96 * 1024;

/** What a transfer needs around it. */
export interface TransferWorld {
	readonly book: Book;
	now(): number;
	pause(): Promise<void>;
	/** Resolves when there is room for the next. */
	post(message: Message): Promise<void>;
	isStopped(): boolean;
	onprogress(progress: Progress): void;
	/** The last update of a document has been made; whatever is written from now on goes after it. */
	ondone(name: string, vector: Uint8Array): void;
}

/**
 * Sends what the documents of these names have after the other side's state vectors; without one,
 * everything. It is finished when all of it has been handed to the pipe.
 */
export async function transfer(
	names: readonly string[],
	have: ReadonlyMap<string, Uint8Array>,
	world: TransferWorld
): Promise<void> {
	const ordered = inOrder(names);
	const weights = ordered.map((name) => weightOf(world.book, name, have));
	const total = weights.reduce((sum, weight) => sum + weight, 0);
	const years = ordered.filter((name) => name !== CORE).length;
	let [bytes, before, yearsDone] = [0, 0, 0];
	let rested = world.now();
	for (const [at, name] of ordered.entries()) {
		const year = yearOfJournal(name);
		const { doc } = world.book.document(name);
		for (const { update, part } of slicesOf(doc, have.get(name), SLICE)) {
			const reached = (before + part * (weights[at] ?? 0)) / total;
			const place: Place = {
				part: Math.min(reached, 1),
				yearsDone,
				years,
				...(year !== undefined && { year })
			};
			if (part === 1) world.ondone(name, encodeStateVector(doc));
			bytes += update.length;
			world.onprogress({ ...place, bytes, year });
			await world.post({ is: 'update', name, place, update });
			if (world.now() - rested >= STRETCH_MS) {
				await world.pause();
				rested = world.now();
			}
			if (world.isStopped()) return;
		}
		before += weights[at] ?? 0;
		if (year !== undefined) yearsDone++;
	}
}

function inOrder(names: readonly string[]): string[] {
	const rank = (name: string): number => (name === CORE ? Infinity : (yearOfJournal(name) ?? 0));
	return [...names].sort((a, b) => (rank(a) === rank(b) ? 0 : rank(b) - rank(a)));
}

/** Roughly how much there is to send: structs' clocks, and one so that nothing is divided by nothing. */
function weightOf(book: Book, name: string, have: ReadonlyMap<string, Uint8Array>): number {
	const { store } = book.document(name).doc;
	let weight = 1;
	for (const structs of store.clients.values()) weight += structs.length;
	return have.has(name) ? Math.max(1, weight / 8) : weight;
}
