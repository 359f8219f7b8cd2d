// Calls the keeper: from then on the book has a second copy, is folded, and can be set back.
import { newId } from '$lib/domain/id';
import { Keeper, newKeeperWorker } from '$lib/store/keeper';
import { bearWitness } from '$lib/store/witness';
import { unforeseeable } from './chance';
import type { Kith } from './kith.svelte';

/** The keeper; the first call starts it. */
export function callKeeper(kith: Kith, makeWorker = newKeeperWorker): Promise<Keeper> {
	kith.keeper ??= start(kith, makeWorker);
	return kith.keeper;
}

async function start(kith: Kith, makeWorker: () => Worker | undefined): Promise<Keeper> {
	const { book, clock } = kith;
	const random = unforeseeable(crypto);
	const chance = (): string => newId(2000, clock.exactly(), random);
	const keeper = new Keeper(chance, makeWorker(), book.seal);
	book.secondCopy = keeper;
	void whole(kith).then(async () => {
		bearWitness({}, book.all('person').length);
		await keeper.run('tend', [...book.documents.keys()]);
	});
	return keeper;
}

/** Resolves once all years have been read. */
function whole({ book }: Kith): Promise<void> {
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
