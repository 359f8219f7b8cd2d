// What merging people does to the records about them: all name the one who stays, only one place in the
// ten is left, and what then says the same twice goes to the trash once.
import type { Pace } from '$lib/domain/backup';
import { canonicalJson } from '$lib/domain/canonical';
import type { Id } from '$lib/domain/id';
import { renaming } from '$lib/domain/person-pointers';
import type { Slot } from '$lib/domain/records/slot';
import { tableNames, type AnyRecord, type Records, type Table } from '$lib/domain/records/tables';
import type { Book } from '$lib/store/book';
import type { Draft } from '$lib/store/change';
import type { Changed } from '$lib/store/shelf';

type PersonId = Id<'person'>;

/** So many records are looked at before the page may breathe. */
const STEP = 64;

/** A record that names somebody. */
export interface Named {
	readonly table: Table;
	readonly id: string;
}

/** Tables in which two records that say the same are one too many. */
const sayTheSame = ['moment', 'fact', 'employment'] as const;

/** Collects what changes of each record, so that each is edited once. */
export class Changes {
	readonly #byId = new Map<string, { table: Table; id: string; change: Record<string, unknown> }>();

	add(table: Table, id: string, change: Readonly<Record<string, unknown>>): void {
		const known = this.#byId.get(id);
		if (known) Object.assign(known.change, change);
		else this.#byId.set(id, { table, id, change: { ...change } });
	}

	/** A record as it will be. */
	after<R extends AnyRecord>(record: R): R {
		return { ...record, ...this.#byId.get(record.id)?.change };
	}

	/** What changes of a record. */
	changeOf(id: string): Readonly<Record<string, unknown>> {
		return this.#byId.get(id)?.change ?? {};
	}

	/** The fields of a record that will change, as they are; null where blank. Kept lines stay as they are. */
	before(record: AnyRecord): Record<string, unknown> {
		const held: Readonly<Record<string, unknown>> = { ...record };
		const fields = Object.keys(this.changeOf(record.id)).filter((field) => field !== 'vcard');
		return Object.fromEntries(fields.map((field) => [field, held[field] ?? null]));
	}

	/** The ids of the records of one table that change. */
	of(table: Table): string[] {
		const all = [...this.#byId.values()].filter((one) => one.table === table);
		return all.map(({ id }) => id);
	}

	get size(): number {
		return [...this.#byId.values()].filter(({ change }) => Object.keys(change).length > 0).length;
	}

	writeTo({ wishes }: Draft): void {
		for (const { table, id, change } of this.#byId.values()) {
			if (Object.keys(change).length > 0) wishes.push({ do: 'edit', table, id, change });
		}
	}
}

/**
 * The records, those in the trash as well, that name one of those who went.
 * @param only the records to look at; all when left out
 * @param pace called often, so that the page stays alive
 */
export async function naming(
	book: Book,
	into: ReadonlyMap<PersonId, PersonId>,
	only: Changed | undefined,
	pace: Pace
): Promise<Named[]> {
	const named: Named[] = [];
	const stays = (id: PersonId): PersonId => into.get(id) ?? id;
	let done = 0;
	for (const table of tableNames) {
		const some = [...(only?.get(table) ?? [])].flatMap((id) => book.get(table, id) ?? []);
		for (const records of only ? [some] : [book.all(table), book.trashed(table)]) {
			for (const record of records) {
				if (renaming(table, record, stays)) named.push({ table, id: record.id });
				if (++done % STEP === 0) await pace(done, done);
			}
		}
	}
	return named;
}

/** Lets records name the ones who stay. */
export function renamePeople(
	book: Book,
	changes: Changes,
	named: readonly Named[],
	stays: (id: PersonId) => PersonId
): void {
	for (const { table, id } of named) {
		const record = book.get(table, id);
		const change = record && renaming(table, record, stays);
		if (change) changes.add(table, id, change);
	}
}

/** Those said not to be the same are one after all: the mark that names but one of them goes. */
export function dropSettledMarks(
	book: Book,
	changes: Changes,
	named: readonly Named[],
	trashedAt: string
): void {
	for (const { table, id } of named) {
		const mark = table === 'notSame' ? book.get(table, id) : undefined;
		if (mark && changes.after(mark).people.length < 2) changes.add(table, id, { trashedAt });
	}
}

/** Ends all but the oldest of somebody's places in the ten. */
export function keepOnePlace(
	book: Book,
	changes: Changes,
	people: ReadonlySet<PersonId>,
	today: NonNullable<Slot['to']>
): void {
	const seated = new Set<string>();
	const open = book
		.all('slot')
		.map((slot) => changes.after(slot))
		.filter(({ person, to }) => to === undefined && people.has(person));
	// The same order as that in which the ten are seated.
	for (const { id, person } of open.sort(byAge)) {
		if (seated.has(person)) changes.add('slot', id, { to: today });
		seated.add(person);
	}
}

/** Of what says the same twice about one of these people, the record with the larger id goes to the trash. */
export function keepOneOfEach(
	book: Book,
	changes: Changes,
	people: ReadonlySet<PersonId>,
	trashedAt: string
): void {
	for (const table of sayTheSame) {
		const said = new Set<string>();
		const about = [...people].flatMap((id) => [...book.about(table, id)]);
		const changed = changes.of(table).flatMap((id) => book.get(table, id) ?? []);
		const ours = [...new Set([...about, ...changed])]
			.filter(({ trashedAt: gone }) => gone === undefined)
			.map((record) => changes.after<Records[typeof table]>(record))
			.filter(({ person }) => person !== undefined && people.has(person))
			.sort((a, b) => (a.id < b.id ? -1 : 1));
		const revised = new Set(
			ours.map((record) => ('revises' in record ? record.revises : undefined))
		);
		for (const record of ours) {
			if ('revises' in record || revised.has(record.id as Id<'fact'>)) continue;
			const { id, batch: _, note: __, ...rest } = record;
			const words = canonicalJson(rest);
			if (said.has(words)) changes.add(table, id, { trashedAt });
			said.add(words);
		}
	}
}

function byAge(a: Slot, b: Slot): number {
	if (a.from !== b.from) return a.from < b.from ? -1 : 1;
	return a.id < b.id ? -1 : 1;
}
