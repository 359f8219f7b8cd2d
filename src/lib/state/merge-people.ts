// The same person twice: two or more records become one, as one step that can be undone. It also holds
// where devices did it apart: see `settleMerged`.
import type { Id } from '$lib/domain/id';
import { withChosen, type MergeChoice } from '$lib/domain/merge-choice';
import { canonicalJson } from '$lib/domain/canonical';
import { groupsOf, mergedAs, whoStays } from '$lib/domain/merged-into';
import { mergePerson, type PersonMerge } from '$lib/domain/person-merge';
import type { Person } from '$lib/domain/records/person';
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
import { birthdayPutAway, chooseBirthday } from './merge-birthday';
import { knownOf, markOf, ownMark, ownStamps, textOfMark, type Mark } from './merge-mark';
import { missingOf, overwritten } from './merge-missing';
import { keepUndone, keepWords } from './merge-facts';
import { stepsOf } from './merge-parts';
import { standAgain } from './merged-erased';
import { mergedIds, mergedInto, standsFor } from './merged';
import { mergersOf, partsOfMergers } from './merged-apart';
import { factOfApart } from './merge-words';
import { paceFor } from './pace';
import { whenUndone } from './undoing';
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
	let written: Draft | undefined;
	const done = write(
		kith,
		(draft) => {
			const changes = new Changes();
			const came = stepsOf(kith.book, named, into);
			for (const kept of new Set(into.values())) changes.add('person', kept, {});
			if (choice) choose(kith, draft, changes, into, choice, trashedAt);
			for (const [id, kept] of into) {
				const person = kith.book.get('person', id);
				if (!person) continue;
				takeOver(kith, draft, changes, kept, person, 'rep');
			}
			for (const [id, kept] of into) {
				const [person, held] = [kith.book.get('person', id), kith.book.get('person', kept)];
				if (!person || !held) continue;
				const mark = textOfMark({
					...{ sum: mergedAs(person, [kith.book.device]), seen: knownOf(kith.book, kept) },
					...{ before: changes.before(held), at: ownStamps(kith.book, kept) },
					...came.get(id)
				});
				changes.add('person', id, { trashedAt, mergedInto: kept, mergedAs: mark });
			}
			gather(kith, changes, named, (id) => into.get(id) ?? id, into, trashedAt);
			changes.writeTo(draft);
			written = draft;
		},
		said
	);
	const step = kith.steps.latest;
	if (done && step && written) whenUndone(step, { back: keepUndone(kith, written) });
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
	const stood = standAgain(kith);
	const into = new Map<PersonId, PersonId>();
	let done = 0;
	for (const id of mergedIds(kith)) {
		const kept = keptHere(kith, id);
		if (kept !== id) into.set(id, kept);
		await pace(++done, done);
	}
	const state = [...into].join();
	const since = settled.get(book) === state ? only : undefined;
	const looked: PersonId[] = [];
	const changed = since?.get('person');
	for (const [id, kept] of into) {
		if (since && !changed?.has(id) && !changed?.has(kept)) continue;
		if (book.get('person', id)) looked.push(id);
		await pace(++done, done);
	}
	const named = await naming(book, into, since, pace);
	// From here on in one go: what was found is read once more, as it is by now.
	const [draft, changes] = [new NewDraft(), new Changes()];
	for (const id of looked) {
		const kept = keptHere(kith, id);
		if (kept !== id) catchUp(kith, draft, changes, id, kept);
	}
	for (const kept of new Set(looked.map((id) => keptHere(kith, id)))) {
		const ids = [...into.keys()].filter((id) => id !== kept && keptHere(kith, id) === kept);
		const held = book.get('person', kept);
		if (!held || ids.length === 0) continue;
		take(kith, draft, changes, held, overwritten(book, ids, changes.after(held)), held.id);
		const day = birthdayPutAway(book, kept, ids);
		if (day) changes.add('moment', day.id, { trashedAt: undefined });
		for (const id of ids) remember(kith, changes, id, kept);
	}
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	const stays = (id: PersonId): PersonId => (into.has(id) ? keptHere(kith, id) : id);
	gather(kith, changes, named, stays, into, trashedAt);
	changes.writeTo(draft);
	if (draft.wishes.length > 0) writeDraft(book, draft);
	settled.set(book, state);
	return draft.wishes.length + stood;
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
	const { sum } = markOf(person.mergedAs ?? '');
	return sum !== mergedAs(person, mergersOf(kith.book, id));
}

/** Takes over what another device has added to a merged record, or has written over unaware of the merge. */
function catchUp(kith: Kith, draft: Draft, changes: Changes, id: PersonId, kept: PersonId): void {
	const { book } = kith;
	const [person, held] = [book.get('person', id), book.get('person', kept)];
	if (!person || !held) return;
	if (hasGrown(kith, id)) {
		for (const part of partsOfMergers(book, id, kept)) takeOver(kith, draft, changes, kept, part);
		takeOver(kith, draft, changes, kept, person);
	} else {
		take(kith, draft, changes, held, missingOf(book, id, changes.after(held)), id);
	}
}

/** Notes on a merged record what this device knows by now, where it has not or where something came. */
function remember({ book }: Kith, changes: Changes, id: PersonId, kept: PersonId): void {
	const person = book.get('person', id);
	if (!person || mergedInto({ book }, id) === undefined) return;
	const own = ownMark(book, id);
	const sum = mergedAs(person, mergersOf(book, id));
	const isNews = Object.keys(changes.changeOf(kept)).length > 0;
	if (own?.seen && markOf(person.mergedAs ?? '').sum === sum && !isNews) return;
	const mark: Mark = { ...own, sum, seen: knownOf(book, kept) };
	changes.add('person', id, { mergedAs: textOfMark(mark) });
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
		take(kith, draft, changes, held, { change: {}, apart }, kept, 'rep');
		const days = chooseBirthday(kith, changes, ids, choice.birthday, trashedAt);
		for (const { person, words } of days) {
			keepWords(kith, draft, kept, person, words, 'rep');
		}
	}
}

function takeOver(
	kith: Kith,
	draft: Draft,
	changes: Changes,
	kept: PersonId,
	other: Person,
	by?: 'rep'
): void {
	const held = kith.book.get('person', kept);
	if (!held) return;
	take(kith, draft, changes, held, mergePerson(changes.after(held), other), other.id, by);
}

function take(
	kith: Kith,
	draft: Draft,
	changes: Changes,
	held: Person,
	{ change, apart }: PersonMerge,
	from: PersonId,
	by?: 'rep'
): void {
	if (Object.keys(change).length > 0) changes.add('person', held.id, change);
	for (const one of apart) {
		const words = factOfApart(one, (id) => kith.book.get('person', id)?.name);
		if (words) keepWords(kith, draft, held.id, from, words, by);
	}
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
