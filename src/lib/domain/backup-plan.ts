// What a restore would do, record by record, before anything is written.
import {
	bodyOf,
	bodyStamp,
	isSameValue,
	PIECE,
	type BookView,
	type Pace,
	type StampedCells
} from './backup';
import type { Backup, Incoming } from './backup-read';
import { differences, type Difference } from './backup-differences';
import type { Stamp } from './hlc';
import { decode } from './records/decode';
import { peopleOf, tableNames, type Records, type Table } from './records/tables';
import type { Cell, Json } from './version';

/** Merge adds what is lacking and keeps newer words; replace makes the book what the backup is. */
export type RestoreMode = 'merge' | 'replace';

/** How many records of one kind a restore adds, changes, leaves, or moves to the trash. */
export interface Tally {
	added: number;
	changed: number;
	left: number;
	/** Live here, not afterwards. */
	trashed: number;
	/** Not here, and in the backup's trash. */
	addedToTrash: number;
}

/** A record that would read otherwise. */
export interface Change {
	readonly table: Table;
	readonly record: Records[Table];
	readonly differences: readonly Difference[];
}

/** A person who is not here yet, and how much about him comes along. */
export interface AddedPerson {
	readonly person: Records['person'];
	readonly with: ReadonlyMap<Table, number>;
}

/** One write of a restore. */
export type RestoreWrite =
	| {
			readonly do: 'adopt';
			readonly table: Table;
			readonly id: string;
			readonly cells: StampedCells;
			readonly body?: string;
	  }
	| {
			readonly do: 'set';
			readonly table: Table;
			readonly id: string;
			readonly fields: Readonly<Record<string, Json>>;
			readonly body?: string;
	  };

/** Everything a restore would do. */
export interface RestorePlan {
	readonly mode: RestoreMode;
	readonly tallies: ReadonlyMap<Table, Tally>;
	/** The first of the changes, people before everything else. */
	readonly changes: readonly Change[];
	readonly addedPeople: readonly AddedPerson[];
	/** How many records have to be written. */
	readonly writes: number;
	/** Ids of records in the backup that were erased for good, and that are left out. */
	readonly erased: readonly string[];
}

export interface PlanOptions {
	readonly mode: RestoreMode;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly pace: Pace;
	/** Takes each write as it is found; it may be done at once, but not before `pace` is called. */
	readonly onwrite?: (write: RestoreWrite) => void;
}

/** As many changes and added people as anybody will look through. */
const SHOWN = 300;

/**
 * Compares a backup with a book. Devices stand for themselves: they are merged in either mode, as is
 * everything of an export that holds only a part.
 */
export async function planRestore(
	backup: Backup,
	book: BookView,
	{ mode: asked, now, pace, onwrite = () => undefined }: PlanOptions
): Promise<RestorePlan> {
	const mode = backup.isPartial ? 'merge' : asked;
	const planner = new Planner(book, new Date(now).toISOString(), onwrite);
	const erased: string[] = [];
	const inBackup = new Map<Table, Set<string>>(tableNames.map((table) => [table, new Set()]));
	let done = 0;
	for (const incoming of backup.records) {
		inBackup.get(incoming.table)?.add(incoming.id);
		const held = book.cells(incoming.table, incoming.id);
		if (book.isErased(incoming.id)) erased.push(incoming.id);
		else if (held.size === 0) planner.add(incoming);
		else if (mode === 'merge' || incoming.table === 'device') planner.merge(incoming, held);
		else planner.overwrite(incoming, held);
		if (++done % PIECE === 0) await pace(done, backup.records.length);
	}
	if (mode === 'replace') {
		for (const [table, ids] of inBackup) {
			if (table === 'device') continue;
			for (const record of book.all(table)) {
				if (!ids.has(record.id)) planner.trash(table, record);
				if (++done % PIECE === 0) await pace(done, done);
			}
		}
	}
	return { mode, ...planner.result(), erased };
}

/** Sums of tallies over all tables. */
export function totalOf(plan: Pick<RestorePlan, 'tallies'>): Tally {
	const total = newTally();
	for (const tally of plan.tallies.values()) {
		for (const key of Object.keys(total) as (keyof Tally)[]) total[key] += tally[key];
	}
	return total;
}

/** Whether a restore would change anything that can be seen. */
export function changesAnything(plan: Pick<RestorePlan, 'tallies'>): boolean {
	const { added, changed, trashed, addedToTrash } = totalOf(plan);
	return added + changed + trashed + addedToTrash > 0;
}

class Planner {
	readonly #book: BookView;
	readonly #trashedAt: string;
	readonly #tallies = new Map<Table, Tally>();
	readonly #changes: Change[] = [];
	readonly #people: Records['person'][] = [];
	readonly #about = new Map<string, Map<Table, number>>();
	readonly #onwrite: (write: RestoreWrite) => void;
	#writes = 0;

	constructor(book: BookView, trashedAt: string, onwrite: (write: RestoreWrite) => void) {
		this.#onwrite = onwrite;
		this.#book = book;
		this.#trashedAt = trashedAt;
	}

	add({ table, id, cells, body, record }: Incoming): void {
		this.#write({ do: 'adopt', table, id, cells, ...(body === undefined ? {} : { body }) });
		if (record.trashedAt !== undefined) {
			this.#tally(table).addedToTrash++;
			return;
		}
		this.#tally(table).added++;
		if (table === 'person' && this.#people.length < SHOWN) {
			this.#people.push(record as Records['person']);
			this.#about.set(id, new Map());
		}
		for (const person of table === 'person' ? [] : peopleOf(record)) {
			const kinds = this.#about.get(person);
			kinds?.set(table, (kinds.get(table) ?? 0) + 1);
		}
	}

	/** Field by field the later stamp wins. */
	merge({ table, id, cells, body }: Incoming, held: ReadonlyMap<string, Cell>): void {
		const taken = new Map<string, readonly [Json, Stamp]>();
		const values: Record<string, Json> = {};
		for (const [field, cell] of cells) {
			const ours = held.get(field);
			if (ours && cell[1] <= ours.stamp) continue;
			taken.set(field, cell);
			if (!isSameValue(cell[0], ours?.value)) values[field] = cell[0];
		}
		const words = bodyToTake(cells, body, held, bodyOf(this.#book.get(table, id)));
		if (taken.size > 0 || words !== undefined) {
			const withBody = words === undefined ? {} : { body: words };
			this.#write({ do: 'adopt', table, id, cells: taken, ...withBody });
		}
		this.#count(table, id, held, values, words);
	}

	/** The backup's fields and words, and no others. */
	overwrite({ table, id, cells, body = '' }: Incoming, held: ReadonlyMap<string, Cell>): void {
		const fields: Record<string, Json> = {};
		for (const [field, { value }] of held) {
			const wanted = cells.get(field)?.[0] ?? null;
			if (!isSameValue(wanted, value)) fields[field] = wanted;
		}
		for (const [field, [wanted]] of cells) {
			if (!held.has(field) && wanted !== null) fields[field] = wanted;
		}
		const ours = bodyOf(this.#book.get(table, id));
		const words = ours === undefined || ours === body ? undefined : body;
		if (Object.keys(fields).length > 0 || words !== undefined) {
			const withBody = words === undefined ? {} : { body: words };
			this.#write({ do: 'set', table, id, fields, ...withBody });
		}
		this.#count(table, id, held, fields, words);
	}

	/** Not in the backup: to the trash, from where it can be brought back. */
	trash(table: Table, record: Records[Table]): void {
		const fields: Record<string, Json> = { trashedAt: this.#trashedAt };
		// The settings are read wherever they lie; without a backup of them they are as at first.
		if (table === 'settings') {
			for (const field of this.#book.cells(table, record.id).keys()) fields[field] ??= null;
		}
		this.#write({ do: 'set', table, id: record.id, fields });
		this.#tally(table).trashed++;
	}

	result(): Omit<RestorePlan, 'mode' | 'erased'> {
		const addedPeople = this.#people.map((person) => ({
			person,
			with: this.#about.get(person.id) ?? new Map<Table, number>()
		}));
		return {
			tallies: this.#tallies,
			changes: this.#changes,
			addedPeople,
			writes: this.#writes
		};
	}

	#write(write: RestoreWrite): void {
		this.#writes++;
		this.#onwrite(write);
	}

	#count(
		table: Table,
		id: string,
		held: ReadonlyMap<string, Cell>,
		values: Readonly<Record<string, Json>>,
		words: string | undefined
	): void {
		const tally = this.#tally(table);
		if (Object.keys(values).length === 0 && words === undefined) {
			tally.left++;
			return;
		}
		const before = this.#book.get(table, id);
		const isTrashed = before !== undefined && before.trashedAt === undefined;
		if (isTrashed && typeof values['trashedAt'] === 'string') tally.trashed++;
		else tally.changed++;
		if (this.#changes.length >= SHOWN) return;
		const fields: Record<string, Json> = {};
		for (const [field, { value }] of held) fields[field] = value;
		const after = decode(table, id, { ...fields, ...values }, words ?? bodyOf(before) ?? '');
		if (!after.ok) return;
		const found = differences(before, after.record);
		if (found.length > 0) this.#changes.push({ table, record: after.record, differences: found });
	}

	#tally(table: Table): Tally {
		const held = this.#tallies.get(table);
		if (held) return held;
		const tally = newTally();
		this.#tallies.set(table, tally);
		return tally;
	}
}

function bodyToTake(
	cells: StampedCells,
	theirs: string | undefined,
	held: ReadonlyMap<string, Cell>,
	ours: string | undefined
): string | undefined {
	if (theirs === undefined || ours === undefined || theirs === ours) return undefined;
	if (ours === '' && !held.has('editedAt')) return theirs;
	if (!cells.has('editedAt') && !held.has('editedAt')) return undefined;
	const [their, our] = [
		bodyStamp(new Map([...cells].map(([field, [, stamp]]) => [field, stamp]))),
		bodyStamp(new Map([...held].map(([field, { stamp }]) => [field, stamp])))
	];
	return their !== undefined && our !== undefined && their > our ? theirs : undefined;
}

function newTally(): Tally {
	return { added: 0, changed: 0, left: 0, trashed: 0, addedToTrash: 0 };
}
