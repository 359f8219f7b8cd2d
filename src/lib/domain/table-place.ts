// What a column of a table may hold, and to which of a contact's places that belongs.
import type { ContactPlace } from './contact-mapping';

export const tablePlaces = [
	'name',
	'given',
	'middle',
	'family',
	'prefix',
	'suffix',
	'nickname',
	'company',
	'title',
	'phone',
	'email',
	'link',
	'street',
	'city',
	'region',
	'postcode',
	'country',
	'address',
	'tags',
	'note',
	'line',
	'about',
	'birthday',
	'wedding',
	'day',
	'connected',
	'spouse',
	'child',
	'assistant',
	'manager',
	'relative',
	'label',
	'left-out'
] as const;

/**
 * `line` is a line of one note that names the file; `address` a whole address in one cell; `label` what
 * the value of the same group is called; `connected` the day two people were connected on LinkedIn.
 */
export type TablePlace = (typeof tablePlaces)[number];

/** Where a column goes. */
export interface ColumnPlace {
	readonly place: TablePlace;
	/** What its values are called, where no other column says so: "work". */
	readonly label?: string;
	/** Columns that belong together: a number and its label, the parts of one address. */
	readonly group?: string;
}

/** Parts of an address. */
export const addressPlaces: ReadonlySet<TablePlace> = new Set([
	...(['street', 'city', 'region', 'postcode', 'country', 'address'] as const)
]);

/** Places whose cells hold days. */
export const dayPlaces: ReadonlySet<TablePlace> = new Set([
	'birthday',
	'wedding',
	'day',
	'connected'
]);

const contactPlaces: Readonly<Record<TablePlace, ContactPlace | undefined>> = {
	name: 'name',
	given: 'name',
	middle: 'name',
	family: 'name',
	prefix: 'name',
	suffix: 'name',
	nickname: 'nickname',
	company: 'company',
	title: 'title',
	phone: 'phones',
	email: 'emails',
	link: 'links',
	street: 'addresses',
	city: 'addresses',
	region: 'addresses',
	postcode: 'addresses',
	country: 'addresses',
	address: 'addresses',
	tags: 'tags',
	note: 'notes',
	line: 'notes',
	about: 'about',
	birthday: 'birthday',
	wedding: 'wedding',
	day: 'moments',
	connected: 'notes',
	spouse: 'circle',
	child: 'circle',
	assistant: 'circle',
	manager: 'circle',
	relative: 'circle',
	label: undefined,
	'left-out': 'left-out'
};

/** The place in a contact; undefined for what only says how something else is called. */
export function contactPlaceOf(place: TablePlace): ContactPlace | undefined {
	return contactPlaces[place];
}
