// What an import says: what a file looks like, what a card lacked, why two people may be the same.
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { DuplicateReason } from '$lib/domain/duplicates';
import type { SameAs } from '$lib/domain/import-row';
import type { VcardProblem, VcardProblemCode } from '$lib/domain/vcard';
import { MOST_BYTES, type FileRefusal } from './contact-limits';
import type { ContactsRead } from './contact-reading.svelte';
import type { Explained } from './failures';
import type { Day } from '$lib/domain/day';
import { count, figure, momentKindWords, shortDay } from './say';
import type { UndoneImport } from './contacts-undo';

const HOW = 'Kith reads vCard files, which end in .vcf; this page says where to get one.';

const looks: Readonly<Record<FileRefusal, string>> = {
	empty:
		'It is empty. Perhaps it was still being copied. Choose it again, or save it once more where it came from.',
	csv: `It looks like a table (CSV). ${HOW}`,
	'web-page': `It looks like a web page, as when a sign-in page was saved instead of the contacts. ${HOW}`,
	archive: `It looks like a packed file, such as a zip, a spreadsheet or an address book archive. If there is a .vcf file in it, unpack it and choose that one. ${HOW}`,
	pdf: `It looks like a PDF. ${HOW}`,
	picture: `It looks like a picture. ${HOW}`,
	outlook: `It looks like Outlook’s own file. ${HOW}`,
	calendar: `It looks like a calendar, not an address book. ${HOW}`,
	backup: 'It looks like a backup of Kith. Bring it back under More, Backup.',
	json: `It looks like data of another program (JSON). ${HOW}`,
	text: `It is text, but there is no card in it. ${HOW}`,
	binary: `It is not text, so it cannot be a vCard file. ${HOW}`,
	'too-large': `It is larger than ${figure(MOST_BYTES / 1024 / 1024)} MB, which is more than Kith reads at once. Export the contacts in parts, or without their pictures.`,
	unreadable:
		'The browser could not read it. Perhaps it was moved, or lies in a cloud folder that is not on this device yet. Choose it again.'
};

/** What to say about a file that was not read: what is safe, what it looks like, what to do. */
export function refusalOf(file: string, why: FileRefusal): Explained {
	return { title: `${file} was not read`, text: `Nothing was changed. ${looks[why]}` };
}

const problems: Readonly<Record<VcardProblemCode, string>> = {
	'no-cards': 'there is no card here.',
	'not-text': 'this is not text.',
	'card-not-begun': 'a card has no beginning. What is in it was read all the same.',
	'card-not-ended': 'a card has no end. What is in it was read all the same.',
	'nested-card': 'a card within a card. Only its name was taken.',
	'text-outside-card': 'these words belong to no card and were left out.',
	'not-a-property': 'this makes no sense in a card and was left out.',
	'card-without-name': 'a card without a name, a company, an e-mail or a phone. It was left out.',
	'group-card': 'this is a list of people, not a person. It was left out.',
	'bad-date': 'this is not a day in the calendar. It is kept as written, but not as a moment.',
	'partial-date': 'a date without its day or month. It is kept as written, but not as a moment.'
};

/** A problem in one sentence, with its line and the words at fault. */
export function problemSentence({ code, line, detail }: VcardProblem): string {
	const said = detail ? `“${detail}”: ${problems[code]}` : upper(problems[code]);
	return `Line ${figure(line)}. ${said}`;
}

const reasons: Readonly<Record<DuplicateReason, string>> = {
	email: 'Same e-mail as',
	phone: 'Same phone as',
	'name-and-company': 'Same name and company as',
	name: 'Same name as'
};

/** "Same e-mail as Dana Whitlock, in this file". */
export function sameAsSentence({ who, name, reason, sure }: SameAs): string {
	const where = who.in === 'file' ? ', earlier in this import' : '';
	const unsure = sure ? '' : '; another name, so perhaps a colleague';
	return `${reasons[reason]} ${name}${where}${unsure}`;
}

/** What a contact brings, in a line: company, phone, e-mail, and the rest by its kind. */
export function contactLine(contact: ContactDraft, today: Day): string {
	const {
		company,
		title,
		phones = [],
		emails = [],
		circle,
		moments,
		notes,
		addresses = []
	} = contact;
	const days = moments.map(({ kind, label, day }) => {
		const what = kind === 'other' && label ? label : momentKindWords[kind];
		return `${what} ${shortDay(day, today)}`;
	});
	const parts = [
		[company === contact.name ? undefined : company, title].filter(Boolean).join(', '),
		listed(phones.map(({ value }) => value)),
		listed(emails.map(({ value }) => value)),
		addresses.length > 0 && (addresses[0]?.city ?? count(addresses.length, 'address', 'addresses')),
		listed(days),
		listed(circle.map(({ name }) => name)),
		notes.length > 0 && count(notes.length, 'note')
	];
	return parts.filter(Boolean).join(' · ');
}

/** What the preview holds: "212 people, 14 already in your book, 3 cards could not be read". */
export function previewSummary({ rows, unread }: ContactsRead): string {
	const inBook = rows.filter(({ same }) => same?.who.in === 'book').length;
	const twice = rows.filter(({ same }) => same?.who.in === 'file').length;
	const parts = [count(rows.length, 'person', 'people')];
	if (inBook > 0) parts.push(`${figure(inBook)} already in your book`);
	if (twice > 0) parts.push(`${figure(twice)} here more than once`);
	if (unread > 0) parts.push(`${count(unread, 'card')} could not be read`);
	return parts.join(', ');
}

/** The words on the button: "Import 12 people", "Import 12 people and what 3 lack". */
export function importLabel(people: number, fillings: number): string {
	const lack = `what ${figure(fillings)} ${fillings === 1 ? 'lacks' : 'lack'}`;
	if (people === 0 && fillings > 0) return `Import ${lack}`;
	return `Import ${count(people, 'person', 'people')}${fillings > 0 ? ` and ${lack}` : ''}`;
}

/** What an import has done: "12 people added, 3 filled in". */
export function importedSummary(added: number, filled: number): string {
	const people = `${count(added, 'person', 'people')} added`;
	if (filled === 0) return people;
	return added === 0
		? `${count(filled, 'person', 'people')} filled in`
		: `${people}, ${figure(filled)} filled in`;
}

const NAMED = 5;

/** What undoing an import has done, and who was kept. */
export function undoneSentence({ removed, kept }: UndoneImport): string {
	if (removed === 0 && kept.length === 0) return 'What it filled in is taken back.';
	const out =
		removed === 0 && kept.length > 0
			? 'Nobody was taken out for good.'
			: `${count(removed, 'person', 'people')} taken out again, as if never imported.`;
	if (kept.length === 0) return out;
	const names = kept.slice(0, NAMED).join(', ');
	const more = kept.length > NAMED ? ` and ${figure(kept.length - NAMED)} more` : '';
	return `${out} ${count(kept.length, 'person', 'people')} you have gone on with since ${kept.length === 1 ? 'is' : 'are'} in the trash, with everything you wrote: ${names}${more}.`;
}

function listed(values: readonly string[]): string {
	const [first = ''] = values;
	return values.length > 1 ? `${first} and ${figure(values.length - 1)} more` : first;
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
