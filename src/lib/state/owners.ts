// Whose an entry is: the rep's own or the employer's. Notes, facts and gestures carry the mark.
import { answersOf } from '$lib/domain/answers';
import type { Owner } from '$lib/domain/records/field';
import type { Records } from '$lib/domain/records/tables';
import type { Draft } from '$lib/store/change';
import type { Kith } from './kith.svelte';
import { within } from './say';
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
	return owner && within(ownerWords[owner]);
}

/** Marks entries; an answer with all it said before. `undefined` takes the mark off. */
export function setOwner(
	kith: Kith,
	entries: readonly OwnedEntry[],
	owner: Owner | undefined
): void {
	write(kith, (draft) => {
		for (const entry of entries.flatMap((one) => withOlder(kith, one))) {
			editOwner(draft, entry, owner);
		}
	});
}

/** Adds to a step that an entry is to be marked so. */
export function editOwner(draft: Draft, { table, id }: OwnedEntry, owner: Owner | undefined): void {
	if (table === 'note') draft.edit('note', id, { owner });
	else if (table === 'fact') draft.edit('fact', id, { owner });
	else draft.edit('gesture', id, { owner });
}

function withOlder(kith: Kith, entry: OwnedEntry): readonly OwnedEntry[] {
	const fact = entry.table === 'fact' ? kith.book.get('fact', entry.id) : undefined;
	if (!fact) return [entry];
	const answer = answersOf(kith.book.about('fact', fact.person)).find(
		(one) => one.fact.id === fact.id
	);
	return [fact, ...(answer?.before ?? [])].map(({ id }) => ({ table: 'fact', id }));
}
