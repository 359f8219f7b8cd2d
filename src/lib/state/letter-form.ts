// Where the draft of a text to somebody is left; its name ends with the person, so that it goes with them.
import type { Person } from '$lib/domain/records/person';

/** The form of words-left.ts for a draft to a person. */
export function letterForm({ id }: Pick<Person, 'id'>): string {
	return `letter:${id}`;
}
