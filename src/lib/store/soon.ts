// Calls back soon, and of many occasions together: the longer a call takes, the longer the next one waits.

/** As often as this at most, when calls take no time. */
const LEAST_MS = 30;
/** And as rarely as this, however long they take. */
const MOST_MS = 1_500;
/** A call may take this share of the time: one part in five. */
const SHARE = 4;

/** Gathers occasions to one call. */
export class Soon {
	readonly #call: () => void;
	readonly #now: () => number;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#from = 0;

	/** @param now milliseconds, of any clock */
	constructor(call: () => void, now: () => number) {
		this.#call = call;
		this.#now = now;
	}

	/** There is an occasion. */
	ask(): void {
		this.#timer ??= setTimeout(() => this.run(), Math.min(this.#from - this.#now(), MOST_MS));
	}

	/** Calls at once, for this and whatever waits. */
	run(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const begun = this.#now();
		this.#call();
		// What shows the records does so as soon as this has returned, and takes most of the time.
		queueMicrotask(() => {
			const ended = this.#now();
			this.#from = ended + Math.max(LEAST_MS, SHARE * (ended - begun));
		});
	}
}
