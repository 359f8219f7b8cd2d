// A change in a preview, in words: whom it is about, which field, what it said and what it would say.
import type { Difference } from '$lib/domain/backup-differences';
import type { Change } from '$lib/domain/backup-plan';
import { isAnyDay } from '$lib/domain/day';
import { isId } from '$lib/domain/id';
import { peopleOf } from '$lib/domain/records/tables';
import type { Json } from '$lib/domain/version';
import { nouns, tableWords } from './restore-words';
import { longDay } from './say';

/** Whom a change is about, and what it is. */
export function changeHead(
	{ table, record }: Change,
	nameOf: (person: string) => string | undefined
): { readonly name: string; readonly what: string } {
	const people = peopleOf(record)
		.map(nameOf)
		.filter((name) => name !== undefined);
	if ('name' in record && table !== 'circle') return { name: record.name, what: '' };
	const [one] = nouns[table];
	const label = ('label' in record && record.label) || ('name' in record && record.name) || one;
	return {
		name: people.join(', ') || ('company' in record && record.company) || tableWords[table],
		what: `${label[0]?.toUpperCase() ?? ''}${label.slice(1)}`
	};
}

const fieldNames: Readonly<Record<string, string>> = {
	about: 'Note to self',
	trashedAt: 'Where it is',
	jobs: 'Earlier employers',
	vcard: 'Other contact details',
	uid: 'Address book number',
	keptOn: 'Kept on',
	closedOn: 'Closed on',
	snoozedUntil: 'Put off until',
	introducedBy: 'Introduced by',
	backedUpAt: 'Last backup',
	name: 'Name',
	givenName: 'Given name',
	familyName: 'Family name',
	nickname: 'Nickname',
	company: 'Company',
	title: 'Title',
	since: 'Since',
	phones: 'Phones',
	emails: 'Emails',
	links: 'Links',
	addresses: 'Addresses',
	tags: 'Tags',
	cadence: 'Cadence',
	texting: 'Texting',
	closeness: 'Closeness',
	mergedInto: 'Merged into',
	mergedAs: 'Merged as',
	person: 'Person',
	people: 'People',
	relation: 'Relation',
	birthday: 'Birthday',
	age: 'Age',
	note: 'Note',
	self: 'Self',
	kind: 'Kind',
	on: 'On',
	url: 'Url',
	savedOn: 'Saved on',
	from: 'From',
	to: 'To',
	label: 'Label',
	topic: 'Topic',
	aspect: 'Aspect',
	source: 'Source',
	sensitive: 'Sensitive',
	owner: 'Owner',
	revises: 'Revises',
	article: 'Article',
	touch: 'Touch',
	friends: 'Friends',
	asked: 'Asked',
	direction: 'Direction',
	day: 'Day',
	holiday: 'Holiday',
	yearly: 'Yearly',
	post: 'Post',
	circle: 'Circle',
	doneFor: 'Done for',
	time: 'Time',
	purpose: 'Purpose',
	opener: 'Opener',
	repeat: 'Repeat',
	due: 'Due',
	tenCadence: 'Ten cadence',
	tagCadences: 'Tag cadences',
	initialsOnly: 'Initials only',
	weekStart: 'Week start',
	place: 'Place',
	reason: 'Reason',
	outcome: 'Outcome',
	state: 'State',
	mention: 'Mention',
	passed: 'Passed',
	finishedOn: 'Finished on',
	publicKey: 'Public key'
};

/** The words of an entry itself: named by the entry, "Favourite dish" or "Note". */
const OWN_WORDS = /^(?:text|body)$/;

/** What changed, as in "Company" or "Favourite dish". */
export function changeTitle(what: string, difference: Difference): string {
	if (what !== '' && OWN_WORDS.test(difference.field)) return what;
	return [what, fieldName(difference)].filter(Boolean).join(' · ');
}

function fieldName({ field }: Difference): string {
	const known = Object.hasOwn(fieldNames, field) ? fieldNames[field] : undefined;
	if (known !== undefined) return known;
	const spaced = field.replace(/([a-z])([A-Z])/g, (_, end: string, start: string) => {
		return `${end} ${start.toLowerCase()}`;
	});
	return `${spaced[0]?.toUpperCase() ?? ''}${spaced.slice(1)}`;
}

/** A value as a rep would read it; '' where there is none. */
export function valueWords(
	field: string,
	value: Json | undefined,
	nameOf: (person: string) => string | undefined
): string {
	if (field === 'trashedAt') return value === undefined ? 'In the book' : 'In the trash';
	if (value === undefined || value === null) return '';
	if (typeof value === 'boolean') return value ? 'Yes' : 'No';
	if (typeof value === 'number') return String(value);
	if (typeof value === 'string') {
		if (isAnyDay(value)) return longDay(value);
		return isId(value) ? (nameOf(value) ?? 'Another entry') : value;
	}
	const inner = Array.isArray(value) ? value : Object.values(value);
	const separator = Array.isArray(value) ? ', ' : ' · ';
	return inner
		.map((item: Json) => valueWords('', item, nameOf))
		.filter((words) => words !== '')
		.join(separator);
}
