// How notes are written in German.
import { germanCommits } from './commitment-de';
import { germanHappenings } from './happening-words-de';
import type { FoundDay, NoteWords } from './note-reading';

/** What happened, what was promised, and which day goes with it. */
export const german: NoteWords = {
	happenings: germanHappenings,
	aDay: 'Freitag, 3. März',
	commits: germanCommits,
	isSaidOf
};

const ABOUT =
	/(?<![\p{L}])(?:über|wegen|für|bis|ab|seit|vor|nach|zum|zur|zu|um|vom|von)\s+(?:(?:den|dem|der|die|das)\s+)?$/iu;
const OTHER =
	/[,;:]|(?<![\p{L}])(?:über|wegen|für|dass|damit|bis|ab|zum|zur|zu|um|vom|von|und (?:er|sie|es|ich|wir))(?![\p{L}])/iu;

/** The day may stand before the verb or after it; only names stand between, and nothing it is about. */
function isSaidOf(sentence: string, end: number, { index }: FoundDay): boolean {
	if (ABOUT.test(sentence.slice(0, index))) return false;
	if (index < end) return true;
	const between = sentence.slice(end, index);
	return between.trim().split(/\s+/).length <= 5 && !OTHER.test(between);
}
