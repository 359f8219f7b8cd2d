// People as a table that spreadsheets and address books open (RFC 4180), with the column names of Google's
// present contacts file. No cell can become a formula.
import type { AnyDay } from './day';
import type { Address, Person, Reach } from './records/person';

/** The media type of the file. */
export const CSV_TYPE = 'text/csv';

/** One person of the table. */
export interface CsvRow {
	readonly person: Person;
	readonly birthday: AnyDay | undefined;
}

/** How many numbers, addresses and links the table has room for. */
export interface CsvWidth {
	readonly emails: number;
	readonly phones: number;
	readonly addresses: number;
	readonly links: number;
}

/** Excel takes a file without it for one of its own old encodings. */
const BOM = '\ufeff';
/** Several values in one cell, as Google joins them. */
const JOINT = ' ::: ';
const FORMULA = /^[=+\-@\t\r]/;
/** A number to call, in which a spreadsheet finds nothing to reckon: at worst it drops the plus. */
const PLAIN_PHONE = /^\+\d[\d ]*$/;
/** A number with the strokes people set between its digits. */
const STRUCK_PHONE = /^\+\d[\d ().-]*$/;
const ADDRESS_PARTS = [
	['Street', 'street'],
	['City', 'city'],
	['Region', 'region'],
	['Postal Code', 'postcode'],
	['Country', 'country']
] as const;

/** Room for the most that anybody has. */
export function widthOf(people: Iterable<Person>): CsvWidth {
	const width = { emails: 0, phones: 0, addresses: 0, links: 0 };
	for (const person of people) {
		for (const field of ['emails', 'phones', 'addresses', 'links'] as const) {
			width[field] = Math.max(width[field], person[field]?.length ?? 0);
		}
	}
	return width;
}

/** The first line, with the mark that says UTF-8 before it. */
export function csvHead({ emails, phones, addresses, links }: CsvWidth): string {
	const pair = (name: string) => (index: number) => [
		`${name} ${index} - Label`,
		`${name} ${index} - Value`
	];
	return `${BOM}${csvLine([
		...[
			'First Name',
			'Last Name',
			'Nickname',
			'File As',
			'Organization Name',
			'Organization Title'
		],
		...['Birthday', 'Notes', 'Labels'],
		...numbers(emails).flatMap(pair('E-mail')),
		...numbers(phones).flatMap(pair('Phone')),
		...numbers(addresses).flatMap((index) => [
			`Address ${index} - Label`,
			...ADDRESS_PARTS.map(([name]) => `Address ${index} - ${name}`)
		]),
		...numbers(links).flatMap(pair('Website'))
	])}`;
}

/** The line of one person. */
export function csvRow({ person, birthday }: CsvRow, width: CsvWidth): string {
	const {
		name,
		givenName,
		familyName,
		emails = [],
		phones = [],
		addresses = [],
		links = []
	} = person;
	const isSplit = givenName !== undefined || familyName !== undefined;
	const pair = (list: readonly Reach[]) => (index: number) => {
		const one = list[index - 1];
		return [one?.label ?? '', phoneOf(one?.value ?? '')];
	};
	return csvLine([
		...[isSplit ? (givenName ?? '') : name, familyName ?? '', person.nickname ?? '', name],
		...[person.company ?? '', person.title ?? '', birthday ?? '', person.about ?? ''],
		(person.tags ?? []).join(JOINT),
		...numbers(width.emails).flatMap(pair(emails)),
		...numbers(width.phones).flatMap(pair(phones)),
		...numbers(width.addresses).flatMap((index) => addressCells(addresses[index - 1])),
		...numbers(width.links).flatMap(pair(links))
	]);
}

/** One line of a table: every cell that needs it in quotes, its end as the standard has it. */
function csvLine(cells: readonly string[]): string {
	return `${cells.map(csvCell).join(',')}\r\n`;
}

/** A cell that no spreadsheet reckons with: what begins like a formula gets an apostrophe before it. */
export function csvCell(words: string): string {
	const plain = words.toWellFormed().replaceAll('\0', '');
	if (plain.trim() === '') return '';
	if (PLAIN_PHONE.test(plain)) return `"${plain}"`;
	const safe = FORMULA.test(plain) ? `'${plain}` : plain;
	return /[",\r\n;\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** "+1-555-0100" would be a subtraction; "+1 555 0100" is the same number and none. */
function phoneOf(value: string): string {
	if (!STRUCK_PHONE.test(value)) return value;
	return value
		.replace(/[().-]/g, ' ')
		.replace(/ +/g, ' ')
		.trim();
}

function addressCells(address: Address | undefined): string[] {
	return [address?.label ?? '', ...ADDRESS_PARTS.map(([, field]) => address?.[field] ?? '')];
}

/** 1, 2, … */
function numbers(many: number): number[] {
	return Array.from({ length: many }, (_, index) => index + 1);
}
