// Files that came from outside, as the page keeps and finds them. With the device lock on they are sealed
// like the book: those the page keeps at once, those the service worker left as soon as the book is open.
// What is for Devices is sealed by itself, and lies there as it came.
import type { ArrivedPlace } from '$lib/domain/arrived-kind';
import { openSealed, sealBytes, type Seal } from '$lib/store/seal';
import { ARRIVED, basePath, keepArrived, markOf, NAME_HEADER, PLACE_HEADER } from './arrived-place';

/** A file that waits, and where it lies; in no place, it waits as long as the page. */
export interface Kept {
	readonly file: File;
	readonly at: Request | undefined;
}

/** In place of the name, where that lies sealed with the file. */
const SEALED_HEADER = 'x-kith-sealed';
/** More is not sealed in one piece: it waits in memory. */
const MOST_SEALED = 256 * 1024 * 1024;

/** What waits in memory only. */
const held = new Map<File, ArrivedPlace>();

/**
 * Keeps a file for a screen; the same file twice is kept once. Rejects where the browser keeps nothing.
 * @param seal of the book, where the device lock is on
 */
export async function keepFor(
	place: ArrivedPlace,
	file: File,
	seal: Seal | undefined
): Promise<void> {
	if (!seal || place === 'devices') return keepArrived(file, basePath(), place);
	const mark = await markOf(file);
	for (const kept of await keptFor(place, seal)) {
		if (kept.file.size === file.size && (await markOf(kept.file)) === mark) return;
	}
	await keepSealed(await caches.open(ARRIVED), place, file, seal);
}

/** Lets a file wait in memory, for the screen the rep is about to see. */
export function holdFor(place: ArrivedPlace, file: File): void {
	held.set(file, place);
}

/** All that waits for one screen. */
export async function keptFor(
	place: ArrivedPlace,
	seal: Seal | undefined
): Promise<readonly Kept[]> {
	await resealArrived(seal, seal);
	const lying = await inCache(async (arrived, at, kept) => {
		if (placeIn(kept) !== place) return [];
		const file = await fileIn(kept, place, seal);
		return file ? [{ file, at }] : [];
	});
	const waiting = [...held].filter(([, where]) => where === place);
	return [...lying, ...waiting.map(([file]): Kept => ({ file, at: undefined }))];
}

/** How many files wait for each screen. */
export async function waitingBeside(): Promise<ReadonlyMap<ArrivedPlace, number>> {
	const places = await inCache((_, __, kept) => Promise.resolve([placeIn(kept)]));
	const many = new Map<ArrivedPlace, number>();
	for (const place of [...places, ...held.values()]) many.set(place, (many.get(place) ?? 0) + 1);
	return many;
}

/** Lets go of a file that was taken in. */
export async function dropKept({ file, at }: Kept): Promise<void> {
	held.delete(file);
	if (at) await (await caches.open(ARRIVED)).delete(at);
}

/**
 * Seals what lies there, or opens it, as the book is sealed or opened; can be repeated. What cannot be kept
 * in its new shape is not left in the old one either: it waits in memory.
 */
export async function resealArrived(from: Seal | undefined, to: Seal | undefined): Promise<void> {
	const work = (): Promise<void> => reseal(from, to);
	if (!from && !to) return;
	// Two at once, or two tabs, would each keep a copy.
	const { locks } = navigator as { readonly locks?: LockManager };
	await (locks ? locks.request(ARRIVED, work) : work());
}

async function reseal(from: Seal | undefined, to: Seal | undefined): Promise<void> {
	await inCache(async (arrived, at, kept) => {
		const place = placeIn(kept);
		const isSealed = kept.headers.has(SEALED_HEADER);
		if (place === 'devices' || isSealed === (to !== undefined)) return [];
		const file = await fileIn(kept, place, from ?? to);
		try {
			if (file && to) await keepSealed(arrived, place, file, to);
			else if (file) await keepArrived(file, basePath(), place);
		} catch {
			if (file) holdFor(place, file);
		}
		// What no key opens is of no use to anybody.
		await arrived.delete(at);
		return [];
	});
}

async function keepSealed(
	arrived: Cache,
	place: ArrivedPlace,
	file: File,
	seal: Seal
): Promise<void> {
	if (file.size > MOST_SEALED) throw new DOMException('too large', 'QuotaExceededError');
	const name = new TextEncoder().encode(`${JSON.stringify(file.name.toWellFormed())}\n`);
	const bytes = new Uint8Array(name.length + file.size);
	bytes.set(name);
	bytes.set(new Uint8Array(await file.arrayBuffer()), name.length);
	const sealed = await sealBytes(seal, sealName(place), bytes);
	const headers = { [PLACE_HEADER]: place, [SEALED_HEADER]: '1' };
	const path = `${basePath()}arrived/${crypto.randomUUID()}`;
	await arrived.put(path, new Response(sealed, { headers }));
}

/** The file as it came, in memory where it lay sealed; undefined when this key does not open it. */
async function fileIn(
	kept: Response,
	place: ArrivedPlace,
	seal: Seal | undefined
): Promise<File | undefined> {
	if (!kept.headers.has(SEALED_HEADER)) {
		const name = decodeURIComponent(kept.headers.get(NAME_HEADER) ?? 'shared.kith');
		// Sealed next, its blob is gone from the disk: the bytes themselves are needed.
		return new File([seal ? await kept.arrayBuffer() : await kept.blob()], name);
	}
	const sealed = new Uint8Array(await kept.arrayBuffer());
	const bytes = seal && (await openSealed(seal, sealName(place), sealed));
	if (!bytes) return undefined;
	const cut = bytes.indexOf(10);
	const name = JSON.parse(new TextDecoder().decode(bytes.subarray(0, cut))) as string;
	return new File([bytes.subarray(cut + 1)], name);
}

function sealName(place: ArrivedPlace): string {
	return `arrived ${place}`;
}

function placeIn({ headers }: Response): ArrivedPlace {
	return (headers.get(PLACE_HEADER) ?? 'devices') as ArrivedPlace;
}

/** Goes through all that lies there, one after the other. */
async function inCache<Found>(
	look: (arrived: Cache, at: Request, kept: Response) => Promise<readonly Found[]>
): Promise<Found[]> {
	if (!('caches' in globalThis) || !(await caches.has(ARRIVED))) return [];
	const arrived = await caches.open(ARRIVED);
	const all: Found[] = [];
	for (const at of await arrived.keys()) {
		const kept = await arrived.match(at);
		if (kept) all.push(...(await look(arrived, at, kept)));
	}
	return all;
}
