// A restore point as a backup, so that it is looked at, compared and brought back like one.
import { openPastBook } from '$lib/store/past-book';
import type { StoredPoint } from '$lib/store/points';
import { bindBackup, type Following } from './backup';
import { unforeseeable } from './chance';
import { Kith } from './kith.svelte';
import { lull } from './lull';
import { documentsOf } from './points';

/** The backup a point makes; undefined when something of it is missing or damaged. */
export async function backupOfPoint(
	kith: Kith,
	point: StoredPoint,
	{ say = () => undefined, signal }: Following
): Promise<{ readonly blob: Blob; readonly madeAt: string } | undefined> {
	say('Opening the restore point…');
	const docs = await documentsOf(kith, point);
	if (!docs) return undefined;
	const now = (): number => Date.parse(point.at);
	const env = { now, random: unforeseeable(crypto), device: kith.book.device };
	const book = await openPastBook(docs, env, async () => {
		signal?.throwIfAborted();
		await lull();
	});
	const past = new Kith(book, now);
	const { blob } = await bindBackup(past, { say, ...(signal ? { signal } : {}) });
	return { blob, madeAt: point.at };
}
