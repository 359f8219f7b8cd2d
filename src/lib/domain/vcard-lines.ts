// From a file's text to its content lines: folds, soft line breaks and base64 blocks gathered, not yet joined.
import { headerEnd } from './vcard-property';

/** A content line as its physical lines. */
export interface ContentLine {
	/** Line of the file it starts on, from 1. */
	readonly line: number;
	/** Of plain lines the folded parts with their leading white space, of others ready to be joined. */
	readonly parts: readonly string[];
	readonly coding: Coding;
}

type Coding = 'plain' | 'quoted-printable' | 'base64';

const BOUNDARY = /^\s*(BEGIN|END)\s*:\s*VCARD\s*$/i;
const BOUNDARY_LENGTH = 80;
const QUOTED_PRINTABLE = /QUOTED-PRINTABLE/i;
const BASE64 = /;\s*(ENCODING\s*=\s*)?"?(BASE64|B)"?\s*(;|$)/i;
/** A header folded over more lines than this is none. */
const HEADER_LINES = 16;

/** Which end of a card a line is, if any. Boundaries are never folded, whatever their indent. */
export function boundaryOf(line: string): 'begin' | 'end' | undefined {
	const word = line.length > BOUNDARY_LENGTH ? undefined : BOUNDARY.exec(line)?.[1];
	if (word === undefined) return undefined;
	return word.toUpperCase() === 'BEGIN' ? 'begin' : 'end';
}

/** The content lines of a file. Line ends may be CRLF, LF, CR or CRCRLF. */
export function contentLines(text: string): ContentLine[] {
	const physical = text.replaceAll('\r\r\n', '\r\n').split(/\r\n|\r|\n/);
	const indented = QUOTED_PRINTABLE.test(text) && indentsSoftBreaks(physical);
	const lines: ContentLine[] = [];
	for (let at = 0; at < physical.length;) {
		if (lineAt(physical, at).trim() === '') {
			at++;
			continue;
		}
		const coding = codingAt(physical, at);
		const end = endOfLine(physical, at, coding);
		const raw = physical.slice(at, end);
		const parts =
			coding === 'plain' ? raw : coding === 'base64' ? [stripped(raw)] : softened(raw, indented);
		lines.push({ line: at + 1, parts, coding });
		at = end;
	}
	return lines;
}

/**
 * The one text of a content line. From 3.0 on, a fold is a line break and one white space, both
 * dropped. In 2.1 the white space was there before the fold and stays as one space; but a program
 * that folds 2.1 as if it were 3.0 gives itself away by lines of one width.
 */
export function unfold(line: ContentLine, version: string): string {
	const [first = '', ...rest] = line.parts;
	if (rest.length === 0) return first;
	if (line.coding !== 'plain') return line.parts.join('');
	if (version !== '2.1' || isEvenlyFolded(line.parts)) {
		return first + rest.map((part) => part.slice(1)).join('');
	}
	return line.parts.map((part, index) => (index === 0 ? part : part.trim())).join(' ');
}

function isEvenlyFolded(parts: readonly string[]): boolean {
	const width = lineAt(parts, 0).length;
	if (parts.length === 2) return width >= 74 && width <= 76;
	return width >= 40 && parts.slice(0, -1).every((part) => part.length === width);
}

function codingAt(physical: readonly string[], at: number): Coding {
	let head = lineAt(physical, at);
	let colon = headerEnd(head);
	for (let next = at + 1; colon < 0 && next < at + HEADER_LINES; next++) {
		const line = physical[next];
		if (line === undefined || !isFolded(line)) break;
		head += line.slice(1);
		colon = headerEnd(head);
	}
	if (colon < 0) return 'plain';
	head = head.slice(0, colon);
	if (!head.includes(';')) return 'plain';
	if (QUOTED_PRINTABLE.test(head)) return 'quoted-printable';
	return BASE64.test(head) ? 'base64' : 'plain';
}

function endOfLine(physical: readonly string[], at: number, coding: Coding): number {
	if (boundaryOf(lineAt(physical, at)) !== undefined) return at + 1;
	let end = at + 1;
	for (; end < physical.length; end++) {
		const next = lineAt(physical, end);
		if (boundaryOf(next) !== undefined) break;
		if (coding === 'quoted-printable' && isSoft(lineAt(physical, end - 1))) continue;
		if (isFolded(next)) continue;
		if (coding === 'base64' && /^[A-Za-z0-9+/]+=*\s*$/.test(next)) continue;
		break;
	}
	return end;
}

function isFolded(line: string): boolean {
	return line.startsWith(' ') || line.startsWith('\t');
}

function isSoft(line: string): boolean {
	return line.trimEnd().endsWith('=');
}

function stripped(raw: readonly string[]): string {
	return raw.map((part) => part.trim()).join('');
}

function softened(raw: readonly string[], indented: boolean): string[] {
	let soft = false;
	return raw.map((part, index) => {
		let text = part;
		if (index > 0 && soft && indented) text = text.trimStart();
		else if (index > 0 && !soft) text = text.slice(1);
		soft = isSoft(text);
		return soft ? text.trimEnd().slice(0, -1) : text;
	});
}

/**
 * Whether the file puts white space of its own after soft line breaks, as some programs do on top of
 * quoted-printable. It does if every such line starts with some; otherwise the space is the text's.
 */
function indentsSoftBreaks(physical: readonly string[]): boolean {
	let indented = false;
	for (let at = 0; at < physical.length; at++) {
		const first = lineAt(physical, at);
		if (!isSoft(first) || isFolded(first)) continue;
		if (codingAt(physical, at) !== 'quoted-printable') continue;
		for (; at + 1 < physical.length && isSoft(lineAt(physical, at)); at++) {
			const next = lineAt(physical, at + 1);
			if (next.trim() === '' || boundaryOf(next) !== undefined) break;
			if (!isFolded(next)) return false;
			indented = true;
		}
	}
	return indented;
}

/** A line known to be there. */
function lineAt(lines: readonly string[], at: number): string {
	return lines[at] ?? '';
}
