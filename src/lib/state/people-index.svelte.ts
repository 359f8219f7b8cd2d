// Finding people by a few letters, or by their full names in a text, as fast as one types.
import { addDays, type Day } from '$lib/domain/day';
import { Mentionable } from '$lib/domain/mention';
import { FullNames } from '$lib/domain/names-in-text';
import type { Person } from '$lib/domain/records/person';
import type { Touch } from '$lib/domain/records/touch';
import type { Kith } from './kith.svelte';

/** Above any day written as a number, so that the ten come first. */
const TEN = 1e9;
/** Who was touched longer ago than this many days comes after no one. */
const RECENT_DAYS = 120;

/** The people of the book as they are found; made anew only when people change. */
export class PeopleIndex {
	readonly #kith: Kith;
	readonly #mentionable = $derived.by(() => mentionables.of(this.#kith.live.all('person')));
	readonly #names = $derived.by(() => fullNames.of(this.#kith.live.all('person')));
	readonly #touched = $derived.by(() =>
		lastTouches(this.#kith.live.all('touch'), addDays(this.#kith.clock.today, -RECENT_DAYS))
	);

	constructor(kith: Kith) {
		this.#kith = kith;
	}

	/** The best matches; among equals the ten, then whoever was touched last. */
	find(query: string, limit: number): Person[] {
		const { places } = this.#kith.ten;
		const touched = this.#touched;
		return this.#people(
			this.#mentionable.find(
				query,
				limit,
				(id) => (places.has(id) ? TEN : 0) + (touched.get(id) ?? 0)
			)
		);
	}

	/** The people whose full names stand in a text and can mean nobody else. */
	named(text: string): Person[] {
		return this.#people(this.#names.find(text));
	}

	#people(ids: readonly string[]): Person[] {
		return ids
			.map((id) => this.#kith.live.get('person', id))
			.filter((person) => person !== undefined);
	}
}

/** Makes the indexes of a book in two steps with a pause between, so that the first keystroke need not. */
export async function prepareIndex(kith: Kith, pause: () => Promise<void>): Promise<void> {
	mentionables.of(kith.book.all('person'));
	await pause();
	fullNames.of(kith.book.all('person'));
}

/** Remembers what was made of the people for as long as they are the same ones. */
class Remembered<Made> {
	readonly #make: (people: readonly Person[]) => Made;
	readonly #made = new WeakMap<readonly Person[], Made>();

	constructor(make: (people: readonly Person[]) => Made) {
		this.#make = make;
	}

	of(people: readonly Person[]): Made {
		const made = this.#made.get(people) ?? this.#make(people);
		this.#made.set(people, made);
		return made;
	}
}

const mentionables = new Remembered((people) => new Mentionable(people));
const fullNames = new Remembered((people) => new FullNames(people));

/** The last day of a touch by person, as a number that grows with the day, as far back as `from`. */
function lastTouches(touches: readonly Touch[], from: Day): ReadonlyMap<string, number> {
	const days = new Map<string, Day>();
	for (const { people, day } of touches) {
		if (day < from) continue;
		for (const id of people) if ((days.get(id) ?? '') < day) days.set(id, day);
	}
	return new Map([...days].map(([id, day]) => [id, Number(day.replaceAll('-', ''))]));
}
