// From the bytes of a file to its text: any bytes give some text, and the guess is named.

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/** A file's text and the encoding it was read as. */
export interface EncodedText {
	readonly text: string;
	readonly encoding: TextEncoding;
}

/** How much of a file is looked at to tell UTF-16 by its NULs. */
const SAMPLE_BYTES = 4096;
/** Windows-1252 from 0x80 to 0x9f; its five holes are control characters. */
const BEYOND_LATIN_1 = [...'€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'];
const strictUtf8 = new TextDecoder('utf-8', { fatal: true });
const windows1252 = new TextDecoder('windows-1252');

/**
 * The text of a file, without its byte order mark. A mark decides; without one, NULs on one side of
 * most byte pairs mean UTF-16, bytes that are valid UTF-8 are UTF-8, and the rest is windows-1252,
 * in which every byte means something.
 */
export function bytesToText(bytes: Uint8Array): EncodedText {
	const marked = markedEncoding(bytes) ?? utf16WithoutMark(bytes);
	if (marked) return { text: new TextDecoder(marked).decode(bytes), encoding: marked };
	try {
		return { text: strictUtf8.decode(bytes), encoding: 'utf-8' };
	} catch {
		return { text: decodeLegacy(windows1252, bytes), encoding: 'windows-1252' };
	}
}

/**
 * What a decoder makes of bytes. Some runtimes take windows-1252 for Latin-1 and give control
 * characters where it has letters and quotes (Node 20 and 22 do); that is put right here.
 */
export function decodeLegacy(decoder: TextDecoder, bytes: Uint8Array): string {
	const text = decoder.decode(bytes);
	if (decoder.encoding !== 'windows-1252') return text;
	return text.replace(/[\x80-\x9f]/g, (char) => BEYOND_LATIN_1[char.charCodeAt(0) - 0x80] ?? char);
}

function markedEncoding(bytes: Uint8Array): TextEncoding | undefined {
	const [first, second, third] = bytes;
	if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
	if (first === 0xff && second === 0xfe) return 'utf-16le';
	if (first === 0xfe && second === 0xff) return 'utf-16be';
	return undefined;
}

/** A quarter is enough: a card in Chinese still has its property names in ASCII. */
function utf16WithoutMark(bytes: Uint8Array): TextEncoding | undefined {
	const pairs = Math.min(bytes.length, SAMPLE_BYTES) >> 1;
	let high = 0;
	let low = 0;
	for (let pair = 0; pair < pairs; pair++) {
		if (bytes[2 * pair] === 0) high++;
		if (bytes[2 * pair + 1] === 0) low++;
	}
	if (pairs < 2) return undefined;
	if (low >= pairs / 4 && high <= low / 8) return 'utf-16le';
	if (high >= pairs / 4 && low <= high / 8) return 'utf-16be';
	return undefined;
}
