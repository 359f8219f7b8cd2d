// How notes are read: in the language of this build. A condition on that language is settled when it is
// built, so that no build carries the words of another.
import type { DayFinder, NoteWords } from '$lib/domain/note-reading';
import { german as germanWords } from '$lib/domain/note-words-de';
import { english as englishWords } from '$lib/domain/note-words-en';

/** What it takes to read notes in one language. */
export interface NoteLanguage {
	readonly words: NoteWords;
	/**
	 * Brings along what finds days.
	 * @param dayFirst whether 3/4 is the third of April
	 */
	readonly dayFinder: (dayFirst: boolean) => Promise<DayFinder>;
}

export const english: NoteLanguage = {
	words: englishWords,
	dayFinder: async (dayFirst) => (await import('$lib/domain/day-finder-en')).findDaysWith(dayFirst)
};

export const german: NoteLanguage = {
	words: germanWords,
	dayFinder: async () => (await import('$lib/domain/day-finder-de')).findGermanDays
};

/** The language notes are read in. */
export const noteLanguage = __LANGUAGE__ === 'de' ? german : english;
