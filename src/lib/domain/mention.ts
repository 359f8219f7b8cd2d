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

const LONGEST = 60;

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
	 * words that begin so in any order, then letters inside, then the letters in order with gaps;
	 * among equals the one to `prefer`, then the shorter.
	 */
	find(query: string, limit: number, prefer: (id: string) => number = () => 0): string[] {
		const wanted = fold(query);
		// Only the best so far are kept in order: sorting all 10,000 would cost a frame.
		const best: Match[] = [];
		for (const { id, folded } of this.#names) {
			const rank = rankOf(folded, wanted);
			if (rank === undefined) continue;
			const last = best[limit - 1];
			if (last && rank > last.rank) continue;
			const match = { id, rank, preference: prefer(id), length: folded.length };
			if (last && !isBetter(match, last)) continue;
			const at = best.findIndex((other) => isBetter(match, other));
			best.splice(at < 0 ? best.length : at, 0, match);
			if (best.length > limit) best.pop();
		}
		return best.map(({ id }) => id);
	}
}

interface Match {
	readonly id: string;
	readonly rank: number;
	readonly preference: number;
	readonly length: number;
}

function isBetter(one: Match, other: Match): boolean {
	if (one.rank !== other.rank) return one.rank < other.rank;
	if (one.preference !== other.preference) return one.preference > other.preference;
	return one.length === other.length ? one.id < other.id : one.length < other.length;
}

/** How well a folded name answers a folded query: 0 is best, undefined is not at all. */
function rankOf(name: string, query: string): number | undefined {
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

/** Where a query stands in a name as written, from and to; undefined when only its letters are there. */
export function matchIn(name: string, query: string): readonly [number, number] | undefined {
	const wanted = fold(query);
	if (wanted === '') return undefined;
	for (let start = 0; start < name.length; start++) {
		if (start > 0 && !/[\s-]/.test(name[start - 1] ?? '')) continue;
		for (let end = start + 1; end <= Math.min(name.length, start + query.length + 2); end++) {
			if (fold(name.slice(start, end)) === wanted) return [start, end];
		}
	}
	return undefined;
}
