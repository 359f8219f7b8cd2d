// Taking an import back, at once or after years: what nobody has touched since leaves the book, what
// somebody has gone on with goes to the trash, and nothing the rep wrote himself is lost.
import { canonicalJson } from '$lib/domain/canonical';
import type { ContactImport, FilledFields } from '$lib/domain/records/import';
import type { Person } from '$lib/domain/records/person';
import { peopleOf, tableNames, type AnyRecord, type Table } from '$lib/domain/records/tables';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { withdraw } from '$lib/store/rewrite';
import { write } from './writing';
import { wholeBook } from './whole-book';

/** What undoing an import did. */
export interface UndoneImport {
	/** How many people are out of the book altogether. */
	readonly removed: number;
	/** Who is in the trash instead, since the rep has gone on with them. */
	readonly kept: readonly string[];
}

interface Found {
	readonly table: Table;
	readonly record: AnyRecord;
}

/** Takes an import back; undefined when the book is read-only. It reads all years first. */
export async function undoImport(
	kith: Kith,
	record: ContactImport
): Promise<UndoneImport | undefined> {
	// An entry of an older year may be about somebody: no verdict before all years are here.
	await wholeBook(kith.book);
	const ours: Found[] = [];
	const goneOnWith = new Set<string>();
	for (const table of tableNames) {
		if (table === 'import') continue;
		for (const found of [...kith.book.all(table), ...kith.book.trashed(table)]) {
			const isOurs = found.batch === record.id;
			if (isOurs) ours.push({ table, record: found });
			if (isOurs && !isTouched(kith, table, found)) continue;
			if (isOurs && table === 'person') goneOnWith.add(found.id);
			for (const id of mentioned(found)) goneOnWith.add(id);
		}
	}
	const kept: string[] = [];
	let removed = 0;
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	const done = write(kith, (draft) => {
		for (const { table, record: found } of ours) {
			if (table === 'person' && !goneOnWith.has(found.id)) {
				withdraw(draft, table, found.id);
				removed++;
			} else if (table === 'person') {
				trash(kith, draft, found as Person, trashedAt);
				kept.push((found as Person).name);
			} else if (peopleOf(found).some((id) => isKept(kith, id, record.id, goneOnWith))) {
				// It stays with its person in the trash, and comes back with him.
				continue;
			} else if (isTouched(kith, table, found)) {
				draft.edit(table, found.id, { trashedAt });
			} else {
				withdraw(draft, table, found.id);
			}
		}
		for (const { to, fields } of record.filled ?? []) {
			const person = kith.book.get('person', to);
			if (person) draft.edit('person', to, without(person, fields));
		}
		withdraw(draft, 'import', record.id);
	});
	return done ? { removed, kept } : undefined;
}

/** Past imports, the latest first. */
export function importsOf(kith: Kith): ContactImport[] {
	return kith.live.all('import').toSorted((a, b) => (a.at < b.at ? 1 : -1));
}

/** Whether anything but the trash mark was written later than the record itself. */
function isTouched(kith: Kith, table: Table, { id }: AnyRecord): boolean {
	const cells = kith.book.cells(table, id);
	const made = cells.get('batch');
	for (const [field, { stamp }] of cells) {
		if (field !== 'trashedAt' && stamp !== made?.stamp) return true;
	}
	return false;
}

/** Everyone a record speaks of, be it in passing. */
function mentioned(record: AnyRecord): readonly string[] {
	const others = [
		'self' in record ? record.self : undefined,
		'introducedBy' in record ? record.introducedBy : undefined
	];
	return [...peopleOf(record), ...others.filter((id) => id !== undefined)];
}

function isKept(kith: Kith, id: string, batch: string, goneOnWith: ReadonlySet<string>): boolean {
	return goneOnWith.has(id) && kith.book.get('person', id)?.batch === batch;
}

function trash(kith: Kith, draft: Draft, person: Person, trashedAt: string): void {
	if (person.trashedAt === undefined) draft.edit('person', person.id, { trashedAt });
	for (const slot of kith.book.about('slot', person.id)) {
		if (slot.to === undefined) draft.edit('slot', slot.id, { to: kith.clock.today });
	}
}

/** The change that takes filled-in fields back, as far as they still are what was filled in. */
function without(person: Person, fields: FilledFields): Record<string, unknown> {
	const change: Record<string, unknown> = {};
	for (const [field, added] of Object.entries(fields)) {
		const held: unknown = person[field as keyof Person];
		if (Array.isArray(added) && Array.isArray(held)) {
			const gone = new Set(added.map(canonicalJson));
			const rest: unknown[] = held.filter((item) => !gone.has(canonicalJson(item)));
			if (rest.length < held.length) change[field] = rest.length > 0 ? rest : undefined;
		} else if (held === added) {
			change[field] = undefined;
		}
	}
	return change;
}
