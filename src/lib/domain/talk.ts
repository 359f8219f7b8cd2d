// What to talk about with a person, from the rep's own entries alone; each line keeps its source.
import { compare } from './compare';
import { isGiven } from './article-given';
import { likingsOf, reasonFor, type Reason } from './article-match';
import { addDays, isDay, type Day } from './day';
import { nextHoliday } from './holidays';
import type { Hushed } from './hush';
import { comingOf, type Coming } from './moments';
import type { Article } from './records/article';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import type { Gesture } from './records/gesture';
import type { Moment } from './records/moment';
import type { Note } from './records/note';
import type { RepPromise } from './records/promise';
import type { Touch } from './records/touch';
import type { Stem } from './stems';

/** Moments this many days ahead are worth a word, and those this many days gone by. */
const TALK_AHEAD = 30;
const TALK_BACK = 30;
/** So many characters of a note are a line to begin with. */
const LONGEST_LINE = 300;

/** One thing to bring up, and the entry it comes from. */
export type TalkLine =
	/** Something with a day of its own that has passed: how did it go? */
	| { readonly from: 'loop'; readonly moment: Moment }
	| { readonly from: 'moment'; readonly coming: Coming }
	| { readonly from: 'promise'; readonly promise: RepPromise }
	| { readonly from: 'article'; readonly article: Article; readonly reason: Reason }
	/** Somebody dear to them, when nothing nearer is there. */
	| { readonly from: 'circle'; readonly member: Circle }
	| { readonly from: 'note'; readonly note: Note; readonly line: string }
	/** A numbered topic nothing is known about yet. */
	| { readonly from: 'topic'; readonly topic: number };

/** The entries about one person that a talk can draw on. */
export interface TalkSources {
	readonly promises: readonly RepPromise[];
	readonly moments: readonly Moment[];
	readonly notes: readonly Note[];
	/** Those that stand. */
	readonly facts: readonly Fact[];
	readonly circle: readonly Circle[];
	readonly gestures: readonly Gesture[];
	readonly tags: readonly string[];
	/** How words are made alike (stems.ts). */
	readonly stem: Stem;
	/** What is to be kept quiet with them. */
	readonly hushed: Hushed;
	/** Everything saved to pass on. */
	readonly articles: readonly Article[];
	readonly touches: readonly Touch[];
	/** Somebody around them to ask after (named-things.ts). */
	readonly dear?: Circle | undefined;
	/** The topic to find out something about (find-out.ts). */
	readonly toFindOut?: number | undefined;
}

/**
 * What is still open, what is coming, what is owed, an article; where nothing is open or near,
 * somebody dear to them; how the latest note begins, and one thing to find out.
 */
export function talkOf(sources: TalkSources, today: Day): TalkLine[] {
	const near = [
		...openLoops(sources, today),
		...coming(sources.moments, today),
		...owed(sources.promises)
	];
	return [
		...near,
		...toPassOn(sources),
		...(near.length > 0 ? [] : around(sources)),
		...latest(sources.notes),
		...findOut(sources)
	];
}

/** Whether good luck was wished or not: until they were reached once after the day. */
function openLoops({ moments, touches }: TalkSources, today: Day): TalkLine[] {
	const from = addDays(today, -TALK_BACK);
	const lastReached = touches.reduce<string>(
		(last, { outcome, day }) => (outcome === 'reached' && day > last ? day : last),
		''
	);
	return moments
		.filter(({ day, yearly }) => !yearly && isDay(day) && day < today)
		.filter(({ day }) => day >= from && day >= lastReached)
		.sort((a, b) => compare(b.day, a.day) || compare(a.id, b.id))
		.map((moment) => ({ from: 'loop', moment }));
}

function coming(moments: readonly Moment[], today: Day): TalkLine[] {
	return moments
		.map((moment) => comingOf(moment, today, nextHoliday))
		.filter((next) => next !== undefined)
		.filter((next) => next.in <= TALK_AHEAD && next.moment.doneFor !== next.on)
		.sort((a, b) => a.in - b.in || compare(a.moment.id, b.moment.id))
		.map((next) => ({ from: 'moment', coming: next }));
}

function owed(promises: readonly RepPromise[]): TalkLine[] {
	return promises
		.filter(({ keptOn }) => keptOn === undefined)
		.sort((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.id, b.id))
		.map((promise) => ({ from: 'promise', promise }));
}

/** The article they would like best that was not given to them yet; the newest among equals. */
function toPassOn({ articles, gestures, ...likes }: TalkSources): TalkLine[] {
	if (articles.length === 0) return [];
	const likings = likingsOf(likes);
	const [best] = articles
		.flatMap((article) => {
			const found = reasonFor(article, likings);
			return found ? [{ article, ...found }] : [];
		})
		.filter(({ article }) => !gestures.some((gesture) => isGiven(article, gesture)))
		.sort(
			(a, b) =>
				a.rank - b.rank ||
				compare(b.article.savedOn, a.article.savedOn) ||
				compare(b.article.id, a.article.id)
		);
	return best ? [{ from: 'article', article: best.article, reason: best.reason }] : [];
}

function around({ dear }: TalkSources): TalkLine[] {
	return dear ? [{ from: 'circle', member: dear }] : [];
}

function latest(notes: readonly Note[]): TalkLine[] {
	const [note] = notes
		.filter(({ body }) => body.trim() !== '')
		.sort((a, b) => compare(b.day, a.day) || compare(b.id, a.id));
	if (!note) return [];
	return [{ from: 'note', note, line: firstLine(note.body) }];
}

/** A note may be one line as long as a book: how it begins will do. */
function firstLine(body: string): string {
	const start = body.trimStart().slice(0, LONGEST_LINE);
	const [line = ''] = start.split('\n');
	return line.length < LONGEST_LINE ? line.trim() : `${line.trim()}…`;
}

function findOut({ toFindOut }: TalkSources): TalkLine[] {
	return toFindOut === undefined ? [] : [{ from: 'topic', topic: toFindOut }];
}
