// What a form changed: only that is written, so that what another device changed meanwhile stays.
import { canonicalJson } from './canonical';

/**
 * The fields of a change that differ from what the form began with; undefined when none does.
 * @param start the record as the form opened it
 * @param together fields that make sense only with one another: where one differs, all are kept
 */
export function changedFields<Change extends object>(
	start: object,
	change: Change,
	together: readonly (readonly (keyof Change & string)[])[] = []
): Partial<Change> | undefined {
	const differing = Object.entries(change).filter(
		([field, value]) => !isSame(value, (start as Record<string, unknown>)[field])
	);
	if (differing.length === 0) return undefined;
	const kept = new Set(differing.map(([field]) => field));
	for (const group of together) {
		if (group.some((field) => kept.has(field))) for (const field of group) kept.add(field);
	}
	return Object.fromEntries(
		Object.entries(change).filter(([field]) => kept.has(field))
	) as Partial<Change>;
}

function isSame(a: unknown, b: unknown): boolean {
	if (a === undefined || b === undefined) return a === b;
	return canonicalJson(a) === canonicalJson(b);
}
