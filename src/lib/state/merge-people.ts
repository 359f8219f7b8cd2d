// The same person twice: two or more records become one, as one step that can be undone. It also holds
// where devices did it apart: see `settleMerged`.
import type { Id } from '$lib/domain/id';
import { groupsOf, mergedAs, nowIs, whoStays } from '$lib/domain/merged-into';
import { mergePerson, type Apart } from '$lib/domain/person-merge';
import type { Fact } from '$lib/domain/records/fact';
import type { Person } from '$lib/domain/records/person';
import { sha256Hex } from '$lib/domain/sha256';
import type { Draft } from '$lib/store/change';
import { Draft as NewDraft } from '$lib/store/change';
import { writeDraft } from '$lib/store/write';
import type { Kith } from './kith.svelte';
import { keepOneOfEach, keepOnePlace, renamePeople, Changes } from './merge-records';
import { mergersOf, partsOfMergers } from './merged-apart';
import { factOfApart } from './merge-words';
import { wholeBook } from './whole-book';
import { write } from './writing';

type PersonId = Id<'person'>;

/** The record that stands for somebody now; the same id for whoever was never merged. */
export function standsFor(kith: Kith, id: PersonId): PersonId {
	return nowIs(id, (one) => mergedInto(kith, one)?.mergedInto);
}

/**
 * Makes one of each pair, and of pairs that share somebody: the record with the smallest id stays, all
 * others go to the trash. Reads all years first. One step, undone together.
 * @param said what to tell the rep; the line then carries an Undo
 * @returns how many records went; undefined when the book is read-only
 */
export async function mergePeople(
	kith: Kith,
	pairs: readonly (readonly [PersonId, PersonId])[],
	said?: string
): Promise<number | undefined> {
	await wholeBook(kith.book);
	const here = pairs.filter((pair) => pair.every((id) => isHere(kith, id)));
	const into = new Map<PersonId, PersonId>();
	for (const group of groupsOf(here)) {
		const kept = whoStays(group);
		for (const id of group) if (id !== kept) into.set(id, kept);
	}
	if (into.size === 0) return 0;
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	const done = write(
		kith,
		(draft) => {
			const changes = new Changes();
			for (const [id, kept] of into) {
				const person = kith.book.get('person', id);
				if (!person) continue;
				takeOver(kith, draft, changes, kept, person);
				const mark = { mergedInto: kept, mergedAs: mergedAs(person, [kith.book.device]) };
				changes.add('person', id, { trashedAt, ...mark });
			}
			gather(kith, changes, (id) => into.get(id) ?? id, new Set(into.values()), trashedAt);
			changes.writeTo(draft);
		},
		said
	);
	return done ? into.size : undefined;
}

/**
 * Brings together what came from other devices after a merge, or from a merge made apart: records that
 * still name the one in the trash, and what was added to him. Devices that do this apart write the same.
 * @returns how many records it changed
 */
export async function settleMerged(kith: Kith): Promise<number> {
	const { book } = kith;
	if (book.isNewer) return 0;
	await wholeBook(book);
	const merged = book.trashed('person').filter(({ id }) => mergedInto(kith, id));
	if (merged.length === 0) return 0;
	const into = new Map<PersonId, PersonId>();
	for (const { id } of merged) {
		const kept = standsFor(kith, id);
		if (kept !== id && book.get('person', kept)) into.set(id, kept);
	}
	const draft = new NewDraft();
	const changes = new Changes();
	for (const [id, kept] of into) {
		const person = book.get('person', id);
		const mergers = mergersOf(book, id);
		if (!person || person.mergedAs === mergedAs(person, mergers)) continue;
		for (const part of partsOfMergers(book, id, kept)) takeOver(kith, draft, changes, kept, part);
		takeOver(kith, draft, changes, kept, person);
		changes.add('person', id, { mergedAs: mergedAs(person, mergers) });
	}
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	gather(kith, changes, (id) => into.get(id) ?? id, new Set(into.values()), trashedAt);
	changes.writeTo(draft);
	if (draft.wishes.length > 0) writeDraft(book, draft);
	return draft.wishes.length;
}

/** A person who is in the trash because of a merge: both marks were made in one go, and none since. */
function mergedInto({ book }: Kith, id: PersonId): Person | undefined {
	const person = book.get('person', id);
	if (person?.mergedInto === undefined || person.trashedAt === undefined) return undefined;
	const cells = book.cells('person', id);
	return cells.get('mergedInto')?.stamp === cells.get('trashedAt')?.stamp ? person : undefined;
}

function isHere({ book }: Kith, id: PersonId): boolean {
	const person = book.get('person', id);
	return person !== undefined && person.trashedAt === undefined;
}

function takeOver(kith: Kith, draft: Draft, changes: Changes, kept: PersonId, other: Person): void {
	const held = kith.book.get('person', kept);
	if (!held) return;
	const { change, apart } = mergePerson(changes.after(held), other);
	if (Object.keys(change).length > 0) changes.add('person', kept, change);
	for (const one of apart) keepApart(kith, draft, kept, other, one);
}

/** As a fact; devices that do it apart write one and the same, and one that was put away stays away. */
function keepApart(kith: Kith, draft: Draft, kept: PersonId, other: Person, apart: Apart): void {
	const words = factOfApart(apart, (id) => kith.book.get('person', id)?.name);
	if (!words) return;
	const id = idFor(other.id, words.label + words.text);
	const isKnown = kith.book.get('fact', id) !== undefined || kith.book.isErased(id);
	if (isKnown || draft.wishes.some((wish) => wish.do === 'add' && wish.record.id === id)) return;
	draft.add('fact', { id, person: kept, day: kith.clock.today, ...words });
}

function idFor(person: PersonId, words: string): Fact['id'] {
	const sum = sha256Hex(new TextEncoder().encode(`${person} ${words}`));
	const chance = (BigInt(`0x${sum}`) % 36n ** 8n).toString(36).padStart(8, '0');
	return (person.slice(0, -8) + chance) as Fact['id'];
}

function gather(
	{ book, clock }: Kith,
	changes: Changes,
	stays: (id: PersonId) => PersonId,
	people: ReadonlySet<PersonId>,
	trashedAt: string
): void {
	if (people.size === 0) return;
	const before = changes.size;
	renamePeople(book, changes, stays);
	keepOnePlace(book, changes, people, clock.today);
	// What is said twice without anything having come together is the rep's own business.
	if (changes.size > before) keepOneOfEach(book, changes, people, trashedAt);
}
