// One row of a table, and what may be the matter with one.

export interface TableRow {
	readonly cells: readonly string[];
	/** Line of the file it begins on, from 1. */
	readonly line: number;
	/** Its number as a spreadsheet counts, from 1, heads and empty rows too. */
	readonly row: number;
}

export interface TableProblem {
	readonly code: TableProblemCode;
	readonly line: number;
	readonly row: number;
	/** The text at fault, shortened. */
	readonly detail?: string;
}

export type TableProblemCode =
	/** A quote was opened and never closed; the row was read as if it were not there. */
	| 'quote-not-closed'
	/** Nothing to call the person by. */
	| 'row-without-name'
	/** More cells than there are columns; they are kept in a note. */
	| 'row-too-long'
	/** A date that is not in the calendar, or not a date; kept in a note. */
	| 'bad-date';
