// The browser's source of chance, drawn many numbers at a time: one draw costs as much as 256.
import type { Random } from '$lib/domain/random';

const DRAWN = 256;

/** Numbers in [0, 1) that nobody can foresee. */
export function unforeseeable(source: Pick<Crypto, 'getRandomValues'>): Random {
	const numbers = new Uint32Array(DRAWN);
	let left = 0;
	return () => {
		if (left === 0) {
			source.getRandomValues(numbers);
			left = DRAWN;
		}
		left--;
		return (numbers[left] ?? 0) / 2 ** 32;
	};
}
