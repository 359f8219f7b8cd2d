// The archive of everything while it is being made: how far it is, calling it off, and what came of it.
import { makeArchive } from './archive';
import type { MadeFile } from './calendar-file';
import { handOut } from './hand-out';
import type { Kith } from './kith.svelte';

/** One visit to the page. */
export class Archiving {
	readonly #kith: Kith;
	/** How much is made, from 0 to 1; undefined when none is being made. */
	part = $state<number>();
	/** What came of it. */
	outcome = $state<'handed' | 'needs a tap' | 'stopped' | 'failed'>();
	#waiting: MadeFile | undefined;
	#calling: AbortController | undefined;

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/** Makes the archive and hands it out. */
	async save(): Promise<void> {
		if (this.part !== undefined) return;
		this.#calling = new AbortController();
		const { signal } = this.#calling;
		this.outcome = undefined;
		this.part = 0;
		try {
			const told = (part: number): void => {
				this.part = part;
			};
			this.#waiting = await makeArchive(this.#kith, { told, signal });
			await this.hand();
		} catch (error) {
			if (!signal.aborted) console.warn(error);
			this.outcome = signal.aborted ? 'stopped' : 'failed';
		}
		this.part = undefined;
	}

	/** Hands out the archive that is ready. */
	async hand(): Promise<void> {
		if (!this.#waiting) return;
		const { blob, name, type } = this.#waiting;
		const handed = await handOut(blob, name, type);
		this.outcome = handed === 'cancelled' ? undefined : handed;
		if (handed !== 'needs a tap') this.#waiting = undefined;
	}

	/** Calls off what is being made. */
	stop(): void {
		this.#calling?.abort(new DOMException('called off', 'AbortError'));
	}
}
