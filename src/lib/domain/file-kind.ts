// What a file looks like by its first bytes, so that one without contacts can be called by its name.
import { bytesToText } from './text-encoding';

export type FileKind =
	/** Nothing in it, or white space only. */
	| 'empty'
	/** Rows of a table. */
	| 'csv'
	| 'web-page'
	/** A zip or the like; office documents and Apple's contact archives are zips too. */
	| 'archive'
	| 'pdf'
	| 'picture'
	/** Outlook's own mailbox or message. */
	| 'outlook'
	| 'calendar'
	/** A backup of Kith's own, or an archive of everything with one in it. */
	| 'backup'
	| 'json'
	/** An account of Monica's that ends too early, or is broken. */
	| 'broken-json'
	/** Some other text. */
	| 'text'
	/** Something else that is no text. */
	| 'binary';

/** How much of a file is looked at. */
export const LOOKED_AT = 4096;

/** So many characters no text has are an accident in a short one. */
const FEW_STRANGE = 3;
const CONTROL = /[\0-\x08\x0e-\x1a\x1c-\x1f\ufffd]/g;
const SIGNATURES: readonly (readonly [FileKind, RegExp])[] = [
	['archive', /^(PK[\x03\x05\x07]|\x1f\x8b|Rar!|7z\xbc\xaf|BZh)/],
	['pdf', /^%PDF/],
	[
		'picture',
		/^(\xff\xd8\xff|\x89PNG|GIF8|RIFF....WEBP|....ftyp(heic|heix|mif1|avif)|BM.{4}\0{4})/s
	],
	['outlook', /^(!BDN|\xd0\xcf\x11\xe0)/]
];
const TEXTS: readonly (readonly [FileKind, RegExp])[] = [
	['web-page', /^(<!--[^]*?-->\s*)?<(!doctype html|html|head|body|\?xml[^]*?<html)\b/i],
	['calendar', /^BEGIN:VCALENDAR/i],
	['backup', /^\{[^]*"format"\s*:\s*"kith-backup"/],
	['json', /^[{[]\s*("|\{|\[|\}|\])/]
];
/** An account as Monica writes it, or with its fields in the order of the alphabet. */
const MONICA = /^\{(?=[^]*"app_version"\s*:)(?=[^]*"exported_by"\s*:)|^\{\s*"account"\s*:\s*\{/;

/** Whether a text that starts so may well be an account of Monica's. */
export function looksLikeMonica(start: string): boolean {
	return MONICA.test(start.trimStart().slice(0, LOOKED_AT));
}

/** What the first bytes of a file look like; `undefined` where there may well be contacts in it. */
export function fileKindOf(bytes: Uint8Array): FileKind | undefined {
	const start = bytes.subarray(0, LOOKED_AT);
	const raw = Array.from(start.subarray(0, 16), (byte) => String.fromCharCode(byte)).join('');
	const signed = SIGNATURES.find(([, signature]) => signature.test(raw));
	if (signed) return isEverything(start) ? 'backup' : signed[0];
	const text = bytesToText(start).text.trim();
	const kind = TEXTS.find(([, pattern]) => pattern.test(text))?.[0];
	return kind === 'json' && looksLikeMonica(text) ? undefined : kind;
}

/* An archive of everything begins with its README and the pages of people, by their numbers. */
function isEverything(start: Uint8Array): boolean {
	const raw = Array.from(start, (byte) => String.fromCharCode(byte)).join('');
	return /^PK\x03\x04.{26}README\.txt.*PK\x03\x04.{26}people\/\d{3,}-/s.test(raw);
}

/** What a file looks like in which no vCard was found. */
export function otherKindOf(bytes: Uint8Array): FileKind {
	const known = fileKindOf(bytes);
	if (known) return known;
	const text = bytesToText(bytes.subarray(0, LOOKED_AT)).text;
	if (text.trim() === '') return 'empty';
	const strange = text.match(CONTROL)?.length ?? 0;
	if (strange > Math.max(FEW_STRANGE, text.length / 100)) return 'binary';
	return isTable(text) ? 'csv' : 'text';
}

/** Two lines or more, each with the same separator at least once, as the first line has. */
function isTable(text: string): boolean {
	const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
	const whole = text.length < LOOKED_AT / 2 ? lines : lines.slice(0, -1);
	const [head = '', ...rows] = whole;
	const cut = rows.length === 0 ? (lines[1] ?? '') : '';
	return [',', ';', '\t', '|'].some(
		(separator) =>
			head.includes(separator) &&
			(rows.some((row) => row.includes(separator)) ||
				// The first row may hold a cell longer than all that is looked at.
				cut.includes(`${separator}"`) ||
				head.split(separator).length > 3)
	);
}
