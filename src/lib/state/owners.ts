// Whose an entry is: the rep's own or the employer's. Notes, facts and gestures carry the mark.
import { answersOf } from '$lib/domain/answers';
import type { Owner } from '$lib/domain/records/field';
import type { Records } from '$lib/domain/records/tables';
import type { Kith } from './kith.svelte';
import { count } from './say';
import { write } from './writing';

/** The tables whose records carry the mark. */
export const ownedTables = ['note', 'fact', 'gesture'] as const;
export type OwnedTable = (typeof ownedTables)[number];
export type Owned = Records[OwnedTable];

/** One entry that can be marked. */
export interface OwnedEntry {
	readonly table: OwnedTable;
	readonly id: Owned['id'];
}

export const ownerWords: Readonly<Record<Owner, string>> = {
	mine: 'Mine',
	employer: 'Employer’s'
};

/** What is shown with an entry: "mine", "employer’s", nothing. */
export function ownerMark(owner: Owner | undefined): string | undefined {
	return owner && ownerWords[owner].toLowerCase();
}

/** Marks entries; an answer with all it said before. `undefined` takes the mark off. */
export function setOwner(
	kith: Kith,
	entries: readonly OwnedEntry[],
	owner: Owner | undefined
): void {
	mark(
		kith,
		entries.flatMap((entry) => withOlder(kith, entry)),
		owner
	);
}

/** How many entries about these people are marked otherwise, by table. */
export function unlike(
	kith: Kith,
	people: readonly string[],
	owner: Owner | undefined
): readonly OwnedEntry[] {
	const book = kith.live.read(...ownedTables);
	const found = new Map<string, OwnedEntry>();
	for (const person of people) {
		for (const table of ownedTables) {
			for (const entry of book.about(table, person)) {
				if (entry.owner !== owner) found.set(entry.id, { table, id: entry.id });
			}
		}
	}
	return [...found.values()];
}

/** Marks every note, fact and gesture about these people, in one step; returns how many were changed. */
export function setOwnerOfAll(
	kith: Kith,
	people: readonly string[],
	owner: Owner | undefined
): number {
	const entries = unlike(kith, people, owner);
	const said = owner
		? `marked ${owner === 'mine' ? 'mine' : 'as the employer’s'}`
		: 'not marked any more';
	if (entries.length > 0)
		mark(kith, entries, owner, `${count(entries.length, 'entry', 'entries')} ${said}`);
	return entries.length;
}

/** Everything that carries this mark, the trash included. */
export function markedAs(kith: Kith, owner: Owner): OwnedEntry[] {
	return ownedTables.flatMap((table) =>
		[...kith.live.all(table), ...kith.live.trashed(table)]
			.filter((entry) => entry.owner === owner)
			.map(({ id }): OwnedEntry => ({ table, id }))
	);
}

function mark(
	kith: Kith,
	entries: readonly OwnedEntry[],
	owner: Owner | undefined,
	said?: string
): void {
	write(
		kith,
		(draft) => {
			for (const entry of entries) {
				if (entry.table === 'note') draft.edit('note', entry.id, { owner });
				else if (entry.table === 'fact') draft.edit('fact', entry.id, { owner });
				else draft.edit('gesture', entry.id, { owner });
			}
		},
		said
	);
}

function withOlder(kith: Kith, entry: OwnedEntry): readonly OwnedEntry[] {
	const fact = entry.table === 'fact' ? kith.book.get('fact', entry.id) : undefined;
	if (!fact) return [entry];
	const answer = answersOf(kith.book.about('fact', fact.person)).find(
		(one) => one.fact.id === fact.id
	);
	return [fact, ...(answer?.before ?? [])].map(({ id }) => ({ table: 'fact', id }));
}
