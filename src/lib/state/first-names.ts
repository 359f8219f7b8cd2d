// The first page of the book: names written down become people, and the first of the ten.
import { PLACES } from '$lib/domain/top-ten';
import type { Kith } from './kith.svelte';
import { write } from './writing';

/** Adds a person for each name and seats them in order; false when no name was written. */
export function startTen(kith: Kith, names: readonly string[]): boolean {
	const written = names.map((name) => name.trim()).filter(Boolean);
	if (written.length === 0) return false;
	return write(kith, (draft) => {
		written.slice(0, PLACES).forEach((name, index) => {
			const person = kith.book.newId('person');
			draft.add('person', { id: person, name });
			draft.add('slot', {
				id: kith.book.newId('slot'),
				person,
				place: index + 1,
				from: kith.clock.today
			});
		});
	});
}
