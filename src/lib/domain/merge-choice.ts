// What the rep may choose when records become one: the things that can be there only once and differ,
// each with a sensible default. What is not chosen is kept beside it (see person-merge.ts).
import type { AnyDay } from './day';
import { fold } from './fold';
import type { Id } from './id';
import { mergePerson, type Apart } from './person-merge';
import type { Person } from './records/person';

type PersonId = Id<'person'>;

/** What is chosen as one: a company goes with its title, a name with its parts. */
const fieldsOf = {
	name: ['name', 'givenName', 'familyName'],
	nickname: ['nickname'],
	work: ['company', 'title', 'since'],
	title: ['title'],
	since: ['since'],
	cadence: ['cadence'],
	introducedBy: ['introducedBy'],
	birthday: []
} as const satisfies Readonly<Record<string, readonly (keyof Person)[]>>;

export type Aspect = keyof typeof fieldsOf;

/** Whose value stands, by aspect; where nothing was chosen the record that stays keeps its own. */
export type MergeChoice = { readonly [A in Aspect]?: PersonId };

/** One question, and the records that answer it differently. */
export interface Differing {
	readonly aspect: Aspect;
	readonly owners: readonly PersonId[];
	readonly chosen: PersonId;
}

/** Records that are to be one, with what is known of them besides. */
export interface ToMerge {
	/** The one that stays comes first. */
	readonly people: readonly Person[];
	readonly birthdayOf: (id: PersonId) => AnyDay | undefined;
	/** When a field was last written, as a text that sorts. */
	readonly editedAt: (id: PersonId, field: keyof Person) => string;
}

/** What differs, with whose value is taken unless the rep says otherwise. */
export function differing({ people, birthdayOf, editedAt }: ToMerge): Differing[] {
	const companies = distinct(people, ({ company }) => fold(company ?? ''));
	const isOneCompany = companies.length < 2;
	const latest = (field: keyof Person) => (one: Person, other: Person) =>
		editedAt(one.id, field) > editedAt(other.id, field);
	const asked: (Differing | undefined)[] = [
		question(
			'name',
			distinct(people, ({ name }) => plain(name)),
			isFuller
		),
		question(
			'nickname',
			distinct(people, ({ nickname }) => plain(nickname)),
			latest('nickname')
		),
		isOneCompany ? undefined : question('work', companies, isNewerPost(latest('company'))),
		isOneCompany
			? question(
					'title',
					distinct(people, ({ title }) => plain(title)),
					latest('title')
				)
			: undefined,
		isOneCompany
			? question(
					'since',
					distinct(people, ({ since }) => since ?? ''),
					latest('since')
				)
			: undefined,
		question(
			'birthday',
			fullDays(
				distinct(people, ({ id }) => birthdayOf(id) ?? ''),
				birthdayOf
			),
			() => false
		),
		question(
			'cadence',
			distinct(people, ({ cadence }) => (cadence === undefined ? '' : String(cadence))),
			latest('cadence')
		),
		question(
			'introducedBy',
			distinct(
				people.filter(({ introducedBy: by }) => !people.some(({ id }) => id === by)),
				({ introducedBy }) => introducedBy ?? ''
			),
			latest('introducedBy')
		)
	];
	return asked.filter((one) => one !== undefined);
}

/** The record that stays, with what was chosen from the others. */
export function withChosen(kept: Person, people: readonly Person[], choice: MergeChoice): Person {
	const after: Record<string, unknown> = { ...kept };
	for (const [aspect, fields] of Object.entries(fieldsOf) as [Aspect, readonly string[]][]) {
		const from = people.find(({ id }) => id === choice[aspect]);
		if (!from) continue;
		const held: Readonly<Record<string, unknown>> = { ...from };
		for (const field of fields) after[field] = held[field];
	}
	const set = Object.entries(after).filter(([, value]) => value !== undefined);
	return Object.fromEntries(set) as unknown as Person;
}

/** What would become of them: the one person, and what has no place on the record any more. */
export function mergedAll(
	people: readonly Person[],
	choice: MergeChoice
): { readonly person: Person; readonly apart: readonly Apart[] } | undefined {
	const [kept, ...others] = people;
	if (!kept) return undefined;
	let person = withChosen(kept, people, choice);
	const apart: Apart[] = [];
	for (const one of [kept, ...others]) {
		const merge = mergePerson(person, one);
		person = { ...person, ...merge.change };
		apart.push(...merge.apart);
	}
	return { person, apart };
}

function question(
	aspect: Aspect,
	owners: readonly Person[],
	isBetter: (one: Person, than: Person) => boolean
): Differing | undefined {
	const [first, ...more] = owners;
	if (!first || more.length === 0) return undefined;
	const best = more.reduce((held, one) => (isBetter(one, held) ? one : held), first);
	return { aspect, owners: owners.map(({ id }) => id), chosen: best.id };
}

/** The first of each that say the same; nobody who says nothing. */
function distinct(people: readonly Person[], keyOf: (person: Person) => string): Person[] {
	const seen = new Set(['']);
	return people.filter((person) => {
		const key = keyOf(person);
		return seen.has(key) ? false : seen.add(key);
	});
}

function isFuller(one: Person, than: Person): boolean {
	const parts = ({ name }: Person): number => name.trim().split(/\s+/).length;
	if (parts(one) !== parts(than)) return parts(one) > parts(than);
	return one.name.trim().length > than.name.trim().length;
}

/** A post that began later is newer; where that is not known, the one written down later. */
function isNewerPost(isLater: (one: Person, than: Person) => boolean) {
	return (one: Person, than: Person): boolean => {
		if (one.since && than.since && one.since !== than.since) return one.since > than.since;
		return isLater(one, than);
	};
}

/** A day without its year says no more than the same day with it. */
function fullDays(
	people: readonly Person[],
	birthdayOf: (id: PersonId) => AnyDay | undefined
): Person[] {
	const days = people.map(({ id }) => birthdayOf(id) ?? '');
	return people.filter(({ id }) => {
		const day = birthdayOf(id) ?? '';
		return !days.some(
			(other) => other !== day && day.startsWith('-') && other.slice(4) === day.slice(1)
		);
	});
}

function plain(text = ''): string {
	return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}
