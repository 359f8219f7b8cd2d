// Calls back soon, and of many occasions together: the longer a call takes, the longer the next one waits.

/** As often as this at most, when calls take no time. */
const LEAST_MS = 30;
/** And as rarely as this, however long they take. */
const MOST_MS = 1_500;
/** A call may take this share of the time: one part in ten. */
const SHARE = 9;

/** Gathers occasions to one call. */
export class Soon {
	readonly #call: () => void;
	#timer: ReturnType<typeof setTimeout> | undefined;
	#from = 0;

	constructor(call: () => void) {
		this.#call = call;
	}

	/** There is an occasion. */
	ask(): void {
		this.#timer ??= setTimeout(() => this.run(), Math.min(this.#from - performance.now(), MOST_MS));
	}

	/** Calls at once, for this and whatever waits. */
	run(): void {
		clearTimeout(this.#timer);
		this.#timer = undefined;
		const begun = performance.now();
		this.#call();
		// What shows the records does so as soon as this has returned, and takes most of the time.
		queueMicrotask(() => {
			const ended = performance.now();
			this.#from = ended + Math.max(LEAST_MS, SHARE * (ended - begun));
		});
	}
}
