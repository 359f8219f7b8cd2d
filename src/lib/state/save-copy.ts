// "Save a copy" while words are not on disk: the book as a file, or as much of it as could be opened.
import { handOutBackup, handOutPart } from './backup';
import type { Kith } from './kith.svelte';

/** Years that have not come after this long are not waited for: the disk may never give them. */
const YEARS_MS = 3_000;

/** Hands out everything that is here; true once the rep has it. */
export async function saveCopy(kith: Kith): Promise<boolean> {
	return (await allHere(kith)) ? handOutBackup(kith) : handOutPart(kith);
}

function allHere({ book }: Kith): Promise<boolean> {
	if (book.reach === 'whole') return Promise.resolve(true);
	return new Promise((resolve) => {
		const end = (isWhole: boolean): void => {
			stop();
			clearTimeout(timer);
			resolve(isWhole);
		};
		const stop = book.listen({ onreach: (reach) => reach === 'whole' && end(true) });
		const timer = setTimeout(() => end(false), YEARS_MS);
	});
}
