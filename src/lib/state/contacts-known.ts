// Whom an import is compared with: everybody of the book, who became one with somebody, and the trash.
import type { Known } from '$lib/domain/import-row';
import { profileKey } from '$lib/domain/profile-link';
import type { Person } from '$lib/domain/records/person';
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
