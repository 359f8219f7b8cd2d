// People whose full name stands in a text: only names of two words or more, and only one person's.
import { fold } from './fold';
import type { Candidate } from './mention';

interface Word {
	readonly folded: string;
	/** Without the ending that says whose something is. */
	readonly bare: string;
	/** The one of the two to go by when both are names. */
	readonly likely: string;
	/** Whether only white space, or the stop of an initial, parts it from the word before. */
	readonly joined: boolean;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const PLAIN = /^[a-z][a-z-]*(?: [a-z][a-z-]*)*$/;
const SHORTEST = 5;
/** "Oskars Vulkan": whose something is, in German; what is theirs begins with a capital. */
const GENITIVE = /^\p{Lu}[\p{L}-]*\p{Ll}{2}s$/u;

/** Knows all full names by their first word. */
export class FullNames {
	readonly #byFirst = new Map<string, { readonly words: readonly string[]; id: string | null }[]>();

	constructor(candidates: readonly Candidate[]) {
		const byName = new Map<string, { words: readonly string[]; id: string | null }>();
		for (const { id, name } of candidates) {
			const words = partsOf(name);
			const key = words.join(' ');
			const [first] = words;
			if (first === undefined || words.length < 2 || key.length < SHORTEST) continue;
			const known = byName.get(key);
			if (known) {
				// Two people of one name: neither is meant for certain.
				known.id = null;
				continue;
			}
			const entry = { words, id };
			byName.set(key, entry);
			const others = this.#byFirst.get(first);
			if (others) others.push(entry);
			else this.#byFirst.set(first, [entry]);
		}
	}

	/** The ids of the people named in full, in the order they are named. */
	find(text: string): string[] {
		const words = wordsOf(text);
		const found = new Set<string>();
		for (let at = 0; at < words.length; at++) {
			const first = words[at]?.folded ?? '';
			let best: { readonly words: readonly string[]; id: string | null } | undefined;
			for (const entry of this.#byFirst.get(first) ?? []) {
				if (!stands(entry.words, words, at)) continue;
				const last = entry.words.length - 1;
				const longest = (best?.words.length ?? 0) - 1;
				// "Jan Peters Angebot" is that of Jan Peters rather than of Jan Peter.
				const isExact = words[at + last]?.likely === entry.words[last];
				if (last > longest || (last === longest && isExact)) best = entry;
			}
			if (!best) continue;
			if (best.id !== null) found.add(best.id);
			at += best.words.length - 1;
		}
		return [...found];
	}
}

/** Whether a name stands in a text as words of its own, however it is written: also "max’s" for Max, and "Oskars Rad" for Oskar. */
export function isNamedIn(name: string, text: string): boolean {
	const wanted = partsOf(name);
	if (wanted.length === 0) return false;
	const words = wordsOf(text);
	return words.some((_, at) => stands(wanted, words, at));
}

/** Whether a name is another one or some of it, to the letter: Andrea is not in "Andreas Brandt". */
export function isPartOfName(name: string, owner: string): boolean {
	return ` ${partsOf(owner).join(' ')} `.includes(` ${partsOf(name).join(' ')} `);
}

function stands(name: readonly string[], words: readonly Word[], at: number): boolean {
	return name.every((wanted, index) => {
		const word = words[at + index];
		if (!word || (index > 0 && !word.joined)) return false;
		return word.folded === wanted || (index === name.length - 1 && word.bare === wanted);
	});
}

/** The words of a name; most names are plain letters, and 10,000 of them take a moment. */
function partsOf(name: string): string[] {
	const folded = fold(name);
	return PLAIN.test(folded) ? folded.split(' ') : wordsOf(name).map((word) => word.folded);
}

function wordsOf(text: string): Word[] {
	const words: Word[] = [];
	let end = 0;
	const matches = [...text.matchAll(WORD)];
	for (const [index, match] of matches.entries()) {
		const gap = text.slice(end, match.index);
		const joined = /^\s+$/.test(gap) || (/^\.\s*$/.test(gap) && words.at(-1)?.folded.length === 1);
		const after = text.slice(match.index + match[0].length, matches[index + 1]?.index);
		const next = matches[index + 1]?.[0] ?? '';
		const owns = GENITIVE.test(match[0]) && /^ $/.test(after) && /^\p{Lu}/u.test(next);
		const bare = fold(match[0].replace(owns ? /s$/ : /['’]s?$/, ''));
		const folded = fold(match[0]);
		words.push({ folded, bare, likely: owns ? folded : bare, joined });
		end = match.index + match[0].length;
	}
	return words;
}
