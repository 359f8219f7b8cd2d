// What a merged record said that has no place beside the one that stays, in the words of a fact.
import type { Id } from '$lib/domain/id';
import type { Apart } from '$lib/domain/person-merge';
import { isAnyDay } from '$lib/domain/day';
import { BIRTHDAY_APART, CARD_APART, labelsOfApart } from './merge-labels';
import { count, longDay } from './say';

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

/** What such a fact says, as it is shown; what a rep made of it stands as it is. */
export function apartText(label: string | undefined, text: string): string {
	if (label === labelsOfApart.cadence && /^\d{1,4}$/.test(text)) {
		return text === '0' ? 'Not tracked' : `Every ${count(Number(text), 'day')}`;
	}
	if (label !== labelsOfApart.since && label !== BIRTHDAY_APART) return text;
	const shownPart = (part: string): string => {
		if (part === CARD_APART) return 'a card goes with it';
		return isAnyDay(part) ? longDay(part) : part;
	};
	return text.split(', ').map(shownPart).join(', ');
}

/**
 * Label and text of the fact that keeps it; undefined when there is nothing to say. Devices that speak two
 * languages write the same: days and numbers, which `apartText` puts into words.
 */
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
	if (field === 'introducedBy') return nameOf(value as Id<'person'>);
	return String(value);
}
