// The people as the list shows them: filtered, sorted, found; and those a note leads to, a moment later.
import { untrack } from 'svelte';
import type { Company } from '$lib/domain/company';
import { fold, wordsOf } from '$lib/domain/fold';
import type { Note } from '$lib/domain/records/note';
import type { Person } from '$lib/domain/records/person';
import type { NoteHit } from '$lib/domain/search';
import type { Warmth, WarmthKind } from '$lib/domain/warmth';
import { companiesFound, companiesIn } from './companies';
import type { Kith } from './kith.svelte';
import { warmthNow } from './warmth';
import { letterOf, orderOf } from './people-order';
import { EVERYBODY, isNarrow, type PeopleSort, type PeopleView, type Show } from './people-view';
import { searchOf, type Search } from './search.svelte';

type Choice = Omit<PeopleView, 'query'>;

/** One line of the list. */
export interface PeopleRow {
	readonly person: Person;
	/** A heading before this line, where a new part of the list begins. */
	readonly above?: string;
	/** The note that led here. */
	readonly note?: Note;
}

/** The list of people under one view. */
export class PeopleList {
	readonly #kith: Kith;
	readonly #search: Search;
	#turn = 0;
	#query = $state('');
	/** All of the view but the query: typing does not filter and sort anew. */
	#choice = $state.raw<Choice>(EVERYBODY);
	#inNotes = $state.raw<{ readonly query: string; readonly hits: readonly NoteHit[] }>();
	/** The words looked for, folded. */
	readonly words: readonly string[] = $derived(wordsOf(this.#query));
	/** What is shown. */
	readonly view: PeopleView = $derived({ ...this.#choice, query: this.#query });

	/**
	 * All that warmth comes from, followed as a whole: following 10,000 people one by one, or each line
	 * for itself, would cost more than the answer.
	 */
	readonly #grounds = $derived.by(() => {
		const { live, clock, ten } = this.#kith;
		return [live.all('touch'), live.all('settings'), ten.places, clock.today];
	});
	readonly #isWhole = $derived.by(() => this.#kith.live.isWhole);
	/** How warm each one is; worked out only where a filter or the order asks for it. */
	readonly #warmths = $derived.by(() => {
		const everyone = this.#everyone;
		return new Map<string, Warmth>(everyone.map((one) => [one.id, this.#warmth(one)]));
	});
	readonly #everyone = $derived.by(() => this.#kith.live.all('person'));
	/** A plain line for each one, made once and not with every key. */
	readonly #rows = $derived.by(
		() => new Map<string, PeopleRow>(this.#everyone.map((person) => [person.id, { person }]))
	);
	readonly #sorted = $derived.by(() => this.#sort(this.#choice.sort));
	readonly #fitting = $derived.by(() => this.#sorted.filter((person) => this.#fits(person)));
	readonly #lettered = $derived.by(() => withLetters(this.#fitting));
	readonly #found = $derived.by(() => this.#find());
	readonly #throughNotes = $derived.by(() => this.#findThroughNotes());

	/** The lines to show. */
	readonly rows: readonly PeopleRow[] = $derived.by(() => {
		if (this.words.length > 0) {
			return this.#throughNotes.length > 0 ? [...this.#found, ...this.#throughNotes] : this.#found;
		}
		return this.#choice.sort === 'name' ? this.#lettered : this.#found;
	});
	/** Notes that hold the words and are about no person: of a company, or of nobody yet. */
	readonly #aboutNobody = $derived.by(() => {
		const hits = this.#hits.filter(({ people }) => people.length === 0);
		if (hits.length === 0) return [];
		void this.#kith.live.all('note');
		return hits.flatMap(({ note }) => this.#kith.book.get('note', note) ?? []);
	});
	/** Notes that hold the words and are about nobody yet. */
	readonly inInbox: number = $derived.by(
		() => this.#aboutNobody.filter(({ company }) => company === undefined).length
	);
	/** Companies whose name holds the words, and those with a note that does. */
	readonly companies: readonly Company[] = $derived.by(() => {
		// After the people: whoever types waits for those.
		if (this.words.length === 0 || !this.isDone) return [];
		const all = companiesIn(this.#kith);
		const noted = this.#aboutNobody.flatMap(({ company }) => all.get(fold(company ?? '')) ?? []);
		return [...new Set([...companiesFound(this.#kith, this.#query), ...noted])];
	});

	constructor(kith: Kith, view: PeopleView) {
		this.#kith = kith;
		this.#search = searchOf(kith);
		this.#choice = view;
		this.#query = view.query;
		if (view.query !== '') void this.#lookInNotes();
	}

	/** Everybody in the book. */
	get everyone(): readonly Person[] {
		return this.#everyone;
	}

	/** Whether the notes have been looked through for these words. */
	get isDone(): boolean {
		return this.words.length === 0 || this.#inNotes?.query === this.#query;
	}

	/** Whether a note may turn up that cannot be found yet. */
	get isStillReading(): boolean {
		return !this.#isWhole || !this.#search.isComplete;
	}

	/** Shows something else. */
	look(change: Partial<PeopleView>): void {
		const { query, ...choice } = { ...this.view, ...change };
		if ('show' in change || 'tag' in change || 'sort' in change) this.#choice = choice;
		if (query === this.#query) return;
		this.#query = query;
		void this.#lookInNotes();
	}

	/**
	 * Reads in what can be found, and looks again when there is more of it, until the function given
	 * back is called.
	 */
	run(): () => void {
		this.#search.begin();
		return this.#search.onmore(() => void this.#lookInNotes());
	}

	/** How warm somebody is, or undefined while that cannot be told: older years may know more. */
	warmth(person: Person): Warmth | undefined {
		const warmth = this.#warmth(person);
		return warmth.last === undefined && !this.#isWhole ? undefined : warmth;
	}

	#warmth(person: Person): Warmth {
		void this.#grounds;
		return untrack(() => warmthNow(this.#kith, person));
	}

	async #lookInNotes(): Promise<void> {
		const query = this.#query;
		const turn = ++this.#turn;
		const hits = await this.#search.notes(query, () => this.#turn === turn);
		if (hits) this.#inNotes = { query, hits };
	}

	get #hits(): readonly NoteHit[] {
		return this.#inNotes?.query === this.#query ? this.#inNotes.hits : [];
	}

	#sort(sort: PeopleSort): readonly Person[] {
		if (sort !== 'reached') return orderOf(this.#kith, sort).of(this.#everyone);
		const days = (person: Person) => this.#warmths.get(person.id)?.days ?? -1;
		// Sorting keeps the order of equals: by name.
		return orderOf(this.#kith, 'name')
			.of(this.#everyone)
			.toSorted((a, b) => days(b) - days(a));
	}

	#fits(person: Person): boolean {
		const { show, tag } = this.#choice;
		if (tag !== undefined && !person.tags?.includes(tag)) return false;
		if (show.length === 0) return true;
		const kinds = show.filter(isWarmth);
		if (kinds.length > 0) {
			const warmth = this.#warmths.get(person.id);
			if (!warmth || warmth.cadence === undefined) return false;
			if (!kinds.some((kind) => kind === warmth.kind)) return false;
		}
		return (
			(!show.includes('ten') || this.#kith.ten.places.has(person.id)) &&
			(!show.includes('we-text') || person.texting === 'we-text') &&
			(!show.includes('no-cadence') || person.cadence === 0)
		);
	}

	#find(): readonly PeopleRow[] {
		const { sort } = this.#choice;
		if (this.words.length === 0) return this.#fitting.map((person) => ({ person }));
		// Read so that the list follows it: later more is found. It is never below nought.
		if (this.#search.version < 0) return [];
		const rows = this.#rows;
		const ids = this.#search.people(this.#query);
		if (sort !== 'name') {
			const found = new Set(ids);
			return this.#fitting.flatMap(({ id }) => (found.has(id) ? (rows.get(id) ?? []) : []));
		}
		const isFiltered = isNarrow({ ...this.#choice, query: '' });
		return ids.flatMap((id) => {
			const row = rows.get(id);
			return row && (!isFiltered || this.#fits(row.person)) ? row : [];
		});
	}

	#findThroughNotes(): readonly PeopleRow[] {
		if (this.#hits.length === 0) return [];
		const { book, live } = this.#kith;
		void live.all('note');
		const shown = new Set<string>(this.#found.map(({ person }) => person.id));
		const rows: PeopleRow[] = [];
		const notes = this.#hits.flatMap(({ note: id, people }) => {
			const note = book.get('note', id);
			return note && note.trashedAt === undefined ? [{ note, people }] : [];
		});
		notes.sort((a, b) => (a.note.day === b.note.day ? 0 : a.note.day < b.note.day ? 1 : -1));
		for (const { note, people } of notes) {
			for (const id of people) {
				if (shown.has(id)) continue;
				shown.add(id);
				const person = book.get('person', id);
				if (!person || person.trashedAt !== undefined || !this.#fits(person)) continue;
				rows.push({ person, note, ...(rows.length === 0 ? { above: 'In your notes' } : {}) });
			}
		}
		return rows;
	}
}

function isWarmth(show: Show): show is Show & WarmthKind {
	return show === 'fading' || show === 'cold' || show === 'unknown';
}

function withLetters(people: readonly Person[]): PeopleRow[] {
	let last = '';
	return people.map((person) => {
		const letter = letterOf(person.name);
		if (letter === last) return { person };
		last = letter;
		return { person, above: letter };
	});
}
