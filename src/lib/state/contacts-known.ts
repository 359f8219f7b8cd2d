// Whom an import is compared with: everybody of the book, who became one with somebody, and the trash.
import type { Pace } from '$lib/domain/backup';
import { ImportRows, type Known } from '$lib/domain/import-row';
import { profileKey } from '$lib/domain/profile-link';
import type { Person } from '$lib/domain/records/person';
import type { ChosenRow } from './contacts-plan';
import type { Kith } from './kith.svelte';
import { standsInstead } from './merged';

/**
 * Of each person only what is compared. Those who became one with somebody come first, in the name of who
 * stands for them, so that an older address book finds them under what they were called.
 */
export function* knownToImport(kith: Kith): Generator<Known> {
	for (const person of kith.book.trashed('person')) {
		const into = standsInstead(kith, person.id);
		if (into === undefined && person.mergedInto !== undefined) continue;
		const id = into ?? person.id;
		const now = kith.book.get('person', id);
		if (!now) continue;
		const known = { ...knownOf(person), id };
		yield now.trashedAt === undefined ? known : { ...known, inTrash: true };
	}
	for (const person of kith.book.all('person')) yield knownOf(person);
}

/**
 * Looks once more before anything is written: a row for which the preview had found nobody for sure, and
 * who is in the book by now, as from a second import in another tab, fills that one in.
 */
export async function knownSince(
	kith: Kith,
	chosen: readonly ChosenRow[],
	pace: Pace
): Promise<readonly ChosenRow[]> {
	const isOpen = ({ row, as }: ChosenRow): boolean => as === 'person' && row.same?.sure !== true;
	if (!chosen.some(isOpen)) return chosen;
	const rows = new ImportRows();
	let done = 0;
	for (const known of knownToImport(kith)) {
		rows.know([known]);
		if (++done % 16 === 0) await pace(done, done);
	}
	const looked: ChosenRow[] = [];
	for (const one of chosen) {
		if (looked.length % 16 === 0) await pace(looked.length, chosen.length);
		const { contact, fromLinkedIn } = one.row;
		const same = isOpen(one) ? rows.next(contact, fromLinkedIn).same : undefined;
		const isHere = same?.sure === true && same.who.in === 'book';
		looked.push(isHere ? { row: { ...one.row, same }, as: 'filling' } : one);
	}
	return looked;
}

function knownOf({ id, name, company, uid, emails, phones, links = [] }: Person): Known {
	const profiles = links.filter(({ value }) => profileKey(value) !== undefined);
	return {
		id,
		name,
		...(company === undefined ? {} : { company }),
		...(uid === undefined ? {} : { uid }),
		...(emails ? { emails } : {}),
		...(phones ? { phones } : {}),
		...(profiles.length > 0 ? { links: profiles } : {})
	};
}
