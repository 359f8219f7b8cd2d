// Which people are chosen: one by one, a whole stretch between two, or all that are shown.
import { SvelteSet } from 'svelte/reactivity';
import type { Person } from '$lib/domain/records/person';

/** The choice over a list that may change under it: whoever is not shown is not chosen. */
export class Chosen {
	readonly #shown: () => readonly Person[];
	readonly #ids = new SvelteSet<string>();
	#isChoosing = $state(false);
	#last: string | undefined;
	/** The chosen people, in the order of the list. */
	readonly people: readonly Person[] = $derived.by(() =>
		this.#ids.size === 0 ? [] : this.#shown().filter(({ id }) => this.#ids.has(id))
	);

	/** @param shown the people of the list, in its order */
	constructor(shown: () => readonly Person[]) {
		this.#shown = shown;
	}

	/** Whether rows are chosen instead of opened. */
	get isChoosing(): boolean {
		return this.#isChoosing;
	}

	/** How many are shown, chosen or not. */
	get shown(): number {
		return this.#shown().length;
	}

	has(id: string): boolean {
		return this.#ids.has(id);
	}

	/** Begins to choose, or ends it; either way nobody is chosen. */
	toggleChoosing(): void {
		this.#isChoosing = !this.#isChoosing;
		this.none();
	}

	/**
	 * Chooses somebody, or no longer.
	 * @param isStretch everybody from the last one to this one as well
	 */
	choose(id: string, isChosen: boolean, isStretch: boolean): void {
		for (const other of isStretch ? this.#stretch(id) : [id]) {
			if (isChosen) this.#ids.add(other);
			else this.#ids.delete(other);
		}
		this.#last = id;
	}

	/** Chooses all that are shown. */
	all(): void {
		for (const { id } of this.#shown()) this.#ids.add(id);
	}

	/** Chooses nobody. */
	none(): void {
		this.#ids.clear();
		this.#last = undefined;
	}

	#stretch(id: string): string[] {
		const ids = this.#shown().map((person): string => person.id);
		const ends = [ids.indexOf(this.#last ?? id), ids.indexOf(id)];
		const from = Math.min(...ends);
		return from < 0 ? [id] : ids.slice(from, Math.max(...ends) + 1);
	}
}
