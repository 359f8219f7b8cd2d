// Erased on one device while another made one with it: who had gone to somebody erased stands again, and
// what named the erased one is about whoever stands.
import type { Id } from '$lib/domain/id';
import { whoStays } from '$lib/domain/merged-into';
import { Draft } from '$lib/store/change';
import { eraseRecords } from '$lib/store/erasing';
import { writeDraft } from '$lib/store/write';
import type { Kith } from './kith.svelte';
import { mergedIds, standsFor } from './merged';

type PersonId = Id<'person'>;

/** @returns how many stand again or have found another to go to */
export function standAgain(kith: Kith): number {
	const { book } = kith;
	const left = new Map<PersonId, PersonId[]>();
	for (const id of mergedIds(kith)) {
		const end = standsFor(kith, id);
		if (end === id || !book.isErased(end) || book.isErased(id) || !book.get('person', id)) continue;
		left.set(end, [...(left.get(end) ?? []), id]);
	}
	const draft = new Draft();
	const trashedAt = new Date(kith.clock.exactly()).toISOString();
	for (const ids of left.values()) {
		const stays = whoStays(ids);
		for (const id of ids) {
			const change =
				id === stays
					? { trashedAt: undefined, mergedInto: undefined, mergedAs: undefined }
					: { trashedAt, mergedInto: stays, mergedAs: undefined };
			draft.edit('person', id, change);
		}
	}
	if (draft.wishes.length === 0) return 0;
	writeDraft(book, draft);
	for (const [end, ids] of left) eraseRecords(book, [end], new Map([[end, whoStays(ids)]]));
	return draft.wishes.length;
}
