// How two readings of one record differ, field by field.
import { isSameValue } from './backup';
import type { AnyRecord } from './records/tables';
import type { Json } from './version';

/** One field that reads otherwise; undefined where there is nothing. */
export interface Difference {
	readonly field: string;
	readonly before: Json | undefined;
	readonly after: Json | undefined;
}

/** Fields the rep never sees. */
const HIDDEN = new Set(['id', 'editedAt', 'batch']);

/** The fields in which two readings of a record differ, those of the second one first. */
export function differences(before: AnyRecord | undefined, after: AnyRecord): Difference[] {
	const [old, now] = [before ?? {}, after] as unknown as Record<string, Json | undefined>[];
	const fields = new Set([...Object.keys(now ?? {}), ...Object.keys(old ?? {})]);
	return [...fields]
		.filter((field) => !HIDDEN.has(field) && !isSameValue(old?.[field], now?.[field]))
		.map((field) => ({ field, before: old?.[field], after: now?.[field] }));
}
