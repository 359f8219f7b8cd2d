// Restore points on disk, in OPFS: for each a small list (`points/<instant>.json`), and for each
// document a file that points share while it stays the same (`points/docs/…`, gzip, sealed under a lock).
import {
	keptPoints,
	pointReasons,
	type PointReason,
	type RestorePoint
} from '$lib/domain/restore-points';
import type { Files } from './opfs';
import { isSealed, openSealed, sealBytes, type Seal } from './seal';

const FOLDER = 'points';
const DOCS = 'points/docs';

/** One document of a restore point. */
export interface PointDocument {
	readonly name: string;
	/** Where it lies, in `points/docs`. */
	readonly file: string;
}

/** A restore point with what belongs to it. */
export interface StoredPoint extends RestorePoint {
	readonly docs: readonly PointDocument[];
}

/** All restore points, the newest first; lists that cannot be read are left out. */
export async function listPoints(files: Files): Promise<StoredPoint[]> {
	const points: StoredPoint[] = [];
	for (const name of await files.list(FOLDER)) {
		if (!name.endsWith('.json')) continue;
		const bytes = await files.read(`${FOLDER}/${name}`);
		const point = bytes && pointFrom(bytes);
		if (point && nameOf(point) === name) points.push(point);
	}
	return points.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * The documents of a point as Yjs updates, by name.
 * @returns undefined when one of them is missing, damaged or does not open
 */
export async function readPoint(
	files: Files,
	point: StoredPoint,
	seal: Seal | undefined
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
	const docs = new Map<string, Uint8Array>();
	for (const { name, file } of point.docs) {
		const bytes = await files.read(`${DOCS}/${file}`);
		const update = bytes && (await unpack(file, bytes, seal));
		if (!update) return undefined;
		docs.set(name, update);
	}
	return docs;
}

/** Keeps a restore point. Documents already kept under the same file name are not written again. */
export async function writePoint(
	files: Files,
	point: Omit<StoredPoint, 'bytes' | 'docs'>,
	docs: readonly (PointDocument & { readonly update: () => Promise<Uint8Array> })[],
	seal: Seal | undefined
): Promise<StoredPoint> {
	const there = new Set(await files.list(DOCS));
	let bytes = 0;
	for (const { file, update } of docs) {
		if (there.has(file)) continue;
		const packed = await pack(file, await update(), seal);
		await writeFile(files, `${DOCS}/${file}`, packed);
		bytes += packed.length;
	}
	const stored = { ...point, bytes, docs: docs.map(({ name, file }) => ({ name, file })) };
	// Last, so that a list never names what is not there.
	await writeFile(
		files,
		`${FOLDER}/${nameOf(stored)}`,
		new TextEncoder().encode(JSON.stringify(stored))
	);
	return stored;
}

/** Lets go of the points that are no longer to be kept, and of documents that no point needs. */
export async function thinPoints(files: Files, budget: number): Promise<void> {
	const points = await listPoints(files);
	const kept = new Set(keptPoints(points, budget).map(({ at }) => at));
	for (const point of points) {
		if (!kept.has(point.at)) await files.remove(`${FOLDER}/${nameOf(point)}`);
	}
	const needed = new Set(
		points.filter(({ at }) => kept.has(at)).flatMap(({ docs }) => docs.map(({ file }) => file))
	);
	for (const file of await files.list(DOCS)) {
		if (!needed.has(file)) await files.remove(`${DOCS}/${file}`);
	}
}

/**
 * Writes every document of every point anew: sealed with another key, or without what was erased.
 * A document that cannot be opened is removed, and with it the points that need it.
 */
export async function rewritePoints(
	files: Files,
	from: Seal | undefined,
	to: Seal | undefined,
	revise: (name: string, update: Uint8Array) => Uint8Array = (_, update) => update
): Promise<void> {
	const points = await listPoints(files);
	const names = new Map(points.flatMap(({ docs }) => docs.map(({ name, file }) => [file, name])));
	for (const file of await files.list(DOCS)) {
		const name = names.get(file);
		const bytes = await files.read(`${DOCS}/${file}`);
		const update = bytes && ((await unpack(file, bytes, from)) ?? (await unpack(file, bytes, to)));
		if (name === undefined || !update) await files.remove(`${DOCS}/${file}`);
		else await writeFile(files, `${DOCS}/${file}`, await pack(file, revise(name, update), to));
	}
	const there = new Set(await files.list(DOCS));
	for (const point of points) {
		if (point.docs.every(({ file }) => there.has(file))) continue;
		await files.remove(`${FOLDER}/${nameOf(point)}`);
	}
}

/** Writes a whole file, and is sure of it. */
async function writeFile(files: Files, path: string, bytes: Uint8Array): Promise<void> {
	const file = await files.open(path);
	try {
		file.truncate(0);
		file.write(bytes, 0);
		file.flush();
	} finally {
		file.close();
	}
}

async function pack(file: string, update: Uint8Array, seal: Seal | undefined) {
	const packed = await through(new CompressionStream('gzip'), update);
	return seal ? sealBytes(seal, file, packed) : packed;
}

async function unpack(
	file: string,
	bytes: Uint8Array,
	seal: Seal | undefined
): Promise<Uint8Array | undefined> {
	const packed = isSealed(bytes) ? seal && (await openSealed(seal, file, bytes)) : bytes;
	if (!packed) return undefined;
	try {
		// gzip carries a check sum of its own.
		return await through(new DecompressionStream('gzip'), packed);
	} catch {
		return undefined;
	}
}

async function through(
	stream: CompressionStream | DecompressionStream,
	bytes: Uint8Array
): Promise<Uint8Array> {
	const out = new Blob([new Uint8Array(bytes)]).stream().pipeThrough(stream);
	return new Uint8Array(await new Response(out).arrayBuffer());
}

function nameOf({ at }: { readonly at: string }): string {
	return `${at.replaceAll(':', '-')}.json`;
}

function pointFrom(bytes: Uint8Array): StoredPoint | undefined {
	try {
		const json = JSON.parse(new TextDecoder().decode(bytes)) as StoredPoint;
		const { at, why, people, notes, bytes: size, docs } = json;
		if (Number.isNaN(Date.parse(at)) || !isReason(why) || !Array.isArray(docs)) return undefined;
		if (![people, notes, size].every((count) => typeof count === 'number')) return undefined;
		const known = docs.map(({ name, file }) => ({ name: String(name), file: String(file) }));
		return { at, why, people, notes, bytes: size, docs: known };
	} catch {
		return undefined;
	}
}

function isReason(why: unknown): why is PointReason {
	return pointReasons.some((reason) => reason === why);
}
