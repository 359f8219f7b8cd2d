// From the text of a file to the records of a backup, or a named reason why there are none.
import {
	BACKUP_FORMAT,
	BACKUP_VERSION,
	cellsOfJson,
	isObject,
	PIECE,
	type BackupRecord,
	type Pace,
	type Sha256,
	type StampedCells
} from './backup';
import { joinCanonical } from './backup-write';
import { canonicalJson } from './canonical';
import { faultOfText, looksOfJson, type BackupFault } from './backup-fault';
import { MAX_SKEW_MS, stampOf, type Stamp } from './hlc';
import { decode } from './records/decode';
import { tables, type Records, type Table } from './records/tables';

/** One record of a backup that can be brought into a book. */
export interface Incoming {
	readonly table: Table;
	readonly id: string;
	readonly cells: StampedCells;
	readonly body?: string;
	readonly record: Records[Table];
}

/** A backup that was read. */
export interface Backup {
	/** ISO instant; absent when the file does not say. */
	readonly madeAt?: string;
	readonly device: { readonly id?: string; readonly name?: string };
	/** The check sum it carries and keeps; absent when a file carries none. */
	readonly sha256?: string;
	readonly records: readonly Incoming[];
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

/** Reads the text of a file; whatever it holds, the answer is a value. */
export async function readBackup(text: string, options: ReadOptions): Promise<BackupRead> {
	const bare = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
	let parsed: unknown;
	try {
		parsed = JSON.parse(bare);
	} catch {
		return { ok: false, fault: faultOfText(bare) };
	}
	if (!isObject(parsed) || parsed['format'] !== BACKUP_FORMAT) {
		return { ok: false, fault: { code: 'BackupForeign', ...looksOfJson(parsed) } };
	}
	const fault = faultOfHead(parsed);
	if (fault) return { ok: false, fault };
	const content = parsed['content'] as Record<string, readonly unknown[]>;
	const sum = await sumOf(content, parsed['counts'], options);
	const carried = parsed['sha256'];
	if (sum === undefined || (carried !== undefined && carried !== sum)) {
		return { ok: false, fault: { code: 'BackupDamaged' } };
	}
	const madeAt = instantOf(parsed['madeAt']);
	const { device } = parsed;
	const { id, name } = isObject(device) ? device : {};
	return {
		ok: true,
		backup: {
			...(madeAt === undefined ? {} : { madeAt }),
			device: {
				...(typeof id === 'string' ? { id } : {}),
				...(typeof name === 'string' && name.trim() !== '' ? { name } : {})
			},
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

/** The check sum of a content; undefined when it has none, or other counts than the file says. */
async function sumOf(
	content: Readonly<Record<string, readonly unknown[]>>,
	counts: unknown,
	{ sha256, pace }: ReadOptions
): Promise<string | undefined> {
	const names = Object.keys(content);
	const of = 2 * names.reduce((sum, name) => sum + (content[name]?.length ?? 0), 0);
	const canonical = new Map<string, string>();
	let done = 0;
	for (const name of names) {
		const list = content[name] ?? [];
		if (isObject(counts) && Object.hasOwn(counts, name) && counts[name] !== list.length) {
			return undefined;
		}
		const sums: string[] = [];
		for (const record of list) {
			try {
				sums.push(canonicalJson(record));
			} catch (error) {
				// Nested deeper than the stack goes: no backup was ever written like that.
				if (error instanceof RangeError) return undefined;
				throw error;
			}
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
	for (const [name, list] of Object.entries(content)) {
		const seen = new Set<string>();
		for (const json of list) {
			const incoming = Object.hasOwn(tables, name)
				? readRecord(name as Table, json, made, ceiling)
				: undefined;
			if (incoming && !seen.has(incoming.id)) {
				seen.add(incoming.id);
				records.push(incoming);
			} else {
				unreadable++;
			}
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
