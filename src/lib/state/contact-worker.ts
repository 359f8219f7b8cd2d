// Beside the page: reads contact files and compares them with the book, so that the page never waits. A
// table whose columns nobody knows lies here until the page has said what goes where.
import { readContactFile, type ReadSoFar } from '$lib/domain/contact-file';
import type { Mapped } from '$lib/domain/contact-mapping';
import type { ContactProblem } from '$lib/domain/contact-problem';
import {
	firstContacts,
	openDates,
	readTableContacts,
	takingFirstRow,
	type ContactTable,
	type TableSettled
} from '$lib/domain/contact-table';
import type { Day } from '$lib/domain/day';
import { fileKindOf, LOOKED_AT } from '$lib/domain/file-kind';
import { ImportRows, type ImportRow, type Known } from '$lib/domain/import-row';
import { MOST_BYTES, type FileRefusal } from './contact-limits';
import { locale } from './language';
import { areSameHeads, type RememberedTable } from './remembered-table';
import { tableToMap, type TableToMap, type TableTried } from './table-to-map';

/** What the page says: people of the book, in pieces, then the files; and of a table what goes where. */
export type ToReader =
	| { readonly say: 'know'; readonly people: readonly Known[] }
	| {
			readonly say: 'read';
			readonly files: readonly File[];
			/** No date with a year of two figures is after it. */
			readonly today: Day;
			readonly remembered: readonly RememberedTable[];
			/** Every table is asked about, known or not. */
			readonly asking: boolean;
	  }
	| { readonly say: 'try'; readonly settled: TableSettled }
	| { readonly say: 'first-row'; readonly isPerson: boolean }
	| { readonly say: 'settle'; readonly settled: TableSettled | undefined };

/** What comes back: how far it is, rows in pieces, what was wrong with a file, a question, and the end. */
export type FromReader =
	| ({ readonly say: 'progress' } & ReadSoFar)
	| { readonly say: 'rows'; readonly rows: readonly ImportRow[] }
	| {
			readonly say: 'file';
			readonly file: string;
			readonly problems: readonly ContactProblem[];
			readonly unread: number;
			readonly mapped: readonly Mapped[];
			/** What goes where in it can be changed. */
			readonly isTable?: boolean;
	  }
	| { readonly say: 'refused'; readonly file: string; readonly why: FileRefusal }
	| { readonly say: 'table'; readonly table: TableToMap }
	| { readonly say: 'tried'; readonly tried: TableTried }
	| { readonly say: 'end' };

type Reading = Extract<ToReader, { say: 'read' }>;

/** Rows handed over at once: a piece that the page takes in well below a frame. */
const PIECE = 200;
/** So many people are shown while a table is being settled. */
const SHOWN = 5;

const compared = new ImportRows();
/** Who waits for the page to say something of a table. */
let asked:
	((message: Extract<ToReader, { say: 'try' | 'first-row' | 'settle' }>) => void) | undefined;

self.onmessage = ({ data }: MessageEvent<ToReader>) => {
	if (data.say === 'know') compared.know(data.people);
	else if (data.say === 'read') void readAll(data);
	else asked?.(data);
};

function tell(message: FromReader): void {
	self.postMessage(message);
}

async function readAll(reading: Reading): Promise<void> {
	const rows: ImportRow[] = [];
	for (const file of reading.files) {
		try {
			await read(file, rows, reading);
		} catch {
			tell({ say: 'refused', file: file.name, why: 'unreadable' });
		}
	}
	const byName = new Intl.Collator(locale);
	rows.sort((a, b) => byName.compare(a.contact.name, b.contact.name));
	for (let at = 0; at < rows.length; at += PIECE) {
		tell({ say: 'rows', rows: rows.slice(at, at + PIECE) });
	}
	tell({ say: 'end' });
}

async function read(file: File, rows: ImportRow[], asking: Reading): Promise<void> {
	const refuse = (why: FileRefusal): void => tell({ say: 'refused', file: file.name, why });
	const kind = fileKindOf(new Uint8Array(await file.slice(0, LOOKED_AT).arrayBuffer()));
	if (kind || file.size > MOST_BYTES) {
		refuse(kind ?? 'too-large');
		return;
	}
	const result = finished(readContactFile(new Uint8Array(await file.arrayBuffer())));
	if (!result.ok) {
		refuse(result.kind);
		return;
	}
	const { table } = result;
	const context = { file: file.name, today: asking.today };
	const answer = table && (await settle(table, context, asking));
	if (table && !answer) return;
	const found = answer
		? finished(readTableContacts(answer.table, answer.settled, context))
		: result;
	if (!found.contacts) return;
	const { contacts, problems, unread, mapped } = found;
	const fromLinkedIn = answer?.table.format === 'linkedin';
	for (const contact of contacts) rows.push(compared.next(contact, fromLinkedIn));
	tell({ say: 'file', file: file.name, problems, unread, mapped, isTable: table !== undefined });
}

/** Runs a reading to its end, telling how far it is. */
function finished<Result>(reading: Generator<ReadSoFar, Result>): Result {
	let step = reading.next();
	for (; !step.done; step = reading.next()) tell({ say: 'progress', ...step.value });
	return step.value;
}

/** What goes where in a table: known by its heads or remembered, else what the page says. */
async function settle(
	read: ContactTable,
	context: { readonly file: string; readonly today: Day },
	{ remembered, asking, files }: Reading
): Promise<{ readonly table: ContactTable; readonly settled: TableSettled } | undefined> {
	const found = recall(read, remembered);
	let { table } = found;
	const { settled } = found;
	const open = openDates(table, settled.places);
	const isOpen = open.some(({ column }) => settled.orders[column] === undefined);
	if (found.isKnown && !isOpen && !asking) return { table, settled };
	return new Promise((resolve) => {
		const show = (as: TableSettled): void =>
			tell({ say: 'table', table: tableToMap(context.file, table, as, files.length > 1) });
		asked = (message) => {
			if (message.say === 'settle') {
				asked = undefined;
				resolve(message.settled && { table, settled: message.settled });
			} else if (message.say === 'first-row') {
				table = takingFirstRow(table, message.isPerson);
				show({ places: table.guess, orders: {} });
			} else {
				const contacts = firstContacts(table, message.settled, context, SHOWN);
				const questions = openDates(table, message.settled.places);
				tell({ say: 'tried', tried: { contacts, questions } });
			}
		};
		show(settled);
	});
}

/**
 * What is remembered of a table. One with the same heads is known. Where nothing tells for sure whether the
 * first row is heads, the rep's answer for a table as wide comes first, and is asked about again.
 */
function recall(
	read: ContactTable,
	remembered: readonly RememberedTable[]
): { readonly table: ContactTable; readonly settled: TableSettled; readonly isKnown: boolean } {
	const find = ({ table: { heads, hasHeads } }: ContactTable): RememberedTable | undefined =>
		remembered.find(
			(each) => (each.isHeadless ?? false) !== hasHeads && areSameHeads(each.heads, heads)
		);
	const withHeads = takingFirstRow(read, false);
	const known = find(withHeads);
	if (known) return { table: withHeads, settled: known.settled, isKnown: true };
	const isFormat = read.format !== undefined;
	const headless = read.table.isSure || isFormat ? undefined : takingFirstRow(read, true);
	const before = headless && find(headless);
	if (headless && before) return { table: headless, settled: before.settled, isKnown: false };
	return { table: read, settled: { places: read.guess, orders: {} }, isKnown: isFormat };
}
