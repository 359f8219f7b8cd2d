// Picking a person by a few letters after `@`: fuzzy, best first, fast with 10,000 names.
import { fold } from './fold';

/** Somebody who can be picked. */
export interface Candidate {
	readonly id: string;
	readonly name: string;
}

/** The `@…` being written at a caret: where it starts and what follows the sign. */
export interface Mention {
	readonly start: number;
	readonly query: string;
}

const LONGEST = 40;

/**
 * The mention the caret stands in, or undefined. It begins with an `@` at the start of a word and
 * may hold a few words ("@tom z"), but no line break and not two spaces in a row.
 */
export function mentionAt(text: string, caret: number): Mention | undefined {
	const start = text.lastIndexOf('@', caret - 1);
	if (start < 0 || caret - start > LONGEST) return undefined;
	if (start > 0 && !/[\s(,;:"“]/.test(text[start - 1] ?? '')) return undefined;
	const query = text.slice(start + 1, caret);
	if (/[\n@]|\s\s|[.!?,;:]\s/.test(query) || query.startsWith(' ')) return undefined;
	return query.split(' ').length > 4 ? undefined : { start, query };
}

/** Keeps folded names, so that each keystroke only compares. */
export class Mentionable {
	readonly #names: readonly { readonly id: string; readonly folded: string }[];

	constructor(candidates: readonly Candidate[]) {
		this.#names = candidates.map(({ id, name }) => ({ id, folded: fold(name) }));
	}

	/**
	 * The ids of the best matches. Best is a name that begins so, then a later word that does, then
	 * letters inside, then the letters in order with gaps; among equals the shorter, then `prefer`.
	 */
	find(query: string, limit: number, prefer: (id: string) => number = () => 0): string[] {
		const wanted = fold(query);
		const found: { id: string; rank: number; length: number }[] = [];
		for (const { id, folded } of this.#names) {
			const rank = rankOf(folded, wanted);
			if (rank !== undefined) found.push({ id, rank, length: folded.length });
		}
		found.sort(
			(a, b) =>
				a.rank - b.rank ||
				prefer(b.id) - prefer(a.id) ||
				a.length - b.length ||
				(a.id < b.id ? -1 : 1)
		);
		return found.slice(0, limit).map(({ id }) => id);
	}
}

/** How well a folded name answers a folded query: 0 is best, undefined is not at all. */
export function rankOf(name: string, query: string): number | undefined {
	if (query === '' || name.startsWith(query)) return 0;
	const at = name.indexOf(query);
	if (at > 0) return name[at - 1] === ' ' || name[at - 1] === '-' ? 1 : 3;
	const words = query.split(' ');
	if (words.length > 1 && words.every((word) => ` ${name}`.includes(` ${word}`))) return 2;
	return hasInOrder(name, query) ? 4 : undefined;
}

function hasInOrder(name: string, letters: string): boolean {
	let at = -1;
	for (const letter of letters) {
		at = name.indexOf(letter, at + 1);
		if (at < 0) return false;
	}
	return letters.length > 1;
}
