// A table with the heads of its columns: found by content, since some files say something else first
// and some have no heads at all.
import { usualWidth } from './csv-dialect';
import type { CsvRead } from './csv-read';
import { looksLikeData } from './table-content';
import { areHeadsByLooks, comesAgain } from './table-first-row';
import { placeOfHead } from './table-heads';
import type { TableProblem, TableRow } from './table-row';

export interface Table {
	/** One for each column; columns without a head are called by their letter. */
	readonly heads: readonly string[];
	/** Whether the file itself has heads. */
	readonly hasHeads: boolean;
	/** They are words that columns are called by, so that nobody need ask whether they are heads. */
	readonly isSure: boolean;
	readonly rows: readonly TableRow[];
	/** The row the heads are in, and what stands above it. */
	readonly head?: { readonly row: TableRow; readonly above: readonly TableRow[] };
	readonly problems: readonly TableProblem[];
}

/** Heads come this early, if at all. */
const EARLY = 30;
/** What share of the cells have to be known words. */
const MOSTLY = 0.3;

/** The table in what was read. */
export function tableOf({ rows, problems }: CsvRead): Table {
	const { width } = usualWidth(rows.map(({ cells }) => cells.length));
	const early = rows.slice(0, EARLY);
	const known = early.findIndex(
		({ cells }, index) =>
			areHeads(cells, width) && !comesAgain(cells.map(knownWord), rows.slice(index + 1))
	);
	if (known !== -1) return tableWith(rows, problems, known, true);
	const first = early.findIndex(({ cells }) => filled(cells).length > width / 2);
	const cells = early[first]?.cells ?? [];
	const areHeadsAsItLooks =
		!filled(cells).some(looksLikeData) && areHeadsByLooks(cells, rows.slice(first + 1));
	return tableWith(rows, problems, areHeadsAsItLooks ? first : -1, false);
}

/** The same table with its first row taken for somebody, or for the heads. */
export function withFirstRow(table: Table, isPerson: boolean): Table {
	if (isPerson !== table.hasHeads) return table;
	const { head, rows, problems } = table;
	if (!isPerson) return tableWith(rows, problems, 0, false);
	return head ? tableWith([...head.above, head.row, ...rows], problems, -1, false) : table;
}

/** The table whose heads are in the row `at`; in none at -1. */
function tableWith(
	rows: readonly TableRow[],
	problems: readonly TableProblem[],
	at: number,
	isSure: boolean
): Table {
	const { width } = usualWidth(rows.map(({ cells }) => cells.length));
	const row = rows[at];
	const heads = row?.cells ?? [];
	const columns = Math.max(withoutTail(heads).length, width, 1);
	return {
		heads: Array.from({ length: columns }, (_, index) => heads[index]?.trim() || letterOf(index)),
		hasHeads: row !== undefined,
		isSure,
		rows: rows.slice(at + 1),
		...(row ? { head: { row, above: rows.slice(0, at) } } : {}),
		problems
	};
}

/** Whether most of a row's cells are words that columns are called by; in a list of one column its only one. */
function areHeads(cells: readonly string[], width: number): boolean {
	const words = filled(cells);
	const known = words.filter((cell) => placeOfHead(cell) !== undefined).length;
	const isEnough = known >= (width > 1 ? 2 : 1);
	return isEnough && known >= words.length * MOSTLY && !words.some(looksLikeData);
}

/** A word that columns are called by, else nothing. */
function knownWord(cell: string): string {
	return placeOfHead(cell) === undefined ? '' : cell;
}

function filled(cells: readonly string[]): string[] {
	return cells.filter((cell) => cell.trim() !== '');
}

/** Without the empty cells at the end. */
function withoutTail(cells: readonly string[]): readonly string[] {
	return cells.slice(0, cells.findLastIndex((cell) => cell.trim() !== '') + 1);
}

/** "Column A", "Column AB". */
function letterOf(index: number): string {
	let letters = '';
	for (let rest = index + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
		letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
	}
	return `Column ${letters}`;
}
