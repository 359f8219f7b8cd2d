// Our SHA-256 gives the very sums of everybody else's, at every length around a block's end.
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { sha256Hex } from './sha256';

test('agrees with the platform for all lengths up to three blocks', () => {
	for (let length = 0; length <= 200; length++) {
		const bytes = Uint8Array.from({ length }, (_, index) => (index * 31 + length) % 256);
		expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
	}
});

test('reads a part of a larger buffer', () => {
	const bytes = new Uint8Array(100).fill(7).subarray(13, 91);
	expect(sha256Hex(bytes)).toBe(createHash('sha256').update(bytes).digest('hex'));
});
