// What an import gave to people who were in the book before, and how much of it can be taken back: only
// what still is as it was given.
import { canonicalJson } from '$lib/domain/canonical';
import { timeOfStamp } from '$lib/domain/hlc';
import type { Id } from '$lib/domain/id';
import type { Employment } from '$lib/domain/records/employment';
import type { ContactImport, FilledFields } from '$lib/domain/records/import';
import type { Person, Reach } from '$lib/domain/records/person';
import type { Survey } from './contacts-survey';
import type { Kith } from './kith.svelte';
import { standsFor } from './merged';

type Change = Readonly<Record<string, unknown>>;
type Move = NonNullable<ContactImport['moved']>[number];

/** All one person was given; several times, where records he was made of were. */
export interface Given {
	readonly to: Id<'person'>;
	readonly fillings: readonly FilledFields[];
	readonly moves: readonly {
		readonly move: Move;
		/** The record of the job he had before. */
		readonly post?: Id<'employment'>;
	}[];
	/** What records that became one with him said of their own. */
	readonly own: ReadonlyMap<string, ReadonlySet<string>>;
}

/** What is taken back from one person. */
export interface GivenBack {
	readonly name: string;
	readonly change: Change;
	/** Records of earlier jobs that are the present one again. */
	readonly posts: readonly Employment[];
	/** A new job was changed since, and stays. */
	readonly isStaying: boolean;
}

/** What an import gave, by who stands for each now. */
export function givenBy(kith: Kith, batch: string, survey: Survey): Given[] {
	const record = kith.book.get('import', batch);
	if (!record) return [];
	const all = new Map<
		Id<'person'>,
		{ fillings: FilledFields[]; moves: Given['moves'][number][] }
	>();
	const at = (id: Id<'person'>) => {
		const to = standsFor(kith, id);
		const held = all.get(to) ?? { fillings: [], moves: [] };
		all.set(to, held);
		return { to, ...held };
	};
	const posts = new Map<string, Employment[]>();
	for (const { table, record: found } of [
		...survey.others,
		...[...survey.around.values()].flat()
	]) {
		if (table !== 'employment') continue;
		const { person } = found as Employment;
		posts.set(person, [...(posts.get(person) ?? []), found as Employment]);
	}
	for (const { to, fields } of record.filled ?? []) at(to).fillings.push(fields);
	for (const move of record.moved ?? []) {
		const { to, moves } = at(move.to);
		const { company, title } = move.before;
		const held = posts.get(to) ?? [];
		const index = held.findIndex((post) => post.company === company && post.title === title);
		const [post] = index < 0 ? [] : held.splice(index, 1);
		moves.push(post ? { move, post: post.id } : { move });
	}
	return [...all].map(([to, given]) => ({
		to,
		...given,
		own: ownOfOthers(kith, to, record, survey)
	}));
}

/** What is taken back from one person as he is now; undefined where he has gone. */
export function givenBack(
	{ book }: Kith,
	{ to, fillings, moves, own }: Given,
	{ untouched, isOnlyOne }: Survey
): GivenBack | undefined {
	const person = book.get('person', to);
	if (!person) return undefined;
	let change: Change = {};
	for (const fields of fillings) {
		change = { ...change, ...without({ ...person, ...change }, fields, own) };
	}
	const posts: Employment[] = [];
	let isStaying = false;
	for (const { move, post } of moves) {
		const now: Change = { ...person, ...change };
		const held = post && book.get('employment', post);
		const isTaken = held && (!untouched.has(held) || isOnlyOne('employment', held));
		if (isTaken || job.some((field) => !isSame(now[field], move.after[field]))) {
			isStaying = true;
			continue;
		}
		const before = Object.fromEntries(job.map((field) => [field, move.before[field]]));
		change = { ...change, ...before, ...reachBack(now, move) };
		if (held) posts.push(held);
	}
	return { name: person.name, change, posts, isStaying };
}

/** One job: it goes back as a whole or not at all. */
const job = ['company', 'title', 'since'] as const;

/** The change that takes filled-in fields back, as far as they still are what was filled in. */
function without(person: Change, fields: FilledFields, own: Given['own']): Change {
	const change: Record<string, unknown> = {};
	for (const [field, added] of Object.entries(fields)) {
		const held: unknown = person[field];
		const mine = own.get(field);
		if (Array.isArray(added) && Array.isArray(held)) {
			const gone = new Set(added.map(canonicalJson).filter((item) => !mine?.has(item)));
			const rest: unknown[] = held.filter((item) => !gone.has(canonicalJson(item)));
			if (rest.length < held.length) change[field] = rest.length > 0 ? rest : undefined;
		} else if (held === added && !mine?.has(canonicalJson(added))) {
			change[field] = undefined;
		}
	}
	return change;
}

/** Numbers and addresses of the old place are those of the present one again, one by one. */
function reachBack(person: Change, { before, after }: Move): Change {
	const change: Record<string, unknown> = {};
	for (const field of ['phones', 'emails'] as const) {
		const [was = [], is = []] = [before[field], after[field]];
		const held = (person[field] ?? []) as readonly Reach[];
		if (was.length === 0) continue;
		if (isSame(held, is)) {
			change[field] = was;
			continue;
		}
		const old = new Map(
			is.flatMap((item) => {
				const one = was.find(({ value }) => value === item.value);
				return one && !isSame(one, item) ? [[canonicalJson(item), one] as const] : [];
			})
		);
		const next = held.map((item) => old.get(canonicalJson(item)) ?? item);
		if (!isSame(next, held)) change[field] = next;
	}
	return change;
}

/**
 * What the records that became one with somebody said before the import or were made with, by field: it
 * is his own, also where the import had given him the same.
 */
function ownOfOthers(
	{ book }: Kith,
	to: string,
	{ id: batch, at }: ContactImport,
	{ intoOne }: Survey
): Map<string, Set<string>> {
	const own = new Map<string, Set<string>>();
	for (const id of intoOne.get(to) ?? []) {
		const person: Person | undefined = id === to ? undefined : book.get('person', id);
		if (!person || person.batch === batch) continue;
		const cells = book.cells('person', id);
		const made = cells.get('name')?.stamp;
		for (const [field, value] of Object.entries(person)) {
			const stamp = cells.get(field)?.stamp;
			const isOwn = stamp !== undefined && (stamp === made || timeOfStamp(stamp) < Date.parse(at));
			if (!isOwn) continue;
			const said: readonly unknown[] = Array.isArray(value) ? value : [value];
			own.set(field, new Set([...(own.get(field) ?? []), ...said.map(canonicalJson)]));
		}
	}
	return own;
}

function isSame(one: unknown, other: unknown): boolean {
	return canonicalJson(one ?? null) === canonicalJson(other ?? null);
}
