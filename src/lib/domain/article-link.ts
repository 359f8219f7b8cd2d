// What somebody pastes or shares as an article: its link, a title guessed from the words or the link,
// and what else was said. Nothing is fetched, and only http and https are ever links.

/** An article as it was read from a text. */
export interface ReadArticle {
	readonly title: string;
	readonly url?: string;
	readonly text?: string;
}

/** Why nothing could be made of a text: a link of another kind, or neither a link nor words. */
export type Unread = 'other-link' | 'no-words';

/** Where a link begins inside a text. */
const LINK = /\b(?:https?:\/\/|www\.)[^\s<>"“”«»]+/iu;
/** A whole text that is an address without its beginning: `example.com/bees`. */
const BARE = /^(?:[\p{L}\p{N}-]+\.)+\p{L}{2,}(?:[/?#]\S*)?$/u;
const SCHEME = /^[a-z][a-z\d+.-]*:(?=\S)/i;
const DANGEROUS = /^(?:javascript|data|vbscript|blob|file):/i;
const LONGEST_TITLE = 120;
/** What is in a link to tell where its reader came from. */
const TRACKING = /^(?:utm_\w+|fbclid|gclid|mc_[ce]id|igshid|ref_src)$/i;

/** Reads a link, words with a link in them, or words alone. */
export function readArticle(pasted: string): ReadArticle | Unread {
	const whole = pasted.trim();
	if (isOtherLink(whole)) return 'other-link';
	const bare = BARE.test(whole) ? httpLink(`https://${whole}`) : undefined;
	if (bare !== undefined) return { title: titleOfLink(bare), url: bare };
	const found = LINK.exec(whole);
	const written = found ? withoutTail(found[0]) : '';
	const url = httpLink(/^www\./i.test(written) ? `https://${written}` : written);
	const words = url === undefined ? whole : withoutLink(whole, written);
	const { title, text } = titleAndRest(words);
	if (url !== undefined) return { title: title || titleOfLink(url), url, ...(text && { text }) };
	return title === '' ? 'no-words' : { title, ...(text && { text }) };
}

/** A link as it is kept, or undefined for anything but http and https. */
export function httpLink(written: string): string | undefined {
	try {
		const { protocol, hostname, href } = new URL(written.trim());
		return /^https?:$/.test(protocol) && hostname !== '' ? href : undefined;
	} catch {
		return undefined;
	}
}

/** Where a link leads, as one reads it: `example.com`. */
export function hostOf(url: string): string {
	return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}

/** What is the same in two links to one article: not where its reader came from, nor where on the page. */
export function linkKey(url: string): string {
	if (!URL.canParse(url)) return url;
	const { hash, pathname, searchParams } = new URL(url);
	const asked = [...searchParams].filter(([name]) => !TRACKING.test(name)).sort();
	// Some sites keep their pages behind the #.
	const place = /^#!?\//.test(hash) ? hash : '';
	return `${hostOf(url)}${pathname.replace(/\/+$/, '')}?${new URLSearchParams(asked)}${place}`;
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
		if (/\p{L}{2}/u.test(title)) return title.charAt(0).toUpperCase() + title.slice(1);
	}
	return hostOf(url);
}

/** The first line is the title; a very long one ends with a sentence, or with a word. */
function titleAndRest(words: string): { readonly title: string; readonly text: string } {
	const lines = words.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
	const first = lines.findIndex((line) => /\p{L}{2}/u.test(line));
	const line = (lines[first] ?? '').replace(/^[-–—:|•\s]+|[-–—:|•\s]+$/g, '');
	const after = lines
		.slice(first + 1)
		.join('\n')
		.trim();
	if (line.length <= LONGEST_TITLE) return { title: line, text: first < 0 ? '' : after };
	const head = line.slice(0, LONGEST_TITLE);
	const end = /^.{20,}[.!?…](?=\s)/u.exec(head)?.[0].length ?? head.lastIndexOf(' ');
	const cut = end > 0 ? end : LONGEST_TITLE;
	// What is cut off is not lost: all of it is kept with the article.
	return { title: line.slice(0, cut).trim(), text: [line, after].filter(Boolean).join('\n') };
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
