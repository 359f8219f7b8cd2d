// From wishes to versions: the only place where records are written into the documents.
import { encodeChange } from '$lib/domain/records/encode';
import type { Table } from '$lib/domain/records/tables';
import { latestCells, type Json } from '$lib/domain/version';
import { withChanges } from '$lib/domain/version-change';
import type { Book } from './book';
import type { Draft, Step, Trace, Wish } from './change';
import { editBody } from './body-edits';
import type { Desk } from './desk';
import type { Shelf } from './shelf';

/** A piece of writing and the document it goes to. */
export interface Task {
	readonly shelf: Shelf;
	run(): void;
}

/** Writes all wishes of a draft in one step. */
export function writeDraft(book: Book, { wishes }: Draft): Step {
	return book.write((desk) => applyWishes(desk, wishes));
}

/** One Yjs transaction for each document the wishes touch. */
function applyWishes(desk: Desk, wishes: readonly Wish[]): Step {
	const traces: Trace[] = [];
	const tasks = wishes.map((wish): Task => {
		const id = wish.do === 'add' ? wish.record.id : wish.id;
		const shelf = desk.shelfOf(wish.table, id);
		return { shelf, run: () => traces.push(...grant(desk, shelf, wish, id)) };
	});
	runByShelf(tasks);
	return { traces };
}

/** Runs tasks, one Yjs transaction for each document they touch. */
export function runByShelf(tasks: readonly Task[]): void {
	for (const shelf of new Set(tasks.map((task) => task.shelf))) {
		shelf.doc.transact(() => {
			for (const task of tasks) if (task.shelf === shelf) task.run();
		}, 'rep');
	}
}

function grant(desk: Desk, shelf: Shelf, wish: Wish, id: string): readonly Trace[] {
	switch (wish.do) {
		case 'add': {
			const fields = encodeChange(wish.table, { ...wish.record });
			const body = 'body' in wish.record ? wish.record.body : undefined;
			return [change(desk, shelf, wish.table, id, fields, body)];
		}
		case 'edit': {
			const before = desk.record(wish.table, id);
			const fields = encodeChange(wish.table, wish.change, before);
			const body = wish.change['body'];
			return [
				change(desk, shelf, wish.table, id, fields, typeof body === 'string' ? body : undefined)
			];
		}
		case 'rewrite':
			return wish.rewrite(desk, shelf);
	}
}

/** Changes fields of a record, as stored, in this writer's version of it. */
export function change(
	desk: Desk,
	shelf: Shelf,
	table: Table,
	id: string,
	fields: Readonly<Record<string, Json>>,
	body: string | undefined
): Trace {
	const versions = versionsIn(shelf, table);
	const before = versions.get(id, desk.writer);
	const all = versions.of(id);
	const held = [...latestCells(all).values()].map(({ stamp }) => stamp).sort();
	const after = withChanges(before, fields, desk.tick(held.at(-1)));
	versions.set(id, desk.writer, after);
	const made = all.length === 0;
	return {
		table,
		id,
		writer: desk.writer,
		before,
		after,
		made,
		...writeBody(desk, shelf, id, body)
	};
}

/** Changes a note's text, when there is one to change. */
export function writeBody(
	desk: Desk,
	shelf: Shelf,
	id: string,
	body: string | undefined
): { body: NonNullable<Trace['body']> } | undefined {
	if (body === undefined || !shelf.bodies) return undefined;
	const before = bodyOf(shelf, id);
	editBody(shelf.bodies, id, desk.writer, body);
	return { body: { before, after: body } };
}

/** A note's text; undefined when it has none. */
export function bodyOf(shelf: Shelf, id: string): string | undefined {
	return shelf.bodies?.has(id) ? shelf.bodies.read(id) : undefined;
}

/** The versions of a table in the document that keeps it. */
export function versionsIn(shelf: Shelf, table: Table) {
	const versions = shelf.tables.get(table);
	if (!versions) throw new Error(`${shelf.name} has no table ${table}`);
	return versions;
}
