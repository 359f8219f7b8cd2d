// Bytes as letters that can be read out, copied by hand and typed back, the last 12 bits a check sum: a
// slip is told apart from a wrong code.
import { sha256Hex } from './sha256';

/** Digits and letters without I, L, O and U, which look like others or make words (Crockford). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const CHECK_BITS = 12;
const LETTER_BITS = 5;

/** How many letters so many bytes take. */
export function lettersFor(bytes: number): number {
	return Math.ceil((bytes * 8 + CHECK_BITS) / LETTER_BITS);
}

/** "7K2M-…": how a code is shown and printed, in groups of four. */
export function bytesToCode(bytes: Uint8Array): string {
	let rest = BigInt(`0x${hexOf(bytes)}${checkOf(bytes)}`);
	let letters = '';
	for (let at = lettersFor(bytes.length); at > 0; at--) {
		letters = (LETTERS[Number(rest % 32n)] ?? '') + letters;
		rest /= 32n;
	}
	return (letters.match(/.{1,4}/g) ?? []).join('-');
}

/** What was typed without case, spaces and dashes, and with O, I and L as what they were meant to be. */
export function lettersTyped(typed: string): string {
	return typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
}

/**
 * The bytes of a code as somebody typed it; undefined when it is not whole, or has a slip in it.
 * @param length how many bytes it stands for
 */
export function codeToBytes(typed: string, length: number): Uint8Array<ArrayBuffer> | undefined {
	const letters = lettersTyped(typed);
	if (letters.length !== lettersFor(length)) return undefined;
	let value = 0n;
	for (const letter of letters) {
		const digit = LETTERS.indexOf(letter);
		if (digit < 0) return undefined;
		value = value * 32n + BigInt(digit);
	}
	const hex = value.toString(16).padStart(length * 2 + 3, '0');
	const bytes = Uint8Array.from(hex.slice(0, -3).match(/../g) ?? [], (byte) => parseInt(byte, 16));
	return hex.length === length * 2 + 3 && checkOf(bytes) === hex.slice(-3) ? bytes : undefined;
}

function checkOf(bytes: Uint8Array): string {
	return sha256Hex(bytes).slice(0, CHECK_BITS / 4);
}

function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
