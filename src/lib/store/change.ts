// One step of the rep's own edits: what was there, what he made of it, and how to go back.
import type { Id } from '$lib/domain/id';
import type { Records, Table } from '$lib/domain/records/tables';
import { cellOf, fieldsOf, type Json, type Version } from '$lib/domain/version';
import type { Stamp } from '$lib/domain/hlc';

/** A wish to write: a new record, changed fields, taken-over or stored ones, or a record withdrawn. */
export type Wish =
	| { readonly do: 'add'; readonly table: Table; readonly record: Records[Table] }
	| {
			readonly do: 'edit';
			readonly table: Table;
			readonly id: string;
			readonly change: Readonly<Record<string, unknown>>;
	  }
	| {
			readonly do: 'adopt';
			readonly table: Table;
			readonly id: string;
			readonly cells: ReadonlyMap<string, readonly [Json, Stamp]>;
			readonly body?: string;
	  }
	| {
			readonly do: 'set';
			readonly table: Table;
			readonly id: string;
			readonly fields: Readonly<Record<string, Json>>;
			readonly body?: string;
	  }
	| { readonly do: 'withdraw'; readonly table: Table; readonly id: string };

/** Collects the wishes of one step; nothing happens before it is handed to the book. */
export class Draft {
	readonly wishes: Wish[] = [];

	/** A new record, complete with its id (and a note with its body). */
	add<T extends Table>(table: T, record: Records[T]): void {
		this.wishes.push({ do: 'add', table, record });
	}

	/** Changes some fields of a record; `undefined` clears a field. A note's `body` may be among them. */
	edit<T extends Table>(
		table: T,
		id: Id<T> | string,
		change: { readonly [F in keyof Omit<Records[T], 'id'>]?: Records[T][F] | undefined }
	): void {
		this.wishes.push({ do: 'edit', table, id, change });
	}

	/** Takes over fields as another book knows them, each with its own time; the later edit wins. */
	adopt(
		table: Table,
		id: string,
		cells: ReadonlyMap<string, readonly [Json, Stamp]>,
		body?: string
	): void {
		this.wishes.push({ do: 'adopt', table, id, cells, ...(body === undefined ? {} : { body }) });
	}

	/** Sets fields as they are stored, sets member by member, as of now; `null` clears a field. */
	set(table: Table, id: string, fields: Readonly<Record<string, Json>>, body?: string): void {
		this.wishes.push({ do: 'set', table, id, fields, ...(body === undefined ? {} : { body }) });
	}

	/** Takes a record out of the book altogether, past the trash; only for what was never the rep's. */
	withdraw(table: Table, id: string): void {
		this.wishes.push({ do: 'withdraw', table, id });
	}
}

/** What one step did to one writer's version of one record. */
export interface Trace {
	readonly table: Table;
	readonly id: string;
	readonly writer: string;
	readonly before: Version | undefined;
	readonly after: Version | undefined;
	/** Whether nobody had a version of the record before: the step made it. */
	readonly made: boolean;
	/** The note's text before and after, where the step touched it; undefined: there was none. */
	readonly body?: { readonly before: string | undefined; readonly after: string | undefined };
}

/** A finished step, which can be undone and done again. */
export interface Step {
	readonly traces: readonly Trace[];
}

/**
 * A writer's version with one step taken back: only the cells that the step wrote and nobody has
 * changed since return to what they were. With `from` and `to` swapped it does the step again.
 * @param held the writer's version as it is now
 * @param from what the step made of it
 * @param to what it was before the step
 */
export function revert(
	held: Version | undefined,
	from: Version | undefined,
	to: Version | undefined
): Version | undefined {
	if (!held) return from ? undefined : to;
	const cells = new Map(fieldsOf(held).map((field) => [field, cellOf(held, field)] as const));
	const fields = new Set([...(from ? fieldsOf(from) : []), ...(to ? fieldsOf(to) : [])]);
	for (const field of fields) {
		const wrote = from && cellOf(from, field);
		const was = to && cellOf(to, field);
		if (cells.get(field)?.[1] !== wrote?.[1] || wrote?.[1] === was?.[1]) continue;
		if (was) cells.set(field, was);
		else cells.delete(field);
	}
	return versionOf(cells, (to ?? held).h);
}

/** A version of cells: those stamped `whole` share it, the others carry their own. */
export function versionOf(
	cells: ReadonlyMap<string, readonly [Json, Stamp] | undefined>,
	whole: Stamp
): Version | undefined {
	const f: Record<string, Json> = {};
	const c: Record<string, readonly [Json, Stamp]> = {};
	for (const [field, cell] of cells) {
		if (!cell) continue;
		if (cell[1] === whole) f[field] = cell[0];
		else c[field] = cell;
	}
	if (Object.keys(c).length > 0) return { h: whole, f, c };
	return Object.keys(f).length > 0 ? { h: whole, f } : undefined;
}
