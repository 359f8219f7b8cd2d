// Backup: everything of the book as one file, handed to the rep and kept nowhere else.
import { writeBackup, type WrittenBackup } from '$lib/domain/backup-write';
import { dayOfDate, daysBetween } from '$lib/domain/day';
import { Draft } from '$lib/store/change';
import { nameOfDevice } from './device-name';
import { handOut } from './hand-out';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';
import { ago } from './say';
import { sha256 } from './sha256';

export const BACKUP_TYPE = 'application/json';

/** Hears what is being done, in words for the screen. */
export type Say = (doing: string) => void;

/** Makes a backup and hands it out; true once the rep has it. */
export async function handOutBackup(kith: Kith, say: Say = () => undefined): Promise<boolean> {
	const backup = await makeBackup(kith, say);
	return handOutText(kith, backup, true);
}

/**
 * Hands out the text of a backup under its day's name.
 * @param isToday whether it holds the book as it is now, so that it counts as this device's backup
 */
export async function handOutText(
	kith: Kith,
	backup: Pick<WrittenBackup, 'text' | 'madeAt'>,
	isToday: boolean
): Promise<boolean> {
	const name = `kith-backup-${dayOfDate(new Date(backup.madeAt))}.json`;
	const handed = await handOut(backup.text, name, BACKUP_TYPE);
	if (handed === 'needs a tap') {
		kith.toasts.show('The backup is ready', {
			label: 'Save the file',
			run: () => {
				kith.toasts.clear();
				void handOutText(kith, backup, isToday);
			}
		});
		return false;
	}
	if (handed === 'handed' && isToday) noteBackup(kith, backup.madeAt);
	return handed === 'handed';
}

/** The book as a backup, once all its years are here. */
export async function makeBackup(kith: Kith, say: Say = () => undefined): Promise<WrittenBackup> {
	await allYears(kith, say);
	say('Writing the backup…');
	return writeBackup(kith.book, {
		device: { id: kith.book.device, name: nameOfThis(kith) },
		now: kith.clock.exactly(),
		sha256,
		pace: paceFor((part) => say(`Writing the backup… ${percent(part)}`))
	});
}

/** Waits until every year of the book has been read. */
export async function allYears(kith: Kith, say: Say): Promise<void> {
	if (kith.book.reach === 'whole') return;
	say('Still reading older years…');
	await new Promise<void>((resolve) => {
		const stop = kith.book.listen({
			onreach(reach) {
				if (reach !== 'whole') return;
				stop();
				resolve();
			}
		});
	});
}

/** "Last backup 16 days ago on this device"; follows the book and the day. */
export function lastBackupLine(kith: Kith): string {
	const at = kith.live.get('device', kith.book.device)?.backedUpAt;
	if (at === undefined) return 'No backup yet on this device';
	const days = daysBetween(dayOfDate(new Date(at)), kith.clock.today);
	return `Last backup ${ago(Math.max(0, days))} on this device`;
}

/** How much of something is done. */
export function percent(part: number): string {
	return `${Math.min(99, Math.floor(part * 100))} %`;
}

/** Notes on this device's record that a backup was handed out; no step of the rep's, so no Undo. */
function noteBackup(kith: Kith, backedUpAt: string): void {
	const { book } = kith;
	if (book.isNewer) return;
	const id = book.device;
	const draft = new Draft();
	if (book.get('device', id)) draft.edit('device', id, { backedUpAt });
	else draft.add('device', { id, name: nameOfThis(kith), since: backedUpAt, backedUpAt });
	book.write(draft);
}

function nameOfThis(kith: Kith): string {
	return kith.book.get('device', kith.book.device)?.name ?? nameOfDevice(navigator);
}
