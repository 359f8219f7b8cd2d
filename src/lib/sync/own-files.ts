// The files this device has in a folder: one that holds the whole book, then what was written since. Each
// visit reads them back, by the hash in their names, and mends what a cloud has lost, spoiled or put back.
import { leftOvers } from '$lib/store/erasing';
import { CORE } from '$lib/store/documents';
import { crc32 } from '$lib/store/crc32';
import { bytesToHex } from './bytes';
import type { CarriedWorld, Folder } from './carried';
import { joined } from './carried-file';
import { makeFile } from './carried-making';
import { keyParts, leftBehind } from './key-news';
import { keepFolder, keptFolder, type Chain, type OwnFile } from './kept-folder';
import type { Reached } from './kept';
import { idOfKey, newestKey, type BookKey } from './keys';
import { covers, reachedOf } from './level';

/** So many files since the last whole one. */
const MOST_SINCE = 16;
const NAME = /^(\d{6,})-([0-9a-f]{12})\.kith$/;

/** The folder in which a device alone writes. */
export function folderOf(device: string): string {
	return `devices/${device}`;
}

/** The number and the hash in a name that was given by `nameOf`; undefined for any other name. */
function partsOfName(name: string): { seq: number; hash: string } | undefined {
	const [, seq, hash] = NAME.exec(name) ?? [];
	return seq !== undefined && hash !== undefined ? { seq: Number(seq), hash } : undefined;
}

/** Whether bytes are what their name says. */
export async function isAsNamed(name: string, bytes: Uint8Array): Promise<boolean> {
	return partsOfName(name)?.hash === (await hashOf(bytes));
}

/**
 * Brings the own files up to what the book says. Nothing is written when there is nothing new to say, and
 * nothing removed before what replaces it has been read back.
 * @param names what lies in the own folder
 * @param stale names there of own files whose words are all here: copies, and what a cloud put back
 * @returns how many files were written, or undefined when one could not be
 */
export async function tendOwnFiles(
	folder: Folder,
	world: CarriedWorld,
	names: readonly string[],
	stale: readonly string[]
): Promise<number | undefined> {
	// Reading may have taken long: another tab may have removed a device since.
	await world.kept.refresh();
	const key = newestKey(world.kept.now.keys);
	// Before the rep has said yes to another's book nothing is written for it.
	if (!key || world.kept.now.joining) return 0;
	const highest = Math.max(0, ...names.map((name) => partsOfName(name)?.seq ?? 0));
	await keepFolder(world.kept, (held) => (highest > held.seq ? { ...held, seq: highest } : held));
	const words = await tendChain(folder, world, key, stale);
	if (words === undefined) return undefined;
	const handed = await tendKeyFile(folder, world, key);
	return handed === undefined ? undefined : words + handed;
}

async function tendChain(
	folder: Folder,
	world: CarriedWorld,
	key: BookKey,
	stale: readonly string[]
): Promise<number | undefined> {
	const { book, kept } = world;
	const before = keptFolder(kept).chain;
	const chain = await intact(folder, world, before);
	const erased = erasedIn(world);
	const keyId = await idOfKey(key);
	const [whole, ...since] = chain?.files ?? [];
	const weight = since.reduce((sum, { size }) => sum + size, 0);
	const goesOn =
		whole !== undefined &&
		chain?.key === keyId &&
		chain.erased === erased &&
		since.length < MOST_SINCE &&
		weight <= whole.size;
	const old = (before?.files ?? []).map(({ name }) => name);
	const last = chain?.files.at(-1);
	if (goesOn && last) {
		if (await isSaid(world, last.after, chain.digests)) {
			await removeAll(folder, world, stale, chain);
			return 0;
		}
	}
	const base = goesOn && last ? { after: last.after, digests: chain.digests } : undefined;
	const seq = await nextSeq(world);
	const made = await makeFile(world, key, seq, base);
	// What others take from it counts as theirs and ours: it has to be on our disk first.
	if (!book.trouble) await book.saved();
	const name = await put(folder, world, seq, made.bytes);
	if (name === undefined) return undefined;
	const file: OwnFile = { name, size: made.bytes.length, after: made.after };
	const next: Chain = {
		key: keyId,
		erased,
		files: base && chain ? [...chain.files, file] : [file],
		digests: made.digests
	};
	await keepFolder(kept, (held) => ({ ...held, chain: next }));
	await removeAll(folder, world, [...old, ...stale], next);
	return 1;
}

/** Whether files that lead so far say all that is here. */
async function isSaid(
	{ book, digests }: CarriedWorld,
	after: Reached,
	said: Chain['digests']
): Promise<boolean> {
	const here = reachedOf(book);
	if (!covers(after, here)) return false;
	for (const name of Object.keys(here)) {
		if ((await digests.of(name)) !== said[name]) return false;
	}
	return true;
}

/** The chain as far as it lies there unspoiled. */
async function intact(
	folder: Folder,
	world: CarriedWorld,
	chain: Chain | undefined
): Promise<Chain | undefined> {
	if (!chain) return undefined;
	const files: OwnFile[] = [];
	for (const file of chain.files) {
		const bytes = await folder.read(pathOf(world, file.name));
		if (!bytes || !(await isAsNamed(file.name, bytes))) break;
		files.push(file);
		await world.pause();
	}
	// What the last one said of deletions is not known any more: the next file says it all again.
	return files.length === chain.files.length ? chain : { ...chain, files, digests: {} };
}

async function tendKeyFile(
	folder: Folder,
	world: CarriedWorld,
	key: BookKey
): Promise<number | undefined> {
	const held = keptFolder(world.kept).keyFile;
	const ids = leftBehind(world);
	const hands = `${await idOfKey(key)} ${ids.join(' ')}`;
	const bytes = held && (await folder.read(pathOf(world, held.name)));
	const isThere = held && bytes && (await isAsNamed(held.name, bytes));
	if (isThere && ids.length > 0 && held.hands === hands) return 0;
	let name: string | undefined;
	if (ids.length > 0) {
		const seq = await nextSeq(world);
		const parts = await keyParts(world, seq);
		if (parts.length > 0) {
			name = await put(folder, world, seq, joined(parts));
			if (name === undefined) return undefined;
		}
	}
	if (name === undefined && !held) return 0;
	await keepFolder(world.kept, ({ keyFile: _, ...rest }) =>
		name === undefined ? rest : { ...rest, keyFile: { name, hands } }
	);
	if (held) await folder.remove(pathOf(world, held.name));
	return name === undefined ? 0 : 1;
}

/** Writes a file under its number and hash and reads it back; undefined when it is not there then. */
async function put(
	folder: Folder,
	world: CarriedWorld,
	seq: number,
	bytes: Uint8Array
): Promise<string | undefined> {
	const name = `${String(seq).padStart(6, '0')}-${await hashOf(bytes)}.kith`;
	const path = pathOf(world, name);
	for (const last of [false, true]) {
		await folder.write(path, bytes);
		const back = await folder.read(path);
		if (back && (await isAsNamed(name, back))) return name;
		if (last) await folder.remove(path);
	}
	return undefined;
}

async function removeAll(
	folder: Folder,
	world: CarriedWorld,
	names: readonly string[],
	keep: Chain
): Promise<void> {
	const kept = new Set(keep.files.map(({ name }) => name));
	for (const name of new Set(names)) if (!kept.has(name)) await folder.remove(pathOf(world, name));
}

/** The next number of a file of this device, never given twice. */
export async function nextSeq({ kept }: CarriedWorld): Promise<number> {
	await keepFolder(kept, (held) => ({ ...held, seq: held.seq + 1 }));
	return keptFolder(kept).seq;
}

/**
 * What has been erased so far, as a short mark; another one while something of it is still here, so that
 * the files are written anew once it is gone.
 */
function erasedIn({ book }: CarriedWorld): string {
	const ids = [...book.document(CORE).doc.getMap('erased').keys()].sort();
	const left = leftOvers(book).length;
	const mark = `${ids.length} ${crc32(new TextEncoder().encode(ids.join(' '))).toString(16)}`;
	return left > 0 ? `${mark} ${left}` : mark;
}

function pathOf({ book }: CarriedWorld, name: string): string {
	return `${folderOf(book.device)}/${name}`;
}

async function hashOf(bytes: Uint8Array): Promise<string> {
	const hash = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
	return bytesToHex(new Uint8Array(hash).subarray(0, 6));
}
