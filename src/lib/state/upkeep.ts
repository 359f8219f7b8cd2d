// What Kith does quietly while it is open: keeps the second copy, erases what is due, and makes a
// restore point a day.
import { dayOfDate } from '$lib/domain/day';
import { bearWitness } from '$lib/store/witness';
import { eraseDue } from './erasing';
import { callKeeper } from './keeper';
import type { Kith } from './kith.svelte';
import { dailyPoint } from './points';

/** How often it is looked whether a new day has begun. */
const LOOK_MS = 10 * 60_000;
/** The witness counts people at most this often. */
const WITNESS_MS = 2_000;

/** Begins, and goes on as long as the page is open. */
export async function beginUpkeep(kith: Kith): Promise<void> {
	const keeper = await callKeeper(kith);
	await whole(kith);
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

/** Resolves once all years have been read. */
export function whole({ book }: Kith): Promise<void> {
	if (book.reach === 'whole') return Promise.resolve();
	return new Promise((resolve) => {
		const stop = book.listen({
			onreach(reach) {
				if (reach !== 'whole') return;
				stop();
				resolve();
			}
		});
	});
}
