// @vitest-environment node
import { crc32 as crcOfNode } from 'node:zlib';
import { expect, test } from 'vitest';
import { seededRandom } from '$lib/domain/random';
import { crc32 } from './crc32';

test('the check value of CRC-32 comes out', () => {
	expect(crc32(new TextEncoder().encode('123456789'))).toBe(0xcbf43926);
});

test('bytes of every length, from anywhere in a buffer, are summed as zlib sums them', () => {
	const random = seededRandom(32);
	const bytes = Uint8Array.from({ length: 300 }, () => random() * 256);
	for (let from = 0; from < 5; from++) {
		for (let to = from; to <= bytes.length; to++) {
			const part = bytes.subarray(from, to);
			expect(crc32(part)).toBe(crcOfNode(part));
		}
	}
});
