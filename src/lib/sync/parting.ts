// How the end of a conversation is said and heard, and which changes before it are worth telling.
import type { Bye } from './message-kinds';
import type { PartingReason, Progress, Standing } from './talk';

/** What a goodbye means to the side that hears it. */
export const HEARD: Readonly<Record<Bye, PartingReason>> = {
	'wrong-key': 'wrong-key',
	newer: 'newer-there',
	older: 'newer-here',
	'unknown-device': 'unknown-device',
	removed: 'removed-here',
	'same-device': 'same-device',
	refused: 'refused',
	'new-key': 'new-key',
	broken: 'broken',
	closed: 'closed'
};
/** What is said for it to the other side. */
export const SAID: Readonly<Partial<Record<PartingReason, Bye>>> = {
	'wrong-key': 'wrong-key',
	'newer-there': 'older',
	'newer-here': 'newer',
	'unknown-device': 'unknown-device',
	'removed-there': 'removed',
	'same-device': 'same-device',
	refused: 'refused',
	'new-key': 'new-key',
	broken: 'broken',
	closed: 'closed'
};
/** What anyone may say; all else only counts from a device that has shown who it is. */
export const IN_THE_OPEN: readonly Bye[] = [
	'wrong-key',
	'newer',
	'older',
	'same-device',
	'broken',
	'closed'
];

/** As often as this the rep is shown how far a transfer is, in milliseconds. */
const SHOWN_MS = 250;

/**
 * Whether there is nothing to tell: a transfer that only goes on is shown four times a second.
 * @param ms since `a` was told
 */
export function isSameToSee(a: Standing, b: Standing, ms: number): boolean {
	if (a.is !== 'carrying' || b.is !== 'carrying') return a.is === b.is && a.is !== 'carrying';
	const isSame = (one: Progress | undefined, other: Progress | undefined): boolean =>
		!one || !other
			? one === other
			: one.year === other.year && (one.bytes === other.bytes || Math.abs(ms) < SHOWN_MS);
	return isSame(a.sending, b.sending) && isSame(a.receiving, b.receiving);
}
