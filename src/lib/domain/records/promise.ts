// A promise: something the rep said he would do.
import * as v from 'valibot';
import { day, everyRecord, idOf, repeat, words } from './field';

export const promise = v.object({
	...everyRecord,
	id: idOf<'promise'>(),
	/** Absent while the note it came from is still in the inbox. */
	person: v.exactOptional(idOf<'person'>()),
	text: words,
	due: v.exactOptional(day),
	/** When it is kept, it is owed again. */
	repeat: v.exactOptional(repeat),
	/** The day it was kept. */
	keptOn: v.exactOptional(day),
	note: v.exactOptional(idOf<'note'>()),
	snoozedUntil: v.exactOptional(day)
});

/** Something the rep said he would do; not the language's Promise. */
export type RepPromise = Readonly<v.InferOutput<typeof promise>>;
