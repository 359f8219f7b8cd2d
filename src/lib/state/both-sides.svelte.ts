// What belongs to either side while a page shows it: counted in pieces, and anew when the book has changed.
import type { Owner } from '$lib/domain/records/field';
import type { Kith } from './kith.svelte';
import { oneSide, takenTables, type OneSide } from './one-side';
import { ownedTables } from './owners';
import { paceFor } from './pace';

/** So long after the last change the count begins. */
const SETTLE_MS = 150;

/** Both sides' parts. */
export class BothSides {
	readonly #kith: Kith;
	/** Undefined until it is counted, and while years are still being read. */
	parts = $state.raw<Readonly<Record<Owner, OneSide>>>();

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/** Counts; call it in an effect, which then follows the book. The function given back calls it off. */
	count(): (() => void) | undefined {
		const { live } = this.#kith;
		live.read(...ownedTables, ...takenTables);
		if (!live.isWhole) return undefined;
		const calling = new AbortController();
		const pace = paceFor(undefined, calling.signal);
		const timer = setTimeout(() => {
			const both = async (): Promise<void> => {
				const employer = await oneSide(this.#kith, 'employer', pace);
				const mine = await oneSide(this.#kith, 'mine', pace);
				if (!calling.signal.aborted) this.parts = { employer, mine };
			};
			both().catch(() => undefined);
		}, SETTLE_MS);
		return () => {
			clearTimeout(timer);
			calling.abort();
		};
	}
}
