// @vitest-environment node
import { decodeQR } from 'qr/decode.js';
import { describe, expect, test } from 'vitest';
import { qrMatrix, type QrMatrix } from './qr';

/** The code as a camera would have it: four pixels a module, a quiet margin of four modules. */
function picture(matrix: QrMatrix): { width: number; height: number; data: Uint8ClampedArray } {
	const size = (matrix.length + 8) * 4;
	const data = new Uint8ClampedArray(size * size * 4).fill(255);
	for (let y = 0; y < size; y++) {
		for (let x = 0; x < size; x++) {
			const isDark = matrix[Math.floor(y / 4) - 4]?.[Math.floor(x / 4) - 4];
			if (isDark) data.fill(0, (y * size + x) * 4, (y * size + x) * 4 + 3);
		}
	}
	return { width: size, height: size, data };
}

const LINK = `https://kith.example.org/#/pair/${'K7WT-'.repeat(13)}K7%40wss%3A%2F%2Fhello.example.net`;

describe('a QR code', () => {
	test.each([LINK, `kith-offer:${'aZ09_-'.repeat(60)}`, 'KITH-49XM'])(
		'holds what was put in: %.20s…',
		async (text) => {
			const matrix = await qrMatrix(text);
			expect(matrix && decodeQR(picture(matrix))).toBe(text);
		}
	);

	test('comes without a margin, its first corner dark', async () => {
		const matrix = await qrMatrix('KITH');
		expect(matrix?.[0]?.slice(0, 7).every(Boolean)).toBe(true);
		expect(matrix?.every((row) => row.length === matrix.length)).toBe(true);
	});

	test('of capital letters is smaller', async () => {
		const [capital, small] = await Promise.all([
			qrMatrix('K7WT-49XM'.repeat(8)),
			qrMatrix('k7wt-49xm'.repeat(8))
		]);
		expect(capital?.length).toBeLessThan(small?.length ?? 0);
	});

	test('is refused where the text is too long for one', async () => {
		expect(await qrMatrix('x'.repeat(5000))).toBeUndefined();
	});
});
