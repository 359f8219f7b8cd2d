// A new book key by file: handed to every device that stays, sealed under the keys it may still hold.
import { decode } from '$lib/domain/records/decode';
import type { Device } from '$lib/domain/records/device';
import type { Json } from '$lib/domain/version';
import type { CarriedWorld } from './carried';
import { keyPiece, type KeyNews } from './carried-body';
import { openPart, sealPart } from './carried-file';
import { makerOf } from './carried-making';
import { openWrappedKey, wrapKey } from './handover';
import { newestKey, type BookKey } from './keys';
import { isKnown, isRemoved, removedDevices, takeKey } from './removing';

/** So many older keys are thought of: a device that missed more removals is paired anew. */
const MOST_OLD = 8;

/** The devices that have not been given the newest key yet and are to have it, by id. */
export function leftBehind({ book, kept }: CarriedWorld): readonly string[] {
	const key = newestKey(kept.now.keys);
	if (!key || !kept.now.device) return [];
	return Object.entries(kept.now.peers)
		.filter(([id, { lacksKey }]) => lacksKey === true && key.members.includes(id))
		.filter(([id]) => !isRemoved(book, id) && publicKeyOf({ book, kept }, id) !== undefined)
		.map(([id]) => id)
		.sort();
}

/** The parts of a file that hand them the newest key; none when nobody lacks it. */
export async function keyParts(world: CarriedWorld, seq: number): Promise<Uint8Array[]> {
	const { device, keys } = world.kept.now;
	const key = newestKey(keys);
	const ids = leftBehind(world);
	if (!device || !key || ids.length === 0) return [];
	const wrapped: Record<string, Uint8Array> = {};
	for (const id of ids) {
		const theirs = publicKeyOf(world, id);
		// What is no key is no device's: it has to be paired again.
		const own = theirs && (await wrapKey(device, theirs, key).catch(() => undefined));
		if (own) wrapped[id] = own;
	}
	const removals = new TextEncoder().encode(JSON.stringify(removedDevices(world.book)));
	const news = {
		maker: makerOf(world),
		madeAt: new Date(world.now()).toISOString(),
		seq,
		wrapped,
		removals: await sealPart(key, once(removals))
	};
	const older = keys.filter(({ generation }) => generation < key.generation);
	const parts: Uint8Array[] = [];
	for (const old of older.slice(-MOST_OLD)) {
		parts.push(await sealPart(old, once(keyPiece({ is: 'key', ...news }))));
	}
	return parts;
}

/**
 * Takes over a key that a device known here has wrapped for this one, with the removals it was made for.
 * Nobody else can have made them, whatever key the file itself is sealed with: wrapping takes that
 * device's own private key, and the removals are sealed under the new one.
 */
export async function takeKeyNews(
	{ book, kept }: CarriedWorld,
	{ maker, wrapped, removals }: KeyNews
): Promise<void> {
	const mine = wrapped[book.device];
	if (!mine || !kept.now.device || !isKnown(book, kept, maker.id, maker.publicKey)) return;
	const key = await openWrappedKey(kept.now.device, maker.publicKey, mine);
	if (!key?.members.includes(book.device)) return;
	const newest = newestKey(kept.now.keys);
	if (!newest || newestKey([newest, key]) === newest) return;
	const removed = await removalsIn(removals, key);
	if (removed) await takeKey(book, kept, key, removed, maker.id);
}

async function removalsIn(sealed: Uint8Array, key: BookKey): Promise<Device[] | undefined> {
	const opened = await openPart(sealed, [key]);
	if (!opened.ok) return undefined;
	try {
		const list: unknown = JSON.parse(new TextDecoder().decode(opened.body));
		if (!Array.isArray(list)) return undefined;
		return list.flatMap((fields: Record<string, Json>) => {
			const id = fields['id'];
			const decoded = decode('device', typeof id === 'string' ? id : '', fields);
			return decoded.ok && decoded.record.removedAt !== undefined ? [decoded.record] : [];
		});
	} catch {
		return undefined;
	}
}

function publicKeyOf(
	{ book, kept }: Pick<CarriedWorld, 'book' | 'kept'>,
	id: string
): string | undefined {
	return kept.now.peers[id]?.publicKey ?? book.get('device', id)?.publicKey;
}

async function* once(piece: Uint8Array): AsyncGenerator<Uint8Array> {
	yield piece;
}
