// What to talk about with a person, from the rep's own entries alone (product.md §3, rule 12); each
// line keeps its source.
import { isSensitive } from './answers';
import { addDays, isDay, type Day } from './day';
import { fold } from './fold';
import { nextHoliday } from './holidays';
import { comingOf, type Coming } from './moments';
import type { Article } from './records/article';
import type { Circle } from './records/circle';
import type { Fact } from './records/fact';
import type { Gesture } from './records/gesture';
import type { Moment } from './records/moment';
import type { Note } from './records/note';
import type { RepPromise } from './records/promise';
import type { Touch } from './records/touch';

/** Moments this many days ahead are worth a word, and those this many days gone by. */
const TALK_AHEAD = 30;
const TALK_BACK = 30;
/** The topic of what must not be brought up. */
const DO_NOT_MENTION = 38;
/** Topics that tell what somebody likes: clubs, hobbies, holidays, sports, the car, what they talk about. */
const INTERESTS: ReadonlySet<number> = new Set([34, 47, 48, 49, 50, 51]);
/** Topics one can ask about in passing, the easiest first; none of them is sensitive. */
const EASY = [47, 17, 48, 49, 44, 20, 34, 51, 7, 45, 50, 30, 32, 55, 65] as const;
/** Shorter words say too little to match an article by. */
const SHORTEST_WORD = 4;

/** One thing to bring up, and the entry it comes from. */
export type TalkLine =
	/** Something with a day of its own that has passed: how did it go? */
	| { readonly from: 'loop'; readonly moment: Moment }
	| { readonly from: 'moment'; readonly coming: Coming }
	| { readonly from: 'promise'; readonly promise: RepPromise }
	| { readonly from: 'article'; readonly article: Article; readonly interest: string }
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
	/** Everything saved to pass on. */
	readonly articles: readonly Article[];
	/** With each, the next thing to find out is another. */
	readonly touches: readonly Touch[];
}

/**
 * What is still open, what is coming, what is owed, an article, how the latest note begins, and one
 * thing to find out.
 */
export function talkOf(sources: TalkSources, today: Day): TalkLine[] {
	return [
		...openLoops(sources, today),
		...coming(sources.moments, today),
		...owed(sources.promises),
		...toPassOn(sources),
		...latest(sources.notes),
		...toFindOut(sources)
	];
}

/** What must not be brought up, of the facts that stand. */
export function unmentionable(facts: readonly Fact[]): readonly Fact[] {
	return facts.filter(({ topic }) => topic === DO_NOT_MENTION);
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

/** The newest article on something they like that was not given to them yet. */
function toPassOn({ articles, facts, tags, gestures }: TalkSources): TalkLine[] {
	const liked = facts.filter((fact) => INTERESTS.has(fact.topic ?? 0) && !isSensitive(fact));
	const interests = new Set([...tags, ...liked.flatMap(({ text }) => wordsOf(text))].map(fold));
	const given = gestures.filter(({ kind }) => kind === 'article').map(({ text = '' }) => text);
	const found = articles
		.filter(({ title }) => !given.some((text) => text.includes(title)))
		.toSorted((a, b) => compare(b.savedOn, a.savedOn) || compare(b.id, a.id))
		.map((article) => ({
			article,
			interest: article.tags?.find((tag) => interests.has(fold(tag)))
		}))
		.find(({ interest }) => interest !== undefined);
	return found?.interest === undefined
		? []
		: [{ from: 'article', article: found.article, interest: found.interest }];
}

function latest(notes: readonly Note[]): TalkLine[] {
	const [note] = notes
		.filter(({ body }) => body.trim() !== '')
		.sort((a, b) => compare(b.day, a.day) || compare(b.id, a.id));
	if (!note) return [];
	return [{ from: 'note', note, line: note.body.trim().split('\n')[0]?.trim() ?? '' }];
}

function toFindOut({ facts, circle, touches }: TalkSources): TalkLine[] {
	const known = new Set(facts.map(({ topic }) => topic));
	const hasChild = circle.some(({ relation }) => relation === 'child');
	const open = EASY.filter((topic) => !known.has(topic) && !(topic === 17 && hasChild));
	const topic = open[touches.length % open.length];
	return topic === undefined ? [] : [{ from: 'topic', topic }];
}

function wordsOf(text: string): string[] {
	return (text.match(/[\p{L}\p{N}][\p{L}\p{N}’'-]*/gu) ?? []).filter(
		({ length }) => length >= SHORTEST_WORD
	);
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
