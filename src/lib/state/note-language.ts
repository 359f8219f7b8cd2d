// How notes are read: in the language of this build. A condition on that language is settled when it is
// built, so that no build carries the words of another.
import type { NameFinder } from '$lib/domain/named-things';
import type { DayFinder, NoteWords } from '$lib/domain/note-reading';
import { german as germanWords } from '$lib/domain/note-words-de';
import { english as englishWords } from '$lib/domain/note-words-en';
import { germanNamesIn } from '$lib/domain/proper-names-de';
import { properNamesIn } from '$lib/domain/proper-names-en';
import type { Stem } from '$lib/domain/stems';
import { germanStem } from '$lib/domain/stems-de';
import { englishStem } from '$lib/domain/stems-en';

/** What it takes to read notes in one language. */
export interface NoteLanguage {
	readonly words: NoteWords;
	readonly namesIn: NameFinder;
	readonly stem: Stem;
	/**
	 * Brings along what finds days.
	 * @param dayFirst whether 3/4 is the third of April
	 */
	readonly dayFinder: (dayFirst: boolean) => Promise<DayFinder>;
}

export const english: NoteLanguage = {
	words: englishWords,
	namesIn: properNamesIn,
	stem: englishStem,
	dayFinder: async (dayFirst) => (await import('$lib/domain/day-finder-en')).findDaysWith(dayFirst)
};

export const german: NoteLanguage = {
	words: germanWords,
	namesIn: germanNamesIn,
	stem: germanStem,
	dayFinder: async () => (await import('$lib/domain/day-finder-de')).findGermanDays
};

/** The language notes are read in. */
export const noteLanguage = __LANGUAGE__ === 'de' ? german : english;
