// Opening a document whose rows are not all what was written: what is sound is read, the rest is put
// aside and never thrown away, and its words are looked for in the mirror and the previous generation.
import { applyUpdate, decodeUpdate, Doc, encodeStateAsUpdate, encodeStateVector } from 'yjs';
import { tableNames } from '$lib/domain/records/tables';
import { aloneWithRows } from './alone';
import type { Damage, DamageKind, Source } from './damage';
import { lastKeyOf, holds, type Slot } from './mirror';
import { readMirror } from './mirrored';
import { openFiles } from './opfs';
import { change, putAbout } from './row-changes';
import {
	isSound,
	readStore,
	readStored,
	result,
	sumOf,
	type About,
	type Stored,
	type Sum
} from './rows';
import { sealBytes, type Seal } from './seal';
import type { Seen } from './witness';

/** What mending needs to know. */
export interface Ailing {
	readonly name: string;
	/** Milliseconds since 1970. */
	readonly now: number;
	readonly seen: Seen | undefined;
	/** A row as Yjs reads it; rejects when the row needs another key. */
	readonly open: (row: Uint8Array) => Promise<Uint8Array | undefined>;
	/** Seals what is put back. */
	readonly seal: Seal | undefined;
}

/** A document that can be read again. */
export interface Mended {
	readonly about: About;
	/** The last row there is or has been. */
	readonly last: number;
	/** What its sound rows say, and what was put back. */
	readonly updates: readonly Uint8Array[];
	/** What was found elsewhere and could not be written: then the disk is as it was, damage and all. */
	readonly unsaved?: Uint8Array;
	readonly damages: readonly Damage[];
}

/** A row the previous generation kept. */
export interface Former {
	readonly row: Uint8Array;
	readonly sum: Sum;
}

/** Names that only our documents have at their root. */
const ROOTS = new Set<string>([...tableNames, 'bodies', 'years', 'meta', 'erased']);

/** Reads a damaged database and puts aside what cannot be read; one tab at a time. */
export async function mend(db: IDBDatabase, ailing: Ailing): Promise<Mended> {
	return aloneWithRows(ailing.name, () => mendAlone(db, ailing));
}

async function mendAlone(db: IDBDatabase, ailing: Ailing): Promise<Mended> {
	const stored = await readStored(db).catch(() => readOneByOne(db));
	const { rows, sums, about, seen } = { ...stored, seen: ailing.seen };
	const slots = await mirrorOf(ailing.name);
	// A browser killed soon after may have kept the mirror and forgotten the witness, or what it saw
	// after the first row: a witness of an empty database says nothing about what came later.
	const isAnother = seen?.last
		? seen.id !== about.id
		: rows.size === 0 &&
			slots.some(({ database, byKey }) => database !== about.id && byKey.size > 0);
	const updates: Uint8Array[] = [];
	const adopted: [number, Uint8Array][] = [];
	const bad = new Map<number, DamageKind>();
	for (const [key, row] of rows) {
		const why = await faultOf(row, sums.get(key), ailing, updates);
		if (why) bad.set(key, why);
		else if (!sums.has(key)) adopted.push([key, row as Uint8Array]);
	}
	const first = about.base > 0 ? about.base : Math.min(...rows.keys(), Infinity);
	const base = Number.isFinite(first) ? first : 1;
	const known = [about.snapshot ?? 0, isAnother ? 0 : (seen?.last ?? 0)];
	const last = Math.max(...known, ...rows.keys(), ...sums.keys());
	const missing = missingRows(stored, base, last);
	const holes = runsOf([...missing, ...bad.keys(), ...holeKeys(about)]);
	const next: About = { ...about, base, ...(holes.length > 0 ? { holes } : {}) };

	const isHurt = bad.size > 0 || missing.length > 0 || isAnother;
	const former = isHurt ? await readFormer(db) : [];
	const found = [
		...(await openAll(
			(isHurt ? slots : []).flatMap(({ byKey }) => [...byKey.values()]),
			ailing
		)),
		...(await openAll(former ?? [], ailing))
	];
	const sourceOf = (key: number): Source | undefined => {
		if (slots.some((slot) => slot.database === about.id && holds(slot, key))) return 'mirror';
		return key === about.snapshot && former && former.length > 0 ? 'before' : undefined;
	};
	const damages = [...bad, ...missing.map((key) => [key, 'missing'] as const)].map(
		([key, why]): Damage => {
			const from = sourceOf(key);
			const written = (sums.get(key) as Sum | undefined)?.[2];
			return {
				name: ailing.name,
				why,
				found: ailing.now,
				...(typeof written === 'number' ? { written } : {}),
				...(key === about.snapshot ? { folded: true } : {}),
				...(from ? { from } : {})
			};
		}
	);
	if (isAnother) damages.push(emptied(ailing, seen, slots));
	const back = newOf(updates, found);
	const row = back && ailing.seal ? await sealBytes(ailing.seal, ailing.name, back) : back;
	// A journal without a row, of a year that has just begun: looked at each time, written never.
	if (!row && !isHurt && adopted.length === 0 && about.base === base) {
		return { about, last, updates, damages };
	}
	let put = 0;
	const written = change(db, ['updates', 'sums', 'custom', 'quarantine'], (at) => {
		// In one step with putting the rest aside: killed in between, it would be looked for no more.
		if (row) {
			at('updates').add(row).onsuccess = ({ target }) => {
				put = (target as IDBRequest<number>).result;
				at('sums').put(sumOf(row, ailing.now), put);
			};
		}
		for (const [key, row] of adopted) at('sums').put(sumOf(row, ailing.now), key);
		for (const [key, why] of bad) {
			at('quarantine').put({ row: rows.get(key), sum: sums.get(key), why, found: ailing.now }, key);
			at('updates').delete(key);
		}
		for (const key of [...bad.keys(), ...missing]) at('sums').delete(key);
		putAbout(at, next);
	});
	try {
		await written;
	} catch {
		return { about, last, updates, ...(back ? { unsaved: back } : {}), damages };
	}
	const whole = back ? [...updates, back] : updates;
	return { about: next, last: Math.max(last, put), updates: whole, damages };
}

/** What is wrong with a row; when nothing is, what it says is added to `updates`. */
async function faultOf(
	row: unknown,
	sum: unknown,
	{ open }: Ailing,
	updates: Uint8Array[]
): Promise<DamageKind | undefined> {
	if (!(row instanceof Uint8Array)) return 'garbage';
	if (row.length === 0) return 'empty';
	const isIntact: boolean = sum === undefined || isSound(row, sum);
	if (!isIntact) {
		const length: unknown = Array.isArray(sum) ? sum[1] : undefined;
		return typeof length === 'number' && row.length < length ? 'truncated' : 'changed';
	}
	const update = await open(row);
	if (!update) return 'garbage';
	try {
		const roots = decodeUpdate(update).structs.flatMap((struct) =>
			'parent' in struct && typeof struct.parent === 'string' ? [struct.parent] : []
		);
		if (roots.length > 0 && !roots.some((name) => ROOTS.has(name))) return 'foreign';
	} catch {
		return 'garbage';
	}
	updates.push(update);
	return undefined;
}

/** What the found updates say that the others do not; undefined when that is nothing. */
function newOf(
	updates: readonly Uint8Array[],
	found: readonly Uint8Array[]
): Uint8Array | undefined {
	if (found.length === 0) return undefined;
	const doc = new Doc();
	for (const update of updates) applyUpdate(doc, update);
	const [before, known] = [encodeStateAsUpdate(doc), encodeStateVector(doc)];
	for (const update of found) applyUpdate(doc, update);
	const after = encodeStateAsUpdate(doc);
	const isNew = after.length !== before.length || after.some((byte, at) => byte !== before[at]);
	return isNew ? encodeStateAsUpdate(doc, known) : undefined;
}

/** Rows that were there once and are not now, without those already known to be gone. */
function missingRows({ rows, about }: Stored, base: number, last: number): number[] {
	const known = new Set(holeKeys(about));
	const missing: number[] = [];
	for (let key = base; key <= last; key++) if (!rows.has(key) && !known.has(key)) missing.push(key);
	return missing;
}

function emptied({ name, now }: Ailing, seen: Seen | undefined, slots: readonly Slot[]): Damage {
	const mirrored = slots.filter(({ database }) => !seen || database === seen.id);
	const isAll = mirrored.some((slot) => slot.isWhole && lastKeyOf(slot) >= (seen?.last ?? 0));
	const hasAny = slots.some(({ byKey }) => byKey.size > 0);
	return {
		name,
		why: 'emptied',
		found: now,
		...(hasAny ? { from: 'mirror' } : {}),
		...(hasAny && !isAll ? { partly: true } : {})
	};
}

async function mirrorOf(name: string): Promise<Slot[]> {
	const files = await openFiles();
	if (!files) return [];
	return readMirror(files, name);
}

/** The rows of the previous generation, or undefined when they are not whole. */
async function readFormer(db: IDBDatabase): Promise<Uint8Array[] | undefined> {
	const all = (await result(readStore(db, 'before').getAll())) as Former[];
	if (!all.every((former) => isSound(former.row, former.sum))) return undefined;
	return all.map(({ row }) => row);
}

async function openAll(rows: readonly Uint8Array[], { open }: Ailing): Promise<Uint8Array[]> {
	const opened: Uint8Array[] = [];
	for (const row of rows) {
		const update = await open(row).catch(() => undefined);
		if (update) opened.push(update);
	}
	return opened;
}

/** The same as reading at once, when the browser cannot give back some of the values. */
async function readOneByOne(db: IDBDatabase): Promise<Stored> {
	const rows = await valuesOf(db, 'updates');
	const sums = await valuesOf(db, 'sums');
	const about = await readStored(db).then(
		(stored) => stored.about,
		(): About => ({ id: '', base: 0 })
	);
	return { rows, sums, about };
}

async function valuesOf(db: IDBDatabase, store: 'updates' | 'sums'): Promise<Map<number, unknown>> {
	const keys = await result(readStore(db, store).getAllKeys());
	const values = new Map<number, unknown>();
	for (const key of keys) {
		const value: unknown = await result(readStore(db, store).get(key)).catch(() => undefined);
		if (store === 'updates' || value !== undefined) values.set(key as number, value);
	}
	return values;
}

function holeKeys({ holes = [] }: About): number[] {
	return holes.flatMap(([first, last]) =>
		Array.from({ length: last - first + 1 }, (_, at) => first + at)
	);
}

function runsOf(keys: readonly number[]): [number, number][] {
	const runs: [number, number][] = [];
	for (const key of [...new Set(keys)].sort((a, b) => a - b)) {
		const run = runs.at(-1);
		if (run?.[1] === key - 1) run[1] = key;
		else runs.push([key, key]);
	}
	return runs;
}
