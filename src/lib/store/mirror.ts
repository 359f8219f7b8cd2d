// The mirror's file format: a copy of a document's rows that does not depend on IndexedDB.
// A slot is 8 bytes "KITHMIR1", then frames: length and CRC-32 (4 bytes each, big-endian), the row's
// key (8 bytes, a double), its bytes. The first frame, under key −1, is the head as JSON. Later rows
// are appended; a torn last frame costs that frame only. Two slots take turns, so one is always whole.
import { crc32 } from './crc32';
import type { Row } from './rows';

/** What a slot says of itself. */
export interface SlotHead {
	/** The slot with the higher number was begun later. */
	readonly turn: number;
	/** The id of the database it is a copy of. */
	readonly database: string;
	/** The first row that has to be in it; those before were folded into a later one. */
	readonly base: number;
	/** How many rows it was begun with. */
	readonly rows: number;
	/** When it was begun, in milliseconds since 1970. */
	readonly at: number;
}

/** A slot as it was read. */
export interface Slot extends SlotHead {
	readonly byKey: ReadonlyMap<number, Uint8Array>;
	/** Whether all rows it was begun with are in it. */
	readonly isWhole: boolean;
	/** Where the last sound frame ends. */
	readonly end: number;
}

const MAGIC = new TextEncoder().encode('KITHMIR1');
const FRAME = 16;
const HEAD_KEY = -1;

/** The bytes of a new slot. */
export function writeSlot(head: Omit<SlotHead, 'rows'>, rows: readonly Row[]): Uint8Array {
	const json = new TextEncoder().encode(JSON.stringify({ ...head, rows: rows.length }));
	return join([MAGIC, writeFrame([HEAD_KEY, json]), ...rows.map(writeFrame)]);
}

/** One row as it is appended. */
export function writeFrame([key, bytes]: Row): Uint8Array {
	const frame = new Uint8Array(FRAME + bytes.length);
	const view = new DataView(frame.buffer);
	view.setUint32(0, bytes.length);
	view.setFloat64(8, key);
	frame.set(bytes, FRAME);
	view.setUint32(4, crc32(frame.subarray(8)));
	return frame;
}

/** Reads a slot as far as it is sound; undefined when it is none. */
export function readSlot(bytes: Uint8Array): Slot | undefined {
	if (!MAGIC.every((byte, at) => bytes[at] === byte)) return undefined;
	const first = frameAt(bytes, MAGIC.length);
	const head = first?.key === HEAD_KEY && first.isSound ? headFrom(first.bytes) : undefined;
	if (!first || !head) return undefined;
	const byKey = new Map<number, Uint8Array>();
	let [end, sound, begun] = [first.end, first.end, 0];
	for (;;) {
		const frame = frameAt(bytes, end);
		if (!frame) break;
		({ end } = frame);
		if (!frame.isSound) continue;
		byKey.set(frame.key, frame.bytes);
		sound = end;
		begun++;
	}
	return { ...head, byKey, isWhole: begun >= head.rows, end: sound };
}

/** The last row in a slot; 0 when it has none. */
export function lastKeyOf({ byKey }: Pick<Slot, 'byKey'>): number {
	let last = 0;
	for (const key of byKey.keys()) if (key > last) last = key;
	return last;
}

/** Whether a slot holds what a row said: the row itself, or a later one that it was folded into. */
export function holds(slot: Slot, key: number): boolean {
	return slot.byKey.has(key) || (slot.isWhole && key < slot.base);
}

function frameAt(bytes: Uint8Array, at: number) {
	if (at + FRAME > bytes.length) return undefined;
	const view = new DataView(bytes.buffer, bytes.byteOffset + at, FRAME);
	const end = at + FRAME + view.getUint32(0);
	if (end > bytes.length) return undefined;
	return {
		key: view.getFloat64(8),
		bytes: bytes.subarray(at + FRAME, end),
		isSound: view.getUint32(4) === crc32(bytes.subarray(at + 8, end)),
		end
	};
}

function headFrom(bytes: Uint8Array): SlotHead | undefined {
	try {
		const json = JSON.parse(new TextDecoder().decode(bytes)) as Partial<SlotHead>;
		const { turn, database, base, rows, at } = json;
		if (typeof turn !== 'number' || typeof database !== 'string') return undefined;
		if (typeof base !== 'number' || typeof rows !== 'number' || typeof at !== 'number')
			return undefined;
		return { turn, database, base, rows, at };
	} catch {
		return undefined;
	}
}

function join(parts: readonly Uint8Array[]): Uint8Array {
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
