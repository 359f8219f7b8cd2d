// A table with the heads of its columns: found by content, since some files say something else first
// and some have no heads at all.
import { usualWidth } from './csv-dialect';
import type { CsvRead } from './csv-read';
import { looksLikeData } from './table-content';
import { placeOfHead } from './table-heads';
import type { TableProblem, TableRow } from './table-row';

export interface Table {
	/** One for each column; columns without a head are called by their letter. */
	readonly heads: readonly string[];
	/** Whether the file itself has heads. */
	readonly hasHeads: boolean;
	readonly rows: readonly TableRow[];
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
	let at = early.findIndex(({ cells }) => areHeads(cells));
	if (at === -1) {
		const first = early.findIndex(({ cells }) => filled(cells).length > width / 2);
		if (first !== -1 && !filled(early[first]?.cells ?? []).some(looksLikeData)) at = first;
	}
	const heads = at === -1 ? [] : (early[at]?.cells ?? []);
	const columns = Math.max(withoutTail(heads).length, width);
	return {
		heads: Array.from({ length: columns }, (_, index) => heads[index]?.trim() || letterOf(index)),
		hasHeads: at !== -1,
		rows: rows.slice(at + 1),
		problems
	};
}

/** Whether most of a row's cells are words that columns are called by. */
function areHeads(cells: readonly string[]): boolean {
	const words = filled(cells);
	const known = words.filter((cell) => placeOfHead(cell) !== undefined).length;
	return known >= 2 && known >= words.length * MOSTLY && !words.some(looksLikeData);
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
