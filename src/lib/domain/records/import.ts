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

export const contactImport = v.object({
	...everyRecord,
	id: idOf<'import'>(),
	at: instant,
	/** The names of the files. */
	files: listOf(words),
	/** How many people it added. */
	added: count,
	/** What it gave to each person who was there before. */
	filled: v.exactOptional(
		listOf(v.object({ to: idOf<'person'>(), fields: v.pick(person, filledFields) }))
	)
});

export type ContactImport = Readonly<v.InferOutput<typeof contactImport>>;
export type FilledFields = NonNullable<ContactImport['filled']>[number]['fields'];
