// Words the rep selected in a note, read as what they may become: a circle member, a moment, an
// interest. Guesses only: each stands in a form before it is kept.
import type { Day } from './day';
import type { FoundDay } from './note-reading';
import { properNamesIn } from './proper-names';
import type { Relation } from './records/circle';
import type { MomentKind } from './records/moment';

/** What selected words can become. */
export const keptKinds = ['fact', 'moment', 'promise', 'circle', 'interest'] as const;
export type KeptKind = (typeof keptKinds)[number];

/** Somebody around a person, as far as words tell. */
export interface GuessedMember {
	readonly name: string;
	readonly relation: Relation;
	/** An age the words tell. */
	readonly years: number | undefined;
	/** What they tell besides. */
	readonly about: string;
}

/** A day that matters, as far as words tell. */
export interface GuessedMoment {
	readonly kind: MomentKind;
	readonly yearly: boolean;
	/** Whose it is by name, when not the person's own. */
	readonly whose: string;
	/** The age it makes: "turns 10". */
	readonly turns: number | undefined;
	/** What the words call it. */
	readonly label: string;
}

const RELATIONS: readonly (readonly [Relation, RegExp])[] = [
	['pet', /\b(?:dog|puppy|cat|kitten|horse|pony|rabbit|parrot|hamster|pet)s?\b/i],
	[
		'child',
		/\b(?:daughter|son|child|children|kid|boy|girl|baby|twins?|toddler|stepson|stepdaughter)s?\b/i
	],
	['spouse', /\b(?:wife|husband|spouse|partner|fianc[ée]e?|girlfriend|boyfriend|married to)\b/i],
	['parent', /\b(?:mother|father|mum|mom|dad|parents?)\b/i],
	['sibling', /\b(?:brother|sister|sibling)s?\b/i],
	['assistant', /\b(?:assistant|secretary|PA)\b/],
	['boss', /\b(?:boss|manager|director|CEO|reports to)\b/],
	['colleague', /\b(?:colleague|co-?worker|teammate|works with)s?\b/i],
	['friend', /\b(?:friend|buddy|neighbou?r)s?\b/i]
];
const MOMENTS: readonly (readonly [MomentKind, RegExp])[] = [
	['birthday', /\bbirthday\b|\bturns? \d{1,3}\b|\bwas born\b/i],
	['wedding', /\bwedding\b|\bgets? married\b|\bgetting married\b/i],
	['surgery', /\bsurgery\b|\boperation\b|\bop\b|\bknee replacement\b|\bhospital\b/i],
	['go-live', /\bgo(?:es|ing)?[ -]live\b|\blaunch(?:es)?\b|\bstart-?up of the line\b/i],
	['founding-day', /\bfounding day\b|\bcompany (?:anniversary|jubilee)\b|\bwas founded\b/i],
	['work-anniversary', /\bwork anniversary\b|\byears (?:at|with) the (?:company|firm)\b/i],
	['trip', /\b(?:trip|holiday|vacation|fly(?:ing)? to|travel(?:s|ling|ing)?|cruise|cabin)\b/i]
];
/** Words with a capital at the head of a sentence, and after a quotation. */
const NO_NAME =
	/^(?:Then|They|There|This|That|The|Her|His|She|He|We|You|My|Our|Their|Its?|After|Before|When|And|But|So|Also|Now|Ask(?:ed)?|Told|Says?|Said|Wants?|Went|Met|Call(?:ed)?|Coffee|Lunch|Dinner|Breakfast|Send|Bring|Remember|Mother|Father|Mum|Mom|Dad|Wife|Husband|Son|Daughter|Brother|Sister|Dog|Cat|Boss)$/;
const YEARLY: readonly MomentKind[] = ['birthday', 'wedding', 'work-anniversary', 'founding-day'];
/** What stands before the thing somebody likes: "She loves fly fishing". */
const LIKES =
	/^.*?\b(?:loves?|likes?|enjoys?|adores?|collects?|is (?:really |very )?into|(?:is )?(?:fond of|keen on|mad about|crazy about|interested in)|is a (?:big |huge )?fan of)\s+(?:to\s+)?/i;
const AGE =
	/^(?:\s*\((\d{1,2})\)|,?\s+(?:is\s+|aged?\s+|turned\s+|just turned\s+)?(\d{1,2})(?:\s+years old)?(?![\d:/.-]*\d)\b(?!\s*(?:am|pm|o.clock|km|miles|weeks|months|days)))/i;

/**
 * Somebody in the words: the first name in them that is not the person's own, and what they are.
 * @param own the name of the person they are around
 */
export function memberIn(words: string, own = ''): GuessedMember {
	const named = names(words).filter((name) => !isPartOf(name, own));
	const name = named[0] ?? (names(words).length > 0 ? '' : onlyName(words));
	const at = name === '' ? -1 : words.indexOf(name);
	const after = at < 0 ? '' : words.slice(at + name.length);
	const age = AGE.exec(after);
	const years = age && Number(age[1] ?? age[2]);
	return {
		name,
		relation: RELATIONS.find(([, word]) => word.test(words))?.[0] ?? 'other',
		years: years ?? undefined,
		about: restOf(age ? after.slice(age[0].length) : after)
	};
}

/**
 * What kind of day the words tell of.
 * @param own the name of the person they are about
 */
export function momentIn(words: string, own = ''): GuessedMoment {
	const kind = MOMENTS.find(([, word]) => word.test(words))?.[0] ?? 'other';
	const turns = kind === 'birthday' ? /\bturns? (\d{1,3})\b/i.exec(words)?.[1] : undefined;
	return {
		kind,
		yearly: comesBack(kind),
		whose: names(words).find((name) => !isPartOf(name, own)) ?? '',
		turns: turns === undefined ? undefined : Number(turns),
		label: oneLine(words)
	};
}

/** Whether a kind of moment comes back every year. */
export function comesBack(kind: MomentKind): boolean {
	return YEARLY.includes(kind);
}

/** What else is told of somebody whose birthday is known: "has a birthday on 3 December" says no more. */
export function besidesBirthday(about: string): string {
	return /^(?:ha[sd] )?(?:(?:a|her|his|their|the) )?birthday\b[^,;.]*$|^turns? \d+\b[^,;.]*$/i.test(
		about
	)
		? ''
		: about;
}

/** What somebody likes, without the words that say so. */
export function interestIn(words: string): string {
	const line = oneLine(words);
	const rest = line.replace(LIKES, '');
	return rest === '' ? line : rest;
}

/** The words on one line, without a full stop at the end. */
export function oneLine(words: string): string {
	return words
		.trim()
		.replace(/\s*\n\s*/g, ' ')
		.replace(/[.,;:]$/, '');
}

/**
 * The day the words name, or else the only one in the sentence they stand in.
 * @param findDays see day-finder-en.ts
 * @param said the day the words were written: "Friday" is the one after it
 */
export function dayIn(
	words: string,
	sentence: string,
	findDays: (text: string, today: Day) => readonly FoundDay[],
	said: Day
): Day | undefined {
	const [named] = findDays(words, said);
	if (named) return named.day;
	const around = findDays(sentence, said);
	return around.length === 1 ? around[0]?.day : undefined;
}

/* At the head of a sentence every word has a capital: one counts there unless a small word follows
   that no name is followed by ("Coffee with Dana"), or it is no name anyway. */
function names(words: string): string[] {
	const line = words.trim().replace(/^[“”"'‘’(]+/, '');
	const found = properNamesIn(line);
	const [head = ''] = properNamesIn(`with ${line}`);
	const isHead =
		head !== '' &&
		line.startsWith(head) &&
		!/^\s+(?:with|at|on|in|and|for|from|to|of)\b/.test(line.slice(head.length));
	const all = isHead && !found.includes(head) ? [head, ...found] : found;
	return all.filter((name) => !NO_NAME.test(name));
}

/** A selection of one or two words is a name, however it is written. */
function onlyName(words: string): string {
	const trimmed = oneLine(words);
	return /^\p{L}[\p{L}’'-]*(?: \p{L}[\p{L}’'-]*)?$/u.test(trimmed) ? trimmed : '';
}

function isPartOf(name: string, own: string): boolean {
	const owned = own.toLowerCase().split(/\s+/);
	return name
		.toLowerCase()
		.split(/\s+/)
		.every((part) => owned.includes(part));
}

function restOf(after: string): string {
	const rest = oneLine(after.replace(/^(?:['’]s?)?[\s,;:.–—-]+(?:who\s+|is\s+)?/, ''));
	return rest.split(/\s+/).length > 1 ? rest : '';
}
