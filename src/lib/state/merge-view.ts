// The look before records become one, in words: what differs and may be chosen, what comes together, and what is
// kept beside it.
import { canonicalJson } from '$lib/domain/canonical';
import type { Id } from '$lib/domain/id';
import { differing, mergedAll, type Aspect, type MergeChoice } from '$lib/domain/merge-choice';
import { whoStays } from '$lib/domain/merged-into';
import type { Person } from '$lib/domain/records/person';
import type { Records, Table } from '$lib/domain/records/tables';
import type { Kith } from './kith.svelte';
import { birthdayOf } from './merge-birthday';
import { BIRTHDAY_APART } from './merge-labels';
import { apartLabel, apartText, factOfApart } from './merge-words';
import { addressLine } from './address-line';
import { nouns } from './restore-words';
import { count, longDay } from './say';

type PersonId = Id<'person'>;

/** One thing that can be there only once. */
export interface MergeQuestion {
	readonly aspect: Aspect;
	readonly legend: string;
	/** By the id of whose it is. */
	readonly options: readonly { readonly value: PersonId; readonly label: string }[];
	/** Whose is taken unless the rep chooses. */
	readonly chosen: PersonId;
}

/** What would become of them. */
export interface MergeOutlook {
	readonly person: Person;
	/** All ways to reach them and the like, joined. */
	readonly joined: readonly { readonly label: string; readonly values: readonly string[] }[];
	/** What would stand among the facts, since there is no other place for it. */
	readonly beside: readonly { readonly label: string; readonly text: string }[];
}

const legends: Readonly<Record<Aspect, string>> = {
	name: 'Name',
	nickname: 'Nickname',
	work: 'Where they work',
	title: 'Title',
	since: 'There since',
	cadence: 'How often',
	introducedBy: 'Introduced by',
	birthday: 'Birthday'
};

/** Tables of which it is said how much comes together, and whether it is about one person or several. */
const counted = [
	...(['note', 'touch', 'promise', 'plan', 'gesture', 'thankYou'] as const),
	...(['fact', 'circle', 'moment', 'employment'] as const)
];

/** Those of the ids who are here, the one who stays first; follows the book. */
export function mergeable({ live }: Kith, ids: readonly string[]): Person[] {
	const book = live.read('person');
	const people = [...new Set(ids)].flatMap((id) => book.get('person', id) ?? []);
	const here = people.filter(({ trashedAt }) => trashedAt === undefined);
	if (here.length === 0) return [];
	const first = whoStays(here.map(({ id }) => id));
	return here.sort((a, b) => (a.id === first ? -1 : b.id === first ? 1 : a.id < b.id ? -1 : 1));
}

/** What differs, each with a default. */
export function questionsOf(kith: Kith, people: readonly Person[]): MergeQuestion[] {
	const book = kith.live.read('person', 'moment');
	const asked = differing({
		people,
		birthdayOf: (id) => birthdayOf(book, id)?.day,
		editedAt: (id, field) => kith.book.cells('person', id).get(field)?.stamp ?? ''
	});
	return asked.map(({ aspect, owners, chosen }) => ({
		aspect,
		legend: legends[aspect],
		chosen,
		options: owners.flatMap((id) => {
			const person = people.find((one) => one.id === id);
			return person ? [{ value: id, label: said(kith, aspect, person) }] : [];
		})
	}));
}

/** What would become of them with these choices. */
export function outlookOf(
	kith: Kith,
	people: readonly Person[],
	choice: MergeChoice
): MergeOutlook | undefined {
	const merged = mergedAll(people, choice);
	if (!merged) return undefined;
	const { person, apart } = merged;
	const values = (list: readonly { readonly value: string }[] = []): string[] =>
		list.map(({ value }) => value);
	const joined = [
		{ label: 'Phones', values: values(person.phones) },
		{ label: 'Emails', values: values(person.emails) },
		{ label: 'Links', values: values(person.links) },
		{ label: 'Addresses', values: (person.addresses ?? []).map(addressLine) },
		{ label: 'Tags', values: [...(person.tags ?? [])] }
	];
	const facts = apart.map((one) => factOfApart(one, (id) => kith.book.get('person', id)?.name));
	const days = otherBirthdays(kith, people, choice.birthday);
	const beside = [...facts, ...days].filter((one) => one !== undefined);
	return {
		person,
		joined: joined.filter((one) => one.values.length > 0),
		beside: [...new Map(beside.map((one) => [canonicalJson(one), one])).values()].map(
			({ label, text }) => ({ label: apartLabel(label), text: apartText(label, text) })
		)
	};
}

/** "41 notes, 3 promises and a place in the Top Ten" of some people together. */
export function whatIsAbout(kith: Kith, people: readonly Person[]): string {
	const book = kith.live.read(...counted, 'slot');
	const about = <T extends Table>(table: T): Records[T][] => [
		...new Set(people.flatMap(({ id }) => book.about(table, id)))
	];
	const parts = counted.flatMap((table) => {
		const many = about(table).length;
		return many > 0 ? [count(many, ...nouns[table])] : [];
	});
	if (about('slot').some(({ to }) => to === undefined)) parts.push('a place in the Top Ten');
	if (parts.length < 2) return parts[0] ?? '';
	return `${parts.slice(0, -1).join(', ')} and ${parts.at(-1) ?? ''}`;
}

function said(kith: Kith, aspect: Aspect, person: Person): string {
	switch (aspect) {
		case 'name':
			return person.name;
		case 'nickname':
			return person.nickname ?? '';
		case 'work':
			return [person.title, person.company].filter(Boolean).join(', ');
		case 'title':
			return person.title ?? '';
		case 'since':
			return person.since ? longDay(person.since) : '';
		case 'cadence':
			return person.cadence ? `Every ${count(person.cadence, 'day')}` : 'Not tracked';
		case 'introducedBy':
			return (person.introducedBy && kith.book.get('person', person.introducedBy)?.name) ?? '?';
		case 'birthday': {
			const birthday = birthdayOf(kith.book, person.id);
			return birthday ? longDay(birthday.day) : '';
		}
	}
}

function otherBirthdays(kith: Kith, people: readonly Person[], chosen: PersonId | undefined) {
	if (chosen === undefined) return [];
	const day = birthdayOf(kith.book, chosen)?.day;
	const others = people.flatMap(({ id }) => birthdayOf(kith.book, id)?.day ?? []);
	return [...new Set(others)]
		.filter(
			(other) => day !== other && !(other.startsWith('-') && day?.slice(4) === other.slice(1))
		)
		.map((other) => ({ label: BIRTHDAY_APART, text: other }));
}
