// From fields to a record: nothing enters the app that its schema has not checked. The way back is encode.ts.
import * as v from 'valibot';
import type { Json } from '$lib/domain/version';
import { tables, type Records, type Table } from './tables';

/** Between the name of a set field and one of its members, as in `tags/dairy`. */
export const MEMBER = '/';

/** What was wrong with fields that are not a record. */
export interface Unreadable {
	readonly table: Table;
	readonly id: string;
	/** The field at fault, or '' when it is the record as a whole. */
	readonly field: string;
}

/** A record read, with what had to be left out of it; or why there is none. */
export type Decoded<T extends Table> =
	| { readonly ok: true; readonly record: Records[T]; readonly unreadable?: Unreadable }
	| { readonly ok: false; readonly unreadable: Unreadable };

/**
 * A frozen record from the merged fields of a document, a backup or an import. Cleared (`null`)
 * fields count as absent. One bad field does not hide the record: it is left out and named, unless
 * the record cannot be without it. Fields this version does not know, and bad ones, stay where they
 * are stored.
 * @param body the text of a record that has one
 */
export function decode<T extends Table>(
	table: T,
	id: string,
	fields: Readonly<Record<string, Json>>,
	body = ''
): Decoded<T> {
	const spec = tables[table];
	let input: Record<string, unknown> = { ...gatherSets(fields, spec.sets), id };
	let unreadable: Unreadable | undefined;
	for (;;) {
		const result = v.safeParse(spec.schema, input);
		if (result.success) {
			// A copy is read four times as fast as what the schema library gives out field by field.
			const record: Record<string, unknown> = { ...(result.output as object) };
			if (spec.body) record['body'] = body;
			deepFreeze(record);
			const found = { ok: true as const, record: record as unknown as Records[T] };
			return unreadable ? { ...found, unreadable } : found;
		}
		const key = result.issues[0].path?.[0]?.key;
		const field = typeof key === 'string' ? key : '';
		unreadable ??= { table, id, field };
		if (field === 'id' || !Object.hasOwn(input, field)) return { ok: false, unreadable };
		input = Object.fromEntries(Object.entries(input).filter(([name]) => name !== field));
	}
}

function gatherSets(
	fields: Readonly<Record<string, Json>>,
	sets: readonly string[]
): Record<string, unknown> {
	const input: Record<string, unknown> = {};
	const members = new Map<string, string[]>(sets.map((set) => [set, []]));
	for (const field in fields) {
		const value = fields[field];
		const cut = sets.length === 0 ? -1 : field.indexOf(MEMBER);
		const set = cut > 0 ? members.get(field.slice(0, cut)) : undefined;
		if (set) {
			if (value === true) set.push(field.slice(cut + 1));
		} else if (value !== null) {
			input[field] = value;
		}
	}
	for (const [set, names] of members) if (names.length > 0) input[set] = names.sort();
	return input;
}

/** Freezes all through. A list is walked by number: by name its places would become text first. */
function deepFreeze(value: object): void {
	const inners: readonly unknown[] = Array.isArray(value) ? value : Object.values(value);
	for (const inner of inners) {
		if (typeof inner === 'object' && inner !== null) deepFreeze(inner);
	}
	Object.freeze(value);
}
