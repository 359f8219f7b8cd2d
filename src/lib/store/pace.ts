// Long work in slices: a few records, a look at the clock, and a breath for the page when it is time.
import type { Table } from '$lib/domain/records/tables';
import type { Changed } from './shelf';

/** As long as this the page may be kept from the rep in one go, in milliseconds. */
const STRETCH_MS = 8;
/** So many records are worked on between two looks at the clock. */
const FEW = 32;

/** Keeps the pace of long work. */
export class Pace {
	readonly #breath: () => Promise<void>;
	#rested = performance.now();

	/** @param breath lets the page do something else */
	constructor(breath: () => Promise<void>) {
		this.#breath = breath;
	}

	/** Goes on at once, or after a breath when the last was long enough ago. */
	async rest(): Promise<void> {
		if (performance.now() - this.#rested < STRETCH_MS) return;
		await this.#breath();
		this.#rested = performance.now();
	}
}

/** Changed records, a few at a time. */
export function fewAtATime(changed: ReadonlyMap<Table, Iterable<string>>): Changed[] {
	const pieces: Changed[] = [];
	for (const [table, ids] of changed) {
		const all = [...ids];
		for (let at = 0; at < all.length; at += FEW) {
			pieces.push(new Map([[table, new Set(all.slice(at, at + FEW))]]));
		}
	}
	return pieces;
}
