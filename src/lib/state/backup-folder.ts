// Copies into the chosen folder: one by hand at any time, and one a day while Kith is in use.
import type { Id } from '$lib/domain/id';
import { bindBackup, dayOfBackup, noteBackup, type Following } from './backup';
import { beginWork } from './backup-beside';
import { fileSealFrom, type FileSeal } from './backup-seal';
import { keepFolder, keptFolder, leaveFor, type KeptFolder } from './backup-handle';
import { putIntoFolder, tidyFolder, type FolderFault } from './backup-in-folder';
import type { Kith } from './kith.svelte';

/** So many daily copies of this device stay in the folder. */
export const DAILY_KEPT = 14;

const SEAL = 'backup-seal';
const LOCK = 'kith-daily-backup';

/** What came of a copy. */
export type Copied = { readonly name: string } | { readonly fault: FolderFault };

/** Makes a backup and puts it into the chosen folder; what is there already stays as it is. */
export async function copyIntoFolder(
	kith: Kith,
	{ handle }: KeptFolder,
	kind: 'daily' | 'by hand',
	following: Following = {}
): Promise<Copied> {
	const seal = await keptSeal(kith);
	const backup = await bindBackup(kith, { ...following, ...(seal ? { seal } : {}) });
	const day = dayOfBackup(backup);
	const tail = kind === 'daily' ? `-daily-${tailOf(kith.book.device)}` : '';
	following.say?.('Reading it back…');
	const work = beginWork(() => undefined, following.signal);
	let copied: Copied;
	try {
		const name = `kith-backup-${day}${tail}.json`;
		copied = await putIntoFolder(handle, name, backup.blob, (file) => work.sum(file));
	} finally {
		work.end();
	}
	following.signal?.throwIfAborted();
	if ('fault' in copied) {
		await keepFolder({ ...((await keptFolder()) ?? { handle }), handle, fault: copied.fault });
		return copied;
	}
	const { madeAt, blob } = backup;
	await keepFolder({ handle, lastDay: day, lastAt: madeAt, lastBytes: blob.size });
	await noteBackup(kith, backup);
	if (kind === 'daily') {
		await tidyFolder(handle, dailyOf(kith.book.device), DAILY_KEPT).catch(() => undefined);
	}
	return copied;
}

/** Makes today's copy if there is none yet and nothing speaks against it. Asks the rep nothing. */
export async function copyOfTheDay(kith: Kith): Promise<Copied | undefined> {
	const make = async (): Promise<Copied | undefined> => {
		const folder = await keptFolder();
		const { book, clock } = kith;
		if (!folder || folder.lastDay === clock.today) return undefined;
		if (book.reach !== 'whole' || book.isNewer || book.trouble) return undefined;
		if ((await leaveFor(folder.handle)) !== 'granted') return undefined;
		return copyIntoFolder(kith, folder, 'daily');
	};
	// Typed as always there; on an insecure origin they are not, and no folder either.
	const locks = navigator.locks as LockManager | undefined;
	if (!locks) return make();
	return locks.request(LOCK, { ifAvailable: true }, (lock) => (lock ? make() : undefined));
}

/** What seals the copies in the folder, if the rep wants them sealed. */
export async function keptSeal(kith: Kith): Promise<FileSeal | undefined> {
	return fileSealFrom(await kith.book.getLocal(SEAL));
}

/** Seals the copies in the folder from now on, or no longer. The passphrase itself is not kept. */
export async function keepSeal(kith: Kith, seal: FileSeal | undefined): Promise<void> {
	await kith.book.setLocal(SEAL, seal ? JSON.stringify(seal) : '');
}

/** Tells the files of this device from those of others that share the folder. */
function tailOf(device: Id<'device'>): string {
	return device.slice(-6);
}

function dailyOf(device: Id<'device'>): RegExp {
	return new RegExp(`^kith-backup-\\d{4}-\\d{2}-\\d{2}-daily-${tailOf(device)}(-\\d+)?\\.json$`);
}
