// Hybrid logical clock: every edit gets a stamp that sorts after all the edits it could have seen.
// After Kulkarni et al., "Logical Physical Clocks" (2014), with the skew of others clamped.

/** 9 digits of milliseconds and 3 of a counter, both base 36: sorts as text. */
export type Stamp = string & { readonly __stamp: true };

/** How far ahead of our own clock another device's time is believed when we stamp. */
export const MAX_SKEW_MS = 5 * 60_000;

const COUNTERS = 36 ** 3;
const TIME_LIMIT = 36 ** 9;

/** The stamp of a time (milliseconds since 1970) and counter; both clamped to what fits. */
export function stampOf(time: number, counter: number): Stamp {
	const ms = Math.min(Math.max(0, Math.trunc(time)), TIME_LIMIT - 1);
	const count = Math.min(Math.max(0, counter), COUNTERS - 1);
	return (ms.toString(36).padStart(9, '0') + count.toString(36).padStart(3, '0')) as Stamp;
}

/** Whether a value read from a document has the shape of a stamp. */
export function isStamp(value: unknown): value is Stamp {
	return typeof value === 'string' && /^[0-9a-z]{12}$/.test(value);
}

/** Milliseconds since 1970 of a stamp. */
export function timeOfStamp(stamp: Stamp): number {
	return parseInt(stamp.slice(0, 9), 36);
}

/** The smallest stamp after another one. */
export function stampAfter(stamp: Stamp): Stamp {
	const counter = parseInt(stamp.slice(9), 36) + 1;
	const time = timeOfStamp(stamp);
	return counter < COUNTERS ? stampOf(time, counter) : stampOf(time + 1, 0);
}

/** Gives stamps that rise strictly and follow what this device has seen. */
export class HybridClock {
	#last = stampOf(0, 0);
	readonly #now: () => number;

	constructor(now: () => number) {
		this.#now = now;
	}

	/**
	 * A stamp later than every stamp given before and than `seen`, the latest stamp of the value
	 * being changed. A `seen` from a clock far ahead lifts only this one stamp, not the clock: one
	 * device with a wrong date cannot drag the others along.
	 */
	tick(seen?: Stamp): Stamp {
		const wall = stampOf(this.#now(), 0);
		this.#last = wall > this.#last ? wall : stampAfter(this.#last);
		return seen !== undefined && seen >= this.#last ? stampAfter(seen) : this.#last;
	}

	/** Takes note of another device's stamp, believed up to MAX_SKEW_MS ahead. */
	observe(stamp: Stamp): void {
		const limit = stampOf(this.#now() + MAX_SKEW_MS, 0);
		const believed = stamp < limit ? stamp : limit;
		if (believed > this.#last) this.#last = believed;
	}
}
