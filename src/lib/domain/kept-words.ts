// Words the rep selected in a note, read as what they may become: a circle member, a moment, an
// interest. Guesses only: each stands in a form before it is kept.
import type { Day } from './day';
import type { KeptLanguage } from './kept-language';
import type { FoundDay } from './note-reading';
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

const YEARLY: readonly MomentKind[] = ['birthday', 'wedding', 'work-anniversary', 'founding-day'];
/**
 * Somebody in the words: the first name in them that is not the person's own, and what they are.
 * @param own the name of the person they are around
 */
export function memberIn(
	words: string,
	{ names, relations, age: aged, beside }: KeptLanguage,
	own = ''
): GuessedMember {
	const named = names(words).filter((name) => !isPartOf(name, own));
	// "Brother operation" is no name of anybody.
	const isTold = names(words).length > 0 || relations.some(([, word]) => word.test(words));
	const name = named[0] ?? (isTold ? '' : onlyName(words));
	const at = name === '' ? -1 : words.indexOf(name);
	const after = at < 0 ? '' : words.slice(at + name.length);
	const age = aged.exec(after);
	const years = age && Number(age[1] ?? age[2]);
	return {
		name,
		relation: relationOf(words, at, relations),
		years: years ?? undefined,
		about: restOf(age ? after.slice(age[0].length) : after, beside)
	};
}

/** What somebody is: what stands right before their name, or else anywhere. */
function relationOf(words: string, at: number, relations: KeptLanguage['relations']): Relation {
	const before = words.slice(0, Math.max(at, 0));
	// "Lars, 2 dogs": those are his.
	const all = words.replace(/\d+\s+\p{L}+/gu, '');
	const [relation] =
		relations.find(([, { source, flags }]) =>
			new RegExp(`(?:${source})[,\\s]+$`, flags).test(before)
		) ??
		relations.find(([, word]) => word.test(all)) ??
		[];
	return relation ?? 'other';
}

/**
 * What kind of day the words tell of.
 * @param own the name of the person they are about
 */
export function momentIn(
	words: string,
	{ moments, names, turns: turning }: KeptLanguage,
	own = ''
): GuessedMoment {
	const kind = moments.find(([, word]) => word.test(words))?.[0] ?? 'other';
	const turns = kind === 'birthday' ? turning.exec(words)?.[1] : undefined;
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
export function besidesBirthday(about: string, { birthdayOnly }: KeptLanguage): string {
	return birthdayOnly.test(about) ? '' : about;
}

/** What somebody likes, without the words that say so. */
export function interestIn(words: string, { likes }: KeptLanguage): string {
	const line = oneLine(words);
	const rest = line.replace(likes, '');
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

function restOf(after: string, beside: RegExp): string {
	const rest = oneLine(after.replace(beside, ''));
	return rest.split(/\s+/).length > 1 ? rest : '';
}
