// One step of the rep's own edits: what was there, what he made of it, and how to go back.
import type { Id } from '$lib/domain/id';
import type { Records, Table } from '$lib/domain/records/tables';
import type { Version } from '$lib/domain/version';
import type { Desk } from './desk';
import type { Shelf } from './shelf';

/** A wish to write: a new record, changed fields, or something rarer. */
export type Wish =
	| { readonly do: 'add'; readonly table: Table; readonly record: Records[Table] }
	| {
			readonly do: 'edit';
			readonly table: Table;
			readonly id: string;
			readonly change: Readonly<Record<string, unknown>>;
	  }
	| {
			/** Whatever else is done to a record; see rewrite.ts. */
			readonly do: 'rewrite';
			readonly table: Table;
			readonly id: string;
			readonly rewrite: (desk: Desk, shelf: Shelf) => readonly Trace[];
	  };

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
