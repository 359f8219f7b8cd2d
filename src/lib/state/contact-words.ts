// What an import says: what a file looks like, what a card lacked, why two people may be the same.
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { DuplicateReason } from '$lib/domain/duplicates';
import type { SameAs } from '$lib/domain/import-row';
import type { Job, JobChange } from '$lib/domain/job-change';
import type { ContactImport } from '$lib/domain/records/import';
import type { ContactProblem } from '$lib/domain/contact-problem';
import { MOST_BYTES, type FileRefusal } from './contact-limits';
import type { ContactsRead } from './contact-reading.svelte';
import type { Explained } from './failures';
import type { Day } from '$lib/domain/day';
import { count, figure, momentKindWords, shortDay } from './say';
import type { UndoneImport } from './contacts-undo';

const HOW =
	'Kith reads vCard files (.vcf), tables (.csv) and an account of Monica (.json). Import says under “Where to get the file” how to get one.';

const looks: Readonly<Record<FileRefusal, string>> = {
	empty:
		'It is empty. Perhaps it was still being copied. Choose it again, or save it once more where it came from.',
	csv: 'It looks like a table (CSV), but there is nobody in it. Save it once more where it came from.',
	'web-page': `It looks like a web page, as when a sign-in page was saved instead of the contacts. ${HOW}`,
	archive: `It looks like a packed file, such as a zip, a spreadsheet or an address book archive. If there is a .vcf or .csv file in it, unpack it and choose that one; save a spreadsheet as CSV. ${HOW}`,
	pdf: `It looks like a PDF. ${HOW}`,
	picture: `It looks like a picture. ${HOW}`,
	outlook: `It looks like Outlook’s own file. ${HOW}`,
	calendar: `It looks like a calendar, not an address book. ${HOW}`,
	backup:
		'It looks like a backup of Kith, or an archive of everything. Bring it back under More, Backup.',
	json: `It looks like data of another program (JSON). Of these Kith reads an account of Monica 4. ${HOW}`,
	'broken-json':
		'It looks like an account of Monica, but it breaks off or is damaged. Export it once more in Monica, under Settings, Export data, and choose that file.',
	text: `It is text, but there is no card and no table in it. ${HOW}`,
	binary: `It is not text, so it can be neither cards nor a table. ${HOW}`,
	'too-large': `It is larger than ${figure(MOST_BYTES / 1024 / 1024)} MB, which is more than Kith reads at once. Export the contacts in parts, or without their pictures.`,
	unreadable:
		'The browser could not read it. Perhaps it was moved, or lies in a cloud folder that is not on this device yet. Choose it again.'
};

/** What to say about a file that was not read: what is safe, what it looks like, what to do. */
export function refusalOf(file: string, why: FileRefusal): Explained {
	return { title: `${file} was not read`, text: `Nothing was changed. ${looks[why]}` };
}

const problems: Readonly<Record<ContactProblem['code'], string>> = {
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
	'quote-not-closed':
		'a quote begins here and is never closed. The row was read as if it were not there.',
	'row-without-name': 'a row without a name, a company, an e-mail or a phone. It was left out.',
	'row-too-long': 'a row with more cells than there are columns. They are kept in a note.',
	'bad-contact': 'a contact without a name, a company, an e-mail or a phone. It was left out.',
	'bad-entry': 'this is not as Monica writes it and was left out. The rest was read.',
	'partial-date': 'a date without its day or month. It is kept as written, but not as a moment.'
};

/** A problem in one sentence, with its row or line and the words at fault. */
export function problemSentence({ code, line, row, detail }: ContactProblem): string {
	const said = detail ? `“${detail}”: ${problems[code]}` : upper(problems[code]);
	const inFile = line === undefined ? '' : figure(line);
	if (row === undefined) return inFile === '' ? said : `Line ${inFile}. ${said}`;
	return row === line || inFile === ''
		? `Row ${figure(row)}. ${said}`
		: `Row ${figure(row)}, line ${inFile}. ${said}`;
}

const reasons: Readonly<Record<DuplicateReason, string>> = {
	uid: 'Came from the same entry as',
	email: 'Same e-mail as',
	profile: 'Same LinkedIn profile as',
	phone: 'Same phone as',
	'name-and-company': 'Same name and company as',
	name: 'Same name as'
};

const whereabouts: Readonly<Record<SameAs['who']['in'], string>> = {
	book: '',
	trash: ', who is in the trash',
	file: ', earlier in this import'
};

/** "Same e-mail as Dana Whitlock, earlier in this import". */
export function sameAsSentence({ who, name, reason, sure }: SameAs): string {
	const where = whereabouts[who.in];
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
	return parts
		.map((part) => (part ? inALine(part) : ''))
		.filter(Boolean)
		.join(' · ');
}

/** More than a line of a list has room for, however long the field of a file is. */
const MOST_IN_A_LINE = 200;

/** Words as a line of a list shows them; what is imported stays whole. */
export function inALine(words: string): string {
	return words.length > MOST_IN_A_LINE
		? `${words.slice(0, MOST_IN_A_LINE).toWellFormed()}…`
		: words;
}

/** What the preview holds: "212 people, 14 already in your book, 3 entries could not be read". */
export function previewSummary({ rows, unread }: ContactsRead): string {
	const inBook = rows.filter(({ same }) => same?.who.in === 'book').length;
	const inTrash = rows.filter(({ same }) => same?.who.in === 'trash').length;
	const twice = rows.filter(({ same }) => same?.who.in === 'file').length;
	const parts = [count(rows.length, 'person', 'people')];
	if (inBook > 0) parts.push(`${figure(inBook)} already in your book`);
	if (inTrash > 0) parts.push(`${figure(inTrash)} in your trash`);
	if (twice > 0) parts.push(`${figure(twice)} here more than once`);
	if (unread > 0) parts.push(`${count(unread, 'entry', 'entries')} could not be read`);
	return parts.join(', ');
}

/** The words on the button: "Import 12 people", "Import 12 people, what 3 lack and 2 new jobs". */
export function importLabel({
	add,
	fill,
	move
}: Readonly<Record<'add' | 'fill' | 'move', number>>): string {
	const parts: string[] = [];
	if (add > 0 || fill + move === 0) parts.push(count(add, 'person', 'people'));
	if (fill > 0) {
		parts.push(fill === 1 ? `what ${figure(fill)} lacks` : `what ${figure(fill)} lack`);
	}
	if (move > 0) parts.push(count(move, 'new job'));
	const last = parts.pop() ?? '';
	return `Import ${parts.length > 0 ? `${parts.join(', ')} and ${last}` : last}`;
}

/** What an import has done: "12 people added, 3 filled in, 1 moved to a new job". */
export function importedSummary({
	added,
	filled = [],
	moved = [],
	left = []
}: Pick<ContactImport, 'added' | 'filled' | 'moved' | 'left'>): string {
	const many: readonly [number, string][] = [
		[added, 'added'],
		[filled.length, 'filled in'],
		[moved.length, 'moved to a new job']
	];
	const done = many.filter(([each]) => each > 0);
	const [first, ...others] = done;
	if (!first) return left.length > 0 ? 'Nothing changed in your book' : '0 people added';
	return [
		`${count(first[0], 'person', 'people')} ${first[1]}`,
		...others.map(([each, what]) => `${figure(each)} ${what}`)
	].join(', ');
}

/** What an import left as it was: "14 left out, 2 job changes left as they were"; empty for nothing. */
export function leftOutSummary({
	leftOut = 0,
	left = []
}: Pick<ContactImport, 'leftOut' | 'left'>): string {
	const parts: string[] = [];
	if (leftOut > 0) parts.push(`${figure(leftOut)} left out`);
	if (left.length > 0) {
		const isOne = left.length === 1;
		parts.push(
			isOne
				? `${count(left.length, 'job change')} left as it was`
				: `${count(left.length, 'job change')} left as they were`
		);
	}
	return parts.join(', ');
}

/** "Now Sales Lead at Northwind; your book says Buyer at Acme". */
export function moveSentence({ now, before }: JobChange): string {
	return `Now ${jobInWords(now)}; your book says ${jobInWords(before)}`;
}

function jobInWords({ company, title }: Job): string {
	return title === undefined ? `at ${company}` : `${title} at ${company}`;
}

const NAMED = 5;

/** What undoing an import has done, and who was kept. */
export function undoneSentence(undone: UndoneImport): string {
	const { removed, kept, trashed = 0, merged = [], jobs = [], entries = 0 } = undone;
	const said: string[] = [];
	if (removed > 0) {
		said.push(`${count(removed, 'person', 'people')} taken out again, as if never imported.`);
	}
	if (trashed > 0) {
		said.push(
			`${count(trashed, 'person', 'people')} moved to the trash for 30 days, in case you have gone on with somebody on another device.`
		);
	}
	if (said.length === 0) {
		const isNobody = kept.length + merged.length > 0;
		said.push(isNobody ? 'Nobody was taken out for good.' : 'What it filled in is taken back.');
	}
	if (kept.length > 0) {
		said.push(
			kept.length === 1
				? `${count(kept.length, 'person', 'people')} you have gone on with since is in the trash, with everything you wrote: ${named(kept)}.`
				: `${count(kept.length, 'person', 'people')} you have gone on with since are in the trash, with everything you wrote: ${named(kept)}.`
		);
	}
	if (merged.length > 0) {
		said.push(
			`In your book as before, since you made one of two there: ${named(merged)}. What came from the import and is theirs by now stays.`
		);
	}
	if (jobs.length > 0) {
		said.push(
			`Their job has changed again since, so the one before stays written down: ${named(jobs)}.`
		);
	}
	if (entries > 0) {
		said.push(
			entries === 1
				? `${count(entries, 'entry', 'entries')} you have changed since stays.`
				: `${count(entries, 'entry', 'entries')} you have changed since stay.`
		);
	}
	return said.join(' ');
}

function named(names: readonly string[]): string {
	const more = names.length > NAMED ? ` and ${figure(names.length - NAMED)} more` : '';
	return `${names.slice(0, NAMED).join(', ')}${more}`;
}

function listed(values: readonly string[]): string {
	const [first = ''] = values;
	return values.length > 1 ? `${first} and ${figure(values.length - 1)} more` : first;
}

function upper(text: string): string {
	return text.charAt(0).toUpperCase() + text.slice(1);
}
