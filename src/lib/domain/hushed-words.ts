// What is to be kept quiet about everybody, by word: whether words that name nobody touch on any of it.
import { wordsIn, type Hushed } from './hush';

/** Gathers one person after another; asking is quick however many there are. */
export class HushedWords {
	readonly #names = new Set<string>();
	/** How many telling words each matter has. */
	readonly #sizes: number[] = [];
	/** The matters a word stands in, by their place in `sizes`. */
	readonly #by = new Map<string, number[]>();
	readonly #known = new Set<string>();

	/** Adds what is hushed about one person. */
	add({ matters, names }: Hushed): void {
		for (const name of names) this.#names.add(name);
		for (const matter of matters) {
			// Many have the same matter, and once is enough.
			const key = matter.toSorted().join(' ');
			if (this.#known.has(key)) continue;
			this.#known.add(key);
			const at = this.#sizes.push(matter.length) - 1;
			for (const word of matter) {
				const places = this.#by.get(word);
				if (places) places.push(at);
				else this.#by.set(word, [at]);
			}
		}
	}

	/** Whether a text touches on anything: a name that must not fall, or half of a matter's words. */
	touches(text: string): boolean {
		const found = new Map<number, number>();
		for (const word of wordsIn(text)) {
			if (this.#names.has(word)) return true;
			for (const at of this.#by.get(word) ?? []) {
				const many = (found.get(at) ?? 0) + 1;
				if (many * 2 >= (this.#sizes[at] ?? 0)) return true;
				found.set(at, many);
			}
		}
		return false;
	}
}
