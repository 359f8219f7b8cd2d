// Search over everything the rep wrote: substrings of folded text, people first, within a time budget.
import { fold, wordsOf } from './fold';
import { Haystack, type Straw } from './haystack';

/** A note that holds the words, and the people it is about. */
export interface NoteHit {
	readonly note: string;
	readonly people: readonly string[];
}

/** A source of text for one person. */
export interface PersonText {
	readonly id: string;
	readonly name: string;
	readonly more: readonly (string | undefined)[];
}

/** A source of text for one note. */
export interface NoteText {
	readonly id: string;
	readonly people: readonly string[];
	readonly body: string;
}

/** Shorter words than this are looked for in people only. */
const SHORTEST_IN_NOTES = 2;

/** An index that is filled bit by bit and kept up to date record by record. */
export class SearchIndex {
	readonly #people = new Map<string, Straw>();
	readonly #notes = new Map<string, { folded: string; people: readonly string[] }>();
	/** Everybody by name, until somebody comes, goes or is renamed. */
	#byName: readonly string[] | undefined;
	/** The same as it is searched, until anything about them changes. */
	#haystack: Haystack | undefined;

	/** Adds a person, or replaces what was known. */
	setPerson({ id, name, more }: PersonText): void {
		const folded = fold(name);
		if (this.#people.get(id)?.name !== folded) this.#byName = undefined;
		this.#haystack = undefined;
		const texts = more.map((text) => fold(text ?? '')).filter(Boolean);
		this.#people.set(id, { id, name: folded, more: texts });
	}

	removePerson(id: string): void {
		if (this.#people.delete(id)) this.#byName = this.#haystack = undefined;
	}

	/** Adds a note, or replaces what was known. */
	setNote({ id, people, body }: NoteText): void {
		this.#notes.set(id, { folded: fold(body), people });
	}

	removeNote(id: string): void {
		this.#notes.delete(id);
	}

	get size(): { readonly people: number; readonly notes: number } {
		return { people: this.#people.size, notes: this.#notes.size };
	}

	/** The people every word of the query is found in; the name counts before the rest. */
	findPeople(query: string): string[] {
		return this.ready().find(wordsOf(query));
	}

	/** Puts in order what was added, so that the next search need not. */
	ready(): Haystack {
		this.#haystack ??= this.#stacked();
		return this.#haystack;
	}

	/**
	 * Notes every word is found in, a slice at a time: each `next()` looks through some notes and
	 * gives those that match, so that a caller can stop when the rep types on or the frame is full.
	 * "Dana volcano" finds the volcano in a note about Dana: some of the words may be her name.
	 * @param slice how many notes to look through between two yields
	 */
	*findNotes(query: string, slice = 2_000): Generator<NoteHit[]> {
		const words = wordsOf(query).filter((word) => word.length >= SHORTEST_IN_NOTES);
		if (words.length === 0) return;
		let hits: NoteHit[] = [];
		let looked = 0;
		for (const [note, { folded, people }] of this.#notes) {
			const missing = words.filter((word) => !folded.includes(word));
			if (missing.length === 0) {
				hits.push({ note, people });
			} else if (missing.length < words.length) {
				const named = people.filter((id) => this.#isNamed(id, missing));
				if (named.length > 0) hits.push({ note, people: named });
			}
			if (++looked % slice === 0) {
				yield hits;
				hits = [];
			}
		}
		yield hits;
	}

	#stacked(): Haystack {
		this.#byName ??= [...this.#people.values()].sort(byName).map(({ id }) => id);
		return new Haystack(this.#byName.flatMap((id) => this.#people.get(id) ?? []));
	}

	#isNamed(id: string, words: readonly string[]): boolean {
		const name = this.#people.get(id)?.name;
		return name !== undefined && words.every((word) => name.includes(word));
	}
}

function byName(a: Straw, b: Straw): number {
	return a.name < b.name ? -1 : a.name > b.name ? 1 : 0;
}
