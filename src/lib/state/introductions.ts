// Who introduced whom: read from the people themselves, never written down a second time.
import { chainTo, wouldCloseCircle } from '$lib/domain/acquaintance-graph';
import { fold } from '$lib/domain/fold';
import type { Id } from '$lib/domain/id';
import type { Circle } from '$lib/domain/records/circle';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { firstName } from './say';
import { write } from './writing';

/** Somebody of the book who belongs to a person's circle, or the other way round. */
export interface Near {
	readonly person: Person;
	readonly relation: Circle['relation'];
	/** It is the person who stands in the other one's circle. */
	readonly isTheirs: boolean;
}

/** Those each one introduced, by name; made anew only when somebody has changed. */
const introduced = new WeakMap<readonly Person[], ReadonlyMap<string, readonly Person[]>>();

/** Who introduced somebody, of those who are in the book and not in the trash. */
export function introducerOf(kith: Kith, id: Id<'person'>): Id<'person'> | undefined {
	const book = kith.live.read('person');
	const by = book.get('person', id)?.introducedBy;
	const introducer = by === undefined ? undefined : book.get('person', by);
	return introducer?.trashedAt === undefined ? introducer?.id : undefined;
}

/** The people somebody introduced, by name. */
export function introducedBy(kith: Kith, id: Id<'person'>): readonly Person[] {
	const people = kith.live.all('person');
	let all = introduced.get(people);
	if (!all) {
		all = gather(people);
		introduced.set(people, all);
	}
	return all.get(id) ?? [];
}

/** Those through whom one came to know somebody, the first of them first, without the person. */
export function chainAbove(kith: Kith, person: Person): Person[] {
	return chainTo(person.id, (id) => introducerOf(kith, id))
		.slice(0, -1)
		.flatMap((id) => kith.live.get('person', id) ?? []);
}

/** Why somebody cannot have introduced a person; undefined when nothing speaks against it. */
export function introducerProblem(
	kith: Kith,
	person: Person,
	introducer: Person
): string | undefined {
	if (person.id === introducer.id) return 'Nobody introduces themselves to you.';
	if (!wouldCloseCircle(person.id, introducer.id, (id) => introducerOf(kith, id))) return undefined;
	return `You know ${introducer.name} through ${person.name}, so it cannot be the other way round as well.`;
}

/** Why a person cannot be written down as having introduced somebody; undefined when nothing speaks against it. */
export function introducedProblem(kith: Kith, person: Person, one: Person): string | undefined {
	const by = introducerOf(kith, one.id);
	const introducer = by === undefined || by === person.id ? undefined : kith.live.get('person', by);
	if (!introducer) return introducerProblem(kith, one, person);
	return `${introducer.name} introduced ${one.name} to you. Take that off ${firstName(one)}’s page first.`;
}

/** Writes down who introduced a person; undefined takes it back. */
export function setIntroducer(kith: Kith, person: Person, introducer: Person | undefined): void {
	write(
		kith,
		(draft) => draft.edit('person', person.id, { introducedBy: introducer?.id }),
		introducer
			? `${introducer.name} introduced ${person.name}`
			: `Nobody stands as having introduced ${person.name} any more`
	);
}

/** The same with somebody who is not in the book yet. */
export function addIntroducer(kith: Kith, person: Person, name: string): void {
	const id = kith.book.newId('person');
	write(
		kith,
		(draft) => {
			draft.add('person', { id, name });
			draft.edit('person', person.id, { introducedBy: id });
		},
		`${name} is in the book and introduced ${person.name}`
	);
}

/** The same the other way round: a person introduced somebody who is not in the book yet. */
export function addIntroduced(kith: Kith, person: Person, name: string): void {
	const id = kith.book.newId('person');
	write(
		kith,
		(draft) => draft.add('person', { id, name, introducedBy: person.id }),
		`${name} is in the book, introduced by ${person.name}`
	);
}

/** People of the book in a person's circle, and those in whose circle the person is. */
export function nearTo(kith: Kith, { id }: Person): Near[] {
	const { live } = kith;
	const known = (other: string): Person | undefined => {
		const person = live.get('person', other);
		return person?.trashedAt === undefined ? person : undefined;
	};
	const near = new Map<string, Near>();
	const add = (other: string, relation: Circle['relation'], isTheirs: boolean): void => {
		const person = other === id ? undefined : known(other);
		if (person && !near.has(other)) near.set(other, { person, relation, isTheirs });
	};
	for (const { self, relation } of live.about('circle', id)) if (self) add(self, relation, false);
	for (const { self, person, relation } of live.all('circle')) {
		if (self === id) add(person, relation, true);
	}
	return [...near.values()];
}

/**
 * The introductions and referrals of the ledger with a person, newest first, but for those that name in
 * full somebody who is shown as introduced anyway: a first name alone may be another one's.
 */
export function introductionsIn(
	kith: Kith,
	{ id }: Person,
	shown: readonly Person[]
): readonly Gesture[] {
	const names = shown.map(({ name }) => wordRow(name));
	return kith.live
		.about('gesture', id)
		.filter(({ kind }) => kind === 'introduction' || kind === 'referral')
		.filter(({ text }) => {
			const words = wordRow(text ?? '');
			return !names.some((name) => words.includes(name));
		})
		.toSorted((a, b) => (a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1));
}

/* Whole words, with a space at either end. */
function wordRow(text: string): string {
	return ` ${fold(text)
		.split(/[^\p{L}\p{N}-]+/u)
		.filter(Boolean)
		.join(' ')} `;
}

function gather(people: readonly Person[]): ReadonlyMap<string, readonly Person[]> {
	const all = new Map<string, Person[]>();
	for (const person of people) {
		if (person.introducedBy === undefined) continue;
		const known = all.get(person.introducedBy);
		if (known) known.push(person);
		else all.set(person.introducedBy, [person]);
	}
	for (const list of all.values()) list.sort((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));
	return all;
}
