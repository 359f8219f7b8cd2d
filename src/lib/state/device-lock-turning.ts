// The second half of turning the lock on or off, after the keyring says so on disk. Each step can be
// repeated, so that whatever ends the browser, the next unlocking goes on from the beginning.
import { inState, type Keyring } from '$lib/store/keyring';
import { removeKeyring, writeKeyring } from '$lib/store/keyring-place';
import type { Seal } from '$lib/store/seal';
import { sealPlainWords } from './device-lock-plain';
import type { LockWorld } from './device-lock-world';
import type { LeftDisk } from './words-left';

/** What is turned: a book. */
export interface Sealable extends LeftDisk {
	reseal(to: Seal | undefined): Promise<void>;
	saved(): Promise<void>;
}

/** Seals everything at rest, then says that it is done. Gives the keyring as it lies on disk. */
export async function finishTurningOn(
	book: Sealable,
	keyring: Keyring,
	seal: Seal,
	world: LockWorld
): Promise<Keyring> {
	await book.saved();
	await book.reseal(seal);
	if (world.storage) await sealPlainWords(world.storage, book);
	const on = inState(keyring, 'on');
	if (!(await writeKeyring(await world.places(), on))) throw new Error('The keyring was not kept.');
	await world.wash();
	return on;
}

/** Opens everything at rest, then takes the keyring away: from then on the key is gone. */
export async function finishTurningOff(book: Sealable, world: LockWorld): Promise<void> {
	await book.saved();
	await book.reseal(undefined);
	await removeKeyring(await world.places());
}
