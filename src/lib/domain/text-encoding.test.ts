import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bytesToText } from './text-encoding';

const TEXT = 'BEGIN:VCARD\r\nFN:Zoë Müller – 漢字 😀\r\nEND:VCARD\r\n';

function utf16(text: string, bigEndian: boolean): Uint8Array {
	const bytes = new Uint8Array(text.length * 2);
	const view = new DataView(bytes.buffer);
	for (let at = 0; at < text.length; at++) {
		view.setUint16(at * 2, text.charCodeAt(at), !bigEndian);
	}
	return bytes;
}

describe('bytesToText', () => {
	test('reads UTF-8 with and without a mark', () => {
		const utf8 = new TextEncoder();
		expect(bytesToText(utf8.encode(TEXT))).toEqual({ text: TEXT, encoding: 'utf-8' });
		expect(bytesToText(utf8.encode(`\ufeff${TEXT}`))).toEqual({ text: TEXT, encoding: 'utf-8' });
	});

	test('reads UTF-16 of both orders, with and without a mark', () => {
		for (const mark of ['', '\ufeff']) {
			const little = bytesToText(utf16(mark + TEXT, false));
			const big = bytesToText(utf16(mark + TEXT, true));
			expect(little).toEqual({ text: TEXT, encoding: 'utf-16le' });
			expect(big).toEqual({ text: TEXT, encoding: 'utf-16be' });
		}
	});

	test('reads what is not UTF-8 as windows-1252', () => {
		const bytes = Uint8Array.from([0x4d, 0xfc, 0x6c, 0x6c, 0x65, 0x72, 0x20, 0x80, 0x93]);
		expect(bytesToText(bytes)).toEqual({ text: 'Müller €“', encoding: 'windows-1252' });
	});

	test('gives some text for any bytes', () => {
		expect(bytesToText(new Uint8Array())).toEqual({ text: '', encoding: 'utf-8' });
		const zip = Uint8Array.from([0x50, 0x4b, 3, 4, 0x14, 0, 0, 0, 8, 0, 0xe9, 0xfe, 0, 0, 0, 0]);
		expect(bytesToText(zip).encoding).toBe('windows-1252');
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
				expect(typeof bytesToText(bytes).text).toBe('string');
			}),
			{ seed: 20261121 }
		);
	});
});
