// What matters to a person and has a proper name: a child, a pet, a trip. One of them is enough for a text.
import { compare } from './compare';
import { answersOf, isSensitive } from './answers';
import { hasBusinessWords } from './business-words';
import { daysBetween, isDay, nextOccurrence, type Day } from './day';
import { hushedOf, isHushed, type Hushed } from './hush';
import { isNamedIn, isPartOfName } from './names-in-text';
import type { Circle, Relation } from './records/circle';
import type { Fact } from './records/fact';
import type { Moment, MomentKind } from './records/moment';
import type { Person } from './records/person';
import { isSensitiveMoment } from './sensitive-moment';

/** One thing with its name, and the entry it comes from. */
export type NamedThing = { readonly name: string } & (
	| { readonly from: 'moment'; readonly moment: Moment; readonly on: Day; readonly in: number }
	| { readonly from: 'circle'; readonly member: Circle }
	| { readonly from: 'fact'; readonly fact: Fact }
);

/** Finds the names in words, in the language the rep writes in: see proper-names-en.ts. */
export type NameFinder = (text: string) => readonly string[];

/** The entries about one person that may name something. */
export interface Entries {
	readonly namesIn: NameFinder;
	readonly circle: readonly Circle[];
	readonly facts: readonly Fact[];
	readonly moments: readonly Moment[];
}

/** A moment is near from this many days before it until so many after it. */
export const NEAR_AHEAD = 30;
const BEHIND = 14;
/** About work: not what one texts a friend about. */
const WORKADAY: readonly MomentKind[] = ['go-live', 'work-anniversary', 'founding-day', 'holiday'];
/** Who is dear to somebody, dearest first; the others in a circle are about work. */
const DEAR: readonly Relation[] = [
	'child',
	'pet',
	'spouse',
	'parent',
	'sibling',
	'friend',
	'other'
];
/** Numbered topics about the person and not about business (after the Mackay 66). */
const PERSONAL: ReadonlySet<number> = new Set([
	...[5, 7, 8, 9, 10, 12, 14, 15, 16, 17, 18, 19, 34, 36],
	...[44, 45, 47, 48, 49, 50, 51, 55, 56, 57]
]);

/** Whether a moment may carry a name, and is just over or soon to come. */
export function isNamedAndNear(moment: Moment, today: Day): boolean {
	if (!mayHaveName(moment)) return false;
	const { snoozedUntil, doneFor } = moment;
	const on = dayOfMoment(moment, today);
	if (on === undefined || doneFor === on) return false;
	if (snoozedUntil !== undefined && snoozedUntil > today) return false;
	const away = daysBetween(today, on);
	return away >= -BEHIND && away <= NEAR_AHEAD;
}

/** The named thing whose day is nearest, just over or soon to come; undefined when none is near. */
export function nearestThing(person: Person, entries: Entries, today: Day): NamedThing | undefined {
	const near = entries.moments
		.filter((moment) => isNamedAndNear(moment, today))
		.sort((a, b) => awayFrom(a, today) - awayFrom(b, today) || compare(a.id, b.id));
	if (near.length === 0) return undefined;
	const hushed = hushOf(person, entries);
	return first(near, (moment) => thingIn(moment, person, entries, hushed, today));
}

/** A named thing at any time: somebody dear, then a fact, the latest first, then a moment far off. */
export function anyThing(person: Person, entries: Entries, today: Day): NamedThing | undefined {
	const { circle, facts, moments } = entries;
	if (circle.length + facts.length + moments.length === 0) return undefined;
	const hushed = hushOf(person, entries);
	const dear = somebodyDear(circle, person, hushed);
	return (
		(dear && { from: 'circle', member: dear, name: dear.name }) ??
		tellingFact(entries, person, hushed) ??
		first(moments.filter(mayHaveName), (moment) => thingIn(moment, person, entries, hushed, today))
	);
}

/** Somebody around a person to ask after: dear to them, with a name of their own, nobody to keep quiet about. */
export function somebodyDear(
	circle: readonly Circle[],
	person: Person,
	hushed: Hushed
): Circle | undefined {
	const [dearest] = circle
		.filter(
			({ relation, name, about }) =>
				DEAR.includes(relation) &&
				isSomethingElse(name, person) &&
				!isHushed(`${name}. ${about ?? ''}`, hushed)
		)
		.sort(
			(a, b) =>
				Number(b.about !== undefined) - Number(a.about !== undefined) ||
				DEAR.indexOf(a.relation) - DEAR.indexOf(b.relation) ||
				compare(a.id, b.id)
		);
	return dearest;
}

function tellingFact(
	{ facts, namesIn }: Entries,
	person: Person,
	hushed: Hushed
): NamedThing | undefined {
	const standing = answersOf(facts)
		.map(({ fact }) => fact)
		.filter(
			(fact) =>
				!isSensitive(fact) &&
				(fact.topic === undefined || PERSONAL.has(fact.topic)) &&
				!hasBusinessWords(fact.text) &&
				!isHushed(fact.text, hushed)
		)
		.sort((a, b) => compare(b.day, a.day) || compare(b.id, a.id));
	return first(standing, (fact): NamedThing | undefined => {
		const name = nameIn(fact.text, person, namesIn);
		return name === undefined ? undefined : { from: 'fact', fact, name };
	});
}

function thingIn(
	moment: Moment,
	person: Person,
	{ circle, namesIn }: Entries,
	hushed: Hushed,
	today: Day
): NamedThing | undefined {
	const label = moment.label ?? '';
	const whose = circle.find(
		({ id, name }) => id === moment.circle || (label !== '' && isNamedIn(name, label))
	);
	if (whose && !DEAR.includes(whose.relation)) return undefined;
	const name = whose?.name ?? nameIn(label, person, namesIn);
	const on = dayOfMoment(moment, today);
	if (name === undefined || on === undefined) return undefined;
	// "Max’s project" is his, and not the company's.
	const isTheirs =
		whose !== undefined || ['’s', "'s", 's ', '’ ', "' "].some((own) => label.includes(name + own));
	if (!isTheirs && hasBusinessWords(label)) return undefined;
	if (isHushed(`${name}. ${label}`, hushed)) return undefined;
	return { from: 'moment', moment, name, on, in: daysBetween(today, on) };
}

/** Of the names in a text the first that is neither the person's own nor the company's. */
function nameIn(text: string, person: Person, namesIn: NameFinder): string | undefined {
	return namesIn(text).find((name) => isSomethingElse(name, person));
}

function isSomethingElse(
	name: string,
	{ name: own, nickname = '', company = '' }: Person
): boolean {
	return ![own, nickname, company].some((owner) => isPartOfName(name, owner));
}

function mayHaveName(moment: Moment): boolean {
	const { kind, circle, label } = moment;
	if (isSensitiveMoment(moment) || WORKADAY.includes(kind)) return false;
	return circle !== undefined || label !== undefined;
}

/** Days between a moment's next or only day and today. */
export function awayFrom(moment: Moment, today: Day): number {
	return Math.abs(daysBetween(today, dayOfMoment(moment, today) ?? today));
}

function dayOfMoment({ day, yearly }: Moment, today: Day): Day | undefined {
	if (yearly) return nextOccurrence(day, today);
	return isDay(day) ? day : undefined;
}

function hushOf(person: Person, { facts }: Entries): Hushed {
	return hushedOf(
		answersOf(facts).map(({ fact }) => fact),
		person.name
	);
}

function first<Item, Found>(
	items: readonly Item[],
	find: (item: Item) => Found | undefined
): Found | undefined {
	for (const item of items) {
		const found = find(item);
		if (found !== undefined) return found;
	}
	return undefined;
}
