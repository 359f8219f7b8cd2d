// The lines of the palette for what is typed: people by name, what can be done, and people by all else.
import { fold, wordsOf } from '$lib/domain/fold';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from '$lib/state/kith.svelte';
import { PeopleIndex } from '$lib/state/people-index.svelte';
import { searchOf } from '$lib/state/search.svelte';
import { commandsFor, commandsFound, type Command } from './commands';

/** One line: somebody, something to do, or a name to add. */
export type Line =
	| { readonly id: string; readonly person: Person }
	| { readonly id: string; readonly command: Command }
	| { readonly id: string; readonly name: string };

/** People before anything is typed: the ten, then whom one was in touch with last. */
const LIKELY = 5;
/** People whose name says it. */
const NAMED = 5;
/** People of whom something else says it, as a company, a tag or a fact. */
const KNOWN = 5;

/** The state of the palette. */
export class Palette {
	readonly #kith: Kith;
	readonly #index: PeopleIndex;
	readonly #commands: readonly Command[];
	#query = $state('');
	#line = $state(0);

	readonly lines: readonly Line[] = $derived.by(() => this.#find(this.#query));
	readonly selected = $derived(Math.min(this.#line, this.lines.length - 1));

	constructor(kith: Kith) {
		this.#kith = kith;
		this.#index = new PeopleIndex(kith);
		this.#commands = commandsFor(kith);
	}

	get query(): string {
		return this.#query;
	}

	set query(query: string) {
		this.#query = query;
		this.#line = 0;
	}

	/** Goes some lines on, and round at the ends. */
	move(by: number): void {
		const { length } = this.lines;
		if (length > 0) this.#line = (this.selected + by + length) % length;
	}

	#find(query: string): readonly Line[] {
		const words = wordsOf(query);
		if (words.length === 0) {
			const likely = this.#index.find('', LIKELY);
			return [...likely.map(lineOfPerson), ...this.#commands.map(lineOfCommand)];
		}
		const found = commandsFound(this.#commands, query);
		const near = this.#index.find(query, NAMED);
		// Letters with gaps between are a guess: what is written so comes before them.
		const named = near.filter(({ name }) => {
			const folded = fold(name);
			return words.every((word) => folded.includes(word));
		});
		const known = this.#known(query, new Set(named));
		const guessed = named.length + known.length + found.length === 0 ? near : [];
		return [
			...named.map(lineOfPerson),
			...found.map(lineOfCommand),
			...known.map(lineOfPerson),
			...guessed.map(lineOfPerson),
			...newName(query, near)
		];
	}

	#known(query: string, but: ReadonlySet<Person>): Person[] {
		const search = searchOf(this.#kith);
		const found: Person[] = [];
		// Read so that what is taken in meanwhile is found too.
		if (search.version < 0) return found;
		for (const id of search.people(query)) {
			const person = this.#kith.book.get('person', id);
			if (person && person.trashedAt === undefined && !but.has(person)) found.push(person);
			if (found.length === KNOWN) break;
		}
		return found;
	}
}

function lineOfPerson(person: Person): Line {
	return { id: person.id, person };
}

function lineOfCommand(command: Command): Line {
	return { id: command.name, command };
}

/* A name of a few words that nobody has may be somebody new. */
function newName(query: string, near: readonly Person[]): readonly Line[] {
	const name = query.trim().replace(/\s+/g, ' ');
	const isName = /\p{L}/u.test(name) && name.split(' ').length <= 3;
	const isKnown = near.some((person) => fold(person.name) === fold(name));
	return isName && !isKnown ? [{ id: 'new', name }] : [];
}
