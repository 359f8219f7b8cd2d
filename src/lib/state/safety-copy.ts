// The safety copy: the whole book as it was before it was replaced, kept on this device.
import type { WrittenBackup } from '$lib/domain/backup-write';
import { dayOfDate } from '$lib/domain/day';
import type { Kith } from './kith.svelte';
import { longDay, shortDay, timeOf } from './say';

const TEXT = 'safety-copy';
const MADE_AT = 'safety-copy-made-at';

/** Keeps a backup as the safety copy; true only once it has been read back from the disk. */
export async function keepSafetyCopy(
	kith: Kith,
	{ text, madeAt }: Pick<WrittenBackup, 'text' | 'madeAt'>
): Promise<boolean> {
	try {
		await kith.book.setLocal(TEXT, text);
		await kith.book.setLocal(MADE_AT, madeAt);
		// A full disk takes a value and drops it when the transaction ends, so only reading tells.
		return (
			(await kith.book.getLocal(TEXT)) === text && (await kith.book.getLocal(MADE_AT)) === madeAt
		);
	} catch {
		// Full, closed or refused: whichever it is, there is no copy, and the caller says so.
		return false;
	}
}

/** When the safety copy was made, as an ISO instant; undefined when there is none. */
export async function safetyCopyMadeAt(kith: Kith): Promise<string | undefined> {
	const madeAt = await kith.book.getLocal(MADE_AT);
	return typeof madeAt === 'string' && !Number.isNaN(Date.parse(madeAt)) ? madeAt : undefined;
}

/** The text of the safety copy. */
export async function safetyCopyText(kith: Kith): Promise<string | undefined> {
	const text = await kith.book.getLocal(TEXT);
	return typeof text === 'string' ? text : undefined;
}

/** "Safety copy from today 14:02". */
export function safetyCopyName(kith: Kith, madeAt: string): string {
	const at = new Date(madeAt);
	return `Safety copy from ${shortDay(dayOfDate(at), kith.clock.today)} ${timeOf(at.getTime())}`;
}

/** An instant as a day in full with its time. */
export function dayAndTime(instant: string): string {
	const at = new Date(instant);
	return `${longDay(dayOfDate(at))}, ${timeOf(at.getTime())}`;
}
