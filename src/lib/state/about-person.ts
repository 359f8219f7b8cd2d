// What a rep writes down about one person: facts, circle, moments, gestures, promises, plans.
import { answersOf, type Answer } from '$lib/domain/answers';
import { partsOf } from '$lib/domain/day';
import type { Id } from '$lib/domain/id';
import type { Circle } from '$lib/domain/records/circle';
import type { Fact } from '$lib/domain/records/fact';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Moment } from '$lib/domain/records/moment';
import type { Plan } from '$lib/domain/records/plan';
import type { RepPromise } from '$lib/domain/records/promise';
import { type Records, type Table } from '$lib/domain/records/tables';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** A record still without its id. */
type New<Item> = Item extends unknown ? Omit<Item, 'id'> : never;
/** Tables that belong to a person and are edited as a whole. */
type Part = 'circle' | 'fact' | 'moment' | 'plan' | 'promise';

/** Writes down something one knows about a person. */
export function addFact(kith: Kith, fact: New<Fact>): void {
	write(kith, (draft) => draft.add('fact', { id: kith.book.newId('fact'), ...fact }));
}

/** Forgets an answer with all it said before. */
export function forgetAnswer(kith: Kith, { fact, before }: Answer): void {
	const trashedAt = trashTime(kith);
	write(
		kith,
		(draft) => {
			for (const { id } of [fact, ...before]) draft.edit('fact', id, { trashedAt });
		},
		'Forgotten'
	);
}

/** The answers known about a person. */
export function answersAbout(kith: Kith, person: Id<'person'>): Answer[] {
	return answersOf(kith.live.about('fact', person));
}

/** Adds somebody to the circle. */
export function addToCircle(kith: Kith, member: New<Circle>): void {
	write(kith, (draft) => draft.add('circle', { id: kith.book.newId('circle'), ...member }));
}

/** Writes a line of give and take. */
export function addGesture(kith: Kith, gesture: New<Gesture>): void {
	const { year } = partsOf(gesture.day);
	write(kith, (draft) =>
		draft.add('gesture', { id: kith.book.newId('gesture', year), ...gesture })
	);
}

/** Changes something that belongs to a person; `undefined` clears a field. */
export function changePart<T extends Part>(
	kith: Kith,
	table: T,
	id: Id<T>,
	change: { readonly [F in keyof Omit<Records[T], 'id'>]?: Records[T][F] | undefined }
): void {
	write(kith, (draft) => draft.edit(table, id, change));
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

function trashTime(kith: Kith): string {
	return new Date(kith.clock.exactly()).toISOString();
}
