// The inbox: what was jotted down in a hurry and is about nobody yet.
import type { Note } from '$lib/domain/records/note';
import type { Kith } from './kith.svelte';

/** The notes that are about nobody who is in the book, newest first. */
export function inboxOf(kith: Kith): Note[] {
	// Followed once as a table: asking `live` for each of 100,000 notes would follow it as often.
	kith.live.all('person');
	return kith.live
		.all('note')
		.filter(
			({ people, company }) =>
				company === undefined && !people.some((id) => kith.book.get('person', id))
		)
		.sort((a, b) => (a.id < b.id ? 1 : -1));
}
