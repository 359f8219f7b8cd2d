// @vitest-environment node
import { expect, test } from 'vitest';
import { PAIRING_WORDS, wordsOf } from './pairing-words';

test('every byte has a word of its own that no slip of a letter turns into another', () => {
	expect(PAIRING_WORDS).toHaveLength(256);
	for (const word of PAIRING_WORDS) expect(word).toMatch(/^[a-z]{3,8}$/);
	for (const one of PAIRING_WORDS) {
		for (const other of PAIRING_WORDS) {
			if (one !== other) expect(isALetterApart(one, other), `${one} ${other}`).toBe(false);
		}
	}
	expect(new Set(PAIRING_WORDS).size).toBe(256);
});

test('four bytes give four words, and other bytes other words', () => {
	expect(wordsOf(Uint8Array.of(0, 1, 2, 255, 9))).toEqual(['acorn', 'amber', 'anchor', 'zipper']);
	expect(wordsOf(Uint8Array.of(0, 1, 3, 255))).not.toEqual(wordsOf(Uint8Array.of(0, 1, 2, 255)));
});

/** Whether one letter changed, added or left out makes one of the other. */
function isALetterApart(one: string, other: string): boolean {
	if (Math.abs(one.length - other.length) > 1) return false;
	let at = 0;
	while (at < one.length && one[at] === other[at]) at++;
	const rest = [one.slice(at), other.slice(at)] as const;
	const [a, b] = rest;
	return a.slice(1) === b.slice(1) || a === b.slice(1) || a.slice(1) === b;
}
