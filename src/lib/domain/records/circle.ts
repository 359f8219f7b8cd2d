// Circle: one of the people (or animals) around a person.
import * as v from 'valibot';
import { anyDay, day, everyRecord, idOf, whole, words } from './field';

export const relations = [
	'spouse',
	'child',
	'parent',
	'sibling',
	'pet',
	'assistant',
	'boss',
	'colleague',
	'friend',
	'other'
] as const;

export const circle = v.object({
	...everyRecord,
	id: idOf<'circle'>(),
	person: idOf<'person'>(),
	name: words,
	relation: v.picklist(relations),
	birthday: v.exactOptional(anyDay),
	/** "9 on 2026-01-05": an age heard, and when, for those whose birth day is not known. */
	age: v.exactOptional(v.object({ years: whole(0), on: day })),
	about: v.exactOptional(v.string()),
	/** The note it was taken from. */
	note: v.exactOptional(idOf<'note'>()),
	/** The same one as a person of the book. */
	self: v.exactOptional(idOf<'person'>())
});

export type Circle = Readonly<v.InferOutput<typeof circle>>;
export type Relation = (typeof relations)[number];
