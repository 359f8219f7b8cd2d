// The places a column may go to, as a rep chooses among them, and what is asked about dates.
import type { DateQuestion } from '$lib/domain/contact-table';
import { isDay, type AnyDay, type Day } from '$lib/domain/day';
import { dayOfWritten, readDate, type DateOrder } from '$lib/domain/table-date';
import type { TableFormat } from '$lib/domain/table-format';
import type { ColumnPlace, TablePlace } from '$lib/domain/table-place';
import { locale } from './language';
import { reachLabel } from './reach-words';
import { longDay } from './say';
import { offered, placeFor } from './table-places';
import type { TableColumn } from './table-to-map';

/** One place to choose. */
export interface PlaceOption {
	readonly value: string;
	readonly label: string;
	readonly place: ColumnPlace;
}

const words: Readonly<Record<TablePlace, string>> = {
	name: 'Name',
	given: 'First name',
	middle: 'Middle name',
	family: 'Last name',
	prefix: 'Before the name',
	suffix: 'After the name',
	nickname: 'Nickname',
	company: 'Company',
	title: 'Position',
	phone: 'Phone',
	email: 'E-mail',
	link: 'Link',
	street: 'Street',
	city: 'City',
	region: 'State or region',
	postcode: 'Postcode',
	country: 'Country',
	address: 'Whole address',
	tags: 'Tags',
	note: 'Note',
	line: 'Line of a note',
	about: 'Note to self',
	birthday: 'Birthday',
	wedding: 'Wedding anniversary',
	day: 'Another day',
	connected: 'Connected on LinkedIn',
	spouse: 'Spouse',
	child: 'Children',
	assistant: 'Assistant',
	manager: 'Boss',
	relative: 'Somebody around them',
	label: 'What another column is called',
	'left-out': 'Leave out'
};

const formats: Readonly<Record<TableFormat, string>> = {
	google: 'Google Contacts',
	'google-old': 'Google Contacts',
	outlook: 'Outlook',
	'outlook-com': 'Outlook.com',
	linkedin: 'LinkedIn',
	'atomic-crm': 'Atomic CRM',
	kith: 'Kith'
};

/** What to choose from for a column: with what was guessed, if nobody else would have offered it. */
export function placeOptions({ guess, head }: TableColumn): PlaceOption[] {
	const all = offered.map((place) => ({
		value: valueOf(place),
		place: placeFor(place, guess, head)
	}));
	const own = valueOf(guess);
	const options = all.some(({ value }) => value === own)
		? all.map((each) => (each.value === own ? { ...each, place: guess } : each))
		: [{ value: own, place: guess }, ...all];
	return options.map(({ value, place }) => ({ value, place, label: labelOf(place) }));
}

/** What stands for a place in the list. */
export function valueOf({ place, label }: ColumnPlace): string {
	const isNamed = place === 'phone' || place === 'email' || place === 'link';
	return isNamed && label !== undefined ? `${place} ${label}` : place;
}

/** Whose table it is, in a sentence; undefined where nobody knows. */
export function formatSentence(format: TableFormat | undefined): string | undefined {
	return format === undefined ? undefined : `This looks like a file from ${formats[format]}.`;
}

/** The two days a date may be, by the order that makes it so; `short` without the year. */
export function dateChoices(
	{ example }: DateQuestion,
	today: Day
): readonly { readonly value: DateOrder; readonly label: string; readonly short: string }[] {
	const written = readDate(example);
	return (['day-month', 'month-day'] as const).map((value) => {
		const day = written && dayOfWritten(written, value, today);
		if (day === undefined) return { value, label: example, short: example };
		return { value, label: dayWords(day), short: inYear.format(dateOfAny(day)) };
	});
}

function dayWords(day: AnyDay): string {
	return isDay(day) ? onDay.format(dateOfAny(day)) : longDay(day);
}

/** At noon, in a leap year where there is none. */
function dateOfAny(day: AnyDay): Date {
	return new Date(`${isDay(day) ? day : `2000${day.slice(1)}`}T12:00`);
}

const inYear = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const onDay = new Intl.DateTimeFormat(locale, { dateStyle: 'long' });

function labelOf({ place, label }: ColumnPlace): string {
	const isNamed = place === 'phone' || place === 'email' || place === 'link';
	return isNamed && label !== undefined ? `${words[place]}, ${reachLabel(label)}` : words[place];
}
