// What an import will write: who is new, who is filled in with what, and how much that is. It reads the
// book only, in pieces.
import type { Pace } from '$lib/domain/backup';
import type { ContactDraft } from '$lib/domain/contact-draft';
import { filledBetween, fillIn } from '$lib/domain/fill-in';
import type { Id } from '$lib/domain/id';
import type { ImportRow } from '$lib/domain/import-row';
import type { Employment } from '$lib/domain/records/employment';
import type { ContactImport, FilledFields } from '$lib/domain/records/import';
import { heldContact } from './contact-looks';
import { fieldsAfter, oldPostOf } from './employment';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';

/** What becomes of a row: a new person, what somebody known lacks, or that and his new job. */
export interface ChosenRow {
	readonly row: ImportRow;
	readonly as: 'person' | 'filling' | 'move';
}

/** Somebody who is not in the book yet. */
export interface NewPerson {
	readonly id: Id<'person'>;
	readonly contact: ContactDraft;
}

/** Somebody of the book, and what he is given. */
export interface Filling {
	readonly to: Id<'person'>;
	readonly fields: FilledFields;
	/** What he is before he is filled in; the new job counts already. */
	readonly before: ContactDraft;
	readonly after: ContactDraft;
	/** The new job, as the record of the import keeps it. */
	readonly moved?: Moved;
	/** The job he had, to be kept as an earlier one. */
	readonly oldPost?: Employment;
}

/** A new job as the record of the import keeps it. */
export type Moved = Omit<NonNullable<ContactImport['moved']>[number], 'to'>;

/** All an import will write. */
export interface ImportPlan {
	readonly people: readonly NewPerson[];
	readonly fillings: readonly Filling[];
	/** How many records it adds. */
	readonly records: number;
	/** Who a contact of the file has become, by its UID. */
	readonly idOfUid: ReadonlyMap<string, Id<'person'>>;
}

/** What is written around a person. */
export type Around = Pick<ContactDraft, (typeof kindsAround)[number]>;

const kindsAround = [
	'circle',
	'moments',
	'notes',
	'touches',
	'gestures',
	'promises',
	'facts'
] as const;

interface Filled {
	before: ContactDraft;
	after: ContactDraft;
	moved?: Moved;
	oldPost?: Employment;
}

/**
 * Sorts the chosen rows out. A filling whose person has gone in the meantime, or whose row was left
 * out, becomes a person after all.
 */
export async function planImport(
	kith: Kith,
	chosen: readonly ChosenRow[],
	pace: Pace
): Promise<ImportPlan> {
	const people = new Map<number, ContactDraft>();
	const filled = new Map<Id<'person'>, Filled>();
	/** Where a row has ended up, so that a later one can be filled into the same place. */
	const landed = new Map<number, number | Id<'person'>>();
	for (const [index, { row, as }] of chosen.entries()) {
		await pace(index, chosen.length);
		const who = as === 'person' || row.same?.who.in === 'trash' ? undefined : row.same?.who;
		const place = who?.in === 'file' ? landed.get(who.row) : who?.id;
		const contact = typeof place === 'number' ? people.get(place) : undefined;
		const known = typeof place === 'string' ? heldOf(kith, filled, place) : undefined;
		if (typeof place === 'number' && contact) {
			people.set(place, fillIn(contact, row.contact));
		} else if (known) {
			if (as === 'move') move(kith, known, place as Id<'person'>, row.contact);
			known.after = fillIn(known.after, row.contact);
		} else {
			people.set(row.number, row.contact);
		}
		landed.set(row.number, place !== undefined && (contact ?? known) ? place : row.number);
	}
	const ids = new Map([...people.keys()].map((row) => [row, kith.book.newId('person')]));
	const fillings = [...filled].flatMap(([to, { before, after, moved, oldPost }]): Filling[] => {
		const fields = filledBetween(before, after);
		const isMore = Object.keys(fields).length > 0 || sizeOf(aroundOf(after, before)) > 0;
		if (!isMore && !moved) return [];
		const move = { ...(moved ? { moved } : {}), ...(oldPost ? { oldPost } : {}) };
		return [{ to, fields, before, after, ...move }];
	});
	let records = people.size;
	for (const contact of people.values()) records += sizeOf(contact);
	for (const { before, after, oldPost } of fillings) {
		records += sizeOf(aroundOf(after, before)) + (oldPost ? 1 : 0);
	}
	const idOfUid = new Map<string, Id<'person'>>();
	for (const { row } of chosen) {
		const place = landed.get(row.number);
		const id = typeof place === 'number' ? ids.get(place) : place;
		if (row.contact.uid !== undefined && id) idOfUid.set(row.contact.uid, id);
	}
	const withIds = [...people].map(([row, contact]) => ({
		id: ids.get(row) as Id<'person'>,
		contact
	}));
	return { people: withIds, fillings, records, idOfUid };
}

/** What belongs around a person, as far as it was not there before. */
export function aroundOf(contact: ContactDraft, before?: ContactDraft): Around {
	const rest = (kind: keyof Around) => contact[kind]?.slice(before?.[kind]?.length ?? 0) ?? [];
	return Object.fromEntries(kindsAround.map((kind) => [kind, rest(kind)])) as unknown as Around;
}

/** How many records are written for what is around a person. */
export function sizeOf(around: Around): number {
	let size = around.touches?.filter(({ note }) => note !== undefined).length ?? 0;
	for (const kind of kindsAround) size += around[kind]?.length ?? 0;
	return size;
}

/** A person of the book as a contact, to be filled in. */
function heldOf(
	kith: Kith,
	filled: Map<Id<'person'>, Filled>,
	id: Id<'person'>
): Filled | undefined {
	const found = filled.get(id);
	if (found) return found;
	const before = heldContact(kith, id);
	if (!before) return undefined;
	const held: Filled = { before, after: before };
	filled.set(id, held);
	return held;
}

/** Gives somebody the job of a row, once: a second row of the import only fills in. */
function move(kith: Kith, held: Filled, to: Id<'person'>, contact: ContactDraft): void {
	const person = kith.book.get('person', to);
	const { company, title } = contact;
	if (!person || company === undefined || held.moved) return;
	const now = title === undefined ? { company } : { company, title };
	const { moved: told, changed } = movedBy(person, now);
	held.moved = told;
	const oldPost = oldPostOf(kith, person, now);
	if (oldPost) held.oldPost = oldPost;
	const moved = defined({ ...held.before, ...changed }) as unknown as ContactDraft;
	// What an earlier row has filled in stays filled in.
	held.after = fillIn(moved, held.after);
	held.before = moved;
}

/** A new job as the record of the import keeps it, and the fields it changes. */
export function movedBy(person: Person, now: Moved['now']) {
	const changed = fieldsAfter(person, now);
	const fields = (Object.keys(changed) as (keyof typeof changed)[]).map(
		(field) => [field, person[field]] as const
	);
	const moved: Moved = {
		now,
		before: defined(Object.fromEntries(fields)),
		after: defined(changed)
	};
	return { moved, changed };
}

/** Without the fields that are not there. */
function defined(fields: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
	return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}
