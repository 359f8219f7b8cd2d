// A note: free text about a person, several persons, or nobody yet. Its body is kept apart, as mergeable text.
import * as v from 'valibot';
import { day, everyRecord, idOf, idsOf, instant, owner, words } from './field';

export const note = v.object({
	...everyRecord,
	id: idOf<'note'>(),
	/** Nobody yet, and no company: the note is in the inbox. */
	people: idsOf<'person'>(),
	/** The company it is about, as the rep writes its name. */
	company: v.exactOptional(words),
	day,
	owner: v.exactOptional(owner),
	/** The touch this note was written about. */
	touch: v.exactOptional(idOf<'touch'>()),
	/** When its words were last changed; absent while they are as first written. */
	editedAt: v.exactOptional(instant)
});

type NoteFields = Readonly<v.InferOutput<typeof note>>;

/** A note with its text. */
export interface Note extends NoteFields {
	readonly body: string;
}
