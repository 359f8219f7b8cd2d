// From the text of a table to its rows, a slice at a time; the good rest of a damaged one is read too.
//
// Papa Parse (MIT, 20 KB, kept up) was looked at first. A quote that is never closed makes it take the
// whole rest of the file for one cell, the rows it names in its errors are known to be wrong, and it
// gives control back by chunks of a file only. Those three are what counts here, so this is our own.
import type { TableProblem, TableRow } from './table-row';

/** The rows of a table as written, blank ones left out, and what was wrong in them. */
export interface CsvRead {
	readonly rows: readonly TableRow[];
	readonly problems: readonly TableProblem[];
}

const DETAIL_LENGTH = 60;
/** Searches for quotes that are not there may cost this many readings of the file; then they are short. */
const PATIENCE = 4;
const SHORT = 10_000;

/** Reads a table; gives back control, and the characters read, after every `slice` rows. */
export function* readCsv(text: string, delimiter: string, slice = 500): Generator<number, CsvRead> {
	const reader = new CsvReader(text, delimiter);
	for (let many = 1; reader.nextRow(); many++) if (many % slice === 0) yield reader.at;
	return reader;
}

class CsvReader implements CsvRead {
	readonly rows: TableRow[] = [];
	readonly problems: TableProblem[] = [];
	/** The character to be read next. */
	at = 0;
	readonly #text: string;
	readonly #delimiter: string;
	readonly #lastQuote: number;
	#line = 1;
	#row = 0;
	#wasted = 0;
	// The next of each from `at` on, so that no search is made twice.
	#nextDelimiter = -1;
	#nextFeed = -1;
	#nextReturn = -1;

	constructor(text: string, delimiter: string) {
		this.#text = text;
		this.#delimiter = delimiter;
		this.#lastQuote = text.lastIndexOf('"');
	}

	/** Reads one row; false at the end of the text. */
	nextRow(): boolean {
		if (this.at >= this.#text.length) return false;
		const line = this.#line;
		const row = ++this.#row;
		const cells: string[] = [];
		do cells.push(this.#nextCell(row));
		while (this.#passDelimiter());
		this.#passLineEnd();
		if (cells.some((cell) => cell !== '')) this.rows.push({ cells, line, row });
		return true;
	}

	#nextCell(row: number): string {
		let open = this.at;
		while (this.#text[open] === ' ') open++;
		if (this.#text[open] !== '"') return this.#plainCell(this.at);
		this.#look();
		const close = this.#closingQuote(open);
		if (close === undefined) {
			const end = Math.min(this.#lineEnd(), open + DETAIL_LENGTH);
			const detail = this.#text.slice(open, end);
			this.problems.push({ code: 'quote-not-closed', line: this.#line, row, detail });
			return this.#plainCell(open + 1);
		}
		const words = this.#text.slice(open + 1, close.quote);
		if (this.#lineEnd() < close.quote) this.#line += words.match(/\r\n|\r|\n/g)?.length ?? 0;
		this.at = close.after;
		return words.includes('""') ? words.replaceAll('""', '"') : words;
	}

	#plainCell(from: number): string {
		this.at = from;
		this.#look();
		this.at = Math.min(this.#nextDelimiter, this.#lineEnd());
		return this.#text.slice(from, this.at);
	}

	/**
	 * Where a cell in quotes ends. A quote inside that is not doubled is taken as it stands; but one that
	 * begins a cell on a later line tells that this one was never closed, as does the end of the file.
	 */
	#closingQuote(open: number): { readonly quote: number; readonly after: number } | undefined {
		const text = this.#text;
		const isTired = this.#wasted > PATIENCE * text.length;
		const reach = isTired ? open + SHORT : text.length;
		for (let from = open + 1; from <= this.#lastQuote;) {
			const quote = text.indexOf('"', from);
			if (quote === -1 || quote > reach) break;
			if (text[quote + 1] === '"') {
				from = quote + 2;
				continue;
			}
			let after = quote + 1;
			while (text[after] === ' ') after++;
			if (after >= text.length || this.#isBorder(text[after])) return { quote, after };
			if (this.#isBorder(text[quote - 1]) && this.#lineEnd() < quote) return undefined;
			from = quote + 1;
		}
		if (open < this.#lastQuote) this.#wasted += Math.min(this.#lastQuote, reach) - open;
		return undefined;
	}

	#isBorder(char: string | undefined): boolean {
		return char === this.#delimiter || char === '\n' || char === '\r';
	}

	#passDelimiter(): boolean {
		if (this.#text[this.at] !== this.#delimiter) return false;
		this.at++;
		return true;
	}

	#passLineEnd(): void {
		if (this.at >= this.#text.length) return;
		this.at += this.#text.startsWith('\r\n', this.at) ? 2 : 1;
		this.#line++;
	}

	#lineEnd(): number {
		return Math.min(this.#nextFeed, this.#nextReturn);
	}

	#look(): void {
		const next = (known: number, char: string): number => {
			if (known >= this.at) return known;
			const found = this.#text.indexOf(char, this.at);
			return found === -1 ? this.#text.length : found;
		};
		this.#nextDelimiter = next(this.#nextDelimiter, this.#delimiter);
		this.#nextFeed = next(this.#nextFeed, '\n');
		this.#nextReturn = next(this.#nextReturn, '\r');
	}
}
