// From a book to the text of its backup: one record a line, with a check sum over the content.
import {
	BACKUP_FORMAT,
	BACKUP_MIN_READER,
	BACKUP_VERSION,
	bodyOf,
	PIECE,
	recordToJson,
	type BookView,
	type PartOfBook,
	type Pace,
	type Sha256
} from './backup';
import { canonicalJson } from './canonical';
import { tableNames, type Table } from './records/tables';

/** What a new backup says of itself. */
export interface BackupTitle {
	readonly device: { readonly id: string; readonly name?: string };
	/** ISO instant. */
	readonly madeAt: string;
	/** When it is an export of a part, and no backup. */
	readonly partial?: PartOfBook;
}

/** A backup ready to be handed out. */
export interface WrittenBackup {
	readonly text: string;
	/** ISO instant. */
	readonly madeAt: string;
	readonly counts: Readonly<Record<string, number>>;
}

/** Some records of one table, each as the JSON that a backup keeps. */
export interface BackupLot {
	readonly table: Table;
	readonly lines: readonly string[];
}

/**
 * Everything of a book in lots: trashed records, fields of newer versions, unreadable records too.
 * What comes between two lots is the caller's: a book may go on changing meanwhile.
 */
export async function* backupLots(book: BookView, pace: Pace): AsyncGenerator<BackupLot> {
	const { unreadable } = book;
	let of = unreadable.length;
	for (const table of tableNames) of += book.all(table).length + book.trashed(table).length;
	let done = 0;
	for (const table of tableNames) {
		const list = idsIn(book, table, unreadable);
		for (let at = 0; at < list.length; at += PIECE) {
			const piece = list.slice(at, at + PIECE);
			yield { table, lines: piece.map((id) => lineOf(book, table, id)) };
			await pace((done += piece.length), of);
		}
	}
}

/** Puts lots together to one backup; needs no book and may work elsewhere. */
export class BackupBinding {
	readonly #tables = new Map<Table, [id: string, line: string][]>(
		tableNames.map((table) => [table, []])
	);

	/** Takes a lot, in any order. */
	take({ table, lines }: BackupLot): void {
		const held = this.#tables.get(table);
		for (const line of lines) held?.push([idOfLine(line), line]);
	}

	/** The text in parts, as it is written one after another. */
	async bind(
		title: BackupTitle,
		{ sha256, pace }: { readonly sha256: Sha256; readonly pace: Pace }
	): Promise<{ readonly parts: readonly string[]; readonly counts: WrittenBackup['counts'] }> {
		const of = [...this.#tables.values()].reduce((sum, list) => sum + list.length, 0);
		const counts: Record<string, number> = {};
		const tables: string[] = [];
		const canonical = new Map<string, string>();
		let done = 0;
		for (const [table, list] of this.#tables) {
			list.sort(([one], [other]) => (one < other ? -1 : 1));
			const sums: string[] = [];
			for (const [, line] of list) {
				sums.push(canonicalJson(JSON.parse(line)));
				if (++done % PIECE === 0) await pace(done, of);
			}
			counts[table] = list.length;
			const inside = list.length > 0 ? `\n${list.map(([, line]) => line).join(',\n')}\n` : '';
			tables.push(`${JSON.stringify(table)}: [${inside}]`);
			canonical.set(table, `[${sums.join(',')}]`);
		}
		const head = {
			format: BACKUP_FORMAT,
			version: BACKUP_VERSION,
			minReader: BACKUP_MIN_READER,
			madeAt: title.madeAt,
			device: title.device,
			...(title.partial ? { partial: title.partial } : {}),
			counts,
			sha256: await sha256(joinCanonical(canonical))
		};
		const top = JSON.stringify(head, null, '\t').slice(0, -2);
		const between = tables.flatMap((text, index) => (index === 0 ? [text] : [',\n', text]));
		return { parts: [`${top},\n\t"content": {\n`, ...between, '\n}\n}\n'], counts };
	}
}

/** The canonical JSON of a content from that of its tables. */
export function joinCanonical(tables: ReadonlyMap<string, string>): string {
	const names = [...tables.keys()].sort();
	return `{${names.map((name) => `${JSON.stringify(name)}:${tables.get(name) ?? ''}`).join(',')}}`;
}

function lineOf(book: BookView, table: Table, id: string): string {
	return JSON.stringify(
		recordToJson(table, id, book.cells(table, id), bodyOf(book.get(table, id)))
	);
}

/** Every line begins with its id: `{"id":"2026…`. */
function idOfLine(line: string): string {
	return line.slice(7, line.indexOf('"', 7));
}

function idsIn(book: BookView, table: Table, unreadable: BookView['unreadable']): string[] {
	const ids = new Set<string>();
	for (const { id } of book.all(table)) ids.add(id);
	for (const { id } of book.trashed(table)) ids.add(id);
	for (const found of unreadable) if (found.table === table) ids.add(found.id);
	return [...ids];
}
