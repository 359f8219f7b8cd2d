// What the page knows of a table that lies in the worker: its columns, a few of their values, the guess.
import type { ContactDraft } from '$lib/domain/contact-draft';
import type { ContactTable, DateQuestion, TableSettled } from '$lib/domain/contact-table';
import { cellText } from '$lib/domain/table-cell';
import type { TableFormat } from '$lib/domain/table-format';
import type { ColumnPlace } from '$lib/domain/table-place';

/** One column of a table that is being settled. */
export interface TableColumn {
	readonly head: string;
	/** Its first values. */
	readonly samples: readonly string[];
	/** How many rows have something in it. */
	readonly many: number;
	readonly guess: ColumnPlace;
}

/** A table to be settled. */
export interface TableToMap {
	readonly file: string;
	readonly format: TableFormat | undefined;
	readonly hasHeads: boolean;
	/** The rep may say that the first row is somebody, or that it is not. */
	readonly isSure: boolean;
	/** Other files were chosen with it. */
	readonly isOneOfMany: boolean;
	readonly rows: number;
	readonly columns: readonly TableColumn[];
	/** As it stands: the guess, or what was remembered of it. */
	readonly settled: TableSettled;
}

/** What the table would give, as it stands. */
export interface TableTried {
	readonly contacts: readonly ContactDraft[];
	readonly questions: readonly DateQuestion[];
}

const SAMPLES = 3;
const SAMPLE_LENGTH = 60;

function shortened(text: string): string {
	return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH - 1).trimEnd()}…` : text;
}

/** What the page is told of a table. */
export function tableToMap(
	file: string,
	{ table, format, guess }: ContactTable,
	settled: TableSettled,
	isOneOfMany: boolean
): TableToMap {
	const { heads, hasHeads, isSure, rows } = table;
	const columns = heads.map((head, column): TableColumn => {
		const samples = new Set<string>();
		let many = 0;
		for (const { cells } of rows) {
			const text = cellText(cells[column]);
			if (text === '') continue;
			many++;
			if (samples.size < SAMPLES) samples.add(shortened(text));
		}
		return { head, samples: [...samples], many, guess: guess[column] ?? { place: 'line' } };
	});
	return { file, format, hasHeads, isSure, isOneOfMany, rows: rows.length, columns, settled };
}
