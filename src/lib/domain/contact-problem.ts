// Something in a contacts file that was not read as a person, or not wholly: what it is, and where.
import type { MonicaProblemCode } from './monica-account';
import type { TableProblemCode } from './table-row';
import type { VcardProblemCode } from './vcard';

export interface ContactProblem {
	readonly code: VcardProblemCode | TableProblemCode | MonicaProblemCode;
	/** Line of the file, from 1. */
	readonly line?: number;
	/** Row of a table as a spreadsheet counts them, from 1, heads and empty rows too. */
	readonly row?: number;
	/** The text at fault, shortened, the name of the card, or whose entry it is. */
	readonly detail?: string;
}
