// Calls the keeper: from then on what is saved is saved twice.
import { newId } from '$lib/domain/id';
import type { Written } from '$lib/store/disk';
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
	return new Keeper(chance, makeWorker(), book.seal);
}

/** Puts what has reached the disk into the second copy as well; the first save calls the keeper. */
export async function keepTwice(kith: Kith, written: Written): Promise<void> {
	await (await callKeeper(kith)).keep(written);
}
