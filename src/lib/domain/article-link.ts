// What somebody pastes or shares as an article: its link, a title guessed from the words or the link,
// and what else was said. Nothing is fetched, and only http and https are ever links.

/** An article as it was read from a text. */
export interface ReadArticle {
	readonly title: string;
	readonly url?: string;
	readonly text?: string;
}

/** Why nothing could be made of a text: a link of another kind, or neither a whole link nor words. */
export type Unread = 'other-link' | 'no-words';

/** Where links stand inside a text. */
const LINKS = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]*/giu;
/** A text that sets out to be a link. */
const BEGUN = /^(?:https?:(?:\/|$)|www\.)/i;
/** Whose link it is: a name, often with a password. */
const LOGIN = /\b(https?:\/\/)[^\s/?#\\]*@/giu;
/** A whole text that is an address without its beginning: `example.com/bees`. */
const BARE = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u;
const SCHEME = /^[a-z][a-z\d+.-]*:(?=\S)/i;
const DANGEROUS = /^(?:javascript|data|vbscript|blob|file):/i;
const LONGEST_TITLE = 120;
/** What a title needs: two letters of a word, or one sign that is a word by itself. */
const A_WORD = /\p{L}{2}|[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;
/** What is worth keeping of a line. */
const SOMETHING = /[\p{L}\p{N}\p{Extended_Pictographic}]/u;
/** What is in a link to tell where its reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src)$/i;

/** Reads a link, words with a link in them, or words alone. */
export function readArticle(pasted: string): ReadArticle | Unread {
	const whole = withoutLogin(pasted.trim());
	if (isOtherLink(whole)) return 'other-link';
	const bare = BARE.test(whole) ? wholeLink(`https://${whole}`) : undefined;
	if (bare !== undefined) return { title: titleOfLink(bare), url: bare };
	for (const [found] of whole.matchAll(LINKS)) {
		const written = withoutTail(found);
		const url = wholeLink(/^www\./i.test(written) ? `https://${written}` : written);
		if (url === undefined) continue;
		const { title, text } = titleAndRest(withoutLink(whole, written));
		return { title: title || titleOfLink(url), url, ...(text && { text }) };
	}
	const { title, text } = titleAndRest(whole);
	return title === '' || BEGUN.test(whole) ? 'no-words' : { title, ...(text && { text }) };
}

/** A link as it is kept: with a place that can be found from anywhere, unlike `https://exa`. */
export function wholeLink(written: string): string | undefined {
	const link = httpLink(written);
	return link !== undefined && /^\[|[^.]\.[^.]/.test(new URL(link).hostname) ? link : undefined;
}

/** A link to follow and pass on, or undefined for anything but http and https. Nobody's password is in it. */
export function httpLink(written: string): string | undefined {
	if (!URL.canParse(written)) return undefined;
	const link = new URL(written);
	if (!/^https?:$/.test(link.protocol) || link.hostname === '') return undefined;
	link.username = link.password = '';
	const asWritten = link.href.replace(link.hostname, () => hostWritten(written));
	return URL.canParse(asWritten) && new URL(asWritten).href === link.href ? asWritten : link.href;
}

/** A text whose links have lost the name and password in them. */
export function withoutLogin(text: string): string {
	return text.replace(LOGIN, '$1');
}

/** Where a link leads, as one reads it: `example.com`. */
export function hostOf(url: string): string {
	return hostWritten(url).replace(/^www\./, '');
}

/** The host in the letters it was written with: `例え.jp` is `xn--r8jz45g.jp` to machines only. */
function hostWritten(url: string): string {
	if (!URL.canParse(url)) return '';
	const { hostname } = new URL(url);
	if (!hostname.includes('xn--')) return hostname;
	return /^\s*https?:\/\/([^/?#\\:]+)/iu.exec(withoutLogin(url))?.[1] ?? hostname;
}

/** What is the same in two links to one article: not where its reader came from, nor where on the page. */
export function linkKey(url: string): string {
	if (!URL.canParse(url)) return url;
	const { hash, hostname, pathname, searchParams } = new URL(url);
	const asked = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort();
	// Some sites keep their pages behind the #.
	const place = /^#!?\//.test(hash) ? hash : '';
	return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/+$/, '')}?${new URLSearchParams(asked)}${place}`;
}

/** The last words of a link: `/2026/winter-bees.html` is "Winter bees"; its host where it has none. */
function titleOfLink(url: string): string {
	const parts = new URL(url).pathname.split('/').map(decoded).toReversed();
	for (const part of parts) {
		const words = part
			.replace(/\.\w{2,5}$/, '')
			.split(/[-_+\s]+/)
			.filter((word) => word !== '' && !/^(?:\d+|[\da-f]{6,}|index)$/i.test(word));
		const title = words.join(' ');
		if (A_WORD.test(title)) return title.charAt(0).toUpperCase() + title.slice(1);
	}
	return hostOf(url);
}

/**
 * The first line that says something is the title, without the links in it; a very long one ends with a
 * sentence, or with a word. Whatever the title leaves out is in the rest.
 */
function titleAndRest(words: string): { readonly title: string; readonly text: string } {
	const lines = words.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
	const first = lines.findIndex((line) => A_WORD.test(line.replace(LINKS, ' ')));
	const before = lines.slice(0, first < 0 ? lines.length : first);
	const line = withoutEdges(first < 0 ? '' : (lines[first] ?? ''));
	const after = first < 0 ? '' : lines.slice(first + 1).join('\n');
	const said = withoutEdges(line.replace(LINKS, ' ').replace(/\s+/g, ' '));
	const title = said.length <= LONGEST_TITLE ? said : headOf(said);
	const rest = [
		...before.filter((some) => SOMETHING.test(some)),
		...(title === line ? [] : [line]),
		after
	];
	return { title, text: rest.join('\n').trim() };
}

/** The beginning of a very long line. */
function headOf(line: string): string {
	const head = line.slice(0, LONGEST_TITLE);
	const end = /^.{20,}[.!?…](?=\s)/u.exec(head)?.[0].length ?? head.lastIndexOf(' ');
	return head.slice(0, end > 0 ? end : LONGEST_TITLE).trim();
}

function withoutEdges(line: string): string {
	return line.replace(/^[-–—:|•\s]+|[-–—:|•\s]+$/g, '');
}

function isOtherLink(text: string): boolean {
	if (DANGEROUS.test(text)) return true;
	return SCHEME.test(text) && !/\s/.test(text) && !/^https?:/i.test(text);
}

/** The words around a link, and nothing of what led up to it. */
function withoutLink(text: string, link: string): string {
	return text
		.replace(link, ' ')
		.replace(/\(\s*\)/g, ' ')
		.replace(/[\s–—:|•-]*[ \t][.,;:]*([!?]*)[ \t]*$/gm, '$1')
		.replace(/^[.,;:]+$/gm, '');
}

/** A full stop after a link, or the bracket it stands in, is not part of it. */
function withoutTail(link: string): string {
	const bare = link.replace(/[.,;:!?'’…]+$/, '');
	const isOpen = bare.includes('(');
	return !isOpen && bare.endsWith(')') ? withoutTail(bare.slice(0, -1)) : bare;
}

function decoded(part: string): string {
	try {
		return decodeURIComponent(part);
	} catch {
		return part;
	}
}
