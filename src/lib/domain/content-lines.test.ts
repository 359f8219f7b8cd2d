// Lines of calendars and cards: never over 75 octets, never a character cut, nothing lost.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { escapeText, foldLine } from './content-lines';

const octets = (text: string): number => new TextEncoder().encode(text).length;

describe('escaping', () => {
	test.each([
		['Kraus; Sohn, Wien', String.raw`Kraus\; Sohn\, Wien`],
		['C:\\new', String.raw`C:\\new`],
		['one\r\ntwo\rthree\nfour\u2028five', String.raw`one\ntwo\nthree\nfour\nfive`],
		['a\u0000b\u0007c\td\u007f', 'abc\td'],
		['half \ud83d a face', 'half \ufffd a face']
	])('%j', (text, escaped) => {
		expect(escapeText(text)).toBe(escaped);
	});
});

describe('folding', () => {
	test('leaves 75 octets alone and folds the 76th', () => {
		expect(foldLine('x'.repeat(75))).toBe('x'.repeat(75));
		expect(foldLine('x'.repeat(76))).toBe(`${'x'.repeat(75)}\r\n x`);
	});

	test.each([72, 73, 74, 75, 76])('keeps a face whole at octet %i', (at) => {
		const line = `${'x'.repeat(at - 1)}😀${'y'.repeat(80)}`;
		const pieces = foldLine(line).split('\r\n');
		expect(pieces.filter((piece) => piece.includes('😀'))).toHaveLength(1);
		for (const piece of pieces) expect(octets(piece)).toBeLessThanOrEqual(75);
	});

	test('loses nothing, whatever the text', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
				const line = escapeText(text);
				const folded = foldLine(line);
				for (const piece of folded.split('\r\n')) expect(octets(piece)).toBeLessThanOrEqual(75);
				expect(folded.replaceAll('\r\n ', '')).toBe(line);
			}),
			{ seed: 20261122, numRuns: 500 }
		);
	});
});
