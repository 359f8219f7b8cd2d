// Backup: everything of the book as one file, handed to the rep and kept nowhere else.
import { backupLots, type BackupTitle } from '$lib/domain/backup-write';
import { dayOfDate } from '$lib/domain/day';
import { Draft } from '$lib/store/change';
import { markOf, type Mark } from '$lib/store/changed-since';
import { keepMark } from './backup-age';
import { beginWork, type WorkBeside } from './backup-beside';
import type { FileSeal } from './backup-seal';
import type { BoundBackup } from './backup-work';
import { nameOfDevice } from './device-name';
import { handOut } from './hand-out';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';
import { writeDraft } from '$lib/store/write';

const BACKUP_TYPE = 'application/json';

/** Hears what is being done, in words for the screen, and how much of it, from 0 to 1. */
export type Say = (doing: string, part?: number) => void;

/** How a long piece of work is followed, called off, and sealed. */
export interface Following {
	readonly say?: Say;
	readonly signal?: AbortSignal;
	/** Under which passphrase, if any. */
	readonly seal?: FileSeal;
}

/** A backup as a file, and where the book stood when it was begun. */
export interface MadeBackup extends BoundBackup {
	/** ISO instant. */
	readonly madeAt: string;
	readonly mark: Mark;
}

/** Makes a backup and hands it out; true once the rep has it. */
export async function handOutBackup(kith: Kith, following: Following = {}): Promise<boolean> {
	return offer(kith, await bindBackup(kith, following));
}

/** The book as a backup file, once all its years are here. Reading it never holds the screen. */
export async function bindBackup(kith: Kith, following: Following = {}): Promise<MadeBackup> {
	await allYears(kith, following.say ?? (() => undefined), following.signal);
	return bindWhatIsHere(kith, following);
}

/** Hands out what could be opened, while the rest cannot: words that are on no disk yet. */
export async function handOutPart(kith: Kith): Promise<boolean> {
	const { blob, madeAt } = await bindWhatIsHere(kith);
	const name = `kith-backup-${dayOfBackup({ madeAt })}-part.json`;
	return (await handOut(blob, name, BACKUP_TYPE)) === 'handed';
}

async function bindWhatIsHere(
	kith: Kith,
	{ say = () => undefined, signal, seal }: Following = {}
): Promise<MadeBackup> {
	const doing = 'Writing the backup…';
	say(doing, 0);
	// Reading the book is the first half of the work, binding the second.
	const work = beginWork((part) => say(doing, 0.5 + part / 2), signal);
	try {
		const mark = markOf(kith.book);
		const madeAt = new Date(kith.clock.exactly()).toISOString();
		await addLots(kith, work, (part) => say(doing, part / 2), signal);
		const bound = await work.bind(titleOf(kith, madeAt), seal);
		signal?.throwIfAborted();
		return { ...bound, madeAt, mark };
	} finally {
		work.end();
	}
}

async function addLots(
	kith: Kith,
	work: WorkBeside,
	told: (part: number) => void,
	signal: AbortSignal | undefined
): Promise<void> {
	for await (const lot of backupLots(kith.book, paceFor(told, signal))) await work.add(lot);
}

/** Waits until every year of the book has been read. */
export async function allYears(kith: Kith, say: Say, signal?: AbortSignal): Promise<void> {
	if (kith.book.reach === 'whole') return;
	say('Still reading older years…');
	await new Promise<void>((resolve, reject) => {
		const stop = kith.book.listen({
			onreach(reach) {
				if (reach !== 'whole') return;
				stop();
				resolve();
			}
		});
		signal?.addEventListener('abort', () => {
			stop();
			reject(new DOMException('called off', 'AbortError'));
		});
	});
}

/** Notes on this device's record that there is a backup; no step of the rep's, so no Undo. */
export async function noteBackup(
	kith: Kith,
	{ madeAt, mark }: Pick<MadeBackup, 'madeAt' | 'mark'>
): Promise<void> {
	const { book } = kith;
	if (book.isNewer) return;
	const id = book.device;
	const draft = new Draft();
	if (book.get('device', id)) draft.edit('device', id, { backedUpAt: madeAt });
	else draft.add('device', { id, name: nameOfThis(kith), since: madeAt, backedUpAt: madeAt });
	writeDraft(book, draft);
	// A full disk does not keep it: then more is counted as changed since than was.
	await keepMark(kith, mark).catch(() => undefined);
}

/** The day in a backup's name. */
export function dayOfBackup({ madeAt }: { readonly madeAt: string }): string {
	return dayOfDate(new Date(madeAt));
}

/** @param backup without a mark it is an old one, and does not count as a backup of today's book */
async function offer(
	kith: Kith,
	backup: Pick<MadeBackup, 'blob' | 'madeAt'> & { readonly mark?: Mark }
): Promise<boolean> {
	const name = `kith-backup-${dayOfBackup(backup)}.json`;
	const handed = await handOut(backup.blob, name, BACKUP_TYPE);
	if (handed === 'needs a tap') {
		kith.toasts.show('The backup is ready', {
			label: 'Save the file',
			run: () => {
				kith.toasts.clear();
				void offer(kith, backup);
			}
		});
		return false;
	}
	const { madeAt, mark } = backup;
	if (handed === 'handed' && mark) await noteBackup(kith, { madeAt, mark });
	return handed === 'handed';
}

/** What a backup made now says of itself. */
export function titleOf(kith: Kith, madeAt: string): BackupTitle {
	return { madeAt, device: { id: kith.book.device, name: nameOfThis(kith) } };
}

function nameOfThis(kith: Kith): string {
	return kith.book.get('device', kith.book.device)?.name ?? nameOfDevice(navigator);
}
