// What a note says between the lines: what happened, and what was promised by when. Guesses only,
// each for the rep to wave away; where the words leave a doubt, nothing is read into them.
import { addDays, type Day } from './day';
import { happeningIn, type Happening, type HappeningWords } from './happening';

/** A day named in a text. */
export interface FoundDay {
	readonly index: number;
	readonly text: string;
	/** The day meant when one looks ahead. */
	readonly day: Day;
	/** How far the same words would lie behind us: "Friday" by a week, "3 March" by a year. */
	readonly repeats: 'weekly' | 'yearly' | 'never';
}

/** Finds the days named in a text; see day-finder-en.ts. */
export type DayFinder = (text: string, today: Day) => readonly FoundDay[];

/** How notes are written in one language; see note-words-en.ts. */
export interface NoteWords {
	readonly happenings: HappeningWords;
	/** A day as it is named; reading it once prepares the finder. */
	readonly aDay: string;
	/** Whether a sentence commits the rep to something by the day whose words stand at an index. */
	readonly commits: (sentence: string, index: number, words: string) => boolean;
	/** Whether a day tells when it happened, what tells that ending at `end`, and not what it was about. */
	readonly isSaidOf: (sentence: string, end: number, found: FoundDay) => boolean;
}

/** A promise read in a note: the sentence it stands in, and its day. */
export interface ReadPromise {
	readonly text: string;
	readonly due: Day;
}

/** A touch read in a note. */
export interface ReadTouch extends Happening {
	readonly day: Day;
}

export interface NoteReading {
	readonly promises: readonly ReadPromise[];
	readonly touch: ReadTouch | undefined;
}

/** A promise further away than this is a slip of the reading. */
const FURTHEST_DAYS = 550;

/**
 * Reads a note.
 * @param findDays knows days by name; without it no promise is read, and every touch is today's
 */
export function readNote(
	text: string,
	today: Day,
	words: NoteWords,
	findDays: DayFinder = () => []
): NoteReading {
	const promises: ReadPromise[] = [];
	let touch: ReadTouch | undefined;
	for (const sentence of sentencesOf(text)) {
		const days = findDays(sentence, today);
		const due = days.find(
			(found) =>
				found.day >= today &&
				found.day <= addDays(today, FURTHEST_DAYS) &&
				words.commits(sentence, found.index, found.text)
		)?.day;
		if (due) promises.push({ text: sentence, due });
		else touch ??= touchIn(sentence, text, today, words, days);
	}
	return { promises, touch };
}

/* Stops that end no sentence, in English and German: "Mrs. Lane", "z. B.", "am 3. März", "bis zum 5. war". */
const STOPS = [
	'\\b(?:Mr|Mrs|Ms|Dr|St|No|vs|e\\.g|i\\.e|Hr|Fr|Nr|Tel|Std|Str|ca|bzw|evtl|ggf|inkl|usw|Mo|Di|Mi|Do|Sa|[A-Zduz])',
	'\\b(?:am|ab|bis|zum|vom|dem|den|der|(?:Mo|Di|Mi|Do|Fr|Sa|So|\\p{L}+tag|Mittwoch)\\.?,?) \\d{1,2}(?:\\. ?\\d{1,2})?',
	'\\b\\d{1,2}(?=\\.\\s+(?:\\p{Ll}|Januar|Jänner|Februar|März|Mai|Juni|Juli|Oktober|Dezember|(?:April|August|September|November|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\\b))'
].join('|');
const BREAK = new RegExp(`\\n+|(?<=(?<!${STOPS})\\.|[!?])\\s+`, 'gu');

/** The sentences of a text, without the full stop at their end. */
export function sentencesOf(text: string): string[] {
	return text
		.split(BREAK)
		.map((sentence) =>
			sentence
				.trim()
				.replace(/^[-*•]\s+/, '')
				.replace(/\.$/, '')
		)
		.filter((sentence) => /[\p{L}\p{N}]/u.test(sentence));
}

/** The sentence a caret stands in, or the last one before it. */
export function sentenceAt(text: string, caret: number): string {
	const end = [...text.matchAll(BREAK)].find(({ index }) => index > caret)?.index;
	return sentencesOf(text.slice(0, end)).at(-1) ?? sentencesOf(text)[0] ?? '';
}

function touchIn(
	sentence: string,
	text: string,
	today: Day,
	words: NoteWords,
	days: readonly FoundDay[]
): ReadTouch | undefined {
	const read = happeningIn(sentence, text, words.happenings);
	if (!read) return undefined;
	const { happening, end, past } = read;
	const named = days.find((found) => found.day < today || words.isSaidOf(sentence, end, found));
	if (!named || named.day === today) return { ...happening, day: today };
	if (named.day < today) return { ...happening, day: named.day };
	// "Lunch with Abena on Friday" is still to come; "Met Tom on Tuesday" was the Tuesday behind us.
	if (!past) return undefined;
	return { ...happening, day: named.repeats === 'weekly' ? addDays(named.day, -7) : today };
}
