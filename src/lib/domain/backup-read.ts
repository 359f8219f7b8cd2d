// From the text of a file to the records of a backup, or a named reason why there are none.
import {
	BACKUP_FORMAT,
	BACKUP_VERSION,
	cellsOfJson,
	isObject,
	MAX_DEPTH,
	PIECE,
	TRAP,
	type BackupRecord,
	type Pace,
	type Sha256,
	type StampedCells
} from './backup';
import { joinCanonical } from './backup-write';
import { faultOfText, looksOfJson, type BackupFault } from './backup-fault';
import { isSealedJson, sealedFileOf, type SealedFile } from './backup-envelope';
import { canonicalJson } from './canonical';
import { MAX_SKEW_MS, stampOf, type Stamp } from './hlc';
import { decode } from './records/decode';
import { tableNames, tables, type Records, type Table } from './records/tables';

/** One record of a backup that can be brought into a book. */
export interface Incoming {
	readonly table: Table;
	readonly id: string;
	readonly cells: StampedCells;
	readonly body?: string;
	readonly record: Records[Table];
}

/** The records of a backup, table after table with people first; a list, or read anew each time. */
export interface IncomingRecords extends Iterable<Incoming> {
	readonly length: number;
}

/** A backup that was read. */
export interface Backup {
	/** ISO instant; absent when the file does not say. */
	readonly madeAt?: string;
	readonly device: { readonly id?: string; readonly name?: string };
	/** It holds a part of a book only; whatever else the file says about that is for people. */
	readonly isPartial?: boolean;
	/** The check sum it carries and keeps; absent when a file carries none. */
	readonly sha256?: string;
	readonly records: IncomingRecords;
	/** Records left out, since they are none that this version of Kith knows. */
	readonly unreadable: number;
}

export type BackupRead =
	| { readonly ok: true; readonly backup: Backup }
	| { readonly ok: false; readonly fault: BackupFault };

/** What reading needs of the world. */
export interface ReadOptions {
	readonly sha256: Sha256;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly pace: Pace;
}

/** How far ahead of our clock the day of a backup may lie: clocks are wrong, but not by ages. */
const BELIEVED_MS = 366 * 86_400_000;

/** The file, its content, a table and a record stand around the deepest field. */
const SHAPE_DEPTH = MAX_DEPTH + 4;

/** What a text turns out to be. */
export type Parsed =
	| { readonly is: 'plain'; readonly json: Record<string, unknown> }
	| { readonly is: 'sealed'; readonly file: SealedFile }
	| { readonly is: 'fault'; readonly fault: BackupFault };

/** Tells a plain backup from a sealed one, and both from everything else. */
export function parseBackup(text: string): Parsed {
	const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	let parsed: unknown;
	try {
		parsed = JSON.parse(bare);
	} catch (error) {
		// Some engines run out of stack, and say so in an error of another name.
		const isDeep = !(error instanceof SyntaxError);
		return { is: 'fault', fault: isDeep ? { code: 'BackupTooDeep' } : faultOfText(bare) };
	}
	if (!isObject(parsed) || parsed['format'] !== BACKUP_FORMAT) {
		return { is: 'fault', fault: { code: 'BackupForeign', ...looksOfJson(parsed) } };
	}
	if (!isSealedJson(parsed)) return { is: 'plain', json: parsed };
	const fault = faultOfShape(parsed, SHAPE_DEPTH);
	if (fault) return { is: 'fault', fault };
	const sealed = sealedFileOf(parsed);
	return sealed.ok ? { is: 'sealed', file: sealed.file } : { is: 'fault', fault: sealed.fault };
}

/** Reads what `parseBackup` found to be a plain backup. */
export async function readParsed(
	json: Record<string, unknown>,
	options: ReadOptions
): Promise<BackupRead> {
	const fault = faultOfHead(json) ?? faultOfShape(json, SHAPE_DEPTH);
	if (fault) return { ok: false, fault };
	const content = json['content'] as Record<string, readonly unknown[]>;
	if (!countsFit(content, json['counts'])) {
		return { ok: false, fault: { code: 'BackupCountsWrong' } };
	}
	const sum = await sumOf(content, options);
	const carried = json['sha256'];
	if (carried !== undefined && carried !== sum) {
		return { ok: false, fault: { code: 'BackupDamaged' } };
	}
	if (Object.values(content).some(hasTwice)) return { ok: false, fault: { code: 'BackupTwice' } };
	const madeAt = instantOf(json['madeAt']);
	const { device } = json;
	const { id, name } = isObject(device) ? device : {};
	return {
		ok: true,
		backup: {
			...(madeAt === undefined ? {} : { madeAt }),
			device: {
				...(typeof id === 'string' ? { id } : {}),
				...(typeof name === 'string' && name.trim() !== '' ? { name } : {})
			},
			...(json['partial'] === undefined ? {} : { isPartial: true }),
			...(carried === undefined ? {} : { sha256: sum }),
			...(await readContent(content, madeAt, options))
		}
	};
}

function faultOfHead(head: Record<string, unknown>): BackupFault | undefined {
	const { version, minReader = version } = head as { version?: unknown; minReader?: unknown };
	const { content } = head;
	if (!isCount(version) || !isCount(minReader)) return { code: 'BackupDamaged' };
	if (version > BACKUP_VERSION || minReader > BACKUP_VERSION) return { code: 'BackupTooNew' };
	const isWhole = isObject(content) && Object.values(content).every((list) => Array.isArray(list));
	return isWhole ? undefined : { code: 'BackupDamaged' };
}

/** What no backup holds anywhere: names that reach into the program, and depths beyond any use. */
function faultOfShape(value: unknown, depth: number): BackupFault | undefined {
	if (typeof value !== 'object' || value === null) return undefined;
	if (depth === 0) return { code: 'BackupTooDeep' };
	if (Object.hasOwn(value, TRAP)) return { code: 'BackupTrapped' };
	for (const inner of Object.values(value)) {
		const fault = faultOfShape(inner, depth - 1);
		if (fault) return fault;
	}
	return undefined;
}

/** Whether each count that the file gives is that of its records; a file may give none. */
function countsFit(
	content: Readonly<Record<string, readonly unknown[]>>,
	counts: unknown
): boolean {
	if (!isObject(counts)) return counts === undefined;
	return Object.entries(counts).every(
		([name, count]) => (Object.hasOwn(content, name) ? content[name]?.length : 0) === count
	);
}

function hasTwice(list: readonly unknown[]): boolean {
	const seen = new Set<unknown>();
	return list.some((record) => {
		if (!isObject(record)) return false;
		const isOld = seen.has(record['id']);
		seen.add(record['id']);
		return isOld && record['id'] !== undefined;
	});
}

/** The check sum of a content. */
async function sumOf(
	content: Readonly<Record<string, readonly unknown[]>>,
	{ sha256, pace }: ReadOptions
): Promise<string> {
	const names = Object.keys(content);
	const of = 2 * names.reduce((sum, name) => sum + (content[name]?.length ?? 0), 0);
	const canonical = new Map<string, string>();
	let done = 0;
	for (const name of names) {
		const sums: string[] = [];
		for (const record of content[name] ?? []) {
			sums.push(canonicalJson(record));
			if (++done % PIECE === 0) await pace(done, of);
		}
		canonical.set(name, `[${sums.join(',')}]`);
	}
	return sha256(joinCanonical(canonical));
}

async function readContent(
	content: Readonly<Record<string, readonly unknown[]>>,
	madeAt: string | undefined,
	{ now, pace }: ReadOptions
): Promise<Pick<Backup, 'records' | 'unreadable'>> {
	// The same for each reading of one file, or a second restore would find newer words in it.
	const at = madeAt === undefined ? Infinity : Date.parse(madeAt);
	const isBelieved = at <= now + BELIEVED_MS;
	const made = stampOf(isBelieved ? at : 0, 0);
	const ceiling = stampOf((isBelieved ? at : now) + MAX_SKEW_MS, 0);
	const half = Object.values(content).reduce((sum, list) => sum + list.length, 0);
	const records: Incoming[] = [];
	let [unreadable, done] = [0, half];
	for (const name of new Set([...tableNames, ...Object.keys(content)])) {
		const list = Object.hasOwn(content, name) ? (content[name] ?? []) : [];
		for (const json of list) {
			const incoming = Object.hasOwn(tables, name)
				? readRecord(name as Table, json, made, ceiling)
				: undefined;
			if (incoming) records.push(incoming);
			else unreadable++;
			if (++done % PIECE === 0) await pace(done, 2 * half);
		}
	}
	return { records, unreadable };
}

function readRecord(
	table: Table,
	json: unknown,
	made: Stamp,
	ceiling: Stamp
): Incoming | undefined {
	if (!isObject(json) || typeof json['id'] !== 'string') return undefined;
	const { id, body } = json;
	const cells = cellsOfJson(table, json as BackupRecord, made, ceiling);
	const text = tables[table].body && typeof body === 'string' ? body : undefined;
	const fields = Object.fromEntries([...cells].map(([field, [value]]) => [field, value]));
	const decoded = decode(table, id, fields, text);
	if (!decoded.ok) return undefined;
	return {
		table,
		id,
		cells,
		record: decoded.record,
		...(text === undefined ? {} : { body: text })
	};
}

function instantOf(value: unknown): string | undefined {
	return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}

function isCount(value: unknown): value is number {
	return typeof value === 'number' && Number.isInteger(value) && value > 0;
}
