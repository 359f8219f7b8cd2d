// What a cell looks like by itself, whatever its column is called.
import { readDate } from './table-date';
import type { TablePlace } from './table-place';

const EMAIL = /^(mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/i;
const LINK = /^(https?:\/\/|www\.)\S+$/i;
const PHONE = /^(tel:)?\+?[\d\s().\/-]{6,}((ext|x|app)\.? *\d+)?$/i;
/** More than anybody calls a column. */
const LONG = 60;
/** Longer than any address of the web that anybody means. */
const LONGEST = 500;
/** How many of the cells that have something in them have to agree. */
const MOSTLY = 0.7;

function isPhone(cell: string): boolean {
	return PHONE.test(cell) && (cell.match(/\d/g)?.length ?? 0) >= 6;
}

/** Whether a cell is something that no column is called by. */
export function looksLikeData(cell: string): boolean {
	const text = cell.trim();
	return text.length > LONG || contentOf(text) !== undefined;
}

function contentOf(text: string): TablePlace | undefined {
	if (text.length > LONGEST) return undefined;
	if (EMAIL.test(text)) return 'email';
	if (LINK.test(text)) return 'link';
	if (/\d/.test(text) && readDate(text) !== undefined) return 'day';
	return isPhone(text) ? 'phone' : undefined;
}

/** Bare figures are as likely a customer's number. */
const SURELY_PHONE = /^(tel:|[+0(])|\d[ ()\/-]+\d/i;

/** What most of a column's cells look like; two words each are names where nothing else is. */
export function contentOfAll(cells: readonly string[]): TablePlace | 'words' | undefined {
	const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	if (texts.length === 0) return undefined;
	const counts = new Map<TablePlace | 'words' | undefined, number>();
	for (const text of texts) {
		const isName =
			text.length <= LONG && /^\p{Lu}[\p{L}.'’-]+( \p{L}[\p{L}.'’-]*){1,3}$/u.test(text);
		const looks = contentOf(text) ?? (isName ? 'words' : undefined);
		const content = looks === 'phone' && !SURELY_PHONE.test(text) ? undefined : looks;
		counts.set(content, (counts.get(content) ?? 0) + 1);
	}
	for (const [content, many] of counts) if (many >= texts.length * MOSTLY) return content;
	return undefined;
}
