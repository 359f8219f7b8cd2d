// Waiting for the disk in the midst of much writing, and noticing at once that it is full.
import type { Kith } from './kith.svelte';

/** There is no room on the disk. */
export class DiskFull extends Error {}

/** So many pieces may wait for the disk before more is written. */
const MOST_WAITING = 24;

/** Waits while more is in memory than the disk keeps up with; rejects once it is full. */
export function keepUp(kith: Kith, signal: AbortSignal | undefined): Promise<void> | undefined {
	if (kith.book.trouble === 'StorageFull') throw new DiskFull();
	return kith.book.pending > MOST_WAITING ? onDisk(kith, signal) : undefined;
}

/** Resolves once all that was written is on disk; rejects when that is full, or the rep waits no longer. */
export function onDisk({ book }: Kith, signal: AbortSignal | undefined): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = book.listen({
			ontrouble(trouble) {
				if (trouble === 'StorageFull') end(() => reject(new DiskFull()));
			}
		});
		const leave = (): void => end(() => reject(new DOMException('stopped', 'AbortError')));
		const end = (how: () => void): void => {
			stop();
			signal?.removeEventListener('abort', leave);
			how();
		};
		signal?.addEventListener('abort', leave);
		if (signal?.aborted) leave();
		else if (book.trouble === 'StorageFull') end(() => reject(new DiskFull()));
		else book.saved().then(() => end(resolve), reject);
	});
}
