// What the facts are called that keep what a merged record said. These words are in the book and tell such
// facts from others, so they are the same in every language; `merge-words` shows them.
import type { Apart } from '$lib/domain/person-merge';

export const labelsOfApart: Readonly<Record<Apart['field'], string>> = {
	name: 'Also called',
	givenName: 'Also called',
	familyName: 'Also called',
	nickname: 'Also called',
	company: 'Company, noted a second time',
	title: 'Title, noted a second time',
	since: 'There since, noted a second time',
	cadence: 'Rhythm, noted a second time',
	closeness: 'Called, noted a second time',
	introducedBy: 'Introduced by, noted a second time'
};

export const BIRTHDAY_APART = 'Birthday, noted a second time';

/** That a card goes with a birthday, as such a fact says it. */
export const CARD_APART = '✉';
