// A list kept in order: when a few items of many have changed, only those find their place anew.

/** Above this many changes it is quicker to sort all. */
const FEW = 300;

/** The order of one list over time. It remembers the last one, and gives the same array for it. */
export class Ordered<T extends { readonly id: string }> {
	readonly #compare: (a: T, b: T) => number;
	readonly #staysPut: (before: T, after: T) => boolean;
	#from: readonly T[] = [];
	#list: readonly T[] = [];

	/**
	 * @param compare a total order: no two items are equal
	 * @param staysPut whether a changed item has kept what it is ordered by
	 */
	constructor(compare: (a: T, b: T) => number, staysPut: (before: T, after: T) => boolean) {
		this.#compare = compare;
		this.#staysPut = staysPut;
	}

	/** The items in order. */
	of(items: readonly T[]): readonly T[] {
		if (items === this.#from) return this.#list;
		const next = new Map(items.map((item) => [item.id, item]));
		const kept: T[] = [];
		for (const before of this.#list) {
			const after = next.get(before.id);
			if (!after || (after !== before && !this.#staysPut(before, after))) continue;
			kept.push(after);
			next.delete(before.id);
		}
		// What is left has no place yet: new, or ordered by something that has changed.
		const homeless = [...next.values()];
		this.#list =
			homeless.length > FEW ? [...items].sort(this.#compare) : this.#placed(kept, homeless);
		this.#from = items;
		return this.#list;
	}

	#placed(kept: T[], homeless: readonly T[]): readonly T[] {
		for (const item of homeless) {
			let from = 0;
			let to = kept.length;
			while (from < to) {
				const middle = (from + to) >> 1;
				const other = kept[middle];
				if (other && this.#compare(other, item) < 0) from = middle + 1;
				else to = middle;
			}
			kept.splice(from, 0, item);
		}
		return kept;
	}
}
