// Which lines kept from an address book are no words but a picture, a sound or a key, written out in letters.

/** Letters of base64 in a row that no word or address has. */
const LONGEST_WORD = 400;
/** Where a line says what it is, fewer show that it does not only name a place. */
const LONGEST_PLACE = 100;
const NAME = /^(?:[\w-]+\.)?([\w-]+)/;
const BINARY: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY']);

/** The property of a line that no page can show, in capitals; undefined for a line that can be read. */
export function binaryProperty(line: string): string | undefined {
	const property = NAME.exec(line)?.[1]?.toUpperCase() ?? '';
	const isBinary = BINARY.has(property);
	// Within such a line spaces are only where it was folded.
	const letters = isBinary ? line.replace(/\s+/g, '') : line;
	const most = isBinary ? LONGEST_PLACE : LONGEST_WORD;
	const isPlace = /:https?:\/\//i.test(letters);
	return !isPlace && longestRun(letters) > most ? property : undefined;
}

function longestRun(text: string): number {
	let longest = 0;
	for (const [run] of text.matchAll(/[A-Za-z0-9+/_=-]+/g)) longest = Math.max(longest, run.length);
	return longest;
}
