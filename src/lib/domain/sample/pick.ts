// Choosing with chance as an argument.
import type { Random } from '$lib/domain/random';

/** One item of a list that has some. */
export function pick<T>(random: Random, list: readonly T[]): T {
	return list[Math.floor(random() * list.length)] as T;
}

/** A whole number from `low` to `high`, both possible. */
export function between(random: Random, low: number, high: number): number {
	return low + Math.floor(random() * (high - low + 1));
}
