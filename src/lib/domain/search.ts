// Search over everything the rep wrote: substrings of folded text, people first, within a time budget.
import { fold } from './fold';

/** What a person is found by, and how it reads. */
interface Entry {
	readonly id: string;
	/** The folded name. */
	name: string;
	/** The folded rest: company, title, tags, nickname, circle, facts. */
	more: string;
}

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
	readonly #people = new Map<string, Entry>();
	readonly #notes = new Map<string, { folded: string; people: readonly string[] }>();

	/** Adds a person, or replaces what was known. */
	setPerson({ id, name, more }: PersonText): void {
		this.#people.set(id, { id, name: fold(name), more: fold(more.filter(Boolean).join(' ')) });
	}

	removePerson(id: string): void {
		this.#people.delete(id);
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
		const words = fold(query).split(' ').filter(Boolean);
		if (words.length === 0) return [];
		const hits: { id: string; name: string; rank: number }[] = [];
		for (const { id, name, more } of this.#people.values()) {
			let rank = 0;
			for (const word of words) {
				const one = rankIn(name, more, word);
				if (one === undefined) {
					rank = -1;
					break;
				}
				rank += one;
			}
			if (rank >= 0) hits.push({ id, name, rank });
		}
		hits.sort((a, b) => a.rank - b.rank || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
		return hits.map(({ id }) => id);
	}

	/**
	 * Notes every word is found in, a slice at a time: each `next()` looks through some notes and
	 * gives those that match, so that a caller can stop when the rep types on or the frame is full.
	 * @param slice how many notes to look through between two yields
	 */
	*findNotes(query: string, slice = 2_000): Generator<NoteHit[]> {
		const words = fold(query)
			.split(' ')
			.filter((word) => word.length >= SHORTEST_IN_NOTES);
		if (words.length === 0) return;
		let hits: NoteHit[] = [];
		let looked = 0;
		for (const [note, { folded, people }] of this.#notes) {
			if (words.every((word) => folded.includes(word))) hits.push({ note, people });
			if (++looked % slice === 0) {
				yield hits;
				hits = [];
			}
		}
		yield hits;
	}
}

function rankIn(name: string, more: string, word: string): number | undefined {
	const at = name.indexOf(word);
	if (at === 0) return 0;
	if (at > 0) return name[at - 1] === ' ' ? 1 : 3;
	const inMore = more.indexOf(word);
	if (inMore < 0) return undefined;
	return inMore === 0 || more[inMore - 1] === ' ' ? 4 : 5;
}
