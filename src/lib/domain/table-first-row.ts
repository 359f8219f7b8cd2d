// Whether the first row of a table is the names of its columns or somebody already: told by how it differs
// from the rows below.
import { fold } from './fold';
import { kindOfAll, kindOfCell, type CellKind } from './table-content';
import { placeOfHead } from './table-heads';
import type { TablePlace } from './table-place';
import type { TableRow } from './table-row';

/** How many rows below are looked at. */
const LOOKED_AT = 200;
/** More columns than this say no more. */
const COLUMNS = 100;
/** What share of a row makes it the same row. */
const NEARLY_ALL = 0.8;
/** Longer than anything that is compared with the cells below. */
const LONG = 100;
const WORDS: ReadonlySet<CellKind> = new Set<CellKind>(['names', 'name', 'text']);
/** Words that are as often in a row: somebody is a manager or a partner. */
const OFTEN_DATA: ReadonlySet<TablePlace> = new Set<TablePlace>([
	...(['title', 'spouse', 'child', 'assistant', 'manager', 'relative', 'country'] as const)
]);
const ROLES = /^(customer|client|kunde|kundin|contact|kontakt|person)$/i;

/**
 * Whether one of a row's cells stands below it once more, in its own column: what a column is called does
 * not, except where the whole row does, as in tables put one after the other.
 */
export function comesAgain(first: readonly string[], below: readonly TableRow[]): boolean {
	const words = first.slice(0, COLUMNS).map((cell) => (cell.length > LONG ? '' : fold(cell)));
	const all = words.filter((word) => word !== '').length;
	let again = false;
	for (const { cells } of below.slice(0, LOOKED_AT)) {
		const same = words.filter((word, column) => {
			const cell = cells[column] ?? '';
			return word !== '' && cell.length <= LONG && fold(cell) === word;
		}).length;
		if (same > 0 && same >= all * NEARLY_ALL) return false;
		again ||= same > 0;
	}
	return again;
}

/**
 * Whether words nobody knows are heads. A word above a column of numbers, days or addresses is one; a name
 * above names is somebody. Where nothing tells, it is somebody: a head taken for a person is seen at once,
 * a person taken for a head is missed.
 */
export function areHeadsByLooks(first: readonly string[], below: readonly TableRow[]): boolean {
	if (below.length === 0 || comesAgain(first, below)) return false;
	const sample = below.slice(0, LOOKED_AT);
	const seen = { sure: 0, other: 0, names: 0, alike: 0 };
	for (const [column, cell] of first.slice(0, COLUMNS).entries()) {
		const kind = kindOfCell(cell);
		if (kind === undefined) continue;
		const under = kindOfAll(sample.map(({ cells }) => cells[column] ?? ''));
		if (isKnown(cell) || (under !== undefined && !WORDS.has(under) && WORDS.has(kind))) seen.sure++;
		else if (under === undefined) continue;
		else if (under !== kind) seen.other++;
		else if (kind === 'names') seen.names++;
		else seen.alike++;
	}
	if (seen.sure > 0) return seen.sure > seen.names;
	return seen.other > seen.names + seen.alike;
}

function isKnown(cell: string): boolean {
	const place = placeOfHead(cell)?.place;
	return place !== undefined && !OFTEN_DATA.has(place) && !ROLES.test(cell.trim());
}
