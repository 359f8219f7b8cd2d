// What Kith does quietly while it is open: watches for a lock, keeps the second copy, erases what is
// due, reminds of what is due, makes a restore point and a backup a day, and meets the other devices.
import { dayOfDate } from '$lib/domain/day';
import type { Seal } from '$lib/store/seal';
import { bearWitness } from '$lib/store/witness';
import { watchDaily } from './backup-daily';
import { startLock } from './device-lock-start';
import { eraseDue } from './erasing';
import { findingsOf } from './findings.svelte';
import { goTo, lendWay } from './going';
import { begunImport } from './import-begun';
import { callKeeper } from './keeper';
import type { Kith } from './kith.svelte';
import { lull } from './lull';
import { watchPersistence } from './persistence';
import { dailyPoint } from './points';
import { watchReminders } from './reminders';
import { wholeBook } from './whole-book';

/** How often it is looked whether a new day has begun. */
const LOOK_MS = 10 * 60_000;
/** The witness counts people at most this often. */
const WITNESS_MS = 2_000;

/**
 * Begins once the first screen stands, and goes on as long as the page is open.
 * @param way the router's own way to another place
 */
export async function beginUpkeep(kith: Kith, way: (href: string) => unknown): Promise<void> {
	lendWay(way);
	await startLock(kith);
	// What was shared while the book was locked lies there as it came.
	if (kith.book.seal) void sealArrived(kith.book.seal);
	await begun(kith);
	watchPersistence(kith);
	const keeper = await callKeeper(kith);
	await lull();
	watchDaily(kith);
	// What was found asks the witness how many people there had been, before it is told of today's.
	findingsOf(kith);
	await wholeBook(kith.book);
	watchReminders(kith);
	void tellOfBrokenImport(kith);
	let counting: ReturnType<typeof setTimeout> | undefined;
	const countPeople = (): void => bearWitness({}, kith.book.all('person').length);
	kith.book.listen({
		onchange(changed) {
			if (!changed.has('person')) return;
			clearTimeout(counting);
			counting = setTimeout(countPeople, WITNESS_MS);
		}
	});
	countPeople();
	// A mirror that somebody else holds, or has just cleared away, is taken up with the next folding.
	await keeper.run('tend', [...kith.book.documents.keys()]).catch(() => undefined);
	let day = '';
	const look = async (): Promise<void> => {
		const today = dayOfDate(new Date(kith.clock.exactly()));
		if (today === day) return;
		day = today;
		await eraseDue(kith);
		await dailyPoint(kith);
	};
	const lookQuietly = (): void => {
		// What could not be done today is tried again tomorrow, and with the next start.
		look().catch(() => undefined);
	};
	lookQuietly();
	setInterval(lookQuietly, LOOK_MS);
	// Whoever has one device only loads nothing of this.
	const { isPairedHere } = await import('./devices-sync');
	// A disk that does not answer just now is asked again by whoever needs to know.
	if (await isPairedHere(kith).catch(() => true))
		(await import('./devices.svelte')).devicesOf(kith);
}

async function sealArrived(seal: Seal): Promise<void> {
	const { resealArrived } = await import('./arrived-kept');
	await resealArrived(seal, seal);
}

/** An import that was cut off is said where it can be read, whatever screen is open. */
async function tellOfBrokenImport(kith: Kith): Promise<void> {
	if (!(await begunImport(kith)) || location.hash.startsWith('#/import')) return;
	const [{ brokenImport }, { brokenLine }] = await Promise.all([
		import('./import-broken'),
		import('./import-words')
	]);
	if (!(await brokenImport(kith))) return;
	kith.toasts.show(brokenLine, { label: 'Look at it', run: () => goTo('#/import') });
}

/** Resolves once the first screen can show what is stored. */
function begun({ book }: Kith): Promise<void> {
	if (book.reach !== 'core') return Promise.resolve();
	return new Promise((resolve) => {
		const stop = book.listen({
			onreach() {
				stop();
				resolve();
			}
		});
	});
}
