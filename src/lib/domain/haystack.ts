// Many short texts searched as one: a word that nobody has costs one look, not one for each of 10,000.

/** One straw: its name, and everything else it is found by, all folded. */
export interface Straw {
	readonly id: string;
	readonly name: string;
	/** Each stands for itself: no word is found across two. */
	readonly more: readonly string[];
}

/** A letter or two are in every address, so they count only where a word begins. */
const SHORT = /^[\x21-\x7e]{1,2}$/;
const NOWHERE = 255;
const BREAK = '\n';
/** What stands before a word's first letter. */
const BEGINNINGS = [BREAK, ' ', '-'];

/** The straws in one text, each line of it beginning with a break, so that a word knows where it stands. */
export class Haystack {
	readonly #straws: readonly Straw[];
	readonly #texts: readonly string[];
	readonly #text: string;
	/** Where each straw begins, and where the last one ends. */
	readonly #starts: Uint32Array;

	/** @param straws in the order in which equally good ones are found */
	constructor(straws: readonly Straw[]) {
		this.#straws = straws;
		this.#texts = straws.map(({ name, more }) => BREAK + [name, ...more].join(BREAK));
		this.#text = this.#texts.join('');
		this.#starts = new Uint32Array(straws.length + 1);
		this.#texts.forEach((text, index) => {
			this.#starts[index + 1] = (this.#starts[index] ?? 0) + text.length;
		});
	}

	/** The ids of those every word is found in, best first: a name that begins so, then a later word of it… */
	find(words: readonly string[]): string[] {
		const [rarest, ...others] = words.toSorted((a, b) => b.length - a.length);
		if (rarest === undefined) return [];
		const ranks = new Uint8Array(this.#straws.length).fill(NOWHERE);
		for (const sign of SHORT.test(rarest) ? BEGINNINGS : ['']) this.#look(sign, rarest, ranks);
		const found: string[][] = [];
		ranks.forEach((first, index) => {
			const straw = this.#straws[index];
			if (first === NOWHERE || !straw) return;
			let rank = first;
			for (const word of others) rank += rankOf(this.#texts[index] ?? '', straw.name, word);
			if (Number.isFinite(rank)) (found[rank] ??= []).push(straw.id);
		});
		return found.flat();
	}

	/** Looks for a word after a sign in all the text, and keeps the best rank of each straw that has it. */
	#look(sign: string, word: string, ranks: Uint8Array): void {
		const needle = sign + word;
		let index = 0;
		for (let at = this.#text.indexOf(needle); at >= 0;) {
			while ((this.#starts[index + 1] ?? Infinity) <= at) index++;
			const inside = at - (this.#starts[index] ?? 0) + sign.length;
			const rank = rankAt(this.#texts[index] ?? '', this.#straws[index]?.name ?? '', inside);
			if (rank < (ranks[index] ?? 0)) ranks[index] = rank;
			at = this.#text.indexOf(needle, this.#starts[index + 1]);
		}
	}
}

/** How well one straw has a word, 0 being best; infinite where it has not. */
function rankOf(text: string, name: string, word: string): number {
	const places = (SHORT.test(word) ? BEGINNINGS : ['']).flatMap((sign) => {
		const at = text.indexOf(sign + word);
		return at < 0 ? [] : [rankAt(text, name, at + sign.length)];
	});
	return Math.min(...places);
}

function rankAt(text: string, name: string, at: number): number {
	const begins = BEGINNINGS.includes(text[at - 1] ?? '');
	if (at <= name.length) return at === BREAK.length ? 0 : begins ? 1 : 3;
	return begins ? 4 : 5;
}
