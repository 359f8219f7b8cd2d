// A file while it is being made: how far it is, calling it off, and what came of handing it out.
import { handOut, type MadeFile } from './hand-out';

/** What a maker tells while it works, and by what it is called off. */
export interface MakingFollowing {
	/** Hears how much is done, from 0 to 1. */
	readonly told: (part: number) => void;
	readonly signal: AbortSignal;
}

/** One kind of file, made as often as it is asked for, one at a time. */
export class Making {
	readonly #make: (following: MakingFollowing) => Promise<MadeFile>;
	/** How much is made, from 0 to 1; undefined when none is being made. */
	part = $state<number>();
	/** What came of it. */
	outcome = $state<'handed' | 'needs a tap' | 'stopped' | 'failed'>();
	#waiting: MadeFile | undefined;
	#calling: AbortController | undefined;

	constructor(make: (following: MakingFollowing) => Promise<MadeFile>) {
		this.#make = make;
	}

	/** Makes the file and hands it out. */
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
			this.#waiting = await this.#make({ told, signal });
			await this.hand();
		} catch (error) {
			if (!signal.aborted) console.warn(error);
			this.outcome = signal.aborted ? 'stopped' : 'failed';
		}
		this.part = undefined;
	}

	/** Hands out the file that is ready. */
	async hand(): Promise<void> {
		if (!this.#waiting) return;
		const { blob, name, type } = this.#waiting;
		const handed = await handOut(blob, name, type);
		this.outcome = handed === 'cancelled' ? undefined : handed;
		if (handed !== 'needs a tap') this.#waiting = undefined;
	}

	/** What came of the last one counts no more: something else is asked for now. */
	forget(): void {
		this.outcome = undefined;
	}

	/** Calls off what is being made. */
	stop(): void {
		this.#calling?.abort(new DOMException('called off', 'AbortError'));
	}
}
