// What a cell looks like by itself, whatever its column is called.
import { isNoDate, readDate } from './table-date';
import { hasFigures, splitEmails } from './table-split';
import type { TablePlace } from './table-place';

const EMAIL = /^(mailto:)?[^\s@<>,;]+@[^\s@<>,;]+\.[^\s@<>,;.]+$/i;
const LINK = /^(https?:\/\/|www\.)\S+$/i;
const MAIL_WITHIN = /[^\s@<>]@[^\s@<>]/;
/** Two words or more, the first with a capital. */
const IS_NAME = /^\p{Lu}[\p{L}.'’-]+( \p{L}[\p{L}.'’-]*){1,3}$/u;
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

/** Short numbers too, such as those inside a house, and with words beside them; but no days and no amounts. */
function mayBePhone(text: string): boolean {
	if (text.length > LONGEST || !hasFigures(text, 3) || readDate(text) !== undefined) return false;
	const figures = text.match(/\d/g)?.length ?? 0;
	return figures * 3 >= text.replace(/\s/g, '').length;
}

/** Whether most of the cells with something in them are what their column says: e-mails, or numbers to call. */
export function agreeWith(place: 'email' | 'phone', cells: readonly string[]): boolean {
	const texts = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
	const isOne = (text: string): boolean =>
		place === 'phone' ? mayBePhone(text) : splitEmails(text).some((part) => MAIL_WITHIN.test(part));
	// A cell with very many of them agrees too: only its beginning is looked at.
	const agreeing = texts.filter((text) => isOne(text.slice(0, LONGEST))).length;
	return agreeing * 2 >= texts.length;
}

/** What is told apart to find out whether the first row is like the rows below it. */
export type CellKind = TablePlace | 'figures' | 'names' | 'name' | 'text';

/** The kind of a cell; undefined where it says nothing. */
export function kindOfCell(cell: string): CellKind | undefined {
	const text = cell.trim();
	if (
		isNoDate(text) ||
		/^(n\/?a|none|unknown|unbekannt|k\. ?a\.|[-–—?.]+)$/i.test(text.slice(0, 20))
	) {
		return undefined;
	}
	const content = contentOf(text);
	if (content) return content;
	if (text.length > LONG) return 'text';
	if (!/\p{L}/u.test(text)) return 'figures';
	if (IS_NAME.test(text)) return 'names';
	return /^\p{Lu}[\p{L}.'’-]*$/u.test(text) ? 'name' : 'text';
}

/** The kind that most of a column's cells have. */
export function kindOfAll(cells: readonly string[]): CellKind | undefined {
	const counts = new Map<CellKind, number>();
	let all = 0;
	for (const cell of cells) {
		const kind = kindOfCell(cell);
		if (kind === undefined) continue;
		all++;
		counts.set(kind, (counts.get(kind) ?? 0) + 1);
	}
	for (const [kind, many] of counts) if (many >= all * MOSTLY) return kind;
	return undefined;
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
		const isName = text.length <= LONG && IS_NAME.test(text);
		const looks = contentOf(text) ?? (isName ? 'words' : undefined);
		const content = looks === 'phone' && !SURELY_PHONE.test(text) ? undefined : looks;
		counts.set(content, (counts.get(content) ?? 0) + 1);
	}
	for (const [content, many] of counts) if (many >= texts.length * MOSTLY) return content;
	return undefined;
}
