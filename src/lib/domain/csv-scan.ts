// The rows of a text that may be a table, with the separator found; a list of one column counts where its
// lines look like values.
import { delimiterOf } from './csv-dialect';
import { readCsv, type CsvRead } from './csv-read';
import { contentOfAll } from './table-content';
import { placeOfHead } from './table-heads';

/** How far a text is read. */
export interface TextSoFar {
	readonly done: number;
	readonly of: number;
	/** In characters; the rep is shown no number. */
	readonly inText: true;
}

const LOOKED_AT = 200;
/** No line of a list is longer. */
const LONG = 100;

/** Reads the rows, or gives undefined where there is no table. */
export function* scanRows(text: string): Generator<TextSoFar, CsvRead | undefined> {
	const found = delimiterOf(text);
	const reading = readCsv(text, found ?? ',');
	let step = reading.next();
	for (; !step.done; step = reading.next()) {
		yield { done: step.value, of: text.length, inText: true };
	}
	return found === undefined && !isList(step.value) ? undefined : step.value;
}

/** E-mails, numbers, links or names, one a line, with or without a word for them above. */
function isList({ rows }: CsvRead): boolean {
	const lines = rows.slice(0, LOOKED_AT).map(({ cells }) => cells[0]?.trim() ?? '');
	if (lines.length < 2 || lines.some((line) => line.length > LONG)) return false;
	const place = placeOfHead(lines[0] ?? '')?.place;
	if (place === 'name' || place === 'given' || place === 'company') return true;
	return contentOfAll(lines.slice(1)) !== undefined;
}
