// One content line as a property: group, name, parameters and decoded value, the same for all versions.
import { decodeQuotedPrintable } from './quoted-printable';

/** A property of a card. */
export interface VcardProperty {
	/** Line of the file it starts on, from 1. */
	readonly line: number;
	/** What ties it to others of the card, as in `item1.TEL`; as written. */
	readonly group?: string;
	/** In upper case. */
	readonly name: string;
	/** By upper-case name. A 2.1 parameter without a name is a TYPE or an ENCODING. */
	readonly params: Readonly<Record<string, readonly string[]>>;
	/**
	 * Quoted-printable and character set undone, backslash escapes as in 3.0 and 4.0 still in, whatever
	 * the version: `splitValue` first, then `unescapeText`.
	 */
	readonly value: string;
	/** The unfolded line as it stood in the file. */
	readonly raw: string;
}

const NAME = /^[\w-]+$/;
const ENCODINGS = /^(QUOTED-PRINTABLE|BASE64|8BIT|7BIT|B|Q)$/i;

/** Where a line's value begins: its first colon outside quotes, or -1. */
export function headerEnd(line: string): number {
	const colon = line.indexOf(':');
	const quote = line.indexOf('"');
	if (colon < 0 || quote < 0 || colon < quote) return colon;
	let quoted = false;
	for (let at = quote; at < line.length; at++) {
		const char = line[at];
		if (char === '"') quoted = !quoted;
		else if (char === ':' && !quoted) return at;
	}
	// The quote is never closed, so it is no quote.
	return colon;
}

/** The property an unfolded line holds, or undefined when it is none. */
export function parseProperty(
	raw: string,
	version: string,
	line: number
): VcardProperty | undefined {
	const colon = headerEnd(raw);
	if (colon < 0) return undefined;
	const [title = '', ...written] = splitOutsideQuotes(raw.slice(0, colon), ';');
	const dot = title.indexOf('.');
	const group = dot < 0 ? '' : title.slice(0, dot).trim();
	const name = title
		.slice(dot + 1)
		.trim()
		.toUpperCase();
	if (!NAME.test(name) || (dot >= 0 && !NAME.test(group))) return undefined;
	const params = parseParams(written, version);
	const value = decodeValue(raw.slice(colon + 1), params, version);
	return { line, ...(group === '' ? {} : { group }), name, params, value, raw };
}

/** Whether a property's parameter has a value, in any case. */
export function hasParam(property: VcardProperty, name: string, value: string): boolean {
	return property.params[name]?.some((each) => each.toUpperCase() === value) ?? false;
}

/** The words of a property's TYPE parameters in lower case, also of `TYPE="work,voice"`. */
export function typesOf(property: VcardProperty): string[] {
	const types = property.params['TYPE'] ?? [];
	return types.flatMap((type) => type.split(',')).map((type) => type.trim().toLowerCase());
}

function parseParams(written: readonly string[], version: string): Record<string, string[]> {
	const params: Record<string, string[]> = {};
	for (const param of written) {
		const equals = param.indexOf('=');
		const bare = equals < 0;
		const text = param.slice(equals + 1).trim();
		if (text === '') continue;
		const name = bare
			? ENCODINGS.test(text)
				? 'ENCODING'
				: 'TYPE'
			: param.slice(0, equals).trim().toUpperCase();
		const values = splitOutsideQuotes(text, ',').map((value) => unquote(value.trim(), version));
		(params[name] ??= []).push(...values);
	}
	return params;
}

/** RFC 6868: `^n`, `^'` and `^^` stand for a line break, a quote and a caret; not in 2.1. */
function unquote(value: string, version: string): string {
	const quoted = value.length > 1 && value.startsWith('"') && value.endsWith('"');
	const text = quoted ? value.slice(1, -1) : value;
	if (version === '2.1' || !text.includes('^')) return text;
	return text.replace(/\^([n'^])/g, (_, char: string) =>
		char === 'n' ? '\n' : char === "'" ? '"' : '^'
	);
}

function decodeValue(
	written: string,
	params: Readonly<Record<string, readonly string[]>>,
	version: string
): string {
	const encoding = params['ENCODING']?.[0]?.toUpperCase();
	const quoted = encoding === 'QUOTED-PRINTABLE' || encoding === 'Q';
	const text = quoted
		? decodeQuotedPrintable(guardSemicolons(written), params['CHARSET']?.[0])
		: written;
	return version === '2.1' ? escapesOf21(text, quoted) : text;
}

/** Where a value has bare semicolons between its parts, one written `=3B` belongs to a part. */
function guardSemicolons(written: string): string {
	if (!written.includes(';') || !/=3B/i.test(written)) return written;
	return written.replace(/(\\|=5C)?=3B/gi, (whole, escape: string | undefined) =>
		escape === undefined ? `\\${whole}` : whole
	);
}

/**
 * Version 2.1 knows `\;` only; programs also write `\,` `\:` and, outside quoted-printable, `\n`.
 * Any other backslash is a backslash and gets escaped.
 */
function escapesOf21(text: string, quoted: boolean): string {
	if (!text.includes('\\')) return text;
	const known = quoted ? ';,:' : ';,:nN';
	return text.replace(/\\([^\\]?)/g, (whole, char: string) =>
		char !== '' && known.includes(char) ? whole : `\\\\${char}`
	);
}

function splitOutsideQuotes(text: string, separator: ';' | ','): string[] {
	if (!text.includes('"')) return text.split(separator);
	const parts: string[] = [];
	let start = 0;
	let quoted = false;
	for (let at = 0; at < text.length; at++) {
		const char = text[at];
		if (char === '"') quoted = !quoted;
		else if (char === separator && !quoted) {
			parts.push(text.slice(start, at));
			start = at + 1;
		}
	}
	parts.push(text.slice(start));
	return parts;
}
