// The lines calendars and cards are made of (RFC 5545, RFC 6350): text escaped, long lines folded.

/** The most octets on one line, its end not counted. */
const LONGEST = 75;
/** Control characters no content line may hold; tab and line breaks are seen to on their own. */
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g;

/** Text as a value: what would end it or break it is escaped; half characters are made whole. */
export function escapeText(text: string): string {
	return text
		.toWellFormed()
		.replace(/\r\n?|\u2028|\u2029/g, '\n')
		.replace(CONTROLS, '')
		.replace(/[\\;,]/g, '\\$&')
		.replace(/\n/g, '\\n');
}

/** One line folded so that no piece is longer than 75 octets in UTF-8 and no character is cut. */
export function foldLine(line: string): string {
	// Most lines are short and plain, and a file of ten thousand events has many.
	if (line.length <= LONGEST && !/[^ -~]/.test(line)) return line;
	let folded = '';
	let octets = 0;
	for (const character of line) {
		const size = octetsOf(character);
		if (octets + size > LONGEST) {
			folded += '\r\n ';
			octets = 1;
		}
		folded += character;
		octets += size;
	}
	return folded;
}

/** How many octets a character takes in UTF-8. */
function octetsOf(character: string): number {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return 1;
	if (code < 0x800) return 2;
	return code < 0x10000 ? 3 : 4;
}
