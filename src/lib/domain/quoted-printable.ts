// Quoted-printable as vCards use it: `=C3=91` in a character set that may or may not be named.
import { bytesToText, decodeLegacy } from './text-encoding';

const EQUALS = 0x3d;
const decoders = new Map<string, TextDecoder>();

/**
 * The text of a quoted-printable value whose soft line breaks are gone already. What is no escape
 * stays as it is. Without a character set, or with one nobody knows, bytes that are valid UTF-8 are
 * UTF-8 and others windows-1252.
 */
export function decodeQuotedPrintable(text: string, charset?: string): string {
	if (!text.includes('=')) return text;
	// Only ASCII can hold bytes; letters beyond it were decoded with the file and stay.
	return text.replace(/[\0-\x7f]+/g, (piece) =>
		piece.includes('=') ? decodeBytes(bytesOf(piece), charset) : piece
	);
}

function bytesOf(ascii: string): Uint8Array {
	const bytes = new Uint8Array(ascii.length);
	let length = 0;
	for (let at = 0; at < ascii.length; at++) {
		const code = ascii.charCodeAt(at);
		const high = code === EQUALS ? hexDigit(ascii.charCodeAt(at + 1)) : -1;
		const low = high < 0 ? -1 : hexDigit(ascii.charCodeAt(at + 2));
		if (low < 0) {
			bytes[length++] = code;
		} else {
			bytes[length++] = high * 16 + low;
			at += 2;
		}
	}
	return bytes.subarray(0, length);
}

/** What a character code is worth as a hexadecimal digit, or -1. */
function hexDigit(code: number): number {
	if (code >= 0x30 && code <= 0x39) return code - 0x30;
	const upper = code & ~0x20;
	return upper >= 0x41 && upper <= 0x46 ? upper - 0x37 : -1;
}

function decodeBytes(bytes: Uint8Array, charset: string | undefined): string {
	const named = charset === undefined ? undefined : decoderOf(charset);
	return named ? decodeLegacy(named, bytes) : bytesToText(bytes).text;
}

/** Decoders are kept because a file asks for the same one thousands of times. */
function decoderOf(charset: string): TextDecoder | undefined {
	const known = decoders.get(charset);
	if (known) return known;
	try {
		const decoder = new TextDecoder(charset);
		decoders.set(charset, decoder);
		return decoder;
	} catch {
		return undefined;
	}
}
