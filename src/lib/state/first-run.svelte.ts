// What this device remembers of its beginning: what was offered once, and is not offered again unasked.
// It belongs to the device, not to the book, and says nothing about anybody: it may lie in the open.
import type { Day } from '$lib/domain/day';

const KEY = 'kith:first-run';

/** What is remembered; what is missing has not come up yet. */
export interface Remembered {
	/** The day on which the first page of an empty book was last seen here. */
	readonly began?: Day;
	/** The tour was taken or waved off. */
	readonly tour?: 'over';
	/** Installing was refused, or put off. */
	readonly install?: 'over';
	/** The rep goes on in this browser tab, knowing what it means. */
	readonly tab?: 'stay';
	/** The line about the book in a tab was put away. */
	readonly move?: 'over';
	/** How to write was said beside the first note. */
	readonly asIfTheyRead?: 'said';
	/** The browser was asked to keep the book for good. */
	readonly keep?: 'asked';
}

/** The beginning of this device, as a screen sees it. */
export class FirstRun {
	#now = $state.raw(remembered());

	get now(): Remembered {
		return this.#now;
	}

	/** Remembers something more. */
	settle(change: Remembered): void {
		this.#now = { ...remembered(), ...change };
		try {
			localStorage.setItem(KEY, JSON.stringify(this.#now));
		} catch {
			// A browser that keeps nothing: it holds while the page is open.
		}
	}
}

function remembered(): Remembered {
	try {
		return JSON.parse(localStorage.getItem(KEY) ?? '{}') as Remembered;
	} catch {
		return {};
	}
}
