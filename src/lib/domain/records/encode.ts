// From a change to the fields that are stored; loaded with the first write.
import type { Json } from '$lib/domain/version';
import { MEMBER } from './decode';
import { tables, type Records, type Table } from './tables';

/**
 * The stored fields of a change to a record: sets become one field per member (`before` tells which
 * members have gone), a field that is undefined becomes `null`, the id and the body stay out.
 */
export function encodeChange<T extends Table>(
	table: T,
	change: Readonly<Record<string, unknown>>,
	before?: Records[T]
): Record<string, Json> {
	const { sets } = tables[table];
	const fields: Record<string, Json> = {};
	for (const [field, value] of Object.entries(change)) {
		if (field === 'id' || field === 'body') continue;
		if (!sets.includes(field)) {
			fields[field] = value === undefined ? null : (value as Json);
			continue;
		}
		const wanted = (value ?? []) as readonly string[];
		const held = ((before as Record<string, unknown> | undefined)?.[field] ??
			[]) as readonly string[];
		for (const member of wanted) if (!held.includes(member)) fields[field + MEMBER + member] = true;
		for (const member of held) if (!wanted.includes(member)) fields[field + MEMBER + member] = null;
	}
	return fields;
}
