// How long to wait before the next try: twice as long each time, up to a limit, never the same twice.
import type { Random } from '$lib/domain/random';

/** Waits that grow. */
export class BackOff {
	readonly #random: Random;
	readonly #first: number;
	readonly #most: number;
	#tries = 0;

	/** @param first milliseconds before the second try @param most the longest wait, about */
	constructor(random: Random, first = 1000, most = 60_000) {
		this.#random = random;
		this.#first = first;
		this.#most = most;
	}

	/** Milliseconds to wait now; a quarter more or less, so that many devices do not come at once. */
	next(): number {
		const whole = Math.min(this.#first * 2 ** this.#tries, this.#most);
		if (whole < this.#most) this.#tries++;
		return whole * (0.75 + this.#random() / 2);
	}

	/** It worked, or something changed: begins anew. */
	reset(): void {
		this.#tries = 0;
	}
}
