// Calls the keeper: from then on what is saved is saved twice.
import { newId } from '$lib/domain/id';
import { Keeper, newKeeperWorker } from '$lib/store/keeper';
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
	return keeper;
}
