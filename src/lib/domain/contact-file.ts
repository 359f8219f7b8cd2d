// From the bytes of a contacts file to its people, a slice at a time, or to what the file is instead.
import type { ContactDraft } from './contact-draft';
import { Mapping, type Mapped } from './contact-mapping';
import type { ContactProblem } from './contact-problem';
import { readTable, type ContactTable } from './contact-table';
import { fileKindOf, looksLikeMonica, otherKindOf, type FileKind } from './file-kind';
import { readMonica } from './monica';
import { placeOfHead } from './table-heads';
import { bytesToText } from './text-encoding';
import { scanVcards } from './vcard';
import { vcardToContact } from './vcard-contact';

/** The people of a file and what was wrong with it, a table of people, or what it looks like instead. */
export type ContactFile =
	| {
			readonly ok: true;
			readonly table?: undefined;
			readonly contacts: readonly ContactDraft[];
			readonly problems: readonly ContactProblem[];
			/** Cards that gave nobody. */
			readonly unread: number;
			/** What of it goes where. */
			readonly mapped: readonly Mapped[];
	  }
	/** Its people come once it is settled what goes where. */
	| { readonly ok: true; readonly table: ContactTable; readonly contacts?: undefined }
	| { readonly ok: false; readonly kind: FileKind };

/** How far a file has been read, in people or rows, or in characters while these are not yet counted. */
export interface ReadSoFar {
	readonly done: number;
	readonly of: number;
	readonly inText?: true;
}

const CARD = /^[ \t]*(?:BEGIN|END)[ \t]*:[ \t]*VCARD/im;
const BEGINS_WITH_CARD = /^\s*BEGIN[ \t]*:[ \t]*VCARD/i;
const CARD_ALONE = /^(?:BEGIN|END)[ \t]*:[ \t]*VCARD$/i;
/** So many heads in words that are known make a table of what could be a letter. */
const SURE_HEADS = 3;

/** Reads a file; gives back control after every `slice` cards, and while it looks for the rows of a table. */
export function* readContactFile(
	bytes: Uint8Array,
	slice = 250
): Generator<ReadSoFar, ContactFile> {
	const kind = fileKindOf(bytes);
	if (kind) return { ok: false, kind };
	const { text } = bytesToText(bytes);
	if (looksLikeMonica(text)) return yield* readAccount(text, slice);
	const table = BEGINS_WITH_CARD.test(text) ? undefined : yield* tableIn(text, otherKindOf(bytes));
	if (table && !(CARD.test(text) && hasCards(table))) return { ok: true, table };
	const { cards, problems: inFile } = yield* scanVcards(text);
	if (cards.length === 0) return { ok: false, kind: otherKindOf(bytes) };
	const contacts: ContactDraft[] = [];
	const problems = [...inFile];
	const mapping = new Mapping();
	let done = 0;
	for (const card of cards) {
		const reading = vcardToContact(card, mapping);
		if (reading.ok) {
			contacts.push(reading.contact);
			for (const problem of reading.problems) problems.push(problem);
		} else {
			problems.push(reading.problem);
		}
		if (++done % slice === 0) yield { done, of: cards.length };
	}
	problems.sort((a, b) => a.line - b.line);
	const unread = cards.length - contacts.length;
	return { ok: true, contacts, problems, unread, mapped: mapping.all };
}

/** Whether lines of a card are rows by themselves, and not words within a cell. */
function hasCards({ table: { rows } }: ContactTable): boolean {
	return rows.some(({ cells: [first = '', ...rest] }) => {
		return first.length < 80 && CARD_ALONE.test(first.trim()) && rest.every((cell) => cell === '');
	});
}

/** The people of an account of Monica's. */
function* readAccount(text: string, slice: number): Generator<ReadSoFar, ContactFile> {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return { ok: false, kind: 'broken-json' };
	}
	const file = yield* readMonica(value, slice);
	if (!file) return { ok: false, kind: 'json' };
	const problems = file.problems.map(({ code, detail }) => ({ code, detail }));
	return { ok: true, ...file, problems };
}

/** The table in a text that looks like one, or that begins with other words and then has heads. */
function* tableIn(text: string, looks: FileKind): Generator<ReadSoFar, ContactTable | undefined> {
	if (looks !== 'csv' && looks !== 'text') return undefined;
	const table = yield* readTable(text);
	// A list of one column has been found to look like one.
	if (!table || looks === 'csv' || table.table.heads.length === 1 || table.format !== undefined)
		return table;
	const known = table.table.heads.filter((head) => placeOfHead(head) !== undefined);
	return table.table.hasHeads && known.length >= SURE_HEADS ? table : undefined;
}
