// The tables of known programs, told by their heads, and where each column goes: by the words of its
// head, except where a program means something of its own by them.
import { agreeWith, contentOfAll } from './table-content';
import { labelOfHead, placeOfHead } from './table-heads';
import type { Table } from './table';
import type { ColumnPlace, TablePlace } from './table-place';

export type TableFormat =
	'google' | 'google-old' | 'outlook' | 'outlook-com' | 'linkedin' | 'atomic-crm' | 'kith';

interface KnownFormat {
	readonly format: TableFormat;
	/** Heads that only this program has together. */
	readonly heads: readonly string[];
	/** What it means by some of them. */
	readonly means: Readonly<Record<string, ColumnPlace>>;
}

const LEFT: ColumnPlace = { place: 'left-out' };
const LINE: ColumnPlace = { place: 'line' };
/** Columns of Outlook that are filled by themselves. */
const OUTLOOK: Readonly<Record<string, ColumnPlace>> = {
	Title: { place: 'prefix' },
	Account: LINE,
	Location: LINE,
	Profession: LINE,
	...{ Initials: LEFT, Priority: LEFT, Private: LEFT, Sensitivity: LEFT },
	'Web Page': { place: 'link' }
};

/** In this order: Outlook.com has nearly all heads of Outlook, Kith's own are Google's. */
const formats: readonly KnownFormat[] = [
	{
		format: 'linkedin',
		heads: ['First Name', 'Last Name', 'Connected On'],
		means: {
			URL: { place: 'link', label: 'LinkedIn' },
			'Connected On': { place: 'connected' }
		}
	},
	{
		format: 'google-old',
		heads: ['Name', 'Given Name', 'Family Name', 'Group Membership'],
		means: { Photo: LEFT, Occupation: LINE }
	},
	{
		format: 'google',
		heads: ['First Name', 'Last Name', 'Name Prefix', 'File As', 'Organization Name', 'Labels'],
		means: { Photo: LEFT, 'File As': LEFT }
	},
	{
		format: 'kith',
		heads: ['First Name', 'Last Name', 'File As', 'Organization Name', 'Notes', 'Labels'],
		means: { 'File As': { place: 'name' }, Notes: { place: 'about' } }
	},
	{
		format: 'outlook-com',
		heads: ['First Name', 'Last Name', 'E-mail Address', 'Schools', 'Personal Web Page'],
		means: OUTLOOK
	},
	{
		format: 'outlook',
		heads: ['First Name', 'Last Name', 'E-mail Address', 'Business Phone', "Assistant's Phone"],
		means: OUTLOOK
	},
	{
		format: 'atomic-crm',
		heads: ['first_name', 'last_name', 'background', 'email_work', 'phone_work'],
		means: { linkedin_url: { place: 'link', label: 'LinkedIn' }, status: LINE, gender: LINE }
	}
];

/** Which program wrote a table, where its heads say so. */
export function formatOf(heads: readonly string[]): TableFormat | undefined {
	return knownFormat(heads)?.format;
}

function knownFormat(heads: readonly string[]): KnownFormat | undefined {
	const all = new Set(heads);
	return formats.find((format) => format.heads.every((head) => all.has(head)));
}

/** How many rows are looked at where the head says nothing. */
const LOOKED_AT = 200;
/** What is never an e-mail, a number or a link. */
const WORDS: ReadonlySet<TablePlace> = new Set([
	'name',
	'given',
	'family',
	'company',
	'title',
	'note'
]);
/** What people can be called by. */
const NAMES: ReadonlySet<TablePlace> = new Set(['name', 'given', 'family', 'company']);

/** Where each column goes, as far as can be told: by its head, else by what is in it, else into a note. */
export function guessedPlaces({ heads, hasHeads, rows }: Table): ColumnPlace[] {
	const known = knownFormat(heads);
	const sample = rows.slice(0, LOOKED_AT);
	const cellsOf = (index: number): string[] => sample.map(({ cells }) => cells[index] ?? '');
	const byHead = heads.map((head, index) => {
		const own = known?.means[head];
		const found = own ?? (hasHeads ? placeOfHead(head) : undefined);
		if (!found || known) return found;
		// "E-mail domain", "Phone verified": the words of a head say less than what is under it.
		if (found.place === 'email' || found.place === 'phone') {
			return agreeWith(found.place, cellsOf(index)) ? found : LINE;
		}
		if (!WORDS.has(found.place)) return found;
		// "Contact" may be a name; full of e-mails it is none.
		const content = contentOfAll(cellsOf(index));
		return content === 'email' || content === 'phone' || content === 'link'
			? { place: content }
			: found;
	});
	let hasName = byHead.some((found) => found && NAMES.has(found.place));
	const places = heads.map((head, index): ColumnPlace => {
		const found = byHead[index];
		if (found) return found;
		if (known) return LINE;
		const content = contentOfAll(cellsOf(index));
		if (content === undefined || (content === 'words' && hasName)) return LINE;
		if (content === 'words') {
			hasName = true;
			return { place: 'name' };
		}
		// A day of which nobody says what it is does not come back every year: most are of the program.
		if (content === 'day') return LINE;
		const label = labelOfHead(head.toLowerCase());
		return hasHeads && label !== undefined ? { place: content, label } : { place: content };
	});
	if (!hasName) {
		// Everybody has a name: it is in the first column of words.
		const first = places.findIndex(
			({ place }, index) => place === 'line' && cellsOf(index).some((cell) => /\p{L}/u.test(cell))
		);
		if (first !== -1) places[first] = { place: 'name' };
	}
	return places;
}
