// A made-up book to look around in and to measure with: the same seed and day give the same book.
import type { Day } from '$lib/domain/day';
import { seededRandom } from '$lib/domain/random';
import type { Content } from '$lib/domain/records/tables';
import { Calendar } from './calendar';
import { writeCast } from './cast-records';
import { writeCrowd } from './crowd';
import { Draft } from './draft';
import { fillEntries } from './entries';
import type { SampleWords } from './sample-words';

/** How many of the cast count as the ten: nine seated, one who has left. */
const TEN = 10;

/** What to make; equal options give equal books. */
export interface SampleOptions {
	readonly seed: number;
	/** The language it is written in. */
	readonly words: SampleWords;
	/** At least 1. The hand-written people come first. */
	readonly people: number;
	/** Touches, notes, gestures and thank-yous together. */
	readonly entries: number;
	/** How far back the book goes; 3 when not given. */
	readonly years?: number;
	readonly today: Day;
	/** Milliseconds since 1970, some time of that day. */
	readonly now: number;
}

/** A book of people who do not exist. Every record carries SAMPLE_BATCH. */
export function sampleBook(options: SampleOptions): Content {
	const { seed, words, people, entries, years = 3, today, now } = options;
	const calendar = new Calendar(today, now, years);
	const draft = new Draft(calendar, seededRandom(seed), words, entries);
	const known = writeCast(draft, words.cast.slice(0, people));
	const crowd = writeCrowd(draft, people);
	fillEntries(draft, known.slice(0, TEN), [...known.slice(TEN), ...crowd]);
	const { person, circle, fact, moment, promise, plan, slot, article, employment } = draft;
	const { touch, note, gesture, thankYou, closeness } = draft;
	return {
		...{ person, circle, fact, moment, promise, plan, slot, article, employment },
		...{ touch, note, gesture, thankYou, closeness }
	};
}
