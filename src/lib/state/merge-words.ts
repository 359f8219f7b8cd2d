// What a merged record said that has no place beside the one that stays, in the words of a fact.
import type { Id } from '$lib/domain/id';
import type { Apart } from '$lib/domain/person-merge';
import { longDay } from './say';

/** The labels of such facts. */
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

/** Label and text of the fact that keeps it; undefined when there is nothing to say. */
export function factOfApart(
	{ field, value }: Apart,
	nameOf: (id: Id<'person'>) => string | undefined
): { readonly label: string; readonly text: string } | undefined {
	const text = textOf(field, value, nameOf);
	return text?.trim() ? { label: labelsOfApart[field], text } : undefined;
}

function textOf(
	field: Apart['field'],
	value: Apart['value'],
	nameOf: (id: Id<'person'>) => string | undefined
): string | undefined {
	if (field === 'cadence') return value === 0 ? 'Not tracked' : `Every ${value} days`;
	if (field === 'introducedBy') return nameOf(value as Id<'person'>);
	if (field === 'since') return longDay(value as Extract<Apart, { field: 'since' }>['value']);
	return String(value);
}
