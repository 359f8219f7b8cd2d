// The recovery code: 128 bits of chance as seven groups of four letters that can be read out, copied by
// hand and typed back. Its last 12 bits are a check sum, so that a slip is told apart from a wrong code.
import { sha256Hex } from '$lib/domain/sha256';

/** Digits and letters without I, L, O and U, which look like others or make words (Crockford). */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BYTES = 16;
const LENGTH = 28;

/** A new code's bytes. */
export function newCodeBytes(): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(BYTES));
}

/** "7K2M-…": how a code is shown and printed. */
export function bytesToCode(bytes: Uint8Array): string {
	let rest = BigInt(`0x${hexOf(bytes)}${checkOf(bytes)}`);
	let letters = '';
	for (let at = 0; at < LENGTH; at++) {
		letters = (LETTERS[Number(rest % 32n)] ?? '') + letters;
		rest /= 32n;
	}
	return (letters.match(/.{4}/g) ?? []).join('-');
}

/** The bytes of a code as somebody typed it; undefined when it is not whole, or has a slip in it. */
export function codeToBytes(typed: string): Uint8Array<ArrayBuffer> | undefined {
	const letters = typed
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^0-9A-Z]/g, '')
		.replace(/O/g, '0')
		.replace(/[IL]/g, '1');
	if (letters.length !== LENGTH) return undefined;
	let value = 0n;
	for (const letter of letters) {
		const digit = LETTERS.indexOf(letter);
		if (digit < 0) return undefined;
		value = value * 32n + BigInt(digit);
	}
	const hex = value.toString(16).padStart(BYTES * 2 + 3, '0');
	const bytes = Uint8Array.from(hex.slice(0, -3).match(/../g) ?? [], (byte) => parseInt(byte, 16));
	return bytes.length === BYTES && checkOf(bytes) === hex.slice(-3) ? bytes : undefined;
}

function checkOf(bytes: Uint8Array): string {
	return sha256Hex(bytes).slice(0, 3);
}

function hexOf(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}
