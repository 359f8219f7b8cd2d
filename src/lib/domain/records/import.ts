// An import: when it was, from which files, and what it gave to people who were in the book already.
// The records it added carry its id as their `batch`, which is how it can be undone later.
import * as v from 'valibot';
import { everyRecord, idOf, instant, listOf, whole, words } from './field';
import { person } from './person';

const count = whole(0);

/** Fields of a person that an import may fill in; of a list, what it added to the end. */
export const filledFields = [
	'givenName',
	'familyName',
	'nickname',
	'company',
	'title',
	'phones',
	'emails',
	'links',
	'addresses',
	'tags',
	'about',
	'vcard',
	'uid'
] as const;

const told = {
	to: idOf<'person'>(),
	/** As the file had it. */
	now: v.object({ company: words, title: v.exactOptional(v.string()) })
};
const some = v.pick(person, [...filledFields, 'since']);

export const contactImport = v.object({
	...everyRecord,
	id: idOf<'import'>(),
	at: instant,
	/** The names of the files. */
	files: listOf(words),
	/** How many people it added. */
	added: count,
	/** What it gave to each person who was there before. */
	filled: v.exactOptional(listOf(v.object({ to: told.to, fields: some }))),
	/** Whom it moved to a new job, with the person's fields before and after. */
	moved: v.exactOptional(listOf(v.object({ ...told, before: some, after: some }))),
	/** New jobs the rep left as they are; they are not asked again before the file says something else. */
	left: v.exactOptional(listOf(v.object(told))),
	/** How many rows it left out. */
	leftOut: v.exactOptional(count)
});

export type ContactImport = Readonly<v.InferOutput<typeof contactImport>>;
export type FilledFields = NonNullable<ContactImport['filled']>[number]['fields'];
