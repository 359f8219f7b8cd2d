// The words of an archive: what its pages and files are called and what is said of them.
import { count } from './say';

/** An archive's name but for the day, its files that have one name each, and the folder of the others. */
export const archiveFiles = {
	everything: 'kith-everything',
	readme: 'README.txt',
	index: 'index.html',
	others: 'other.html',
	vcard: 'contacts.vcf',
	csv: 'contacts.csv',
	calendar: 'calendar.ics',
	people: 'people/'
} as const;

export const archiveWords = {
	everybody: 'Everybody in this book',
	others: 'What is about nobody in particular',
	back: 'Everybody',
	letters: 'Letters',
	made: (day: string) => `Taken out of Kith on ${day}, with all sensitive parts.`,
	span: (first: string, last: string) => `${first} to ${last}`,
	people: (many: number) => `${count(many, 'person', 'people')}.`,
	nobody: 'There is nobody in this book yet.',
	inbox: 'Notes about nobody yet',
	gone: 'Notes about people who are in the trash',
	companies: 'Notes about companies',
	promises: 'Promises to nobody here now',
	companyDays: 'Days of companies',
	articles: 'Articles kept'
} as const;

/** What the text beside the files says. */
export function readmeText({
	day,
	people,
	together,
	backup
}: {
	readonly day: string;
	readonly people: number;
	/** How many stand on a page. */
	readonly together: number;
	readonly backup: string;
}): string {
	const { index, people: folder, vcard, csv, calendar } = archiveFiles;
	const title = 'Everything of your Kith book';
	return [
		title,
		'='.repeat(title.length),
		'',
		`Taken out on ${day}: ${count(people, 'person', 'people')}.`,
		'',
		'All of it is in here, the sensitive parts too, and nothing is locked. Keep it where you keep your keys.',
		'',
		index,
		'    Begin here. Everybody in the book, each with what is known, noted and booked.',
		'    Opens in any browser, without Kith and without a network. What lies in the trash is not on',
		'    these pages.',
		'',
		folder,
		together > 1
			? `    The pages themselves, ${together} people on each, numbered in the order of the list.`
			: '    The pages themselves, one a person, numbered in the order of the list.',
		`    Pictures that came from an address book are not on them, but in ${vcard} and in the backup.`,
		'',
		backup,
		'    The whole book: what lies in the trash and your settings too. Kith brings it back under',
		'    Backup, from this file or from the whole archive as it is. It is plain text (JSON) that other',
		'    programs can read.',
		'',
		vcard,
		'    People and how to reach them, for address books (vCard 4.0). Nothing sensitive is in it; of',
		'    what you wrote, only your note to self on each person.',
		'',
		csv,
		'    Names and how to reach them as a table, for spreadsheets and other programs.',
		'',
		calendar,
		'    Birthdays and other days, and what is booked, for your calendar. Nothing sensitive is in it.',
		''
	].join('\r\n');
}
