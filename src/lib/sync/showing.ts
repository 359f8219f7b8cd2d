// What other devices have shown of themselves in carried files: how far they are, and whether that is level.
import { areEqual } from './bytes';
import type { CarriedWorld } from './carried';
import type { Newest } from './intake';
import { keepFolder, keptFolder } from './kept-folder';
import type { Carrier } from './kept';
import { newestKey, type BookKey } from './keys';
import { covers, DIGEST_FORM, reachedOf } from './level';
import { isRemoved } from './removing';

/** How another device stands to this one. */
export type Stand =
	'level' | 'apart' | /** All words are here, and yet it reads otherwise. */ 'unlike';

/**
 * Keeps what devices have shown, and compares it with what is here. A newer file of a device counts alone,
 * also when it says less than before: it may have lost something of what it had.
 * @param shown the newest of each device in files that have just been read
 * @param under the key those files were sealed with
 * @returns how each device stands that has ever shown by a file, or that has just done so
 */
export async function keepShown(
	world: CarriedWorld,
	carrier: Carrier,
	shown: ReadonlyMap<string, Newest>,
	under: BookKey | undefined
): Promise<ReadonlyMap<string, Stand>> {
	const { book, kept } = world;
	const stands = new Map<string, Stand>();
	const newestHere = newestKey(kept.now.keys);
	const isNewest = !!under && !!newestHere && areEqual(under.bytes, newestHere.bytes);
	for (const id of new Set([...Object.keys(keptFolder(kept).seen), ...shown.keys()])) {
		if (id === book.device || isRemoved(book, id)) continue;
		const held = keptFolder(kept).seen[id];
		const come = shown.get(id);
		const isNewer = come !== undefined && come.seq > (held?.newest?.seq ?? -1);
		const newest = isNewer ? come : held?.newest;
		if (!newest) continue;
		if (isNewer) {
			const next = { names: [], ...held, newest };
			await keepFolder(kept, (now) => ({ ...now, seen: { ...now.seen, [id]: next } }));
		}
		const stand = await standOf(world, newest);
		stands.set(id, stand);
		const at = new Date(world.now()).toISOString();
		const lacksKey = kept.now.peers[id]?.lacksKey;
		if (!isNewer && stand !== 'level') continue;
		await kept.changePeer(id, {
			...(isNewer ? { has: newest.after, seenAt: at } : {}),
			...(stand === 'level' ? { levelAt: at, levelBy: carrier, people: newest.people } : {}),
			// It wrote under the newest key; but taking in its words may have made a newer one.
			...(isNewer && lacksKey && isNewest ? { lacksKey: false } : {})
		});
	}
	return stands;
}

async function standOf(world: CarriedWorld, shown: Newest): Promise<Stand> {
	const here = reachedOf(world.book);
	if (!covers(here, shown.after) || !covers(shown.after, here)) return 'apart';
	// Made by another Kith: whether it reads the same is seen once both make digests in one way.
	if (shown.form !== DIGEST_FORM) return 'apart';
	for (const name of Object.keys(here)) {
		if ((await world.digests.of(name)) !== shown.digests[name]) return 'unlike';
	}
	return 'level';
}
