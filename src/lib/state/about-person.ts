// What a rep writes down about one person: facts, circle, moments, gestures, promises, plans.
import { answersOf, type Answer } from '$lib/domain/answers';
import { changedFields } from '$lib/domain/changed-fields';
import { partsOf } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Circle } from '$lib/domain/records/circle';
import type { Fact } from '$lib/domain/records/fact';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Moment } from '$lib/domain/records/moment';
import type { Plan } from '$lib/domain/records/plan';
import type { RepPromise } from '$lib/domain/records/promise';
import { type Records, type Table } from '$lib/domain/records/tables';
import { SPECIAL_TOPICS } from '$lib/domain/sensitive-topics';
import type { Kith } from './kith.svelte';
import { trashTime } from './trash-time';
import { write } from './writing';

/** A record still without its id. */
type New<Item> = Item extends unknown ? Omit<Item, 'id'> : never;
/** Tables that belong to a person and are edited as a whole. */
type Part = 'circle' | 'fact' | 'moment' | 'plan' | 'promise';
type PartChange<T extends Part> = {
	readonly [F in keyof Omit<Records[T], 'id'>]?: Records[T][F] | undefined;
};

/**
 * Writes down something one knows about a person.
 * @param isConfirmed the rep was asked once more where `asksFirst`
 * @returns false when nothing was written
 */
export function addFact(kith: Kith, fact: New<Fact>, isConfirmed = false): boolean {
	if (!isConfirmed && asksFirst(kith, fact)) return false;
	return write(
		kith,
		(draft) => draft.add('fact', { id: kith.book.newId('fact'), ...fact }),
		'Written down'
	);
}

/** Whether the rep is asked once more: before the first answer to what the law protects specially. */
export function asksFirst(
	{ book }: Kith,
	{ person, topic }: Pick<Fact, 'person' | 'topic'>
): boolean {
	if (topic === undefined || !SPECIAL_TOPICS.has(topic)) return false;
	return !book.about('fact', person).some((known) => known.topic === topic);
}

/* The book gives the same list until one of its facts changes. */
const known = new WeakMap<readonly Fact[], Answer[]>();

/** The answers known about a person. */
export function answersAbout(kith: Kith, person: Id<'person'>): Answer[] {
	const facts = kith.live.about('fact', person);
	const answers = known.get(facts) ?? answersOf(facts);
	if (facts.length > 0) known.set(facts, answers);
	return answers;
}

/** Adds somebody to the circle. */
export function addToCircle(kith: Kith, member: New<Circle>): void {
	write(kith, (draft) => draft.add('circle', { id: kith.book.newId('circle'), ...member }));
}

/** Writes a line of give and take. */
export function addGesture(kith: Kith, gesture: New<Gesture>): void {
	const { year } = partsOf(gesture.day);
	write(
		kith,
		(draft) => draft.add('gesture', { id: kith.book.newId('gesture', year), ...gesture }),
		'Written down'
	);
}

/** Changes something that belongs to a person; `undefined` clears a field. */
export function changePart<T extends Part>(
	kith: Kith,
	table: T,
	id: Id<T>,
	change: PartChange<T>
): void {
	write(kith, (draft) => draft.edit(table, id, change));
}

/**
 * Corrects something that belongs to a person by a form that holds all of it: written is what differs from
 * the record as the form opened it.
 * @param together fields that make sense only with one another
 */
export function correctPart<T extends Part>(
	kith: Kith,
	table: T,
	start: Records[T],
	change: PartChange<T>,
	together: readonly (readonly (keyof PartChange<T> & string)[])[] = []
): void {
	const changed = changedFields(start, change, together);
	if (changed) changePart(kith, table, start.id as Id<T>, changed);
}

/** Moves something that belongs to a person to the trash. */
export function trashPart(
	kith: Kith,
	table: Extract<Table, Part | 'gesture'>,
	{ id }: Circle | Fact | Gesture | Moment | Plan | RepPromise,
	said: string
): void {
	write(kith, (draft) => draft.edit(table, id, { trashedAt: trashTime(kith) }), said);
}
