// What the person, circle, moments and employment already say about a topic: read there, never stored twice.
import { postsOf, type Post } from './employment';
import { fold } from './fold';
import type { Circle } from './records/circle';
import type { Employment } from './records/employment';
import type { Moment } from './records/moment';
import type { Address, Person } from './records/person';

/** One thing another record says, and that record. */
export type Borrowed =
	| { readonly from: 'person'; readonly text: string }
	| { readonly from: 'circle'; readonly member: Circle }
	| { readonly from: 'moment'; readonly moment: Moment }
	| { readonly from: 'employment'; readonly post: Post };

/** The records about one person that topics borrow from. */
export interface Lenders {
	readonly person: Person;
	readonly circle: readonly Circle[];
	readonly moments: readonly Moment[];
	readonly employment: readonly Employment[];
}

const HOME = /\b(?:home|private|privat)\b/i;

/** What is known by topic; a topic nothing is known about has no entry. */
export function borrowedIn(lenders: Lenders): ReadonlyMap<number, readonly Borrowed[]> {
	const { person, circle, moments, employment } = lenders;
	const addresses = (person.addresses ?? []).map((address) => ({
		isHome: HOME.test(address.label ?? ''),
		text: inOneLine(address)
	}));
	const own = moments.filter((moment) => moment.circle === undefined);
	const posts = postsOf(person, employment).filter(({ isPresent }) => !isPresent);
	const isHere = (post: Post): boolean =>
		person.company !== undefined && fold(post.company) === fold(person.company);
	const all: [number, Borrowed[]][] = [
		[1, texts([nameInFull(person), person.nickname && `“${person.nickname}”`, person.title])],
		[2, texts([person.company, ...addresses.flatMap((one) => (one.isHome ? [] : one.text))])],
		[3, texts(addresses.flatMap((one) => (one.isHome ? one.text : [])))],
		[4, texts((person.phones ?? []).map((line) => worded(line.value, line.label)))],
		[5, days(own, 'birthday')],
		[13, members(circle, 'spouse')],
		[16, days(own, 'wedding')],
		[17, members(circle, 'child')],
		[20, held(posts.filter((post) => !isHere(post)))],
		[21, held(posts.filter(isHere))]
	];
	return new Map(all.filter(([, found]) => found.length > 0));
}

/** The name alone is no knowledge: everybody in the book has one. */
function nameInFull({ name, nickname, title }: Person): string | undefined {
	return nickname === undefined && title === undefined ? undefined : name;
}

function texts(found: readonly (string | undefined)[]): Borrowed[] {
	return found.flatMap((text) => (text?.trim() ? [{ from: 'person', text: text.trim() }] : []));
}

function members(circle: readonly Circle[], relation: Circle['relation']): Borrowed[] {
	return circle
		.filter((member) => member.relation === relation)
		.toSorted((a, b) => (a.id < b.id ? -1 : 1))
		.map((member) => ({ from: 'circle', member }));
}

function days(moments: readonly Moment[], kind: Moment['kind']): Borrowed[] {
	return moments
		.filter((moment) => moment.kind === kind)
		.toSorted((a, b) => (a.id < b.id ? -1 : 1))
		.map((moment) => ({ from: 'moment', moment }));
}

function held(posts: readonly Post[]): Borrowed[] {
	return posts.map((post) => ({ from: 'employment', post }));
}

function inOneLine({ street, postcode, city, region, country }: Address): string {
	const town = [postcode, city].filter(Boolean).join(' ');
	return [street, town, region, country].filter(Boolean).join(', ');
}

function worded(value: string, label: string | undefined): string {
	return label ? `${value} (${label})` : value;
}
