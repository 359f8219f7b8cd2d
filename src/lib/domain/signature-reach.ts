// Takes the e-mail addresses, links and numbers out of one line, each with the word that stands by it, and
// leaves what else was said.
import { wholeLink } from './article-link';
import type { Reach } from './records/person';

/** What a line holds. */
export interface LineReach {
	readonly phones: readonly Reach[];
	readonly emails: readonly Reach[];
	readonly links: readonly Reach[];
	/** The words around it, in pieces. */
	readonly words: readonly string[];
	/** Numbers that are no phone's, with their word: "Fax +49 30 1234"; links that lead nowhere. */
	readonly others: readonly string[];
}

const EMAIL =
	/[\p{L}\p{N}_%+'&.-]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.){1,6}\p{L}{2,24}/giu;
const LINK = /(?:https?:\/\/|www\.)[^\s<>"“”«»|]{3,300}/giu;
const KNOWN_SITE =
	/(?<![\p{L}\p{N}@.])(?:linkedin\.com|xing\.com|calendly\.com)\/[^\s<>"|,]{2,200}/giu;
/** An address without its beginning, where it is all there is or where a word says that it is one. */
const BARE = /^(?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{Ll}{2,24}(?:\/[^\s]{0,200})?$/u;
const BARE_LABELLED =
	/(?<![\p{L}\p{N}])(?:web(?:site|seite)?|internet|homepage|url|w)\s*[.:]\s*((?:[\p{L}\p{N}-]{1,63}\.){1,5}\p{L}{2,24}(?:\/[^\s|,]{0,200})?)/giu;
/** A number with what may stand in it; what it is, is decided by its digits. */
const NUMBER =
	/(?:\+\s?|\(\s?\+?)?\d[\d\s().\-–/\u00a0]{4,30}\d(?:\s{0,2}(?:ext\.?|x|durchwahl|dw\.?|app\.?)\s{0,2}\d{1,6})?/giu;
const DATE = /^(?:\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{4}-\d{1,2}-\d{1,2})$/;

const KINDS: readonly (readonly [string, string])[] = [
	['fax', 'tele?fax|fax|fx|f|📠'],
	[
		'mobile',
		'mobile|mobil(?:funk|telefon|nummer)?|mob|cell(?:ular)?(?: phone)?|cell|handy|natel|gsm|portable|whatsapp|m|c|📱|נייד|جوال'
	],
	['home', 'home|privat|private|h'],
	['direct', 'direct(?: (?:line|dial))?|direkt(?:wahl)?|durchwahl|ddi|dw|d'],
	['work', 'office|work|büro|geschäftlich|dienstlich|zentrale|switchboard|main|hq|o'],
	[
		'',
		'tele(?:fon|phone)|tele?f?|phone|ph|fon|ruf|call(?: me)?|number|nummer|nr|no|t|p|☎️?|📞|tél(?:éphone)?|teléfono|טל|טלפון|هاتف'
	]
];
const EDGE = '(?<![\\p{L}\\p{N}])';
const SEPARATOR = '[\\s.:()\\[\\]/&+,–-]';
const BEFORE = new RegExp(
	`(?:${EDGE}(?:${KINDS.map(([, words]) => words).join('|')})${SEPARATOR}{0,6}){1,4}$`,
	'iu'
);
const AFTER =
	/^\s{0,3}[([]?(mobile|cell|office|work|home|direct|fax|mobil|büro|privat|[mcofwhd])(?![\p{L}\p{N}])[)\]]?(?!\s{0,3}[.:]?\s{0,3}[+(\d])/iu;
const BEFORE_EMAIL = /(?<![\p{L}\p{N}])(?:e-?mail|mail|e|mailto|✉️?|📧|📩)\s?[.:]?\s*$/iu;
const BEFORE_LINK =
	/(?<![\p{L}\p{N}])(?:web(?:site|seite)?|internet|homepage|url|w|linkedin|xing|🌐|🔗)\s?[.:]?\s*$/iu;
/** So far back a word by a number is looked for. */
const NEAR = 40;
const CUT = '\u0001';

/** What one line holds. @param line at most a few hundred characters long */
export function takeReach(line: string): LineReach {
	const taking = new Taking(line);
	const emails = taking.take(EMAIL, BEFORE_EMAIL).map(({ found }) => found.toLowerCase());
	const links = [
		...taking.take(LINK, BEFORE_LINK),
		...taking.take(KNOWN_SITE, BEFORE_LINK),
		...taking.take(BARE_LABELLED, BEFORE_LINK)
	].map(({ found }) => linkOf(found) ?? found);
	const phones: Reach[] = [];
	const others = links.filter((link) => linkOf(link) === undefined);
	for (const { found, before, after } of taking.take(NUMBER, BEFORE, AFTER, isNumber)) {
		const label = kindOf(before) ?? kindOf(after) ?? '';
		const isBoth = label === 'fax' && /tel|phone|fon/i.test(before.replace(/tele?fax/gi, ''));
		for (const value of numbersOf(found)) {
			if (label === 'fax' && !isBoth) others.push(`Fax ${value}`);
			else phones.push(label === '' || isBoth ? { value } : { value, label });
		}
	}
	const words: string[] = [];
	for (const piece of taking.left.split(CUT)) {
		const bare = piece.trim();
		const link = links.length + emails.length === 0 && BARE.test(bare) ? linkOf(bare) : undefined;
		if (link !== undefined) links.push(link);
		else words.push(bare);
	}
	const reach = (values: readonly string[]): Reach[] =>
		[...new Set(values)].map((value) => ({ value }));
	const whole = links.filter((link) => linkOf(link) !== undefined);
	return { phones, emails: reach(emails), links: reach(whole), words, others };
}

/** Every e-mail address of a text. */
export function emailsIn(text: string): string[] {
	return [...text.matchAll(EMAIL)].map(([found]) => found.toLowerCase());
}

/** One line, from which one thing after the other is taken. */
class Taking {
	left: string;

	constructor(line: string) {
		this.left = line;
	}

	/** Takes all that fits, with the words before and after it that say what it is. */
	take(
		pattern: RegExp,
		before: RegExp,
		after?: RegExp,
		fits: (found: string, before: string, lead: string) => boolean = () => true
	): { found: string; before: string; after: string }[] {
		const taken: { found: string; before: string; after: string }[] = [];
		let left = '';
		let end = 0;
		for (const match of this.left.matchAll(pattern)) {
			const [whole, inner] = match;
			const lead = this.left.slice(Math.max(end, match.index - NEAR), match.index);
			const labelled = before.exec(lead)?.[0] ?? '';
			if (match.index < end || !fits(whole, labelled, lead)) continue;
			const behind = this.left.slice(match.index + whole.length, match.index + whole.length + NEAR);
			const follows = after?.exec(behind);
			left += `${this.left.slice(end, match.index - labelled.length)}${CUT}`;
			end = match.index + whole.length + (follows?.[0].length ?? 0);
			taken.push({ found: inner ?? whole, before: labelled, after: follows?.[1] ?? '' });
		}
		this.left = left + this.left.slice(end);
		return taken;
	}
}

/** Whether it is a number to call: with enough digits, and written or named like one. */
function isNumber(found: string, label: string, lead: string): boolean {
	const digits = found.replace(/(?:ext|x|durchwahl|dw|app).*$/iu, '').replace(/\D/g, '').length;
	if (DATE.test(found.trim()) || /[\p{L}\p{N}_#€$]$/u.test(label === '' ? lead : '')) return false;
	if (label !== '') return digits >= 5;
	if (digits < 7 || digits > 32) return false;
	return /^[+(0]/.test(found) || /^\d{3}[\s.-]\d{3,4}/.test(found) || /^\d{7,12}$/.test(found);
}

/** Two numbers may stand with a slash between them; no number has more than fifteen digits. */
function numbersOf(found: string): string[] {
	const parts = found.replace(/\D/g, '').length > 15 ? found.split(/\s\/\s?|\s{2,}/) : [found];
	return parts.map(tidy).filter((part) => /\d{2}/.test(part));
}

function tidy(number: string): string {
	const spaced = number.replace(/\s+/g, ' ').trim();
	return spaced.startsWith('(') && !spaced.includes(')') ? spaced.slice(1).trim() : spaced;
}

function kindOf(words: string): string | undefined {
	if (words === '') return undefined;
	return KINDS.find(([, kind]) =>
		new RegExp(`${EDGE}(?:${kind})(?![\\p{L}\\p{N}])`, 'iu').test(words)
	)?.[0];
}

function linkOf(written: string): string | undefined {
	const bare = written.replace(/[.,;:!?'’…)\]>]+$/u, '');
	const link = /^https?:/i.test(bare) ? bare : `https://${bare}`;
	return wholeLink(link) && link;
}
