// Search as the screens see it: filled in idle time, names first, and kept up to date record by record.
import { wordsOf } from '$lib/domain/fold';
import type { Table } from '$lib/domain/records/tables';
import { SearchIndex, type NoteHit } from '$lib/domain/search';
import type { Book } from '$lib/store/book';
import type { Kith } from './kith.svelte';
import { lull, painted } from './lull';
import { ownTexts, textsAbout } from './person-texts';

/** How long a piece of work may hold a frame, in milliseconds. */
const PIECE_MS = 6;
/** How many records are taken in before looking at the time. */
const HANDFUL = 50;
/** Up to this many changed people are taken in at once, so that a search never shows them as they were. */
const FEW = 200;

/** When to work: in a lull for what nobody waits for, after the next picture for what somebody does. */
export interface SearchPauses {
	readonly lull: () => Promise<void>;
	readonly painted: () => Promise<void>;
}

/** The search over one book. It lives as long as the book: leaving a screen does not empty it. */
export class Search {
	readonly #book: Book;
	readonly #pauses: SearchPauses;
	readonly #index = new SearchIndex();
	/** Whose circle member, fact or earlier post it is; the record cannot tell any more once it is erased. */
	readonly #owners = new Map<string, string>();
	readonly #people = new Set<string>();
	readonly #notes = new Set<string>();
	readonly #waiting = new Set<() => void>();
	#begun = false;
	#running = false;
	#isComplete = $state(false);
	#version = $state(0);

	constructor(book: Book, pauses: SearchPauses = { lull, painted }) {
		this.#book = book;
		this.#pauses = pauses;
	}

	/** Whether every note read so far can be found; reading it follows the work. */
	get isComplete(): boolean {
		return this.#isComplete;
	}

	/** Goes up whenever more can be found, or something else; reading it follows the work. */
	get version(): number {
		return this.#version;
	}

	/** Takes in the people, then in idle time all that belongs to them. */
	begin(): void {
		if (this.#begun) return;
		this.#begun = true;
		for (const person of this.#book.all('person')) {
			this.#index.setPerson({ id: person.id, name: person.name, more: ownTexts(person) });
		}
		for (const table of ['circle', 'fact', 'employment'] as const) {
			for (const { id, person } of this.#book.all(table)) this.#own(id, person);
		}
		for (const { id } of this.#book.all('note')) this.#notes.add(id);
		this.#book.listen({ onchange: (changed) => this.#hear(changed) });
		void this.#run();
	}

	/** The ids of people found by name, company, tag or anything known about them, best first. */
	people(query: string): string[] {
		this.begin();
		if (this.#people.size <= FEW) this.#takePeople(Infinity);
		return this.#index.findPeople(query);
	}

	/**
	 * Notes the words are found in; looked for a piece at a time, after the screen has been painted.
	 * @param isWanted asked between two pieces
	 * @returns undefined once nobody wants to know any more
	 */
	async notes(query: string, isWanted: () => boolean): Promise<NoteHit[] | undefined> {
		this.begin();
		if (wordsOf(query).length === 0) return [];
		await this.#pauses.painted();
		const found: NoteHit[] = [];
		let since = performance.now();
		for (const hits of this.#index.findNotes(query, 500)) {
			if (!isWanted()) return undefined;
			found.push(...hits);
			if (performance.now() - since < PIECE_MS) continue;
			await this.#pauses.painted();
			since = performance.now();
		}
		return isWanted() ? found : undefined;
	}

	/** Calls when more can be found, until the function given back is called. */
	onmore(more: () => void): () => void {
		this.#waiting.add(more);
		return () => this.#waiting.delete(more);
	}

	#hear(changed: ReadonlyMap<Table, ReadonlySet<string>>): void {
		for (const id of changed.get('person') ?? []) this.#people.add(id);
		for (const table of ['circle', 'fact', 'employment'] as const) {
			for (const id of changed.get(table) ?? []) {
				const before = this.#owners.get(id);
				if (before !== undefined) this.#people.add(before);
				this.#own(id, this.#book.get(table, id)?.person);
			}
		}
		for (const id of changed.get('note') ?? []) this.#notes.add(id);
		void this.#run();
	}

	#own(id: string, person: string | undefined): void {
		if (person === undefined) {
			this.#owners.delete(id);
		} else {
			this.#owners.set(id, person);
			this.#people.add(person);
		}
	}

	async #run(): Promise<void> {
		if (this.#running) return;
		this.#running = true;
		do {
			await this.#pauses.lull();
			const until = performance.now() + PIECE_MS;
			this.#takePeople(until);
			this.#takeNotes(until);
			this.#isComplete = this.#people.size === 0 && this.#notes.size === 0;
		} while (!this.#isComplete);
		this.#running = false;
		this.#index.ready();
		this.#version++;
		for (const more of this.#waiting) more();
	}

	#takePeople(until: number): void {
		let taken = 0;
		for (const id of this.#people) {
			if (++taken % HANDFUL === 0 && performance.now() > until) return;
			this.#people.delete(id);
			const person = this.#book.get('person', id);
			if (!person || person.trashedAt !== undefined) this.#index.removePerson(id);
			else this.#index.setPerson({ id, name: person.name, more: textsAbout(this.#book, person) });
		}
	}

	#takeNotes(until: number): void {
		let taken = 0;
		for (const id of this.#notes) {
			if (++taken % HANDFUL === 0 && performance.now() > until) return;
			this.#notes.delete(id);
			const note = this.#book.get('note', id);
			if (!note || note.trashedAt !== undefined) this.#index.removeNote(id);
			else this.#index.setNote(note);
		}
	}
}

const searches = new WeakMap<Kith, Search>();

/** The search of a book: made when first asked for, the same ever after. */
export function searchOf(kith: Kith): Search {
	const held = searches.get(kith);
	if (held) return held;
	const search = new Search(kith.book);
	searches.set(kith, search);
	return search;
}
