// What this device keeps of its carried files: how far it has counted, which files of its own lie in the
// folder, and which files of others it has read. All of it can be lost: then more is written and read.
import type { Newest } from './intake';
import type { Keeping, Kept, Reached } from './kept';

/** A file of our own in the folder. */
export interface OwnFile {
	readonly name: string;
	readonly size: number;
	/** How far all files up to this one lead. */
	readonly after: Reached;
}

/** One whole file and what was written since. */
export interface Chain {
	/** The id of the key they are sealed with. */
	readonly key: string;
	/** What had been erased when the whole file was made. */
	readonly erased: string;
	readonly files: readonly OwnFile[];
	/** The digests the last file leads to. */
	readonly digests: Readonly<Record<string, string>>;
}

/** Another device. */
export interface SeenDevice {
	/** The names of its files whose words are all here. */
	readonly names: readonly string[];
	readonly newest?: Newest;
}

/** Everything kept. */
export interface KeptFolder {
	/** The highest number a file of this device has had, by folder or sent. */
	readonly seq: number;
	readonly chain?: Chain;
	/** The file that hands over the newest key, and to whom. */
	readonly keyFile?: { readonly name: string; readonly hands: string };
	readonly seen: Readonly<Record<string, SeenDevice>>;
}

/** What is kept; what is no such thing counts as nothing. */
export function keptFolder(kept: Kept): KeptFolder {
	return folderIn(kept.now);
}

/** Changes it; given back as it was, nothing is written. */
export async function keepFolder(
	kept: Kept,
	change: (held: KeptFolder) => KeptFolder
): Promise<void> {
	await kept.change((now) => {
		const held = folderIn(now);
		const after = change(held);
		return after === held ? now : { ...now, folder: after };
	});
}

function folderIn({ folder }: Keeping): KeptFolder {
	// Written by `keepFolder` alone.
	const held = folder as Partial<KeptFolder> | undefined;
	return { ...held, seq: held?.seq ?? 0, seen: held?.seen ?? {} };
}
