// The line about the last backup, as a screen reads it: the age at once, the count a moment later.
import { createSubscriber } from 'svelte/reactivity';
import { backupLine, changesSinceBackup } from './backup-age';
import type { Kith } from './kith.svelte';
import { lull } from './lull';

/** So long after a change the count is made anew. */
const SETTLE_MS = 400;

/** Counts while somebody looks. */
export class BackupCounting {
	readonly #kith: Kith;
	readonly #subscribe: () => void;
	#changes = $state<number>();
	#timer: ReturnType<typeof setTimeout> | undefined;

	constructor(kith: Kith) {
		this.#kith = kith;
		this.#subscribe = createSubscriber(() => {
			const soon = (): void => {
				clearTimeout(this.#timer);
				this.#timer = setTimeout(() => void this.count(), SETTLE_MS);
			};
			const stop = kith.book.listen({ onchange: soon, onreach: soon });
			void this.count();
			return () => {
				clearTimeout(this.#timer);
				stop();
			};
		});
	}

	/** "Last backup 16 days ago · 42 changes since". */
	get line(): string {
		this.#subscribe();
		return backupLine(this.#kith, this.#changes);
	}

	/** Counts anew. */
	async count(): Promise<void> {
		if (this.#kith.book.reach !== 'whole') return;
		await lull();
		this.#changes = await changesSinceBackup(this.#kith);
	}
}
