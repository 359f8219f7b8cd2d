// What day it is: moves on at midnight and when a phone wakes up, without a reload.
import { dayOfDate, type Day } from '$lib/domain/day';

const EVERY_MS = 30_000;

/** The clock on the wall, to the minute. */
export class Clock {
	#ms = $state(0);
	readonly #now: () => number;
	readonly today: Day = $derived(dayOfDate(new Date(this.#ms)));

	constructor(now: () => number) {
		this.#now = now;
		this.#ms = now();
	}

	/** Milliseconds since 1970, as of the last half minute; reading it follows the time. */
	get now(): number {
		return this.#ms;
	}

	/** Milliseconds since 1970, exactly now; does not follow the time. */
	exactly(): number {
		return this.#now();
	}

	/** Keeps time until the function given back is called. */
	run(): () => void {
		const look = (): void => {
			this.#ms = this.#now();
		};
		const timer = setInterval(look, EVERY_MS);
		document.addEventListener('visibilitychange', look);
		return () => {
			clearInterval(timer);
			document.removeEventListener('visibilitychange', look);
		};
	}
}
