// What a note says between the lines: what happened, and what was promised by when. Guesses only,
// each for the rep to wave away; where the words leave a doubt, nothing is read into them.
import { addDays, type Day } from './day';
import { commits } from './commitment';
import { happeningIn, type Happening } from './happening';

/** A day named in a text. */
export interface FoundDay {
	readonly index: number;
	readonly text: string;
	/** The day meant when one looks ahead. */
	readonly day: Day;
	/** How far the same words would lie behind us: "Friday" by a week, "3 March" by a year. */
	readonly repeats: 'weekly' | 'yearly' | 'never';
}

/** Finds the days named in a text; see day-finder.ts. */
export type DayFinder = (text: string, today: Day) => readonly FoundDay[];

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
export function readNote(text: string, today: Day, findDays: DayFinder = () => []): NoteReading {
	const promises: ReadPromise[] = [];
	let touch: ReadTouch | undefined;
	for (const sentence of sentencesOf(text)) {
		const days = findDays(sentence, today);
		const due = days.find(
			(found) =>
				found.day >= today &&
				found.day <= addDays(today, FURTHEST_DAYS) &&
				commits(sentence, found.index, found.text)
		)?.day;
		if (due) promises.push({ text: sentence, due });
		else touch ??= touchIn(sentence, text, days, today);
	}
	return { promises, touch };
}

/** The sentences of a text, without the full stop at their end. */
export function sentencesOf(text: string): string[] {
	return text
		.split(/\n+|(?<=(?<!\b(?:Mr|Mrs|Ms|Dr|St|No|vs|e\.g|i\.e|[A-Z]))\.|[!?])\s+/)
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
	const end = text.slice(caret).search(/[.!?](?:\s|$)|\n/);
	const upTo = end < 0 ? text : text.slice(0, caret + end);
	return sentencesOf(upTo).at(-1) ?? sentencesOf(text)[0] ?? '';
}

function touchIn(
	sentence: string,
	text: string,
	days: readonly FoundDay[],
	today: Day
): ReadTouch | undefined {
	const read = happeningIn(sentence, text);
	if (!read) return undefined;
	const { happening, end, past } = read;
	const named = days.find((found) => found.day < today || isSaidOf(sentence, end, found));
	if (!named || named.day === today) return { ...happening, day: today };
	if (named.day < today) return { ...happening, day: named.day };
	// "Lunch with Abena on Friday" is still to come; "Met Tom on Tuesday" was the Tuesday behind us.
	if (!past) return undefined;
	return { ...happening, day: named.repeats === 'weekly' ? addDays(named.day, -7) : today };
}

/** Whether a day tells when it happened, and not what it was about: only names stand between. */
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
