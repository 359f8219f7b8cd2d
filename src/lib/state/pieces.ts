// Much to be written, in pieces each as large as this device does between two pictures.
import { turn } from './pace';

/** A piece takes about so long, whatever the device; then the screen gets a turn. */
const PIECE_MS = 14;
const FIRST = 40;
const FEWEST = 10;
const MOST = 500;

/** How work in pieces is followed and called off. */
export interface InPieces {
	/** Hears how much is done, from 0 to 1. */
	readonly told?: (part: number) => void;
	/** Between two pieces; throws the signal's reason. */
	readonly signal?: AbortSignal | undefined;
	/** What else has to be waited for before the next piece. */
	readonly before?: () => Promise<void> | undefined;
}

/** Handles `of` items in pieces, each as many as take about PIECE_MS on this device. */
export async function inPieces<Item>(
	items: Iterable<Item>,
	of: number,
	handle: (lot: readonly Item[]) => void,
	{ told = () => undefined, signal, before }: InPieces = {}
): Promise<void> {
	const rest = items[Symbol.iterator]();
	let many = FIRST;
	let done = 0;
	for (;;) {
		const begun = performance.now();
		const lot: Item[] = [];
		for (let next = rest.next(); !next.done; next = rest.next()) {
			lot.push(next.value);
			if (lot.length >= many) break;
		}
		if (lot.length === 0) return;
		handle(lot);
		done += lot.length;
		told(of > 0 ? done / of : 1);
		await turn();
		// With the screen's own work for it, or the piece alone would seem small.
		const took = performance.now() - begun;
		many = Math.max(FEWEST, Math.min(MOST, Math.round((many * PIECE_MS) / Math.max(took, 1))));
		signal?.throwIfAborted();
		await before?.();
	}
}
