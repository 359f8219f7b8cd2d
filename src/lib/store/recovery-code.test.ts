// A recovery code comes back as it was however it is typed, and a slip is noticed.
import { expect, test } from 'vitest';
import { bytesToCode, codeToBytes, newCodeBytes } from './recovery-code';

const bytes = Uint8Array.from({ length: 16 }, (_, at) => at * 16 + 1);
const code = bytesToCode(bytes);

test('it is seven groups of four letters that cannot be mistaken for others', () => {
	expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$/);
	expect(bytesToCode(newCodeBytes())).not.toBe(bytesToCode(newCodeBytes()));
});

test('it comes back, in small letters, without lines, and with o for 0', () => {
	expect(codeToBytes(code)).toEqual(bytes);
	expect(codeToBytes(` ${code.toLowerCase().replaceAll('-', ' ')}\n`)).toEqual(bytes);
	const spoken = code.replaceAll('0', 'o').replaceAll('1', 'l');
	expect(spoken).not.toBe(code);
	expect(codeToBytes(spoken)).toEqual(bytes);
	for (let run = 0; run < 200; run++) {
		const other = newCodeBytes();
		expect(codeToBytes(bytesToCode(other))).toEqual(other);
	}
	const none = new Uint8Array(16);
	expect(codeToBytes(bytesToCode(none))).toEqual(none);
});

test('one wrong letter, two that changed places and a missing one are noticed', () => {
	const letters = code.replaceAll('-', '');
	let unnoticed = 0;
	for (let at = 0; at < letters.length; at++) {
		const wrong = letters[at] === 'Z' ? 'Y' : 'Z';
		if (codeToBytes(letters.slice(0, at) + wrong + letters.slice(at + 1))) unnoticed++;
		expect(codeToBytes(letters.slice(0, at) + letters.slice(at + 1))).toBeUndefined();
	}
	expect(unnoticed).toBe(0);
	expect(codeToBytes(letters.slice(1, 2) + letters.slice(0, 1) + letters.slice(2))).toBeUndefined();
	expect(codeToBytes(`${letters}0`)).toBeUndefined();
	expect(codeToBytes('four plain words here')).toBeUndefined();
	expect(codeToBytes('')).toBeUndefined();
});
