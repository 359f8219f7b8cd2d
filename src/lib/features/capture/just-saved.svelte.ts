// Notes saved a moment ago: their words stay on the page until they are on disk.
import type { DraftContent } from '$lib/state/drafts';
import type { Kith } from '$lib/state/kith.svelte';
import type { SavedNote } from '$lib/state/notes';

/** A note handed to the book. */
export interface Handed extends SavedNote {
	/** The draft it was made of, to go back to. */
	readonly content: DraftContent;
	readonly isOnDisk: boolean;
}

/** The notes saved from one page, latest last. */
export class JustSaved {
	readonly #kith: Kith;
	readonly #onsettled: () => void;
	#settled: Promise<unknown> = Promise.resolve();
	#handed = $state.raw<readonly Handed[]>([]);

	/** @param onsettled called when a note has reached the disk */
	constructor(kith: Kith, onsettled: () => void) {
		this.#kith = kith;
		this.#onsettled = onsettled;
	}

	/** The note saved last, unless it was taken back. */
	get latest(): Handed | undefined {
		return this.#handed.at(-1);
	}

	/** Notes whose words are not on disk yet. */
	get unsaved(): readonly Handed[] {
		return this.#handed.filter(({ isOnDisk }) => !isOnDisk);
	}

	/** Resolves when all of them are on disk. */
	get settled(): Promise<unknown> {
		return this.#settled;
	}

	/** Follows a note to the disk. */
	add(saved: SavedNote, content: DraftContent): void {
		this.#handed = [...this.unsaved, { ...saved, content, isOnDisk: false }];
		this.#settled = this.#kith.book.saved().then(() => {
			this.#handed = this.#handed.map((handed) =>
				handed.id === saved.id ? { ...handed, isOnDisk: true } : handed
			);
			this.#onsettled();
		});
	}

	/** Lets go of a note that was taken out of the book again. */
	forget(note: Handed['id']): void {
		this.#handed = this.#handed.filter(({ id }) => id !== note);
	}
}
