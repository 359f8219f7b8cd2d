// The backup format: one readable JSON file that holds everything of a book, and when it was written.
import { isStamp, type Stamp } from './hlc';
import type { AnyRecord, Records, Table } from './records/tables';
import { tables } from './records/tables';
import type { Unreadable } from './records/decode';
import type { Cell, Json } from './version';

/** What a backup says it is. */
export const BACKUP_FORMAT = 'kith-backup';
/** The version of a plain backup written here; also the newest that can be read here. */
export const BACKUP_VERSION = 1;
/** The oldest version of Kith's format that can read what is written here. */
export const BACKUP_MIN_READER = 1;

/** The stamp of all cells that `edited` does not name. */
const WHOLE = '*';
const MEMBER = '/';
/** How deep lists and objects may lie in each other inside a field. */
export const MAX_DEPTH = 24;
/** A name that, written to an object, changes the object itself: in no backup. */
export const TRAP = '__proto__';
/** Names a stored field can never have in a backup, since the format itself uses them. */
const RESERVED = new Set(['id', 'body', 'edited', TRAP]);

/** What a file says of itself that holds only a part of a book: it can be added, and never replace one. */
export interface PartOfBook {
	readonly whose: 'everything' | 'mine' | 'employer';
	/** Whether sensitive parts came along. */
	readonly sensitive: boolean;
	/** How many things were left out. */
	readonly leftOut: number;
}

/** One record as it stands in a backup. */
export type BackupRecord = Readonly<Record<string, Json>>;

/** Stored fields, each with the time it was written. */
export type StampedCells = ReadonlyMap<string, readonly [value: Json, stamp: Stamp]>;

/** What writing and planning need of a book; the store's Book is one. */
export interface BookView {
	get<T extends Table>(table: T, id: string): Records[T] | undefined;
	all<T extends Table>(table: T): readonly Records[T][];
	trashed<T extends Table>(table: T): readonly Records[T][];
	cells(table: Table, id: string): ReadonlyMap<string, Cell>;
	readonly unreadable: readonly Unreadable[];
	/** Whether a record was erased for good. */
	isErased(id: string): boolean;
}

/** Called between pieces of long work, so that a screen can breathe and say how far it is. */
export type Pace = (done: number, of: number) => Promise<void>;

/** The check sum of a text, as lower-case hex. */
export type Sha256 = (text: string) => Promise<string>;

/** How many records are handled between two calls of a Pace. */
export const PIECE = 100;

/** A record as a backup keeps it: fields, sets as lists, its body, and when each was written. */
export function recordToJson(
	table: Table,
	id: string,
	cells: ReadonlyMap<string, Cell>,
	body: string | undefined
): BackupRecord {
	const { sets } = tables[table];
	const whole = mostCommonStamp([...cells.values()].map(({ stamp }) => stamp));
	const json: Record<string, Json> = { id };
	const edited: Record<string, Json> = whole ? { [WHOLE]: whole } : {};
	const members = new Map<string, string[]>();
	for (const [field, { value, stamp }] of cells) {
		if (RESERVED.has(field) || sets.includes(field)) continue;
		// No backup with it would be read again.
		if (!isPlain(value, MAX_DEPTH)) continue;
		const set = setOf(field, sets);
		const isGone = value === null || (set !== undefined && value === false);
		if (isGone || stamp !== whole) edited[field] = stamp;
		if (isGone) continue;
		if (set !== undefined && value === true) {
			const list = members.get(set) ?? [];
			list.push(field.slice(set.length + MEMBER.length));
			members.set(set, list);
		} else {
			json[field] = value;
		}
	}
	for (const [set, list] of members) json[set] = list.sort();
	if (body !== undefined) json['body'] = body;
	if (whole) json['edited'] = edited;
	return json;
}

/**
 * The stored fields of a record in a backup. What JSON of any origin may carry harms nothing: names
 * the format uses, sets that are no lists and values nested too deep are left out.
 * @param fallback when the backup was made: the stamp of what carries none
 * @param ceiling a stamp later than this comes from a wrong clock, and counts as the fallback
 */
export function cellsOfJson(
	table: Table,
	json: BackupRecord,
	fallback: Stamp,
	ceiling: Stamp
): Map<string, readonly [Json, Stamp]> {
	const { sets } = tables[table];
	const edited = isObject(json['edited']) ? json['edited'] : {};
	const stampAt = (field: string): Stamp | undefined => {
		const stamp = Object.hasOwn(edited, field) ? edited[field] : undefined;
		if (!isStamp(stamp)) return undefined;
		return stamp <= ceiling ? stamp : fallback;
	};
	const whole = stampAt(WHOLE) ?? fallback;
	const cells = new Map<string, readonly [Json, Stamp]>();
	const take = (field: string, value: Json): void => {
		cells.set(field, [value, stampAt(field) ?? whole]);
	};
	for (const [field, value] of Object.entries(json)) {
		if (RESERVED.has(field)) continue;
		if (!sets.includes(field)) {
			if (isPlain(value, MAX_DEPTH)) take(field, value);
		} else if (Array.isArray(value)) {
			for (const member of value as readonly unknown[]) {
				if (typeof member === 'string' && member !== '') take(field + MEMBER + member, true);
			}
		}
	}
	for (const field of Object.keys(edited)) {
		if (field === WHOLE || RESERVED.has(field) || sets.includes(field)) continue;
		if (cells.has(field) || Object.hasOwn(json, field)) continue;
		const stamp = stampAt(field);
		if (stamp) cells.set(field, [null, stamp]);
	}
	return cells;
}

/** The text of a record, where its table has one. */
export function bodyOf(record: AnyRecord | undefined): string | undefined {
	return record && 'body' in record ? record.body : undefined;
}

/** When the text of a note was written: with its `editedAt`, else with most of the note. */
export function bodyStamp(stamps: ReadonlyMap<string, Stamp>): Stamp | undefined {
	return stamps.get('editedAt') ?? mostCommonStamp([...stamps.values()]);
}

/** The stamp most cells carry; of equally many the earliest. */
export function mostCommonStamp(stamps: readonly Stamp[]): Stamp | undefined {
	const [first] = stamps;
	if (stamps.every((stamp) => stamp === first)) return first;
	const counts = new Map<Stamp, number>();
	for (const stamp of stamps) counts.set(stamp, (counts.get(stamp) ?? 0) + 1);
	return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** Whether two stored values say the same: cleared, never set and a removed member are alike. */
export function isSameValue(one: Json | undefined, other: Json | undefined): boolean {
	if (one === other) return true;
	if (typeof one === 'object' && one !== null && typeof other === 'object' && other !== null) {
		return isSameJson(one, other);
	}
	return isNothing(one) && isNothing(other);
}

/** Whether a parsed value is an object with members, not a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isNothing(value: Json | undefined): boolean {
	return value === null || value === undefined;
}

function isSameJson(one: object, other: object): boolean {
	const mine = Object.entries(one as Readonly<Record<string, Json>>);
	const theirs = new Map(Object.entries(other as Readonly<Record<string, Json>>));
	return (
		Array.isArray(one) === Array.isArray(other) &&
		mine.length === theirs.size &&
		mine.every(([key, value]) => theirs.has(key) && isSameValue(value, theirs.get(key)))
	);
}

function setOf(field: string, sets: readonly string[]): string | undefined {
	return sets.find((set) => field.startsWith(set + MEMBER));
}

function isPlain(value: unknown, depth: number): value is Json {
	if (typeof value !== 'object' || value === null) return true;
	if (depth === 0 || Object.hasOwn(value, TRAP)) return false;
	return Object.values(value).every((inner) => isPlain(inner, depth - 1));
}
