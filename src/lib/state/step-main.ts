// What of a step tells what it was about, where it wrote to several tables.
import type { Table } from '$lib/domain/records/tables';
import { cellOf, type Version } from '$lib/domain/version';
import type { Step, Trace } from '$lib/store/change';

/** What stands for a step that wrote to several tables: the first of these it wrote to. */
const FIRST: readonly Table[] = [
	...(['note', 'touch', 'article', 'promise', 'thankYou', 'plan', 'gesture'] as const),
	...(['employment', 'moment', 'circle', 'fact', 'closeness', 'friendsAnswer', 'walk'] as const),
	...(['slot', 'person', 'notSame', 'settings', 'device', 'import'] as const)
];

/**
 * The traces a step is told by. A person on the way to the trash or back takes a place in the ten along, and
 * more where two were one.
 */
export function mainOf({ traces }: Step): readonly Trace[] {
	const moved = traces.filter(
		({ table, before, after }) => table === 'person' && isTrashed(before) !== isTrashed(after)
	);
	if (moved.length > 0) return moved;
	const table = FIRST.find((one) => traces.some((trace) => trace.table === one));
	return traces.filter((trace) => trace.table === table);
}

/** Whether a record was in the trash. */
export function isTrashed(version: Version | undefined): boolean {
	const value = version && cellOf(version, 'trashedAt')?.[0];
	return value !== undefined && value !== null;
}
