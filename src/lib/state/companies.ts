// The companies of the book, what is written about them, and what a rep does with one.
import { changedFields } from '$lib/domain/changed-fields';
import { companiesOf, type Company } from '$lib/domain/company';
import type { AnyDay } from '$lib/domain/day';
import { fold } from '$lib/domain/fold';
import type { Moment, MomentKind } from '$lib/domain/records/moment';
import type { Note } from '$lib/domain/records/note';
import type { Person } from '$lib/domain/records/person';
import type { Table } from '$lib/domain/records/tables';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** What there is to say about a company's day. */
export const companyMomentKinds = ['founding-day', 'go-live', 'other'] as const;

/** A note of one of the people of a company, and who. */
export interface NoteOf {
	readonly note: Note;
	readonly person: Person;
}

type Companies = ReadonlyMap<string, Company>;
const foldedNames = new Map<string, string>();
const held = new WeakMap<Kith, Held>();

/** What was gathered last, and from what. */
interface Held {
	/** The lists of the book, which are the same ones until something in them changes. */
	readonly lists: readonly unknown[];
	/** What of them companies are made of. */
	readonly from: readonly unknown[];
	readonly companies: Companies;
}

/** Signs that mean something in an address, and are easily decoded once too often on their way. */
const SIGNS = /[%#?/\\~]/g;

/** The address of a company's page. */
export function companyHref(name: string): string {
	const plain = name.trim().replace(SIGNS, (sign) => `~${sign.charCodeAt(0).toString(16)}`);
	return `#/companies/${encodeURIComponent(plain)}`;
}

/** The name in such an address. */
export function nameInAddress(part: string): string {
	return part.replace(/~(2[35f]|3f|5c|7e)/g, (_, code: string) =>
		String.fromCharCode(Number.parseInt(code, 16))
	);
}

/** All companies by folded name; made anew only when people, posts or names on notes and moments change. */
export function companiesIn(kith: Kith): Companies {
	const { live } = kith;
	const [people, employments] = [live.all('person'), live.all('employment')];
	const [notes, moments] = [live.all('note'), live.all('moment')];
	const lists = [people, employments, notes, moments];
	const known = held.get(kith);
	if (known && isSame(lists, known.lists)) return known.companies;
	const others: string[] = [];
	for (const { company } of notes) if (company !== undefined) others.push(company);
	for (const { company } of moments) if (company !== undefined) others.push(company);
	// By their names, not by the tables: each word of a note being written is a change of those.
	const from = [people, employments, others.join('\n')];
	const companies =
		known && isSame(from, known.from) ? known.companies : companiesOf(people, employments, others);
	held.set(kith, { lists, from, companies });
	return companies;
}

/** One company, also one nobody is at and nothing is written about. */
export function companyNamed(kith: Kith, name: string): Company {
	const key = fold(name);
	return companiesIn(kith).get(key) ?? { key, name: name.trim(), now: [], formerly: [] };
}

/** The companies whose name holds every word, by name. */
export function companiesFound(kith: Kith, query: string): Company[] {
	const words = fold(query).split(' ').filter(Boolean);
	return [...companiesIn(kith).values()]
		.filter(({ key }) => words.every((word) => key.includes(word)))
		.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
}

/** The others who are where a person is; quick enough for a person's page, unlike gathering all companies. */
export function colleaguesOf({ live }: Kith, { id, company }: Person): Person[] {
	const key = foldedName(company ?? '');
	if (key === '') return [];
	return live
		.all('person')
		.filter((other) => other.id !== id && other.company && foldedName(other.company) === key);
}

/** The notes about a company itself, newest first. */
export function notesOfCompany({ live }: Kith, key: string): Note[] {
	return live
		.all('note')
		.filter(({ company }) => company !== undefined && fold(company) === key)
		.sort(newestFirst);
}

/** The latest notes of a company's people, newest first. */
export function latestNotes(
	{ live }: Kith,
	people: readonly Person[],
	many: number
): readonly NoteOf[] {
	const book = live.read('note');
	const seen = new Set<string>();
	return people
		.flatMap((person) => book.about('note', person.id).map((note) => ({ note, person })))
		.filter(({ note }) => !seen.has(note.id) && seen.add(note.id))
		.sort((a, b) => newestFirst(a.note, b.note))
		.slice(0, many);
}

/** The moments of all companies. */
export function companyMoments({ live }: Kith): readonly (readonly [Moment, string])[] {
	return live
		.all('moment')
		.flatMap((moment) =>
			moment.person === undefined && moment.company !== undefined
				? [[moment, moment.company] as const]
				: []
		);
}

/**
 * Writes down a day that matters to a company, or corrects it.
 * @param start the moment as the form opened it: what is still so is not written
 */
export function keepCompanyMoment(
	kith: Kith,
	company: string,
	fields: {
		readonly kind: MomentKind;
		readonly day: AnyDay;
		readonly yearly: boolean;
		readonly label?: string;
		readonly post?: boolean;
	},
	start?: Moment
): void {
	if (start === undefined) {
		const id = kith.book.newId('moment');
		write(kith, (draft) => draft.add('moment', { id, company, ...fields }));
		return;
	}
	const cleared = { label: undefined, post: undefined };
	const changed = changedFields(start, { ...cleared, ...fields }, [['day', 'yearly']]);
	if (changed) write(kith, (draft) => draft.edit('moment', start.id, changed));
}

/** What a new name does: it joins another company that is written so, or is only another name. */
export function joinsWith(kith: Kith, { key }: Company, name: string): Company | undefined {
	const other = fold(name);
	return other === key ? undefined : companiesIn(kith).get(other);
}

/**
 * Gives a company another name wherever it stands, what is in the trash too: one step, one undo.
 * @returns false when nothing was written: years that are not read yet would keep the old name
 */
export function renameCompany(kith: Kith, { key, name: old }: Company, name: string): boolean {
	const { book, live } = kith;
	if (!live.isWhole) return false;
	const all = <T extends Table>(table: T) => [...book.all(table), ...book.trashed(table)];
	const isIt = (company: string | undefined): boolean =>
		company !== undefined && company !== name && fold(company) === key;
	return write(
		kith,
		(draft) => {
			for (const { id, company, jobs } of all('person')) {
				const change = {
					...(isIt(company) ? { company: name } : {}),
					...(jobs?.some((job) => isIt(job.company))
						? { jobs: jobs.map((job) => (isIt(job.company) ? { ...job, company: name } : job)) }
						: {})
				};
				if (Object.keys(change).length > 0) draft.edit('person', id, change);
			}
			for (const table of ['employment', 'note', 'moment'] as const) {
				for (const { id, company } of all(table)) {
					if (isIt(company)) draft.edit(table, id, { company: name });
				}
			}
		},
		`“${old}” is “${name}” now`
	);
}

function isSame(some: readonly unknown[], others: readonly unknown[]): boolean {
	return some.every((one, index) => one === others[index]);
}

/* Thousands of people share few spellings. */
function foldedName(name: string): string {
	const known = foldedNames.get(name) ?? fold(name);
	foldedNames.set(name, known);
	return known;
}

function newestFirst(a: Note, b: Note): number {
	if (a.day !== b.day) return a.day < b.day ? 1 : -1;
	return a.id < b.id ? 1 : -1;
}
