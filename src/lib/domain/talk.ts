// What to talk about with a person, from the rep's own entries alone; each line keeps its source.
import type { Day } from './day';
import { comingOf, type Coming } from './moments';
import type { Fact } from './records/fact';
import type { Moment } from './records/moment';
import type { Note } from './records/note';
import type { RepPromise } from './records/promise';

/** Moments this many days ahead are worth a word. */
const TALK_AHEAD = 30;
/** The topic of what must not be brought up. */
const DO_NOT_MENTION = 38;

/** One thing to bring up, and the entry it comes from. */
export type TalkLine =
	| { readonly from: 'promise'; readonly promise: RepPromise }
	| { readonly from: 'moment'; readonly coming: Coming }
	| { readonly from: 'note'; readonly note: Note; readonly line: string };

/** The entries about one person that a talk can draw on. */
export interface TalkSources {
	readonly promises: readonly RepPromise[];
	readonly moments: readonly Moment[];
	readonly notes: readonly Note[];
}

/** Promises owed, then what is coming, then how the latest note begins. */
export function talkOf({ promises, moments, notes }: TalkSources, today: Day): TalkLine[] {
	const owed = promises
		.filter(({ keptOn }) => keptOn === undefined)
		.sort((a, b) => compare(a.due ?? '9', b.due ?? '9') || compare(a.id, b.id))
		.map((promise) => ({ from: 'promise' as const, promise }));
	const coming = moments
		.map((moment) => comingOf(moment, today))
		.filter((next) => next !== undefined)
		.filter((next) => next.in <= TALK_AHEAD && next.moment.doneFor !== next.on)
		.sort((a, b) => a.in - b.in || compare(a.moment.id, b.moment.id))
		.map((next) => ({ from: 'moment' as const, coming: next }));
	return [...owed, ...coming, ...latest(notes)];
}

/** What must not be brought up, of the facts that stand. */
export function unmentionable(facts: readonly Fact[]): readonly Fact[] {
	return facts.filter(({ topic }) => topic === DO_NOT_MENTION);
}

function latest(notes: readonly Note[]): TalkLine[] {
	const [note] = notes
		.filter(({ body }) => body.trim() !== '')
		.sort((a, b) => compare(b.day, a.day) || compare(b.id, a.id));
	if (!note) return [];
	return [{ from: 'note', note, line: note.body.trim().split('\n')[0]?.trim() ?? '' }];
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
