// The way of one restore on screen: choose, look, decide; nothing is written before the last.
import type { RestoreMode, RestorePlan } from '$lib/domain/backup-plan';
import type { Step } from '$lib/store/change';
import { handOutBackup, handOutText } from './backup';
import { explainFault, restoredLine, surprise } from './backup-words';
import type { Explained } from './failures';
import type { Kith } from './kith.svelte';
import {
	planFor,
	readFile,
	readText,
	restore,
	takeBack,
	type FileRead,
	type Reading
} from './restore';
import { safetyCopyMadeAt, safetyCopyName, safetyCopyText } from './safety-copy';

/** What was done last, and how to take it back. */
interface Done {
	readonly text: string;
	readonly step?: Step;
}

/** Where the rep stands with backup and restore. */
export class Restoring {
	readonly #kith: Kith;
	#hasLooked = false;
	#doing = $state.raw<string>();
	#failed = $state.raw<Explained>();
	#reading = $state.raw<Reading>();
	#replacing = $state.raw<RestorePlan>();
	#done = $state.raw<Done>();
	#copy = $state.raw<string>();

	constructor(kith: Kith) {
		this.#kith = kith;
		void this.#lookForCopy();
	}

	/** Whether a preview has been shown: whoever comes back from it has lost his place. */
	get hasLooked(): boolean {
		return this.#hasLooked;
	}

	/** What is going on, in words; undefined while nothing is. */
	get doing(): string | undefined {
		return this.#doing;
	}

	/** What went wrong last. */
	get failed(): Explained | undefined {
		return this.#failed;
	}

	/** The backup being looked at. */
	get reading(): Reading | undefined {
		return this.#reading;
	}

	/** What replacing would do, while the rep is being asked. */
	get replacing(): RestorePlan | undefined {
		return this.#replacing;
	}

	/** What was done last. */
	get done(): Done | undefined {
		return this.#done;
	}

	/** When the safety copy was made, if there is one. */
	get copy(): string | undefined {
		return this.#copy;
	}

	/** Makes a backup and hands it out. */
	save(): Promise<void> {
		return this.#work(async (say) => {
			const handed = await handOutBackup(this.#kith, say);
			if (handed) this.#done = { text: 'Your backup is with your downloads, or where you put it.' };
		});
	}

	/** Reads a file, to be looked at. */
	open(file: File): Promise<void> {
		return this.#work(async (say) => this.#show(await readFile(this.#kith, file, say)));
	}

	/** Hands out the safety copy as a file. */
	saveCopy(): Promise<void> {
		return this.#work(async () => {
			const text = await safetyCopyText(this.#kith);
			if (text === undefined || this.#copy === undefined) return;
			await handOutText(this.#kith, { text, madeAt: this.#copy }, false);
		});
	}

	/** Reads the safety copy and asks whether it shall replace the book. */
	goBackToCopy(): Promise<void> {
		return this.#work(async (say) => {
			const text = await safetyCopyText(this.#kith);
			if (text === undefined || this.#copy === undefined) return;
			const name = safetyCopyName(this.#kith, this.#copy);
			this.#show(await readText(this.#kith, name, text, say));
			await this.#ask(say);
		});
	}

	/** Adds what the book lacks and takes over newer words. */
	merge(): Promise<void> {
		return this.#bring('merge');
	}

	/** Works out what replacing would do, and asks. */
	askToReplace(): Promise<void> {
		return this.#work((say) => this.#ask(say));
	}

	/** Takes the question back. */
	keep(): void {
		this.#replacing = undefined;
	}

	/** Makes the book what the backup is. */
	replace(): Promise<void> {
		this.#replacing = undefined;
		return this.#bring('replace');
	}

	/** Goes back to the start; nothing was written. */
	leave(): void {
		this.#reading = this.#replacing = this.#failed = undefined;
	}

	/** Takes the last restore back. */
	undo(): Promise<void> {
		const step = this.#done?.step;
		return this.#work(async (say) => {
			if (!step) return;
			await takeBack(this.#kith, step, say);
			this.#done = { text: 'Taken back. The book is as it was.' };
		});
	}

	#bring(mode: RestoreMode): Promise<void> {
		return this.#work(async (say) => {
			if (!this.#reading) return;
			const { backup } = this.#reading;
			const restored = await restore(this.#kith, backup, mode, say);
			await this.#lookForCopy();
			if (!restored.ok) {
				this.#failed = explainFault(restored.fault);
				return;
			}
			this.#reading = undefined;
			const { step, plan } = restored;
			this.#done = { text: restoredLine(plan), ...(step.traces.length > 0 ? { step } : {}) };
		});
	}

	async #ask(say: (doing: string) => void): Promise<void> {
		if (!this.#reading) return;
		this.#replacing = await planFor(this.#kith, this.#reading.backup, 'replace', say);
	}

	#show(read: FileRead): void {
		if (!read.ok) {
			this.#failed = explainFault(read.fault);
			return;
		}
		this.#reading = read.reading;
		this.#hasLooked = true;
	}

	/** Runs one piece of work at a time, with its line on screen. */
	async #work(run: (say: (doing: string) => void) => Promise<void>): Promise<void> {
		if (this.#doing !== undefined) return;
		this.#failed = this.#done = undefined;
		this.#doing = 'One moment…';
		try {
			await run((doing) => {
				this.#doing = doing;
			});
		} catch (error) {
			this.#failed = surprise;
			throw error;
		} finally {
			this.#doing = undefined;
		}
	}

	async #lookForCopy(): Promise<void> {
		this.#copy = await safetyCopyMadeAt(this.#kith);
	}
}
