// Where the rep was in the list before going to a person: the way back leads to the same line.
import type { Kith } from '$lib/state/kith.svelte';
import type { Heights } from '$lib/ui/heights';

/** A place in the list of people. */
export interface KeptPlace {
	/** The view as a query. */
	readonly query: string;
	/** How far the window was scrolled. */
	readonly scroll: number;
	readonly rows: number;
	readonly heights: Heights | undefined;
}

const places = new WeakMap<Kith, KeptPlace>();

/** Keeps the place until the next one. */
export function keepPlace(kith: Kith, place: KeptPlace): void {
	places.set(kith, place);
}

/** The place kept last. */
export function keptPlace(kith: Kith): KeptPlace | undefined {
	return places.get(kith);
}
