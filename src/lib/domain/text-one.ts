// Text one person today: whom, and about which one thing with a name.
import { addDays, type Day } from './day';
import {
	anyThing,
	awayFrom,
	isNamedAndNear,
	nearestThing,
	type Entries,
	type NamedThing
} from './named-things';
import { isNamedIn } from './names-in-text';
import type { Moment } from './records/moment';
import type { Person } from './records/person';
import type { Touch } from './records/touch';
import type { Warmth } from './warmth';

/** Nobody is texted who was touched in the last so many days, today included. */
const QUIET_DAYS = 7;

/** What the letter of today is about. */
export type TextToday =
	/** Somebody to text, about one thing. */
	| { readonly for: 'text'; readonly person: Person; readonly thing: NamedThing }
	/** Nobody: but here is one you text, of whom no name is known. */
	| { readonly for: 'find-out'; readonly person: Person }
	/** Nobody: but here is one of the ten of whom it is not known whether you text. */
	| { readonly for: 'ask'; readonly person: Person };

/** Where the rule looks; nothing and nobody of it is in the trash. */
export interface TextSources {
	/** Everybody, with how long unheard. */
	readonly people: Iterable<Standing>;
	/** The ten in their order. */
	readonly ten: readonly Person[];
	/** Everybody's moments; those with a name and near enough will do. */
	readonly moments: readonly Moment[];
	readonly touchesOf: (person: Person) => readonly Touch[];
	readonly entriesOf: (person: Person) => Entries;
	/** Who was suggested today, and declined. */
	readonly declined: ReadonlySet<string>;
	/** Who is being written to already: stays, whoever else has come nearer. */
	readonly kept?: string | undefined;
}

/** A person and the warmth, as far as the order asks for it. */
interface Standing {
	readonly person: Person;
	readonly warmth: Pick<Warmth, 'ratio' | 'cadence'>;
	/** The last day there was any touch, today's included. */
	readonly touchedOn?: Day | undefined;
}

interface Unheard {
	readonly person: Person;
	readonly ratio: number;
}

/** One text a day: undefined once it is written, and when there is nobody to write to or to ask about. */
export function textToday(sources: TextSources, today: Day): TextToday | undefined {
	const before = addDays(today, -QUIET_DAYS);
	const free: Standing[] = [];
	const candidates: Standing[] = [];
	for (const standing of sources.people) {
		const { person } = standing;
		if (person.texting !== 'we-text') continue;
		const { touchedOn = '' } = standing;
		if (touchedOn === today && sources.touchesOf(person).some((one) => isTheText(one, today))) {
			return undefined;
		}
		const isHeardLately = touchedOn > before;
		if (!isFree(person, today)) continue;
		free.push(standing);
		if (!isHeardLately && !sources.declined.has(person.id)) candidates.push(standing);
	}
	const found = toWrite(candidates, sources, today);
	if (found || sources.declined.size > 0) return found;
	return toFindOut(free, sources, today) ?? toAsk(sources, today);
}

/** What a draft still lacks before it may be sent: the name, or more than the name; undefined when nothing. */
export function lackOf(draft: string, name: string): 'name' | 'words' | undefined {
	const [short = name] = name.split(/\s+/);
	if (!isNamedIn(name, draft) && !isNamedIn(short, draft)) return 'name';
	const rest = draft.trim();
	return rest === name || rest === short ? 'words' : undefined;
}

function toWrite(
	candidates: readonly Standing[],
	{ moments, entriesOf, kept }: TextSources,
	today: Day
): TextToday | undefined {
	const held = candidates.find(({ person }) => person.id === kept)?.person;
	const thingOfHeld = held && thingOf(held, entriesOf(held), today);
	if (held && thingOfHeld) return { for: 'text', person: held, thing: thingOfHeld };
	// Who is near a moment comes first: in that order, one after the other, until one has a thing to tell.
	const near = moments.filter((one) => isNamedAndNear(one, today));
	const dear = new Set(near.map(({ person }) => person));
	const byId = new Map(
		candidates.filter(({ person }) => dear.has(person.id)).map((one) => [one.person.id, one])
	);
	const inOrder = near
		.flatMap((moment) => {
			const one = moment.person && byId.get(moment.person);
			if (!one) return [];
			const { person, warmth } = one;
			return { moment, person, away: awayFrom(moment, today), ratio: ratioOf(warmth) };
		})
		.sort((a, b) => a.away - b.away || compare(a, b));
	for (const { moment, person } of inOrder) {
		const thing = nearestThing(person, entriesOf(person), today);
		if (thing?.from === 'moment' && thing.moment.id === moment.id) {
			return { for: 'text', person, thing };
		}
	}
	for (const person of longestUnheard(candidates)) {
		const thing = anyThing(person, entriesOf(person), today);
		if (thing) return { for: 'text', person, thing };
	}
	return undefined;
}

function toFindOut(
	free: readonly Standing[],
	{ entriesOf }: TextSources,
	today: Day
): TextToday | undefined {
	for (const person of longestUnheard(free)) {
		if (!thingOf(person, entriesOf(person), today)) return { for: 'find-out', person };
	}
	return undefined;
}

function toAsk({ ten }: TextSources, today: Day): TextToday | undefined {
	const person = ten.find((one) => one.texting === undefined && isFree(one, today));
	return person && { for: 'ask', person };
}

function thingOf(person: Person, entries: Entries, today: Day): NamedThing | undefined {
	return nearestThing(person, entries, today) ?? anyThing(person, entries, today);
}

/** Written already, whichever way it was logged: a text without an agenda today. */
function isTheText({ kind, purpose, day }: Touch, today: Day): boolean {
	return day === today && purpose === 'just-talked' && (kind === 'text' || kind === 'message');
}

function isFree({ snoozedUntil }: Person, today: Day): boolean {
	return snoozedUntil === undefined || snoozedUntil <= today;
}

/** The longest unheard first. */
function longestUnheard(people: readonly Standing[]): Person[] {
	return people
		.map(({ person, warmth }) => ({ person, ratio: ratioOf(warmth) }))
		.sort(compare)
		.map(({ person }) => person);
}

function compare(a: Unheard, b: Unheard): number {
	if (a.ratio !== b.ratio) return b.ratio - a.ratio;
	return a.person.id < b.person.id ? -1 : 1;
}

/** Who was never reached has been unheard longest; who is not tracked is asked for last. */
function ratioOf({ ratio, cadence }: Standing['warmth']): number {
	return ratio ?? (cadence === undefined ? 0 : Infinity);
}
