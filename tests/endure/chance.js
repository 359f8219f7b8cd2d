// Chance with a seed: the same seed makes the same decisions in the same order.

/** @typedef {{ readonly seed: number, below: (limit: number) => number, between: (from: number, to: number) => number, isTrue: (share: number) => boolean, pick: <T>(list: readonly T[]) => T, branch: (name: string) => Chance }} Chance */

/**
 * @param {number} seed
 * @returns {Chance} numbers from mulberry32
 */
export function chanceOf(seed) {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const below = (/** @type {number} */ limit) => Math.floor(next() * limit);
	return {
		seed,
		below,
		between: (from, to) => from + below(to - from + 1),
		isTrue: (share) => next() < share,
		pick(list) {
			const picked = list[below(list.length)];
			if (picked === undefined) throw new Error('nothing to pick from');
			return picked;
		},
		// By name and not by order, so that one part alone decides as it does among the others.
		branch: (name) => chanceOf([...name].reduce(hashStep, seed >>> 0))
	};
}

/** @param {number} hash @param {string} letter */
function hashStep(hash, letter) {
	return Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193) >>> 0;
}
