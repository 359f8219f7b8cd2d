// What to talk about, gathered from the book and put into words.
import { withAnniversaries } from '$lib/domain/anniversaries';
import { talkOf, type TalkLine } from '$lib/domain/talk';
import type { Id } from '$lib/domain/id';
import type { Person } from '$lib/domain/records/person';
import { answersAbout } from './about-person';
import type { Kith } from './kith.svelte';
import { whoseIs } from './moments';
import { momentInWords } from './person-words';
import { ahead, longDay } from './say';
import { topicInWords } from './topics';

/** Five ways to begin a call with nothing to sell, for whoever has nothing to talk about. */
export const FIVE_OPENERS: readonly string[] = [
	'How is everything running?',
	'Is there anything you have been meaning to ask?',
	'I read something that made me think of you.',
	'What are you working on at your end?',
	'Just: are you OK?'
];

/** One line to talk about. */
export interface TalkWords {
	readonly key: string;
	readonly from: TalkLine['from'];
	readonly said: string;
	/** The entry it comes from. */
	readonly source: string;
	/** Where that is, when it has a place. */
	readonly href?: string | undefined;
}

/** What to talk about with a person, best first; the openers come after it. */
export function talkAbout(kith: Kith, person: Person): TalkWords[] {
	const { live, clock } = kith;
	const { id } = person;
	const lines = talkOf(
		{
			promises: live.about('promise', id),
			moments: withAnniversaries([person], live.about('moment', id), clock.today),
			notes: live.about('note', id),
			facts: answersAbout(kith, id).map(({ fact }) => fact),
			circle: live.about('circle', id),
			gestures: live.about('gesture', id),
			tags: person.tags ?? [],
			articles: live.all('article'),
			touches: live.about('touch', id)
		},
		clock.today
	);
	return lines.map((line) => ({ from: line.from, ...wordsOf(kith, line) }));
}

function wordsOf(kith: Kith, line: TalkLine): Omit<TalkWords, 'from'> {
	switch (line.from) {
		case 'loop': {
			const { moment } = line;
			const source = noteOf(kith, moment.note) ?? `It was on ${longDay(moment.day)}`;
			return {
				key: moment.id,
				said: `How was it? ${momentInWords(moment, whoseIs(kith, moment))}`,
				source
			};
		}
		case 'moment': {
			const { moment, on, in: days, years } = line.coming;
			const when = `Moment on ${longDay(on)}${years === undefined ? '' : `, ${years} years`}`;
			return {
				key: moment.id,
				said: `${momentInWords(moment, whoseIs(kith, moment))}, ${ahead(days)}`,
				source: noteOf(kith, moment.note) ?? when
			};
		}
		case 'promise': {
			const { id, text, due, note } = line.promise;
			const by = due ? `You promised it by ${longDay(due)}` : 'You promised it';
			const from = noteOf(kith, note);
			return { key: id, said: text, source: from ? `${by} · ${from}` : by };
		}
		case 'article': {
			const { id, title, savedOn, url } = line.article;
			const source = `Saved on ${longDay(savedOn)}, about ${line.interest}`;
			return { key: id, said: title, source, href: url };
		}
		case 'note':
			return {
				key: line.note.id,
				said: line.line,
				source: `Your note of ${longDay(line.note.day)}`
			};
		case 'topic':
			return {
				key: `topic ${line.topic}`,
				said: `One thing to find out: ${(topicInWords(line.topic) ?? '').toLowerCase()}`,
				source: 'Nothing about it is written down yet'
			};
	}
}

function noteOf({ live }: Kith, id: Id<'note'> | undefined): string | undefined {
	const note = id === undefined ? undefined : live.get('note', id);
	return note && note.trashedAt === undefined
		? `From your note of ${longDay(note.day)}`
		: undefined;
}
