// Which records came with whom when people become one, noted so that they can be told apart later.
import type { Id } from '$lib/domain/id';
import type { Book } from '$lib/store/book';
import type { Named } from './merge-records';
import type { Mark } from './merge-mark';

type PersonId = Id<'person'>;

/** What to note of each who goes: always the places in imports; all records only where several go. */
export function stepsOf(
	book: Book,
	named: readonly Named[],
	into: ReadonlyMap<PersonId, PersonId>
): Map<PersonId, Pick<Mark, 'of' | 'imports'>> {
	const all = new Map<
		PersonId,
		{ of: string[]; imports: Record<string, Record<string, number[]>> }
	>();
	for (const id of into.keys()) all.set(id, { of: [], imports: {} });
	for (const { table, id } of named) {
		const record = book.get(table, id);
		if (!record) continue;
		const words = JSON.stringify(record);
		for (const [who, came] of all) if (words.includes(`"${who}"`)) came.of.push(id);
		if (!('files' in record)) continue;
		for (const field of ['filled', 'moved', 'left'] as const) {
			for (const [at, { to }] of (record[field] ?? []).entries()) {
				const places = all.get(to)?.imports;
				if (places) ((places[id] ??= {})[field] ??= []).push(at);
			}
		}
	}
	return new Map(
		[...all].map(([id, { of, imports }]) => [
			id,
			{
				...(into.size > 1 ? { of } : {}),
				...(Object.keys(imports).length > 0 ? { imports } : {})
			}
		])
	);
}
