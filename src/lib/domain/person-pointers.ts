// Where records name persons, and how they name another one instead. The list is checked by the compiler:
// a new field with a person in it that is missing here is an error.
import { canonicalJson } from './canonical';
import type { Id } from './id';
import type { Records, Table } from './records/tables';

type PersonId = Id<'person'>;

/** The fields of a record that hold a person's id or several; not its own id, nor where it was merged to. */
type PersonField<R> = R extends unknown
	? {
			[F in keyof R]-?: NonNullable<R[F]> extends PersonId | readonly PersonId[] ? F : never;
		}[keyof R]
	: never;

type Pointing = {
	readonly [T in Table]: Readonly<
		Record<Exclude<PersonField<Records[T]>, 'id' | 'mergedInto'>, true>
	>;
};

const pointing: Pointing = {
	person: { introducedBy: true },
	circle: { person: true, self: true },
	fact: { person: true },
	moment: { person: true },
	promise: { person: true },
	plan: { person: true },
	slot: { person: true },
	article: {},
	settings: {},
	device: {},
	touch: { people: true },
	note: { people: true },
	gesture: { person: true },
	thankYou: { person: true },
	import: {},
	walk: { passed: true },
	friendsAnswer: { asked: true, friends: true },
	employment: { person: true },
	closeness: { person: true },
	notSame: { people: true }
};

/** The fields of a table that name persons. */
export function pointersOf(table: Table): readonly string[] {
	return Object.keys(pointing[table]);
}

/** Every person a record names, be it in passing; not a person's own record. */
export function personsNamed<T extends Table>(table: T, record: Records[T]): PersonId[] {
	const held: Readonly<Record<string, unknown>> = { ...record };
	return pointersOf(table).flatMap((field) => (held[field] ?? []) as PersonId | PersonId[]);
}

/**
 * The change by which a record names other persons; undefined when it names none of those. Nobody is
 * named twice in a list, introduced by himself, or in his own circle as himself.
 * @param stays the person to be named instead of another; the same one for everybody else
 */
export function renaming<T extends Table>(
	table: T,
	record: Records[T],
	stays: (id: PersonId) => PersonId
): Record<string, unknown> | undefined {
	const held: Readonly<Record<string, unknown>> = { ...record };
	const change: Record<string, unknown> = {};
	for (const field of Object.keys(pointing[table])) {
		const value = held[field];
		const next = Array.isArray(value)
			? [...new Set((value as PersonId[]).map(stays))]
			: value === undefined
				? undefined
				: stays(value as PersonId);
		if (canonicalJson(next ?? null) !== canonicalJson(value ?? null)) change[field] = next;
	}
	if (table === 'import') renameFilled(record as Records['import'], stays, change);
	if (Object.keys(change).length === 0) return undefined;
	const after = { ...held, ...change };
	if (after['introducedBy'] === record.id) change['introducedBy'] = undefined;
	if (table === 'circle' && after['self'] === after['person']) change['self'] = undefined;
	return change;
}

/** Undoing an import takes from the one who stays what it had given to the other. */
function renameFilled(
	record: Records['import'],
	stays: (id: PersonId) => PersonId,
	change: Record<string, unknown>
): void {
	for (const field of ['filled', 'moved', 'left'] as const) {
		const all = record[field];
		if (!all?.some(({ to }) => stays(to) !== to)) continue;
		change[field] = all.map((one) => ({ ...one, to: stays(one.to) }));
	}
}
