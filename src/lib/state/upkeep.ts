// What Kith does quietly while it is open: watches for a lock, keeps the second copy, erases what is
// due, and makes a restore point and a backup a day.
import { dayOfDate } from '$lib/domain/day';
import type { Book } from '$lib/store/book';
import { bearWitness } from '$lib/store/witness';
import { watchDaily } from './backup-daily';
import { startLock } from './device-lock-start';
import { eraseDue } from './erasing';
import { callKeeper } from './keeper';
import type { Kith } from './kith.svelte';
import { lull } from './lull';
import { dailyPoint } from './points';

/** How often it is looked whether a new day has begun. */
const LOOK_MS = 10 * 60_000;
/** The witness counts people at most this often. */
const WITNESS_MS = 2_000;

/** Begins once the first screen stands, and goes on as long as the page is open. */
export async function beginUpkeep(kith: Kith): Promise<void> {
	await startLock(kith);
	await reached(kith, ({ reach }) => reach !== 'core');
	await lull();
	watchDaily(kith);
	const keeper = await callKeeper(kith);
	await reached(kith, ({ reach }) => reach === 'whole');
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
	await keeper.run('tend', [...kith.book.documents.keys()]);
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
}

/** Resolves once the book has been read as far as asked for. */
function reached({ book }: Kith, isFar: (book: Book) => boolean): Promise<void> {
	if (isFar(book)) return Promise.resolve();
	return new Promise((resolve) => {
		const stop = book.listen({
			onreach() {
				if (!isFar(book)) return;
				stop();
				resolve();
			}
		});
	});
}
