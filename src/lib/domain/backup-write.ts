// From a book to the text of its backup: one record a line, with a check sum over the content.
import {
	BACKUP_FORMAT,
	BACKUP_MIN_READER,
	BACKUP_VERSION,
	bodyOf,
	PIECE,
	recordToJson,
	type BackupRecord,
	type BookView,
	type Pace,
	type Sha256
} from './backup';
import { canonicalJson } from './canonical';
import { tableNames, type Table } from './records/tables';

/** What a new backup says of itself, and what it needs from the world. */
export interface BackupOptions {
	readonly device: { readonly id: string; readonly name?: string };
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly sha256: Sha256;
	readonly pace: Pace;
}

/** A backup ready to be handed out. */
export interface WrittenBackup {
	readonly text: string;
	/** ISO instant. */
	readonly madeAt: string;
	readonly counts: Readonly<Record<string, number>>;
}

/** Writes everything of a book: trashed records, fields of newer versions, unreadable records too. */
export async function writeBackup(book: BookView, options: BackupOptions): Promise<WrittenBackup> {
	const ids = tableNames.map((table) => [table, idsIn(book, table)] as const);
	const of = ids.reduce((sum, [, list]) => sum + list.length, 0);
	const counts: Record<string, number> = {};
	const lines: string[] = [];
	const canonical = new Map<string, string>();
	let done = 0;
	for (const [table, list] of ids) {
		const records: string[] = [];
		const sums: string[] = [];
		for (const id of list) {
			const json = jsonOf(book, table, id);
			records.push(JSON.stringify(json));
			sums.push(canonicalJson(json));
			if (++done % PIECE === 0) await options.pace(done, of);
		}
		counts[table] = records.length;
		const inside = records.length > 0 ? `\n${records.join(',\n')}\n` : '';
		lines.push(`${JSON.stringify(table)}: [${inside}]`);
		canonical.set(table, `[${sums.join(',')}]`);
	}
	const madeAt = new Date(options.now).toISOString();
	const head = {
		format: BACKUP_FORMAT,
		version: BACKUP_VERSION,
		minReader: BACKUP_MIN_READER,
		madeAt,
		device: options.device,
		counts,
		sha256: await options.sha256(joinCanonical(canonical))
	};
	const top = JSON.stringify(head, null, '\t').slice(0, -2);
	return { text: `${top},\n\t"content": {\n${lines.join(',\n')}\n}\n}\n`, madeAt, counts };
}

/** The canonical JSON of a content from that of its tables. */
export function joinCanonical(tables: ReadonlyMap<string, string>): string {
	const names = [...tables.keys()].sort();
	return `{${names.map((name) => `${JSON.stringify(name)}:${tables.get(name) ?? ''}`).join(',')}}`;
}

function jsonOf(book: BookView, table: Table, id: string): BackupRecord {
	return recordToJson(table, id, book.cells(table, id), bodyOf(book.get(table, id)));
}

function idsIn(book: BookView, table: Table): string[] {
	const ids = new Set<string>();
	for (const { id } of book.all(table)) ids.add(id);
	for (const { id } of book.trashed(table)) ids.add(id);
	for (const found of book.unreadable) if (found.table === table) ids.add(found.id);
	return [...ids].sort();
}
