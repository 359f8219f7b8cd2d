// Exchange through a folder that something else carries: Dropbox, iCloud Drive, OneDrive, Syncthing. Each
// device writes below `devices/<its id>/` only. What cannot be read is not there yet, and whatever a
// folder does, nothing here is taken away by it: an empty folder is filled again.
import type { CarriedWorld, Folder, Hindrance, Taken } from './carried';
import { countLeft, Intake } from './intake';
import { carriedKeys } from './joining';
import { keepFolder, keptFolder } from './kept-folder';
import { covers, reachedOf } from './level';
import { leftOut, type Lying } from './left-out';
import { folderOf, isAsNamed, tendOwnFiles } from './own-files';
import { isRemoved } from './removing';
import { keepShown } from './showing';

/** In a folder these are in order: a cloud brings files when it likes, and leaves things of its own. */
const NOT_YET = new Set<Hindrance>([
	'empty',
	'placeholder',
	'damaged',
	'foreign',
	'early',
	'declined',
	// Its device says everything again under the new key.
	'old-key'
]);

/** Reads what other devices have put there, then puts there what they lack. All years are to be open. */
export async function exchangeWithFolder(folder: Folder, world: CarriedWorld): Promise<Taken> {
	await world.kept.refresh();
	const trouble = troubleOf(world);
	if (trouble) return nothing(trouble);
	const { book, kept } = world;
	const intake = new Intake(world, 'folder');
	const read = new Map<string, Lying>();
	const listed = new Map<string, readonly string[]>();
	for (const device of await folder.list('devices')) {
		// What a removed device has left there is as it should be, and not read.
		if (!/^[\w-]{1,64}$/.test(device) || isGone(world, device)) continue;
		const names = await folder.list(folderOf(device));
		listed.set(device, names);
		const known = knownNames(world, device, names);
		for (const name of names) {
			if (known.has(name)) continue;
			const path = `${folderOf(device)}/${name}`;
			// iCloud's stand-in for a file that it has not fetched.
			const bytes = name.endsWith('.icloud') ? undefined : await folder.read(path);
			const isSound = bytes !== undefined && (await isAsNamed(name, bytes));
			read.set(path, { device, name, isSound });
			await intake.add(path, bytes, device);
			await world.pause();
		}
	}
	await intake.merge();
	const hindered = countLeft(leftOut(world, intake, read, listed));
	const { taken } = intake;
	const level = await keepSeen(world, listed, read, intake);
	const own = listed.get(book.device) ?? [];
	const stale = [...taken]
		.filter(([path, maker]) => maker === book.device && read.get(path)?.device === book.device)
		.map(([path]) => read.get(path)?.name ?? '');
	const written = await tendOwnFiles(folder, world, own, stale);
	return {
		files: intake.brought,
		devices: Object.keys(keptFolder(kept).seen).filter((id) => listed.has(id)),
		level,
		waiting: hindered.filter(({ why }) => NOT_YET.has(why)),
		refused: hindered.filter(({ why }) => !NOT_YET.has(why)),
		written: written ?? 0,
		trouble: written === undefined ? 'unwritten' : undefined
	};
}

/** Why nothing can be exchanged at all, whichever way files are carried. */
export function troubleOf({ book, kept }: CarriedWorld): Taken['trouble'] {
	if (kept.now.removedAt !== undefined) return 'removed';
	if (carriedKeys(kept.now).length === 0) return 'no-key';
	return book.isNewer ? 'newer' : undefined;
}

/** What came of an exchange that did not take place. */
export function nothing(trouble: Taken['trouble']): Taken {
	return { files: 0, devices: [], level: [], waiting: [], refused: [], written: 0, trouble };
}

function isGone({ book }: CarriedWorld, device: string): boolean {
	return device !== book.device && isRemoved(book, device);
}

/** Files that need not be read: our own, which are looked after below, and those whose words are here. */
function knownNames(
	{ book, kept }: CarriedWorld,
	device: string,
	names: readonly string[]
): ReadonlySet<string> {
	const { chain, keyFile, seen } = keptFolder(kept);
	if (device === book.device) {
		return new Set([...(chain?.files ?? []).map(({ name }) => name), keyFile?.name ?? '']);
	}
	const held = seen[device];
	if (!held?.newest || !covers(reachedOf(book), held.newest.after)) return new Set();
	return new Set(held.names.filter((name) => names.includes(name)));
}

/** Keeps which files need not be read again; gives the devices in the folder that are level. */
async function keepSeen(
	world: CarriedWorld,
	listed: ReadonlyMap<string, readonly string[]>,
	read: ReadonlyMap<string, Lying>,
	{ taken, newest, under }: Intake
): Promise<string[]> {
	const { book, kept } = world;
	const stands = await keepShown(world, 'folder', newest, under);
	const seen = { ...keptFolder(kept).seen };
	let isOther = false;
	for (const [device, there] of listed) {
		if (device === book.device || isRemoved(book, device)) continue;
		const come = [...read].filter(
			([path, file]) => file.device === device && file.isSound && taken.get(path) === device
		);
		const before = seen[device] ?? { names: [] };
		const names = [...new Set([...before.names, ...come.map(([, { name }]) => name)])];
		// All words are here and yet it reads otherwise: then its files are read once more.
		const after =
			stands.get(device) === 'unlike' ? [] : names.filter((name) => there.includes(name));
		if (after.join() === before.names.join()) continue;
		isOther = true;
		seen[device] = { ...before, names: after };
	}
	if (isOther) await keepFolder(kept, (held) => ({ ...held, seen }));
	return [...stands].flatMap(([id, stand]) => (stand === 'level' && listed.has(id) ? [id] : []));
}
