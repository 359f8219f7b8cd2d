// What a visit to the folder leaves out that is not as it should be: the rest is nobody's concern, however
// long it lies there.
import type { CarriedWorld } from './carried';
import type { Intake, Left } from './intake';
import { keptFolder, type KeptFolder } from './kept-folder';

/** A file as it lies in the folder. */
export interface Lying {
	readonly device: string;
	readonly name: string;
	/** Its name is its number and hash. */
	readonly isSound: boolean;
}

/**
 * What was left, less what is expected: the words of removed devices, and what is sealed with keys from
 * before this device came, beside what it can read. Where a device of the book goes on under a key that
 * is not held here, it is this device that lacks one (`lacks-key`): it may have been removed.
 * @param read the files of this visit by their labels
 * @param listed the names in each device's folder
 */
export function leftOut(
	{ book, kept }: CarriedWorld,
	intake: Intake,
	read: ReadonlyMap<string, Lying>,
	listed: ReadonlyMap<string, readonly string[]>
): readonly Left[] {
	const { seen } = keptFolder(kept);
	const readable = readableOf(seen, intake, read, listed);
	readable.delete(book.device);
	return intake.left.flatMap((one): readonly Left[] => {
		const { why, from } = one;
		if (why === 'removed') return [];
		if (why !== 'other-key' || from === undefined) return [one];
		// A device that goes on under another key leaves nothing under the one before.
		if (readable.has(from)) return [];
		if (seen[from]?.newest !== undefined) return [{ ...one, why: 'lacks-key' }];
		// One that was never read here may have been away for long, or be as new as this one.
		if (readable.size > 0) return [];
		const isOurs = book.get('device', from) !== undefined || kept.now.peers[from] !== undefined;
		return [isOurs ? { ...one, why: 'lacks-key' } : one];
	});
}

/** The devices of which something that lies there now can be read. */
function readableOf(
	seen: KeptFolder['seen'],
	{ taken }: Intake,
	read: ReadonlyMap<string, Lying>,
	listed: ReadonlyMap<string, readonly string[]>
): Set<string> {
	const now = [...taken.keys()].map((path) => read.get(path)?.device);
	const before = [...listed].map(([device, names]) =>
		names.some((name) => seen[device]?.names.includes(name)) ? device : undefined
	);
	return new Set([...now, ...before].filter((device) => device !== undefined));
}
