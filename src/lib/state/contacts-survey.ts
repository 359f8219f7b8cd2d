// What of an import is in the book, and who of its people has been gone on with.
import type { Pace } from '$lib/domain/backup';
import { canonicalJson } from '$lib/domain/canonical';
import { timeOfStamp } from '$lib/domain/hlc';
import { personsNamed, pointersOf } from '$lib/domain/person-pointers';
import type { Person } from '$lib/domain/records/person';
import { peopleOf, tableNames, type AnyRecord, type Table } from '$lib/domain/records/tables';
import type { Cell } from '$lib/domain/version';
import type { Kith } from './kith.svelte';
import { mergedIds, standsFor } from './merged';

/** A merge is written in one go; so long around its mark it may be. */
const ONE_GO_MS = 2_000;

/** Of records that say the same, merging leaves one. */
const saidOnce: readonly Table[] = ['moment', 'fact', 'employment'];

/** A record of the import. */
export interface Found {
	readonly table: Table;
	readonly record: AnyRecord;
}

/** All of an import that is in the book. */
export interface Survey {
	readonly people: readonly Person[];
	/** What is around each of them. */
	readonly around: ReadonlyMap<string, readonly Found[]>;
	/** What it added to people who were there before. */
	readonly others: readonly Found[];
	/** Records of the import as nobody has touched them since; naming who stands for somebody is no touch. */
	readonly untouched: ReadonlySet<AnyRecord>;
	/** Everyone that something else in the book speaks of. */
	readonly mentioned: ReadonlySet<string>;
	/** Those of its people who are one with somebody not of it, whichever record stayed. */
	readonly merged: ReadonlySet<string>;
	/** The records that went into each who stands for them. */
	readonly intoOne: ReadonlyMap<string, ReadonlySet<string>>;
	/** Whether merging put a record of the rep's own away that said the same. */
	readonly isOnlyOne: (table: Table, record: AnyRecord) => boolean;
	readonly records: number;
}

/** Looks for all of an import, and for whatever in the book speaks of its people. */
export async function surveyOf(kith: Kith, batch: string, pace: Pace): Promise<Survey> {
	const { book } = kith;
	const people: Person[] = [];
	const rest: Found[] = [];
	const untouched = new Set<AnyRecord>();
	const mentioned = new Set<string>();
	const saidTwice = new Set<string>();
	const intoOne = groupsIn(kith);
	const marks = [...intoOne.values()].flatMap((ids) =>
		[...ids].flatMap((id) => book.cells('person', id).get('mergedInto') ?? [])
	);
	const lists = tableNames
		.filter((table) => table !== 'import')
		.map((table) => ({ table, records: [...book.all(table), ...book.trashed(table)] }));
	const many = lists.reduce((sum, { records }) => sum + records.length, 0);
	let done = 0;
	for (const { table, records } of lists) {
		const isSaidOnce = marks.length > 0 && saidOnce.includes(table);
		for (const found of records) {
			if (++done % 16 === 0) await pace(done, many);
			if (found.batch === batch) {
				if (table === 'person') people.push(found as Person);
				else rest.push({ table, record: found });
				if (!isTouched(book, table, found, marks)) {
					untouched.add(found);
					continue;
				}
			} else if (isSaidOnce && found.trashedAt !== undefined) {
				saidTwice.add(wordsOf(table, found));
			}
			for (const id of personsNamed(table, found)) mentioned.add(id);
		}
	}
	const around = new Map<string, Found[]>(people.map(({ id }) => [id, []]));
	const others: Found[] = [];
	for (const found of rest) {
		const [first] = peopleOf(found.record).filter((id) => around.has(id));
		(first === undefined ? others : (around.get(first) ?? others)).push(found);
	}
	const merged = new Set<string>();
	for (const ids of intoOne.values()) {
		const ours = [...ids].filter((id) => around.has(id));
		for (const id of ours) (ours.length < ids.size ? merged : mentioned).add(id);
	}
	return {
		...{ people, around, others, untouched, mentioned, merged, intoOne },
		isOnlyOne: (table, record) => saidTwice.has(wordsOf(table, record)),
		records: people.length + rest.length
	};
}

/** Whether the rep has gone on with somebody: changed him, or written anything that speaks of him. */
export function isGoneOnWith({ book }: Kith, id: string, survey: Survey): boolean {
	const { mentioned, untouched } = survey;
	const person = book.get('person', id);
	if (mentioned.has(id) || !person || !untouched.has(person)) return true;
	return tableNames.some((table) => book.about(table, id).some((each) => !untouched.has(each)));
}

/** Who became one, by who stands for them; that one is among them. */
function groupsIn(kith: Kith): Map<string, Set<string>> {
	const groups = new Map<string, Set<string>>();
	for (const id of mergedIds(kith)) {
		const stands = standsFor(kith, id);
		if (stands === id) continue;
		const group = groups.get(stands) ?? new Set([stands]);
		groups.set(stands, group.add(id));
	}
	return groups;
}

/** Whether anything was written later than the record itself, but the trash mark and what merging renames. */
function isTouched(
	book: Kith['book'],
	table: Table,
	{ id }: AnyRecord,
	marks: readonly Cell[]
): boolean {
	const cells = book.cells(table, id);
	const made = cells.get('batch');
	for (const [field, cell] of cells) {
		if (field === 'trashedAt' || cell.stamp === made?.stamp) continue;
		const isRenamed = table !== 'person' && pointersOf(table).includes(field);
		if (!isRenamed || !marks.some((mark) => isOneGo(mark, cell))) return true;
	}
	return false;
}

function isOneGo(mark: Cell, cell: Cell): boolean {
	if (cell.device !== mark.device) return false;
	return Math.abs(timeOfStamp(cell.stamp) - timeOfStamp(mark.stamp)) <= ONE_GO_MS;
}

function wordsOf(table: Table, record: AnyRecord): string {
	if (!saidOnce.includes(table)) return '';
	const { id: _, batch: __, trashedAt: ___, ...says } = record;
	return `${table} ${canonicalJson({ ...says, note: undefined })}`;
}
