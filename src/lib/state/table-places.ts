// The places offered for the columns of a table.
import { addressPlaces, type ColumnPlace, type TablePlace } from '$lib/domain/table-place';

/** Offered for every column; the others only where they were guessed. */
export const offered: readonly ColumnPlace[] = [
	...(['left-out', 'name', 'given', 'family', 'nickname', 'company', 'title'] as const).map(
		(place) => at(place)
	),
	...['', 'mobile', 'work', 'home'].map((label) => at('phone', label)),
	...['', 'work', 'home'].map((label) => at('email', label)),
	...(['link', 'street', 'city', 'region', 'postcode', 'country', 'address'] as const).map(
		(place) => at(place)
	),
	...(['tags', 'note', 'line', 'about', 'birthday', 'wedding', 'day'] as const).map((place) =>
		at(place)
	),
	...(['spouse', 'child', 'assistant', 'manager', 'relative'] as const).map((place) => at(place))
];

function at(place: TablePlace, label = ''): ColumnPlace {
	return label === '' ? { place } : { place, label };
}

/** A place for this very column: an address keeps together, a day is called by its head. */
export function placeFor(
	{ place, label }: ColumnPlace,
	guess: ColumnPlace,
	head: string
): ColumnPlace {
	const isAddress = addressPlaces.has(place);
	const group = isAddress === addressPlaces.has(guess.place) ? guess.group : undefined;
	const called = label ?? (place === 'day' || place === 'relative' ? head : undefined);
	const together = group ?? (isAddress ? 'address' : undefined);
	return {
		place,
		...(called === undefined ? {} : { label: called }),
		...(together === undefined ? {} : { group: together })
	};
}
