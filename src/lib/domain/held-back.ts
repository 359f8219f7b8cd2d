// What does not go out by itself: sensitive answers with all they ever said, sensitive moments, and words
// that touch on them. Whoever hands something out asks here.
import { hushedOf, isHushed, type Hushed } from './hush';
import { HushedWords } from './hushed-words';
import type { Article } from './records/article';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import type { Gesture } from './records/gesture';
import type { Moment } from './records/moment';
import type { Note } from './records/note';
import type { Person } from './records/person';
import type { RepPromise } from './records/promise';
import { peopleOf, type Records, type Table } from './records/tables';
import { sensitiveFacts } from './sensitive-facts';
import { isSensitiveMoment } from './sensitive-moment';

/** What is needed to tell: everything that may be sensitive, the trash included, and names by id. */
export interface HeldBackSources {
	readonly facts: readonly Fact[];
	readonly moments: readonly Moment[];
	readonly nameOf: (person: string) => string | undefined;
}

/** Knows what is to stay in. */
export class HeldBack {
	readonly #facts: ReadonlySet<string>;
	readonly #moments: ReadonlySet<string>;
	/** Notes a sensitive thing was taken from: they tell it too. */
	readonly #notes: ReadonlySet<string>;
	readonly #matters = new Map<string, Fact[]>();
	/** What sensitive days are called. */
	readonly #days = new Map<string, string[]>();
	readonly #hushed = new Map<string, Hushed>();
	readonly #nameOf: HeldBackSources['nameOf'];
	/** Everybody's, for words that are about nobody. */
	#everybodys: HushedWords | undefined;

	constructor({ facts, moments, nameOf }: HeldBackSources) {
		const closed = sensitiveFacts(facts);
		const days = moments.filter(isSensitiveMoment);
		this.#facts = new Set(closed.map(({ id }) => id));
		this.#moments = new Set(days.map(({ id }) => id));
		this.#notes = new Set([...closed, ...days].flatMap(({ note }) => note ?? []));
		this.#nameOf = nameOf;
		for (const fact of closed) {
			const matters = this.#matters.get(fact.person);
			// An older answer that was not ticked itself is as quiet as the one that took its place.
			const matter = { ...fact, sensitive: true };
			if (matters) matters.push(matter);
			else this.#matters.set(fact.person, [matter]);
		}
		for (const { person, label } of days) {
			if (person === undefined || label === undefined) continue;
			const labels = this.#days.get(person);
			if (labels) labels.push(label);
			else this.#days.set(person, [label]);
		}
	}

	/** Whether a record stays in as a whole. */
	has<T extends Table>(table: T, record: Records[T]): boolean {
		if (table === 'fact' && this.#facts.has(record.id)) return true;
		if (table === 'moment' && this.#moments.has(record.id)) return true;
		if (table === 'note' && this.#notes.has(record.id)) return true;
		return this.touches(peopleOf(record), wordsOf(table, record));
	}

	/** Whether words about these people touch on what stays in; about nobody: on what is hushed of anybody. */
	touches(people: readonly string[], words: string | undefined): boolean {
		if (words === undefined || words.trim() === '') return false;
		if (people.length === 0) return this.#all().touches(words);
		return people.some((id) => {
			const hushed = this.#about(id);
			return hushed !== undefined && isHushed(words, hushed);
		});
	}

	/** Gathers what is hushed, person by person, ahead of the first question; a pause fits between any two. */
	*gather(): Generator<string, void, undefined> {
		const words = new HushedWords();
		for (const person of new Set([...this.#matters.keys(), ...this.#days.keys()])) {
			const hushed = this.#about(person);
			if (hushed) words.add(hushed);
			yield person;
		}
		this.#everybodys = words;
	}

	#all(): HushedWords {
		if (!this.#everybodys) Array.from(this.gather());
		return this.#everybodys ?? new HushedWords();
	}

	#about(person: string): Hushed | undefined {
		const matters = this.#matters.get(person) ?? [];
		const also = this.#days.get(person) ?? [];
		if (matters.length + also.length === 0) return undefined;
		const known = this.#hushed.get(person) ?? hushedOf(matters, this.#nameOf(person) ?? '', also);
		this.#hushed.set(person, known);
		return known;
	}
}

/** The words a record cannot be without; the others can be left out of it one by one. */
function wordsOf<T extends Table>(table: T, record: Records[T]): string | undefined {
	switch (table) {
		case 'note':
			return (record as Note).body;
		case 'fact':
			return [(record as Fact).label, (record as Fact).text].filter(Boolean).join('. ');
		case 'promise':
			return (record as RepPromise).text;
		case 'gesture':
			return (record as Gesture).text;
		case 'moment':
			return (record as Moment).label;
		case 'circle': {
			const { name, about } = record as Circle;
			return [name, about].filter(Boolean).join('. ');
		}
		case 'article': {
			const { title, text, tags = [] } = record as Article;
			return [title, text, ...tags].filter(Boolean).join('. ');
		}
		default:
			return undefined;
	}
}

/** The one field of words that a record of a table can do without. */
export const WORDS_BESIDE: { readonly [T in Table]?: string } = {
	plan: 'opener',
	slot: 'reason',
	thankYou: 'mention'
};

/** A person without the words that touch on what stays in. */
export function withoutHeldBack(person: Person, heldBack: HeldBack | undefined): Person {
	if (!heldBack) return person;
	const { about, tags, vcard, ...rest } = person;
	const touches = (words: string): boolean => heldBack.touches([person.id], words);
	const lines = vcard?.filter((line) => !touches(line));
	const kept = tags?.filter((tag) => !touches(tag));
	return {
		...rest,
		...(kept === undefined || kept.length === 0 ? {} : { tags: kept }),
		...(about === undefined || touches(about) ? {} : { about }),
		...(lines === undefined || lines.length === 0 ? {} : { vcard: lines })
	};
}
