// One side's part of the book: what carries its mark, and what was taken from notes that do.
import type { Pace } from '$lib/domain/backup';
import type { Owner } from '$lib/domain/records/field';
import type { AnyRecord, Records, Table } from '$lib/domain/records/tables';
import type { Doomed } from './erasing';
import type { Kith } from './kith.svelte';
import { ownedTables, type OwnedEntry } from './owners';

/** The tables with words of a note in them. */
export const takenTables = ['fact', 'gesture', 'circle', 'moment', 'promise'] as const;
export type TakenEntry = Doomed & { readonly table: (typeof takenTables)[number] };

/** What belongs to one side. */
export interface OneSide {
	readonly marked: readonly OwnedEntry[];
	/** Without a mark of their own, and taken from a note that is marked. */
	readonly taken: readonly TakenEntry[];
}

/** Records looked at between two looks at the clock. */
const PIECE = 200;

/** Gathers one side's part, the trash included, a piece at a time. */
export async function oneSide(kith: Kith, owner: Owner, pace: Pace): Promise<OneSide> {
	const marked: OwnedEntry[] = [];
	for (const table of ownedTables) {
		for await (const { id } of those(kith, table, pace, (one) => one.owner === owner)) {
			marked.push({ table, id });
		}
	}
	const notes = new Set<string>(marked.flatMap(({ table, id }) => (table === 'note' ? id : [])));
	const taken: TakenEntry[] = [];
	if (notes.size === 0) return { marked, taken };
	for (const table of takenTables) {
		for await (const { id } of those(kith, table, pace, (one) => isTakenFrom(one, notes))) {
			taken.push({ table, id });
		}
	}
	return { marked, taken };
}

/** The ids of the notes that are marked as one side's, the trash included. */
export async function notesMarked(
	kith: Kith,
	owner: Owner,
	pace: Pace
): Promise<ReadonlySet<string>> {
	const notes = new Set<string>();
	for await (const { id } of those(kith, 'note', pace, (note) => note.owner === owner))
		notes.add(id);
	return notes;
}

/** Whether a record holds words of one of these notes, and has no mark of its own. */
export function isTakenFrom(record: AnyRecord, notes: ReadonlySet<string>): boolean {
	const { owner, note } = record as { readonly owner?: Owner; readonly note?: string };
	return owner === undefined && note !== undefined && notes.has(note);
}

async function* those<T extends Table>(
	{ book }: Kith,
	table: T,
	pace: Pace,
	isOne: (record: Records[T]) => boolean
): AsyncGenerator<Records[T]> {
	for (const records of [book.all(table), book.trashed(table)]) {
		for (const [index, record] of records.entries()) {
			if (index % PIECE === 0) await pace(index, records.length);
			if (isOne(record)) yield record;
		}
	}
}
