// The records of one table as the app sees them: decoded, frozen, findable by id and by person.
import { decode, type Unreadable } from '$lib/domain/records/decode';
import { peopleOf, type Records, type Table } from '$lib/domain/records/tables';
import type { Json } from '$lib/domain/version';

const NONE: readonly never[] = [];

/** The records about one person. */
interface About<Item> {
	readonly all: Map<string, Item>;
	/** Those not in the trash; made when asked for. */
	live?: readonly Item[] | undefined;
}

/** The decoded records of one table. */
export class TableCache<T extends Table> {
	readonly #table: T;
	readonly #records = new Map<string, Records[T]>();
	readonly #byPerson = new Map<string, About<Records[T]>>();
	readonly #unreadable = new Map<string, Unreadable>();
	#live: readonly Records[T][] | undefined;
	#trashed: readonly Records[T][] | undefined;

	constructor(table: T) {
		this.#table = table;
	}

	/** A record, trashed or not. */
	get(id: string): Records[T] | undefined {
		return this.#records.get(id);
	}

	/** All records that are not in the trash; the same array until something changes. */
	get live(): readonly Records[T][] {
		this.#live ??= [...this.#records.values()].filter((record) => record.trashedAt === undefined);
		return this.#live;
	}

	/** All records in the trash; the same array until something changes. */
	get trashed(): readonly Records[T][] {
		this.#trashed ??= [...this.#records.values()].filter(
			(record) => record.trashedAt !== undefined
		);
		return this.#trashed;
	}

	/** What could not be read: kept in the document, shown nowhere, counted here. */
	get unreadable(): readonly Unreadable[] {
		return [...this.#unreadable.values()];
	}

	/** The records about a person that are not in the trash; the same array until one of them changes. */
	about(person: string): readonly Records[T][] {
		const about = this.#byPerson.get(person);
		if (!about) return NONE;
		about.live ??= [...about.all.values()].filter(({ trashedAt }) => trashedAt === undefined);
		return about.live;
	}

	/**
	 * Reads a record anew from its merged fields; without fields it is gone.
	 * @param concerned gets the persons the record is or was about
	 */
	refresh(
		id: string,
		fields: Readonly<Record<string, Json>> | undefined,
		body: string,
		concerned: Set<string>
	): void {
		this.#drop(id, concerned);
		this.#live = this.#trashed = undefined;
		if (!fields) return;
		const result = decode(this.#table, id, fields, body);
		if (result.unreadable) this.#unreadable.set(id, result.unreadable);
		if (!result.ok) return;
		this.#records.set(id, result.record);
		for (const person of peopleOf(result.record)) {
			const about: About<Records[T]> = this.#byPerson.get(person) ?? { all: new Map() };
			concerned.add(person);
			about.all.set(id, result.record);
			about.live = undefined;
			this.#byPerson.set(person, about);
		}
	}

	#drop(id: string, concerned: Set<string>): void {
		this.#unreadable.delete(id);
		const held = this.#records.get(id);
		if (!held) return;
		this.#records.delete(id);
		for (const person of peopleOf(held)) {
			const about = this.#byPerson.get(person);
			if (!about) continue;
			concerned.add(person);
			about.all.delete(id);
			about.live = undefined;
		}
	}
}
