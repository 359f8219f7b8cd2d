// Two records that became one part again, also long after: the one in the trash comes back as it was, with what
// the merge had brought along, and both are remembered as not the same.
import type { Id } from '$lib/domain/id';
import { timeOfStamp } from '$lib/domain/hlc';
import type { Fact } from '$lib/domain/records/fact';
import type { Slot } from '$lib/domain/records/slot';
import { tableNames, type AnyRecord, type Table } from '$lib/domain/records/tables';
import type { Cell } from '$lib/domain/version';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { idOfWords } from './merge-people';
import { labelsOfApart } from './merge-words';
import { standsInstead } from './merged';
import { wholeBook } from './whole-book';
import { write } from './writing';

type PersonId = Id<'person'>;

/** A merge is written in one go; so long around its mark it may be. */
const ONE_GO_MS = 2_000;

/**
 * Parts a record from the one it went to. Promises, facts, days and the like that came along go back with
 * it; notes and touches are with both from then on, since they may be about both. Where several records
 * went in one step nobody can tell what came with which, and it all stays. Reads all years first.
 * @returns false when there is nothing to part, or the book is read-only
 */
export async function partAgain(kith: Kith, id: PersonId): Promise<boolean> {
	const { book } = kith;
	await wholeBook(book);
	const person = book.get('person', id);
	const kept = standsInstead(kith, id);
	const merge = book.cells('person', id).get('mergedInto');
	if (!person || !kept || !merge) return false;
	const alone = book
		.trashed('person')
		.every(
			(other) => other.id === id || !isOf(merge, book.cells('person', other.id).get('mergedInto'))
		);
	const name = book.get('person', kept)?.name ?? '';
	return write(
		kith,
		(draft) => {
			const change = { trashedAt: undefined, mergedInto: undefined, mergedAs: undefined };
			draft.edit('person', id, change);
			draft.add('notSame', { id: book.newId('notSame'), people: [kept, id] });
			if (!alone) return;
			takeFrom(kith, draft, merge, kept, id);
			giveBack(kith, draft, merge, kept, id);
		},
		`${person.name} and ${name} are two again. Notes that came along are with both`
	);
}

function giveBack(kith: Kith, draft: Draft, merge: Cell, kept: PersonId, id: PersonId): void {
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	for (const table of tableNames) {
		if (table === 'notSame') continue;
		for (const record of kith.book.about(table, kept)) {
			const cells = kith.book.cells(table, record.id);
			if ('people' in record && isOf(merge, cells.get('people'))) {
				edit(draft, table, record.id, { people: [...new Set([...record.people, id])] });
			} else if (table === 'fact' && isOf(merge, cells.get('text'))) {
				// Words of the merge itself, which the record says again by now; the other's own stay.
				const isIts = record.id === idOfWords(id, record as Fact);
				if (isIts) edit(draft, table, record.id, { trashedAt });
			} else if ('person' in record && isOf(merge, cells.get('person'))) {
				edit(draft, table, record.id, { person: id, ...seatAgain(kith, record, cells, merge) });
			} else if (table === 'slot') {
				const change = seatAgain(kith, record, cells, merge);
				if ('to' in change) edit(draft, table, record.id, change);
			}
		}
		// What said the same twice went to the trash with the merge.
		for (const record of kith.book.trashed(table)) {
			if (!('person' in record) || record.person !== kept) continue;
			const cells = kith.book.cells(table, record.id);
			if (!isOf(merge, cells.get('person')) || !isOf(merge, cells.get('trashedAt'))) continue;
			edit(draft, table, record.id, { person: id, trashedAt: undefined });
		}
	}
}

/** What the one who stayed had taken over goes, and what had given way to it stands again. */
function takeFrom(kith: Kith, draft: Draft, merge: Cell, kept: PersonId, id: PersonId): void {
	const { book } = kith;
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	const cells = book.cells('person', kept);
	const taken: Readonly<Record<string, unknown>> = { ...book.get('person', id) };
	const held: Readonly<Record<string, unknown>> = { ...book.get('person', kept) };
	const change: Record<string, unknown> = {};
	for (const field of ['name', 'company', 'title'] as const) {
		if (!isOf(merge, cells.get(field)) || held[field] !== taken[field]) continue;
		const before = book.about('fact', kept).find((fact) => {
			const isOwn = fact.label === labelsOfApart[field] && fact.id === idOfWords(kept, fact);
			return isOwn && isOf(merge, book.cells('fact', fact.id).get('text'));
		});
		if (before) edit(draft, 'fact', before.id, { trashedAt });
		if (before || field !== 'name') change[field] = before?.text;
	}
	for (const field of ['nickname', 'since', 'cadence', 'introducedBy'] as const) {
		const isTaken = held[field] !== undefined && held[field] === taken[field];
		if (isTaken && isOf(merge, cells.get(field))) change[field] = undefined;
	}
	if (Object.keys(change).length > 0) edit(draft, 'person', kept, change);
}

/** A place in the ten that the merge ended is taken again, where it is free. */
function seatAgain(
	{ book, ten }: Kith,
	record: AnyRecord,
	cells: ReadonlyMap<string, Cell>,
	merge: Cell
): Partial<Record<keyof Slot, undefined>> {
	const slot = book.get('slot', record.id);
	if (!slot || !isOf(merge, cells.get('to'))) return {};
	return ten.seating.seats[slot.place - 1] === undefined ? { to: undefined } : {};
}

/** Whether a cell was written along with a merge. */
function isOf(merge: Cell, cell: Cell | undefined): boolean {
	if (cell?.device !== merge.device) return false;
	return Math.abs(timeOfStamp(cell.stamp) - timeOfStamp(merge.stamp)) <= ONE_GO_MS;
}

function edit(
	draft: Draft,
	table: Table,
	id: string,
	change: Readonly<Record<string, unknown>>
): void {
	draft.wishes.push({ do: 'edit', table, id, change });
}
