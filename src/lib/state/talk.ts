// What to talk about, gathered from the book and put into words.
import { ageOf } from '$lib/domain/age';
import { httpLink } from '$lib/domain/article-link';
import { dayOfDate } from '$lib/domain/day';
import { somebodyDear } from '$lib/domain/named-things';
import { talkOf, type TalkLine } from '$lib/domain/talk';
import type { Id } from '$lib/domain/id';
import type { ContactImport } from '$lib/domain/records/import';
import type { Note } from '$lib/domain/records/note';
import type { Person } from '$lib/domain/records/person';
import { answersAbout } from './about-person';
import { toFindOutAbout } from './facts';
import type { Kith } from './kith.svelte';
import { comingSaid, momentsOf, whoseIs } from './moments';
import { noteLanguage } from './note-language';
import { momentInWords, relationWords } from './person-words';
import { reasonInWords } from './reason-words';
import { ahead, count, longDay, within } from './say';
import { hushedAbout } from './thanks';
import { topicInWords, topicQuestion } from './topics';

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
	/** The topic to find out something about. */
	readonly topic?: number;
	/** Where that is, when it has a place. */
	readonly href?: string | undefined;
	/** A page outside of Kith to look at. */
	readonly open?: string | undefined;
}

/** What to talk about with a person, best first; the openers come after it. */
export function talkAbout(kith: Kith, person: Person): TalkWords[] {
	const { live, clock } = kith;
	const { id } = person;
	const hushed = hushedAbout(kith, person);
	const lines = talkOf(
		{
			promises: live.about('promise', id),
			moments: momentsOf(kith, person),
			notes: live.about('note', id).filter((note) => !isRemains(kith, note)),
			facts: answersAbout(kith, id).map(({ fact }) => fact),
			circle: live.about('circle', id),
			dear: somebodyDear(live.about('circle', id), person, hushed),
			gestures: live.about('gesture', id),
			tags: person.tags ?? [],
			stem: noteLanguage.stem,
			hushed,
			articles: live.all('article'),
			touches: live.about('touch', id),
			toFindOut: toFindOutAbout(kith, person)
		},
		clock.today
	);
	return lines.map((line) => ({ from: line.from, ...wordsOf(kith, line, id) }));
}

/** The import that brought a note as it still is, and gave it its own day because the file had none. */
function broughtBy({ live }: Kith, { batch, day, editedAt }: Note): ContactImport | undefined {
	if (batch === undefined || editedAt !== undefined) return undefined;
	const brought = live.get('import', batch);
	return brought && dayOfDate(new Date(brought.at)) === day ? brought : undefined;
}

/** What of a table had no place of its own (domain/table-contact.ts): nothing to talk about. */
function isRemains(kith: Kith, note: Note): boolean {
	const files = broughtBy(kith, note)?.files ?? [];
	return files.some((file) => note.body.startsWith(`From ${file}:`));
}

function noteSource(kith: Kith, note: Note): string {
	const [file, ...others] = broughtBy(kith, note)?.files ?? [];
	if (file === undefined) return `Your note of ${longDay(note.day)}`;
	return others.length > 0 ? 'From your address books' : `From ${file}`;
}

function wordsOf(kith: Kith, line: TalkLine, person: Id<'person'>): Omit<TalkWords, 'from'> {
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
			const said = comingSaid(kith, line.coming);
			const isTold = years === undefined || said.endsWith(` ${years}`);
			const when = `Moment on ${longDay(on)}${isTold ? '' : `, ${count(years, 'year')}`}`;
			return {
				key: moment.id,
				said: `${said}, ${ahead(days)}`,
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
			const why = reasonInWords(line.reason, kith.clock.today);
			return {
				key: id,
				said: title,
				source: `${why} · saved on ${longDay(savedOn)}`,
				href: `#/articles/${id}?for=${person}`,
				open: url === undefined ? undefined : httpLink(url)
			};
		}
		case 'circle': {
			const { member } = line;
			const { id, name, relation, about, note } = member;
			const age = ageOf(member, kith.clock.today);
			const who = age === undefined ? name : `${name} (${age})`;
			return {
				key: id,
				said: about?.trim() ? `${who}: ${about.trim()}` : `Ask after ${who}`,
				source: noteOf(kith, note) ?? `In the circle: ${relationWords[relation]}`
			};
		}
		case 'note':
			return {
				key: line.note.id,
				said: line.line,
				source: noteSource(kith, line.note)
			};
		case 'topic':
			return {
				key: 'topic',
				topic: line.topic,
				said: `One thing to find out: ${within(topicInWords(line.topic) ?? '')}`,
				source: topicQuestion(line.topic)
			};
	}
}

function noteOf({ live }: Kith, id: Id<'note'> | undefined): string | undefined {
	const note = id === undefined ? undefined : live.get('note', id);
	return note && note.trashedAt === undefined
		? `From your note of ${longDay(note.day)}`
		: undefined;
}
