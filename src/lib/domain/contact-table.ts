// A table of people: what each of its columns is, what the rep has to say about it, and then its people,
// a slice at a time.
import type { ContactDraft } from './contact-draft';
import { Mapping, type Mapped } from './contact-mapping';
import { scanRows, type TextSoFar } from './csv-scan';
import { tableOf, withFirstRow, type Table } from './table';
import { cellText } from './table-cell';
import { rowToContact, type TablePlan } from './table-contact';
import { isNoDate, orderOf, type DateOrder } from './table-date';
import { formatOf, guessedPlaces, type TableFormat } from './table-format';
import { contactPlaceOf, dayPlaces, type ColumnPlace } from './table-place';
import type { TableProblem } from './table-row';

/** A table, whose it is, and where its columns go as far as can be told. */
export interface ContactTable {
	readonly table: Table;
	readonly format: TableFormat | undefined;
	readonly guess: readonly ColumnPlace[];
}

/** What is settled: where each column goes, and by its number how its dates are written. */
export interface TableSettled {
	readonly places: readonly ColumnPlace[];
	readonly orders: Readonly<Record<number, DateOrder>>;
}

/** A column whose dates could be either: the rep is asked. */
export interface DateQuestion {
	readonly column: number;
	/** One of them as written. */
	readonly example: string;
}

/** The people of a table. */
export interface TableContacts {
	readonly contacts: readonly ContactDraft[];
	readonly problems: readonly TableProblem[];
	/** Rows that gave nobody. */
	readonly unread: number;
	readonly mapped: readonly Mapped[];
}

/** Programs that write their dates in one way everywhere. */
const written: { readonly [format in TableFormat]?: DateOrder } = { 'outlook-com': 'month-day' };
/** How many rows for each of the first people are looked at, where many give nobody. */
const TRIES = 10;

/** Reads the table in a text, or undefined where there is none; gives back control now and then. */
export function* readTable(text: string): Generator<TextSoFar, ContactTable | undefined> {
	const read = yield* scanRows(text.replaceAll('\0', '').toWellFormed());
	const table = read && tableOf(read);
	return table && table.rows.length > 0 ? contactTableOf(table) : undefined;
}

/** The same table with its first row taken for somebody, or for the names of the columns. */
export function takingFirstRow(table: ContactTable, isPerson: boolean): ContactTable {
	return contactTableOf(withFirstRow(table.table, isPerson));
}

function contactTableOf(table: Table): ContactTable {
	return { table, format: formatOf(table.heads), guess: guessedPlaces(table) };
}

/** The columns with dates that could be either day or month first. */
export function openDates(
	{ table: { rows }, format }: ContactTable,
	places: readonly ColumnPlace[]
): DateQuestion[] {
	if (format !== undefined && written[format] !== undefined) return [];
	return places.flatMap(({ place }, column) => {
		if (!dayPlaces.has(place)) return [];
		const { order, example } = orderOf(datesIn(rows, column));
		return order === undefined && example !== undefined ? [{ column, example }] : [];
	});
}

/** Reads everybody in a table; gives back control after every `slice` rows. */
export function* readTableContacts(
	{ table, format }: ContactTable,
	{ places, orders }: TableSettled,
	{ file, today }: Pick<TablePlan, 'file' | 'today'>,
	slice = 250
): Generator<{ readonly done: number; readonly of: number }, TableContacts> {
	const { heads, rows } = table;
	const settled = settledOrders(table, format, { places, orders });
	const plan = { file, format, heads, places, orders: settled, today };
	const contacts: ContactDraft[] = [];
	const problems = [...table.problems];
	let done = 0;
	for (const row of rows) {
		const reading = rowToContact(row, plan);
		if (reading.contact) contacts.push(reading.contact);
		for (const problem of reading.problems) problems.push(problem);
		if (++done % slice === 0) yield { done, of: rows.length };
	}
	problems.sort((a, b) => a.line - b.line);
	return {
		contacts,
		problems,
		unread: rows.length - contacts.length,
		mapped: mappedOf(table, places)
	};
}

/** The first people a table would give, to be looked at while it is being settled. */
export function firstContacts(
	{ table, format }: ContactTable,
	settled: TableSettled,
	{ file, today }: Pick<TablePlan, 'file' | 'today'>,
	many: number
): ContactDraft[] {
	const { heads, rows } = table;
	const orders = settledOrders(table, format, settled);
	const plan = { file, format, heads, places: settled.places, orders, today };
	const found: ContactDraft[] = [];
	for (const row of rows.slice(0, many * TRIES)) {
		const { contact } = rowToContact(row, plan);
		if (contact) found.push(contact);
		if (found.length === many) break;
	}
	return found;
}

/** The order of each column with dates: its own evidence before what was said. */
function settledOrders(
	{ rows }: Table,
	format: TableFormat | undefined,
	{ places, orders }: TableSettled
): Map<number, DateOrder> {
	const settled = new Map<number, DateOrder>();
	places.forEach(({ place }, column) => {
		if (!dayPlaces.has(place)) return;
		const order =
			orderOf(datesIn(rows, column)).order ?? (format && written[format]) ?? orders[column];
		if (order !== undefined) settled.set(column, order);
	});
	return settled;
}

/** What of the table went where, by the heads of its columns. */
function mappedOf({ heads, rows }: Table, places: readonly ColumnPlace[]): readonly Mapped[] {
	const mapping = new Mapping();
	places.forEach(({ place }, column) => {
		const to = contactPlaceOf(place);
		const many = rows.filter(({ cells }) => {
			const text = cellText(cells[column]);
			return dayPlaces.has(place) ? !isNoDate(text) : text !== '';
		}).length;
		if (to !== undefined && many > 0) mapping.add(heads[column] ?? '', to, many);
	});
	return mapping.all;
}

function* datesIn(rows: Table['rows'], column: number): Generator<string> {
	for (const { cells } of rows) {
		const text = cellText(cells[column]);
		// Google puts several events into one cell.
		if (!isNoDate(text)) yield* text.split(' ::: ');
	}
}
