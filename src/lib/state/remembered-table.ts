// A kind of table, known by its heads, and what the rep settled about it.
import type { TableSettled } from '$lib/domain/contact-table';

export interface RememberedTable {
	readonly heads: readonly string[];
	readonly settled: TableSettled;
	/** Its first row is somebody; the heads are then letters. */
	readonly isHeadless?: boolean;
}

/** Whether two tables have the same columns in the same order. */
export function areSameHeads(one: readonly string[], other: readonly string[]): boolean {
	return one.length === other.length && one.every((head, index) => head === other[index]);
}
