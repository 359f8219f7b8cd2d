// What a merged record said that has no place beside the one that stays, in the words of a fact.
import type { Id } from '$lib/domain/id';
import type { Apart } from '$lib/domain/person-merge';
import { labelsOfApart } from './merge-labels';
import { longDay } from './say';

const shown: Readonly<Record<string, string>> = {
	'Also called': 'Also called',
	'Company, noted a second time': 'Company, noted a second time',
	'Title, noted a second time': 'Title, noted a second time',
	'There since, noted a second time': 'There since, noted a second time',
	'Rhythm, noted a second time': 'Rhythm, noted a second time',
	'Called, noted a second time': 'Called, noted a second time',
	'Introduced by, noted a second time': 'Introduced by, noted a second time',
	'Birthday, noted a second time': 'Birthday, noted a second time'
};

/** The label of a fact as it is shown; one that a rep made up stands as it is. */
export function apartLabel(label: string): string {
	return (Object.hasOwn(shown, label) ? shown[label] : undefined) ?? label;
}

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
