// From wishes to versions: the only place where records are written into the documents.
import { encodeChange } from '$lib/domain/records/decode';
import { tables, type Records, type Table } from '$lib/domain/records/tables';
import type { Stamp } from '$lib/domain/hlc';
import { cellOf, fieldsOf, latestCells, withChanges, type Json } from '$lib/domain/version';
import { revert, versionOf, type Step, type Trace, type Wish } from './change';
import type { Shelf } from './shelf';

/** What writing needs of the book. */
export interface Desk {
	readonly writer: string;
	tick(seen?: Stamp): Stamp;
	now(): number;
	shelfOf(table: Table, id: string): Shelf;
	record(table: Table, id: string): Records[Table] | undefined;
}

interface Task {
	readonly shelf: Shelf;
	run(): void;
}

/** Writes wishes, one Yjs transaction for each document they touch. */
export function applyDraft(desk: Desk, wishes: readonly Wish[]): Step {
	const traces: Trace[] = [];
	const tasks = wishes.map((wish): Task => {
		const id = wish.do === 'add' ? wish.record.id : wish.id;
		const shelf = desk.shelfOf(wish.table, id);
		return { shelf, run: () => traces.push(...grant(desk, shelf, wish, id)) };
	});
	runByShelf(tasks);
	return { traces };
}

/** Takes a step back and gives the step that does it again. */
export function revertStep(desk: Desk, step: Step): Step {
	const traces: Trace[] = [];
	const tasks = step.traces.toReversed().map((trace): Task => {
		const shelf = desk.shelfOf(trace.table, trace.id);
		return { shelf, run: () => traces.push(takeBack(desk, shelf, trace)) };
	});
	runByShelf(tasks);
	return { traces };
}

function runByShelf(tasks: readonly Task[]): void {
	for (const shelf of new Set(tasks.map((task) => task.shelf))) {
		shelf.doc.transact(() => {
			for (const task of tasks) if (task.shelf === shelf) task.run();
		}, 'rep');
	}
}

function grant(desk: Desk, shelf: Shelf, wish: Wish, id: string): Trace[] {
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
		case 'adopt':
			return [adopt(desk, shelf, wish)];
		case 'set':
			return [change(desk, shelf, wish.table, id, wish.fields, wish.body)];
		case 'withdraw':
			return withdraw(shelf, wish.table, id);
	}
}

function change(
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

/** Takes over the cells that are later than ours, each with the time it was written elsewhere. */
function adopt(desk: Desk, shelf: Shelf, wish: Extract<Wish, { do: 'adopt' }>): Trace {
	const { table, id, cells } = wish;
	const versions = versionsIn(shelf, table);
	const before = versions.get(id, desk.writer);
	const all = versions.of(id);
	const held = latestCells(all);
	const taken = new Map(
		(before ? fieldsOf(before) : []).map((field) => [field, before && cellOf(before, field)])
	);
	for (const [field, cell] of cells) {
		const ours = held.get(field);
		if (!ours || cell[1] > ours.stamp) taken.set(field, cell);
	}
	const whole = before?.h ?? mostCommon([...taken.values()].map((cell) => cell?.[1]));
	const after = whole ? versionOf(taken, whole) : undefined;
	if (after) versions.set(id, desk.writer, after);
	return {
		table,
		id,
		writer: desk.writer,
		before,
		after,
		made: all.length === 0,
		...writeBody(desk, shelf, id, wish.body)
	};
}

function withdraw(shelf: Shelf, table: Table, id: string): Trace[] {
	const versions = versionsIn(shelf, table);
	const body = tables[table].body ? bodyOf(shelf, id) : undefined;
	return versions.of(id).map(({ device, version }, index) => {
		versions.set(id, device, undefined);
		shelf.bodies?.remove(id, device);
		const trace = { table, id, writer: device, before: version, after: undefined, made: false };
		return index === 0 && body !== undefined
			? { ...trace, body: { before: body, after: undefined } }
			: trace;
	});
}

function takeBack(desk: Desk, shelf: Shelf, trace: Trace): Trace {
	const { table, id, writer } = trace;
	const versions = versionsIn(shelf, table);
	const held = versions.get(id, writer);
	const text = bodyOf(shelf, id);
	const all = versions.of(id);
	const untouched =
		all.length === 1 &&
		JSON.stringify(held) === JSON.stringify(trace.after) &&
		(!trace.body || trace.body.after === text);
	if (trace.made && trace.after && held && !untouched) {
		// Somebody has gone on with what this step made: to the trash with it, not out of the world.
		const trashedAt = new Date(desk.now()).toISOString();
		return change(desk, shelf, table, id, { trashedAt }, undefined);
	}
	const next = revert(held, trace.after, trace.before);
	versions.set(id, writer, next);
	const undone = { table, id, writer, before: held, after: next, made: all.length === 0 };
	if (!trace.body || trace.body.after !== text) return undone;
	if (trace.body.before === undefined) shelf.bodies?.remove(id, writer);
	else shelf.bodies?.write(id, writer, trace.body.before);
	return { ...undone, body: { before: text, after: trace.body.before } };
}

function writeBody(
	desk: Desk,
	shelf: Shelf,
	id: string,
	body: string | undefined
): { body: NonNullable<Trace['body']> } | undefined {
	if (body === undefined || !shelf.bodies) return undefined;
	const before = bodyOf(shelf, id);
	shelf.bodies.write(id, desk.writer, body);
	return { body: { before, after: body } };
}

function bodyOf(shelf: Shelf, id: string): string | undefined {
	return shelf.bodies?.has(id) ? shelf.bodies.read(id) : undefined;
}

function versionsIn(shelf: Shelf, table: Table) {
	const versions = shelf.tables.get(table);
	if (!versions) throw new Error(`${shelf.name} has no table ${table}`);
	return versions;
}

function mostCommon(stamps: readonly (Stamp | undefined)[]): Stamp | undefined {
	const counts = new Map<Stamp, number>();
	for (const stamp of stamps) if (stamp) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
