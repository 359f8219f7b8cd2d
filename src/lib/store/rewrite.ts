// Rarer ways to write than adding and editing: what imports, restores and their undoing need.
import { tables, type Table } from '$lib/domain/records/tables';
import type { Stamp } from '$lib/domain/hlc';
import { cellOf, fieldsOf, latestCells, type Json, type Version } from '$lib/domain/version';
import { removeBody } from './body-edits';
import type { Draft } from './change';
import { bodyOf, change, versionsIn, writeBody } from './write';

/** Takes over fields as another book knows them, each with its own time; the later edit wins. */
export function adopt(
	draft: Draft,
	table: Table,
	id: string,
	cells: ReadonlyMap<string, readonly [Json, Stamp]>,
	body?: string
): void {
	draft.wishes.push({
		do: 'rewrite',
		table,
		id,
		rewrite(desk, shelf) {
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
			const made = all.length === 0;
			const { writer } = desk;
			return [{ table, id, writer, before, after, made, ...writeBody(desk, shelf, id, body) }];
		}
	});
}

/** Sets fields as they are stored, sets member by member, as of now; `null` clears a field. */
export function setFields(
	draft: Draft,
	table: Table,
	id: string,
	fields: Readonly<Record<string, Json>>,
	body?: string
): void {
	draft.wishes.push({
		do: 'rewrite',
		table,
		id,
		rewrite: (desk, shelf) => [change(desk, shelf, table, id, fields, body)]
	});
}

/** Takes a record out of the book altogether, past the trash; only for what was never the rep's. */
export function withdraw(draft: Draft, table: Table, id: string): void {
	draft.wishes.push({
		do: 'rewrite',
		table,
		id,
		rewrite(_, shelf) {
			const versions = versionsIn(shelf, table);
			const body = tables[table].body ? bodyOf(shelf, id) : undefined;
			return versions.of(id).map(({ device, version }, index) => {
				versions.set(id, device, undefined);
				if (shelf.bodies) removeBody(shelf.bodies, id, device);
				const trace = { table, id, writer: device, before: version, after: undefined, made: false };
				return index === 0 && body !== undefined
					? { ...trace, body: { before: body, after: undefined } }
					: trace;
			});
		}
	});
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

function mostCommon(stamps: readonly (Stamp | undefined)[]): Stamp | undefined {
	const counts = new Map<Stamp, number>();
	for (const stamp of stamps) if (stamp) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}
