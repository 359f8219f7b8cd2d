// Two records that became one part again, also long after: each is as it was before, with what was about it,
// and both are remembered as not the same.
import { canonicalJson } from '$lib/domain/canonical';
import type { Id } from '$lib/domain/id';
import { timeOfStamp } from '$lib/domain/hlc';
import type { Apart } from '$lib/domain/person-merge';
import type { Fact } from '$lib/domain/records/fact';
import { MEMBER } from '$lib/domain/records/decode';
import type { Person } from '$lib/domain/records/person';
import type { Slot } from '$lib/domain/records/slot';
import { tableNames, type AnyRecord, type Records, type Table } from '$lib/domain/records/tables';
import { cellOf, fieldsOf, type Cell, type Json } from '$lib/domain/version';
import type { Draft } from '$lib/store/change';
import { versionOf } from '$lib/store/rewrite';
import { versionsIn } from '$lib/store/write';
import { deviceOfWriter } from '$lib/store/writer';
import type { Kith } from './kith.svelte';
import { isOfRecord } from './merge-facts';
import { marksOn, type Mark } from './merge-mark';
import { Changes } from './merge-records';
import { labelsOfApart } from './merge-labels';
import { factOfApart } from './merge-words';
import { standsInstead } from './merged';
import { wholeBook } from './whole-book';
import { write } from './writing';

type PersonId = Id<'person'>;
type Fields = Readonly<Record<string, unknown>>;

/** A merge is written in one go; so long after its mark it may last. */
const ONE_GO_MS = 2_000;
/** Where records name one person, and where they name several. */
const ONE = ['person', 'introducedBy', 'self'] as const;
const SEVERAL = ['people', 'passed', 'asked', 'friends'] as const;

/** What is known of the merge that is taken apart. */
interface Parting {
	readonly id: PersonId;
	readonly kept: PersonId;
	readonly merge: Cell;
	/** Whether this very writer merged. */
	readonly isOwn: boolean;
	/** When the merge began. */
	readonly from: number;
	readonly mark: Mark | undefined;
	/** Whether others went in the same step, and what came with them. */
	readonly isAlone: boolean;
	readonly others: ReadonlySet<string>;
}

/**
 * Parts a record from the one it went to. Promises, facts, days and the like that came along go back with
 * it; notes and touches are with both from then on, since they may be about both. The one who stayed is as
 * before, but for what was changed since. Reads all years first.
 * @returns false when there is nothing to part, or the book is read-only
 */
export async function partAgain(kith: Kith, id: PersonId): Promise<boolean> {
	const { book } = kith;
	await wholeBook(book);
	const person = book.get('person', id);
	const kept = standsInstead(kith, id);
	const merge = book.cells('person', id).get('mergedInto');
	if (!person || !kept || !merge) return false;
	const parting = partingOf(kith, person, kept, merge);
	const changes = new Changes();
	const back = new Map<string, unknown>();
	changes.add('person', id, { trashedAt: undefined, mergedInto: undefined, mergedAs: undefined });
	const isDirect = merge.value === kept && (parting.isAlone || parting.mark?.of !== undefined);
	const shared = isDirect ? giveBack(kith, changes, parting) : 0;
	if (isDirect) restoreKept(kith, changes, parting, person, back);
	const keptName = book.get('person', kept)?.name ?? '';
	const name =
		(back.get('name') as string | undefined) ??
		changes.after(book.get('person', kept) ?? person).name;
	const rest = !isDirect
		? `. What was written stays with ${keptName}`
		: shared > 0
			? '. Notes and calls that came along are with both'
			: '';
	return write(
		kith,
		(draft) => {
			takeBack(draft, parting, back);
			changes.writeTo(draft);
			draft.add('notSame', { id: book.newId('notSame'), people: [kept, id] });
		},
		`${person.name} and ${name} are two again${rest}`
	);
}

function partingOf({ book }: Kith, person: Person, kept: PersonId, merge: Cell): Parting {
	const { id } = person;
	const markOf = (one: PersonId): Mark | undefined =>
		marksOn(book, one).find(({ writer }) => writer === merge.device)?.mark;
	const from = Math.max(
		Date.parse(person.trashedAt ?? '') || 0,
		timeOfStamp(merge.stamp) - ONE_GO_MS
	);
	const along = book.trashed('person').filter((other) => {
		const cell = book.cells('person', other.id).get('mergedInto');
		return other.id !== id && isOf({ merge, from }, cell);
	});
	const others = new Set(along.flatMap((other) => markOf(other.id)?.of ?? []));
	const isOwn = deviceOfWriter(merge.device) === book.device;
	return { id, kept, merge, isOwn, from, mark: markOf(id), isAlone: along.length === 0, others };
}

/** @returns how many notes and the like are with both from now on */
function giveBack(kith: Kith, changes: Changes, parting: Parting): number {
	const { book } = kith;
	let shared = 0;
	for (const table of tableNames) {
		for (const record of [...book.all(table), ...book.trashed(table)]) {
			const change = givenBack(kith, parting, table, record);
			if (Object.keys(change).length === 0) continue;
			if ('people' in change && table !== 'notSame') shared++;
			changes.add(table, record.id, change);
		}
	}
	for (const [id, fields] of Object.entries(parting.mark?.imports ?? {})) {
		const record = book.get('import', id);
		if (!record) continue;
		for (const field of ['filled', 'moved', 'left'] as const) {
			const places = new Set(fields[field] ?? []);
			if (places.size === 0) continue;
			const list = record[field]?.map((one, at) =>
				places.has(at) && one.to === parting.kept ? { ...one, to: parting.id } : one
			);
			changes.add('import', id, { [field]: list });
		}
	}
	return shared;
}

function givenBack(kith: Kith, parting: Parting, table: Table, record: AnyRecord): Fields {
	const { id, kept, mark, others } = parting;
	const held: Fields = { ...record };
	if (record.id === kept || record.id === id) return {};
	const named = [...ONE, ...SEVERAL].filter((field) => {
		const value = held[field];
		return value === kept || value === id || (Array.isArray(value) && value.includes(kept));
	});
	if (named.length === 0) return {};
	const cells = kith.book.cells(table, record.id);
	const isIts = mark?.of === undefined || mark.of.includes(record.id);
	const change: Record<string, unknown> = {};
	if (table === 'fact' && isOf(parting, cells.get('text'))) {
		// Words of the merge itself: those of either record are said by it again.
		return {};
	}
	for (const field of named) {
		const value = held[field];
		// Of a set each member is a cell; so it is known who was in it.
		const its = cells.get(`${field}${MEMBER}${id}`);
		if (!isIts || !isOf(parting, cells.get(field) ?? its)) continue;
		const isNew = its !== undefined && isOf(parting, cells.get(`${field}${MEMBER}${kept}`));
		const left = Array.isArray(value)
			? (value as string[]).filter((one) => !isNew || one !== kept)
			: [];
		change[field] = Array.isArray(value) ? [...new Set([...left, id])] : id;
	}
	const isTrashedByIt = table !== 'notSame' && isOf(parting, cells.get('trashedAt'));
	if (held['trashedAt'] !== undefined && isTrashedByIt && (isIts || !others.has(record.id))) {
		change['trashedAt'] = undefined;
	}
	if (table === 'moment' && isOf(parting, cells.get('sensitive'))) change['sensitive'] = undefined;
	if (table === 'slot') Object.assign(change, seatAgain(kith, record, cells, parting));
	return change;
}

/** The one who stayed is as he was; facts go that say what one of the two says again. */
function restoreKept(
	{ book, clock }: Kith,
	changes: Changes,
	parting: Parting,
	person: Person,
	back: Map<string, unknown>
): void {
	const kept = book.get('person', parting.kept);
	if (!kept) return;
	const [held, taken]: [Fields, Fields] = [{ ...kept }, { ...person }];
	const cells = book.cells('person', kept.id);
	for (const [field, was] of Object.entries(parting.mark?.before ?? {})) {
		const [now, its] = [held[field], taken[field]];
		const isUntouched = isOf(parting, cells.get(field));
		const isSame = canonicalJson(now ?? null) === canonicalJson(its ?? null);
		if (isUntouched && (parting.isAlone || (!Array.isArray(now) && isSame))) {
			if (field !== 'tags' && parting.isOwn) back.set(field, was);
			else changes.add('person', kept.id, { [field]: was ?? undefined });
		} else if (Array.isArray(now) && Array.isArray(its)) {
			const [mine, theirs] = [
				new Set((was as unknown[] | null)?.map(keyOf)),
				new Set(its.map(keyOf))
			];
			const left = now.filter((one) => mine.has(keyOf(one)) || !theirs.has(keyOf(one)));
			changes.add('person', kept.id, { [field]: left.length > 0 ? left : undefined });
		}
	}
	const trashedAt = new Date(clock.exactly()).toISOString();
	const days = [kept.id, person.id].flatMap((id) => [...book.about('moment', id)]);
	const hasDays = days.some(({ kind }) => kind === 'birthday');
	for (const fact of book.about('fact', kept.id)) {
		const owner = [{ ...changes.after(kept), ...Object.fromEntries(back) } as Person, person].find(
			({ id }) => isOfRecord(id, kept.id, fact)
		);
		if (!owner) continue;
		const isOfMerge = isOf(parting, book.cells('fact', fact.id).get('text'));
		const isDay = !Object.values(labelsOfApart).includes(fact.label ?? '') && hasDays && isOfMerge;
		if (isDay || says(book, owner, fact)) changes.add('fact', fact.id, { trashedAt });
	}
}

/**
 * On the device that merged, its own words on the one who stayed are taken back rather than written over:
 * what another device wrote meanwhile, and is not here yet, then shows.
 */
function takeBack(
	draft: Draft,
	{ kept, merge, mark }: Parting,
	back: ReadonlyMap<string, unknown>
): void {
	if (back.size === 0) return;
	draft.wishes.push({
		...{ do: 'rewrite', table: 'person', id: kept },
		rewrite(_, shelf) {
			const versions = versionsIn(shelf, 'person');
			const before = versions.get(kept, merge.device);
			if (!before) return [];
			const cells = new Map(fieldsOf(before).map((field) => [field, cellOf(before, field)]));
			for (const [field, was] of back) {
				const at = mark?.at?.[field];
				if (at) cells.set(field, [was as Json, at]);
				else cells.delete(field);
			}
			const after = versionOf(cells, before.h);
			versions.set(kept, merge.device, after);
			return [{ table: 'person', id: kept, writer: merge.device, before, after, made: false }];
		}
	});
}

/** Whether a record says what a fact keeps. */
function says(book: Kith['book'], person: Person, { label, text }: Fact): boolean {
	const held: Fields = { ...person };
	return (Object.keys(labelsOfApart) as Apart['field'][]).some((field) => {
		if (labelsOfApart[field] !== label || (held[field] ?? undefined) === undefined) return false;
		const words = factOfApart({ field, value: held[field] } as Apart, (id) => {
			return book.get('person', id)?.name;
		});
		return words?.text === text;
	});
}

/** By what two entries of a list are the same. */
function keyOf(one: unknown): string {
	const value = typeof one === 'object' && one !== null && 'value' in one ? one.value : one;
	return canonicalJson(value);
}

/** A place in the ten that the merge ended is taken again, where it is free. */
function seatAgain(
	{ book, ten }: Kith,
	record: AnyRecord,
	cells: ReadonlyMap<string, Cell>,
	parting: Parting
): Partial<Record<keyof Slot, undefined>> {
	const slot: Records['slot'] | undefined = book.get('slot', record.id);
	if (!slot || slot.to === undefined || !isOf(parting, cells.get('to'))) return {};
	return ten.seating.seats[slot.place - 1] === undefined ? { to: undefined } : {};
}

/** Whether a cell was written along with a merge. */
function isOf({ merge, from }: Pick<Parting, 'merge' | 'from'>, cell: Cell | undefined): boolean {
	if (cell?.device !== merge.device) return false;
	const at = timeOfStamp(cell.stamp);
	return at >= from && at <= timeOfStamp(merge.stamp) + ONE_GO_MS;
}
