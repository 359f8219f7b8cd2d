// The lines of a pasted text as they were meant: without marks of quoting, rules, pictures and invisible
// signs.

/** Signs that only steer how a line is written, and stand in copied text everywhere. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/gu;
const SPACES = /[\u00a0\u2000-\u200a\u202f\u205f\u3000]/gu;
const QUOTED = /^(?:\s{0,8}[>|]){1,20}\s?/;
const RULE = /^[\s\-–—_=*~#.+·•|]*$/u;
/** Between two things on one line. */
const BREAKS = /\s*[|•·●▪■◆¦]\s*|\t+|\s{3,}|\s+[–—-]\s+(?=\p{L})|\s+\/\/\s+/u;
/** `dana [at] acme [dot] example`, and what Outlook puts behind a link. */
const AT = /\s?[[({]\s?at\s?[\])}]\s?/giu;
const DOT = /\s?[[({]\s?dot\s?[\])}]\s?/giu;
const BEHIND = /\s?<(?:mailto:|https?:\/\/|tel:)[^<>\s]{1,500}>/giu;
/** Pictures say nothing a label would not; those of phones are read as labels. */
const PICTURES = /(?![📞📱📠☎✉📧📩🌐🔗])\p{Extended_Pictographic}\ufe0f?/gu;

/** All lines, each trimmed; a rule or an empty line is ''. */
export function linesOf(text: string): string[] {
	return text
		.toWellFormed()
		.replace(INVISIBLE, '')
		.replace(CONTROLS, '')
		.replace(SPACES, ' ')
		.split(/\r\n|[\r\n\u2028\u2029]/)
		.map(lineOf);
}

/** What stands on one line beside each other. */
export function piecesOf(line: string): string[] {
	return line.split(BREAKS).flatMap((piece) => (piece.trim() ? [piece.trim()] : []));
}

/** A text in two, at a line's end where there is one, and never inside a character. */
export function splitAt(text: string, most: number): [head: string, tail: string] {
	if (text.length <= most) return [text, ''];
	const line = text.lastIndexOf('\n', most);
	const isHalf = /[\ud800-\udbff]/.test(text.charAt(most - 1));
	const at = line > most / 2 ? line : isHalf ? most - 1 : most;
	return [text.slice(0, at), text.slice(at)];
}

function lineOf(written: string): string {
	const line = written.replace(QUOTED, '').trimEnd();
	if (RULE.test(line)) return '';
	if (line.length > 2000) return line.trim();
	const near = line.replace(AT, '@').replace(DOT, '.').replace(PICTURES, ' ');
	return (near.includes('@') || near.includes('<') ? withoutLinksBehind(near) : near)
		.replace(/^\s*[*_]+|[*_]+\s*$/g, '')
		.trim();
}

/** `dana@acme.example<mailto:dana@acme.example>`: said twice; alone in brackets it stays. */
function withoutLinksBehind(line: string): string {
	const bare = line.replace(BEHIND, '');
	return /@|www\.|https?:|\d{4}/i.test(bare) ? bare : line;
}
