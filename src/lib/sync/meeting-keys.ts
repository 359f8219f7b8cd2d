// Under which keys devices are looked for: the newest, and older ones only for those still to be handed it.
import type { Keeping } from './kept';
import { newestKey, type BookKey } from './keys';

/** The keys to meet under, the newest first; none once this device was removed. */
export function keysToMeetUnder(
	kept: Pick<Keeping, 'keys' | 'peers' | 'removedAt'>,
	isRemoved: (device: string) => boolean
): readonly BookKey[] {
	const newest = newestKey(kept.keys);
	if (!newest || kept.removedAt) return [];
	const isOwed = Object.entries(kept.peers).some(([id, peer]) => peer.lacksKey && !isRemoved(id));
	return isOwed ? [newest, ...kept.keys.filter((key) => key !== newest)] : [newest];
}
