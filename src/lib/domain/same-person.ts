// Who in one book may be there twice: groups that are likely one person, and pairs that are perhaps, each
// with its reasons. Every rule goes by an index, so that ten thousand people are looked through quickly.
import type { Pace } from './backup';
import {
	emailKeys,
	MOST_NAMED,
	MOST_SHARING,
	phoneKeys,
	profileKeys,
	uidKeys,
	type DuplicateReason
} from './duplicates';
import { isOneFirstName } from './first-names';
import { fold } from './fold';
import { isLikely, nameKey, partsOf } from './likely';
import type { Person } from './records/person';

/** Why records may be one person's; `alike` is Bob and Robert Smith of one company. */
export type SameReason = DuplicateReason | 'alike';

/** Whether the rep has said of two that they are not the same. */
export type IsApart = (one: string, other: string) => boolean;

/** Records that may be one person's. */
export interface SameGroup {
	/** Two or more. */
	readonly people: readonly Person[];
	/** The strongest first. */
	readonly reasons: readonly SameReason[];
	/** Whether two things speak for it. */
	readonly likely: boolean;
}

interface Pair {
	readonly one: Person;
	readonly other: Person;
	readonly reasons: Set<SameReason>;
}
type Note = (one: Person, other: Person, reason: SameReason) => void;

const weights: Readonly<Record<SameReason, number>> = {
	...{ uid: 9, email: 8, profile: 8, phone: 6 },
	...{ 'name-and-company': 5, name: 3, alike: 2 }
};
const reasonOf: Readonly<Record<string, SameReason>> = {
	...{ u: 'uid', e: 'email', p: 'phone', l: 'profile' }
};
const strongestFirst = Object.keys(weights) as SameReason[];

const MOST_IN_GROUP = 12;
/** So many people are looked at before the page may breathe. */
const STEP = 50;

/**
 * All who may be in the book twice, the likeliest first.
 * @param pace called often, so that the page stays alive
 */
export async function findSame(
	people: readonly Person[],
	isApart: IsApart,
	pace: Pace
): Promise<SameGroup[]> {
	const of = people.length;
	const byKey = new Map<string, Person[]>();
	for (const [at, person] of people.entries()) {
		for (const key of keysOf(person)) put(byKey, key, person);
		if (at % STEP === 0) await pace(at, of);
	}
	const pairs = new Map<string, Pair>();
	const note: Note = (one, other, reason) => {
		const key = `${one.id} ${other.id}`;
		const known = pairs.get(key);
		if (known) known.reasons.add(reason);
		else if (!isApart(one.id, other.id)) {
			pairs.set(key, { one, other, reasons: new Set([reason]) });
		}
	};
	let done = 0;
	for (const [key, all] of byKey) {
		if (all.length > 1) noteAll(key, all, note);
		if (++done % STEP === 0) await pace(of, of);
	}
	const strong: { pair: Pair; group: SameGroup; weight: number }[] = [];
	for (const pair of pairs.values()) {
		const group = asGroup([pair.one, pair.other], [pair]);
		strong.push({ pair, group, weight: weightOf(group) });
		if (++done % STEP === 0) await pace(of, of);
	}
	strong.sort((a, b) => b.weight - a.weight);
	const groups = together(
		strong.filter(({ group }) => group.likely).map(({ pair }) => pair),
		isApart
	);
	const perhaps = strong.filter(({ group }) => !group.likely).map(({ group }) => group);
	return [...groups, ...onceEach(perhaps, groups)];
}

/** What a person is found by; the first letter tells the rule. */
function keysOf(person: Person): Set<string> {
	const keys = [
		...uidKeys(person).map((key) => `u${key}`),
		...emailKeys(person).map((key) => `e${key}`),
		...phoneKeys(person).map((key) => `p${key}`),
		...profileKeys(person).map((key) => `l${key}`)
	];
	const [name, company, family] = [nameKey(person.name), companyOf(person), familyOf(person)];
	if (name !== '') keys.push(`n${name}`);
	if (company !== '' && family !== '') keys.push(`a${company}\n${family}`);
	return new Set(keys);
}

function noteAll(key: string, all: readonly Person[], note: Note): void {
	const rule = key[0];
	if (rule === 'n') noteNames(all, note);
	else if (rule === 'a') noteAlike(all, note);
	else if (all.length <= MOST_SHARING) {
		for (const [one, other] of pairsIn(all)) note(one, other, reasonOf[rule ?? ''] ?? 'phone');
	}
}

/** Where more have one name, each is compared with the first alone, and a bare name says nothing. */
function noteNames(all: readonly Person[], note: Note): void {
	const byCompany = new Map<string, Person[]>();
	for (const person of all) put(byCompany, companyOf(person), person);
	for (const [company, same] of byCompany) {
		if (company === '') continue;
		const pairs = same.length <= MOST_NAMED ? pairsIn(same) : withFirst(same);
		for (const [one, other] of pairs) note(one, other, 'name-and-company');
	}
	if (all.length > MOST_NAMED) return;
	for (const [one, other] of pairsIn(all)) {
		if (companyOf(one) === '' || companyOf(other) === '') note(one, other, 'name');
	}
}

function noteAlike(all: readonly Person[], note: Note): void {
	if (all.length > MOST_NAMED) return;
	for (const [one, other] of pairsIn(all)) {
		// The very same name is a reason of its own.
		if (nameKey(one.name) === nameKey(other.name)) continue;
		const theirs = firstNamesOf(other);
		const isOne = firstNamesOf(one).some((name) => theirs.some((its) => isOneFirstName(name, its)));
		if (isOne) note(one, other, 'alike');
	}
}

/** Pairs that share somebody as one group, unless it would hold two who are not the same. */
function together(pairs: readonly Pair[], isApart: IsApart): SameGroup[] {
	const groupOf = new Map<Person, { people: Person[]; pairs: Pair[] }>();
	for (const pair of pairs) {
		const left = groupOf.get(pair.one) ?? { people: [pair.one], pairs: [] };
		const right = groupOf.get(pair.other) ?? { people: [pair.other], pairs: [] };
		if (left === right) {
			left.pairs.push(pair);
			continue;
		}
		const isTooMany = left.people.length + right.people.length > MOST_IN_GROUP;
		const hasApart = left.people.some((a) => right.people.some((b) => isApart(a.id, b.id)));
		if (isTooMany || hasApart) continue;
		const joined = {
			people: [...left.people, ...right.people],
			pairs: [...left.pairs, ...right.pairs, pair]
		};
		for (const person of joined.people) groupOf.set(person, joined);
	}
	const all = [...new Set(groupOf.values())];
	const groups = all.map((one) => asGroup(one.people, one.pairs));
	return groups.sort((a, b) => weightOf(b) - weightOf(a));
}

/** Of several pairs between the same two groups the strongest will do. */
function onceEach(pairs: readonly SameGroup[], groups: readonly SameGroup[]): SameGroup[] {
	const placeOf = new Map<Person, string>();
	for (const [at, { people }] of groups.entries()) {
		for (const person of people) placeOf.set(person, String(at));
	}
	const seen = new Set<string>();
	return pairs.filter(({ people }) => {
		const places = people.map((person) => placeOf.get(person) ?? person.id).sort();
		const key = places.join(' ');
		if (places[0] === places[1] || seen.has(key)) return false;
		seen.add(key);
		return true;
	});
}

function asGroup(people: readonly Person[], pairs: readonly Pair[]): SameGroup {
	const said = new Set(pairs.flatMap(({ reasons }) => [...reasons]));
	const likely = pairs.some(({ one, other, reasons }) => {
		const plain = [...reasons].filter((reason) => reason !== 'alike');
		return isLikely(plain, one.name, other.name);
	});
	return { people, reasons: strongestFirst.filter((reason) => said.has(reason)), likely };
}

function weightOf({ reasons }: SameGroup): number {
	return reasons.reduce((sum, reason) => sum + weights[reason], 0);
}

function companyOf({ company }: Person): string {
	return fold(company ?? '');
}

function familyOf({ name, familyName }: Person): string {
	const parts = partsOf(name);
	return fold(familyName ?? '') || (parts.length > 1 ? (parts.at(-1) ?? '') : '');
}

function firstNamesOf({ name, givenName, nickname }: Person): string[] {
	const first = partsOf(givenName ?? name)[0];
	return [first ?? '', fold(nickname ?? '')].filter((one) => one !== '');
}

function* pairsIn<Item>(all: readonly Item[]): Generator<readonly [Item, Item]> {
	for (const [at, one] of all.entries()) {
		for (const other of all.slice(at + 1)) yield [one, other];
	}
}

function withFirst<Item>([first, ...more]: readonly Item[]): (readonly [Item, Item])[] {
	return first === undefined ? [] : more.map((other) => [first, other] as const);
}

function put<Item>(map: Map<string, Item[]>, key: string, item: Item): void {
	const known = map.get(key);
	if (known) known.push(item);
	else map.set(key, [item]);
}
