// What to have in mind on the way in: how the last note goes, and what is still to be returned.
import { isHushed, type Hushed } from './hush';
import { ledgerOf } from './ledger';
import { sentencesOf } from './note-reading';
import type { Gesture } from './records/gesture';
import type { Note } from './records/note';

/** So much of a note is taken in at a glance. */
const SENTENCES = 3;

/** The latest note with words, and how it begins. */
export interface LastNote {
	readonly note: Note;
	readonly begins: readonly string[];
}

/** How the latest note begins, without what is not for the eyes of whoever stands beside the rep. */
export function lastNoteOf(notes: readonly Note[], hushed: Hushed): LastNote | undefined {
	const latest = notes
		.filter(({ body }) => body.trim() !== '')
		.reduce<Note | undefined>(
			(last, note) => (!last || note.day + note.id > last.day + last.id ? note : last),
			undefined
		);
	if (!latest) return undefined;
	const sentences = sentencesOf(latest.body).filter((sentence) => !isHushed(sentence, hushed));
	return { note: latest, begins: sentences.slice(0, SENTENCES) };
}

/** What was received since the rep last gave something, newest first. */
export function unreturned(gestures: readonly Gesture[]): Gesture[] {
	const lines = ledgerOf(gestures);
	const given = lines.findIndex(({ direction }) => direction === 'given');
	return given < 0 ? lines : lines.slice(0, given);
}
