// The same person twice: two or more records become one, as one step that can be undone. It also holds
// where devices did it apart: see `settleMerged`.
import type { Id } from '$lib/domain/id';
import { withChosen, type MergeChoice } from '$lib/domain/merge-choice';
import { canonicalJson } from '$lib/domain/canonical';
import { groupsOf, mergedAs, whoStays } from '$lib/domain/merged-into';
import { mergePerson, type Apart } from '$lib/domain/person-merge';
import type { Fact } from '$lib/domain/records/fact';
import type { Person } from '$lib/domain/records/person';
import { sha256Hex } from '$lib/domain/sha256';
import type { Draft } from '$lib/store/change';
import { Draft as NewDraft } from '$lib/store/change';
import type { Book } from '$lib/store/book';
import type { Changed } from '$lib/store/shelf';
import { writeDraft } from '$lib/store/write';
import type { Kith } from './kith.svelte';
import {
	Changes,
	keepOneOfEach,
	dropSettledMarks,
	keepOnePlace,
	naming,
	renamePeople,
	type Named
} from './merge-records';
import { chooseBirthday } from './merge-birthday';
import { mergedIds, mergedInto, standsFor } from './merged';
import { mergersOf, partsOfMergers } from './merged-apart';
import { factOfApart } from './merge-words';
import { paceFor } from './pace';
import { wholeBook } from './whole-book';
import { write } from './writing';

type PersonId = Id<'person'>;

/** What was settled last in a book: who had gone where. */
const settled = new WeakMap<Book, string>();

/**
 * Makes one of each pair, and of pairs that share somebody: the record with the smallest id stays, all
 * others go to the trash. Reads all years first. One step, undone together.
 * @param said what to tell the rep; the line then carries an Undo
 * @param choice whose values stand, where the pairs are one person; what is not chosen is kept beside it
 * @returns how many records went; undefined when the book is read-only
 */
export async function mergePeople(
	kith: Kith,
	pairs: readonly (readonly [PersonId, PersonId])[],
	said?: string,
	choice?: MergeChoice
): Promise<number | undefined> {
	await wholeBook(kith.book);
	const here = pairs.filter((pair) => pair.every((id) => isHere(kith, id)));
	const into = new Map<PersonId, PersonId>();
	for (const group of groupsOf(here)) {
		const kept = whoStays(group);
		for (const id of group) if (id !== kept) into.set(id, kept);
	}
	if (into.size === 0) return 0;
	const named = await naming(kith.book, into, undefined, paceFor());
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	const done = write(
		kith,
		(draft) => {
			const changes = new Changes();
			if (choice) choose(kith, draft, changes, into, choice, trashedAt);
			for (const [id, kept] of into) {
				const person = kith.book.get('person', id);
				if (!person) continue;
				takeOver(kith, draft, changes, kept, person);
				const mark = { mergedInto: kept, mergedAs: mergedAs(person, [kith.book.device]) };
				changes.add('person', id, { trashedAt, ...mark });
			}
			gather(kith, changes, named, (id) => into.get(id) ?? id, into, trashedAt);
			changes.writeTo(draft);
		},
		said
	);
	return done ? into.size : undefined;
}

/**
 * Brings together what came from other devices after a merge, or from a merge made apart: records that
 * still name the one who went, and what was added to him. Devices that do this apart write the same.
 * Looks for it in pieces, so that the page stays alive.
 * @param only what has changed since it was done last; left out, all is looked through
 * @returns how many records it changed
 */
export async function settleMerged(kith: Kith, only?: Changed): Promise<number> {
	const { book } = kith;
	if (book.isNewer || mergedIds(kith).length === 0) return 0;
	await wholeBook(book);
	const pace = paceFor();
	const into = new Map<PersonId, PersonId>();
	let done = 0;
	for (const id of mergedIds(kith)) {
		const kept = keptHere(kith, id);
		if (kept !== id) into.set(id, kept);
		await pace(++done, done);
	}
	const state = [...into].join();
	const since = settled.get(book) === state ? only : undefined;
	const grown: PersonId[] = [];
	for (const id of into.keys()) {
		if (since && !since.get('person')?.has(id)) continue;
		if (hasGrown(kith, id)) grown.push(id);
		await pace(++done, done);
	}
	const named = await naming(book, into, since, pace);
	// From here on in one go: what was found is read once more, as it is by now.
	const [draft, changes] = [new NewDraft(), new Changes()];
	for (const id of grown) {
		const [person, kept] = [book.get('person', id), keptHere(kith, id)];
		if (!person || kept === id || !hasGrown(kith, id)) continue;
		for (const part of partsOfMergers(book, id, kept)) takeOver(kith, draft, changes, kept, part);
		takeOver(kith, draft, changes, kept, person);
		changes.add('person', id, { mergedAs: mergedAs(person, mergersOf(book, id)) });
	}
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	const stays = (id: PersonId): PersonId => (into.has(id) ? keptHere(kith, id) : id);
	gather(kith, changes, named, stays, into, trashedAt);
	changes.writeTo(draft);
	if (draft.wishes.length > 0) writeDraft(book, draft);
	settled.set(book, state);
	return draft.wishes.length;
}

/** Who stands for somebody, where that record is here; else the same id. */
function keptHere(kith: Kith, id: PersonId): PersonId {
	const kept = standsFor(kith, id);
	return kith.book.get('person', kept) ? kept : id;
}

/** Whether a merged record says more than was taken over from it. */
function hasGrown(kith: Kith, id: PersonId): boolean {
	const person = kith.book.get('person', id);
	if (!person || mergedInto(kith, id) === undefined) return false;
	return person.mergedAs !== mergedAs(person, mergersOf(kith.book, id));
}

function isHere({ book }: Kith, id: PersonId): boolean {
	const person = book.get('person', id);
	return person !== undefined && person.trashedAt === undefined;
}

/** Writes what was chosen as the rep's own edit of the one who stays; what it had itself is kept beside it. */
function choose(
	kith: Kith,
	draft: Draft,
	changes: Changes,
	into: ReadonlyMap<PersonId, PersonId>,
	choice: MergeChoice,
	trashedAt: string
): void {
	for (const kept of new Set(into.values())) {
		const ids = [kept, ...[...into].flatMap(([id, to]) => (to === kept ? [id] : []))];
		const people = ids.flatMap((id) => kith.book.get('person', id) ?? []);
		const held = kith.book.get('person', kept);
		if (!held) continue;
		const chosen = withChosen(held, people, choice);
		const { change, apart } = mergePerson(chosen, held);
		const after: Readonly<Record<string, unknown>> = { ...chosen, ...change };
		const before: Readonly<Record<string, unknown>> = { ...held };
		for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
			if (canonicalJson(before[field] ?? null) === canonicalJson(after[field] ?? null)) continue;
			changes.add('person', kept, { [field]: after[field] });
		}
		for (const one of apart) keepApart(kith, draft, kept, held, one);
		const days = chooseBirthday(kith, changes, ids, choice.birthday, trashedAt);
		for (const { person, words } of days) {
			keepWords(kith, draft, kept, person, words);
		}
	}
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
	if (words) keepWords(kith, draft, kept, other.id, words);
}

function keepWords(
	kith: Kith,
	draft: Draft,
	kept: PersonId,
	other: PersonId,
	words: { readonly label: string; readonly text: string }
): void {
	const id = idOfWords(other, words);
	const isKnown = kith.book.get('fact', id) !== undefined || kith.book.isErased(id);
	if (isKnown || draft.wishes.some((wish) => wish.do === 'add' && wish.record.id === id)) return;
	draft.add('fact', { id, person: kept, day: kith.clock.today, ...words });
}

/** The id of the fact that keeps words of somebody's record: the same on every device. */
export function idOfWords(
	person: PersonId,
	{ label, text }: { readonly label?: string; readonly text: string }
): Fact['id'] {
	const sum = sha256Hex(new TextEncoder().encode(`${person} ${label ?? ''}${text}`));
	const chance = (BigInt(`0x${sum}`) % 36n ** 8n).toString(36).padStart(8, '0');
	return (person.slice(0, -8) + chance) as Fact['id'];
}

function gather(
	{ book, clock }: Kith,
	changes: Changes,
	named: readonly Named[],
	stays: (id: PersonId) => PersonId,
	into: ReadonlyMap<PersonId, PersonId>,
	trashedAt: string
): void {
	const people = new Set(into.values());
	if (people.size === 0) return;
	const before = changes.size;
	renamePeople(book, changes, named, stays);
	dropSettledMarks(book, changes, named, trashedAt);
	keepOnePlace(book, changes, people, clock.today);
	// What is said twice without anything having come together is the rep's own business.
	if (changes.size > before) keepOneOfEach(book, changes, people, trashedAt);
}
