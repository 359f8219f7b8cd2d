// Devices the rep has just let in that have not come in yet: for some minutes, in this page, they need
// not be asked about again. Nothing of it is kept, so one that never comes belongs to no book.
import type { Kept } from './kept';
import type { Card } from './talk';

type Who = Pick<Card, 'id' | 'publicKey'>;

/** As long as a code is good for, in milliseconds. */
const LASTS = 10 * 60_000;

const letIns = new WeakMap<
	Kept,
	Map<string, { readonly publicKey: string; readonly until: number }>
>();

/** The rep lets a device in. @param now milliseconds since 1970 */
export function letIn(kept: Kept, { id, publicKey }: Who, now: number): void {
	const all = letIns.get(kept) ?? new Map<string, { publicKey: string; until: number }>();
	letIns.set(kept, all.set(id, { publicKey, until: now + LASTS }));
}

/** Whether the rep has let in the device with this public key a short while ago. */
export function isLetIn(kept: Kept, { id, publicKey }: Who, now: number): boolean {
	const held = letIns.get(kept)?.get(id);
	return held?.publicKey === publicKey && held.until > now;
}

/** It has come in, or does not want to. */
export function forgetLetIn(kept: Kept, id: string): void {
	letIns.get(kept)?.delete(id);
}
