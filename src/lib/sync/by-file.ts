// Changes as one file, to be sent whichever way the rep likes, and taken in on the other side.
import { decodeStateVector, encodeStateVector } from 'yjs';
import { dayOfDate } from '$lib/domain/day';
import type { CarriedWorld, Hindrance, Taken } from './carried';
import { joined } from './carried-file';
import { makeFile, makerOf, type Base } from './carried-making';
import { nothing, troubleOf } from './folder';
import { Intake } from './intake';
import type { Reached } from './kept';
import { keyParts } from './key-news';
import { carriedKey } from './joining';
import { nextSeq } from './own-files';
import { isRemoved } from './removing';
import { keepShown } from './showing';

const MOST_NAME = 40;
/** What a file sent by hand may be before its turn comes. */
const NOT_YET = new Set<Hindrance>(['early', 'declined']);

/**
 * One file for all other devices: what has been written since each of them last showed what it has, or
 * everything when one never has. Undefined while this device is not paired, was removed, or its book
 * asks for a newer Kith. All years are to be open.
 * @param stem how its name begins
 */
export async function fileToSend(
	world: CarriedWorld,
	stem: string
): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> } | undefined> {
	// Another tab may have removed a device since.
	await world.kept.refresh();
	const key = carriedKey(world.kept.now);
	if (!key || troubleOf(world)) return undefined;
	const seq = await nextSeq(world);
	// Who joins another book hands over nothing of the one before, and has been shown nothing.
	const isJoining = world.kept.now.joining !== undefined;
	const handed = isJoining ? [] : await keyParts(world, seq);
	const made = await makeFile(world, key, seq, isJoining ? undefined : shownByAll(world));
	// What it says to have, it is to have for certain.
	if (!world.book.trouble) await world.book.saved();
	const day = dayOfDate(new Date(world.now()));
	return {
		name: `${stem}-${day}-${asFileName(makerOf(world).name)}.kith`,
		bytes: handed.length > 0 ? joined([...handed, made.bytes]) : made.bytes
	};
}

/**
 * Takes in files that other devices have sent, in any order and as often as they come. Cut off at any
 * point, nothing is counted as shown before all of it is on disk; the same files once more bring the rest.
 */
export async function takeFiles(
	files: readonly { readonly name: string; readonly bytes: Uint8Array }[],
	world: CarriedWorld
): Promise<Taken> {
	await world.kept.refresh();
	const trouble = troubleOf(world);
	if (trouble) return nothing(trouble);
	const intake = new Intake(world, 'file');
	for (const [at, { name, bytes }] of files.entries()) {
		await intake.add(`${at} ${name}`, bytes);
		await world.pause();
	}
	await intake.merge();
	const { brought, hindered, left, newest, under } = intake;
	const stands = await keepShown(world, 'file', newest, under);
	return {
		files: brought,
		devices: [...newest.keys()],
		level: [...newest.keys()].filter((id) => stands.get(id) === 'level'),
		waiting: hindered.filter(({ why }) => NOT_YET.has(why)),
		refused: hindered.filter(({ why }) => !NOT_YET.has(why)),
		written: 0,
		trouble: undefined,
		left: new Map(left.map(({ label, why, from }) => [Number.parseInt(label), { why, from }]))
	};
}

/** What every other device has shown to have; undefined when one never has, or there is none. */
function shownByAll({ book, kept }: CarriedWorld): Base | undefined {
	const ids = new Set([...book.all('device').map(({ id }) => id), ...Object.keys(kept.now.peers)]);
	const others = [...ids].filter((id) => id !== book.device && !isRemoved(book, id));
	let all: Reached | undefined;
	for (const id of others) {
		const has = kept.now.peers[id]?.has;
		if (!has) return undefined;
		all = all ? both(all, has) : has;
	}
	return all && { after: all, digests: {} };
}

/** What is in both. */
function both(a: Reached, b: Reached): Reached {
	const shared: Record<string, Uint8Array> = {};
	for (const [name, vector] of Object.entries(a)) {
		const other = b[name] && decodeStateVector(b[name]);
		if (!other) continue;
		const clocks = [...decodeStateVector(vector)].map(
			([client, clock]) => [client, Math.min(clock, other.get(client) ?? 0)] as const
		);
		shared[name] = encodeStateVector(new Map(clocks.filter(([, clock]) => clock > 0)));
	}
	return shared;
}

/** Letters and digits of any script, and nothing that a file system or a mail program could mistake. */
function asFileName(name: string): string {
	const safe = name.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '-');
	return (
		[...safe]
			.slice(0, MOST_NAME)
			.join('')
			.replace(/^-+|-+$/g, '') || 'device'
	);
}
