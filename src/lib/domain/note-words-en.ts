// How notes are written in English.
import { commits } from './commitment-en';
import { englishHappenings } from './happening-words-en';
import type { FoundDay, NoteWords } from './note-reading';

/** What happened, what was promised, and which day goes with it. */
export const english: NoteWords = {
	happenings: englishHappenings,
	aDay: 'Friday 3 March',
	commits,
	isSaidOf
};

/** Only names stand between what happened and its day. */
function isSaidOf(sentence: string, end: number, { index }: FoundDay): boolean {
	if (index < end) return true;
	const between = sentence.slice(end, index);
	return (
		between.trim().split(/\s+/).length <= 5 &&
		!/[,;:]|\b(?:about|for|re|regarding|that|to|until|till|by|of|before|and (?:he|she|they|I))\b/i.test(
			between
		)
	);
}
