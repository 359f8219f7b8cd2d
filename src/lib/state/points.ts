// Restore points: made by the keeper, listed and read here, brought back like a backup.
import { dayOfDate } from '$lib/domain/day';
import type { PointReason, RestorePoint } from '$lib/domain/restore-points';
import { openFiles } from '$lib/store/opfs';
import { listPoints, readPoint, type StoredPoint } from '$lib/store/points';
import { callKeeper } from './keeper';
import type { Kith } from './kith.svelte';

/** Whoever waits for a point waits no longer. */
const LONGEST_MS = 60_000;

/** Makes a restore point of the book as it is; undefined where this browser or disk has no room for one. */
export async function makePoint(kith: Kith, why: PointReason): Promise<RestorePoint | undefined> {
	const { book } = kith;
	await book.saved();
	const keeper = await callKeeper(kith);
	const made = {
		at: new Date(kith.clock.exactly()).toISOString(),
		why,
		people: book.all('person').length,
		notes: book.all('note').length,
		names: [...book.documents.keys()]
	};
	const point = keeper.run('point', made).catch(() => undefined);
	return Promise.race([
		point,
		new Promise<undefined>((resolve) => setTimeout(resolve, LONGEST_MS))
	]);
}

function isEmpty({ book }: Kith): boolean {
	return book.all('person').length === 0 && book.all('note').length === 0;
}

/**
 * Makes sure that there is a way back before something large is done.
 * @returns true once there is a restore point, or when there is nothing yet that could be lost
 */
export async function keepWayBack(kith: Kith, why: PointReason): Promise<boolean> {
	return isEmpty(kith) || (await makePoint(kith, why)) !== undefined;
}

/** The one of the day, unless there is one or nothing has been written yet. */
export async function dailyPoint(kith: Kith): Promise<void> {
	if (isEmpty(kith)) return;
	const today = dayOfDate(new Date(kith.clock.exactly()));
	const points = await pointsThereAre();
	if (points.some(({ at }) => dayOfDate(new Date(at)) === today)) return;
	await makePoint(kith, 'daily');
}

/** Whether this browser has a place for restore points; some private windows have none. */
export async function canKeepPoints(): Promise<boolean> {
	return (await openFiles()) !== undefined;
}

/** All restore points of this device, the newest first. */
export async function pointsThereAre(): Promise<readonly StoredPoint[]> {
	const files = await openFiles();
	return files ? listPoints(files) : [];
}

/** The documents of a point by name; undefined when one of them is missing or damaged. */
export async function documentsOf(
	kith: Kith,
	point: StoredPoint
): Promise<ReadonlyMap<string, Uint8Array> | undefined> {
	const files = await openFiles();
	return files && readPoint(files, point, kith.book.seal);
}
