// How the end of a conversation is said and heard, and which changes before it are worth telling.
import type { Bye } from './messages';
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

/** Whether nobody would see a difference: a step of less than half a percent is none. */
export function isSameToSee(a: Standing, b: Standing): boolean {
	if (a.is !== 'carrying' || b.is !== 'carrying') return a.is === b.is && a.is !== 'carrying';
	const isNear = (one: Progress | undefined, other: Progress | undefined): boolean =>
		one?.year === other?.year && Math.abs((one?.part ?? -1) - (other?.part ?? -1)) < 0.005;
	return isNear(a.sending, b.sending) && isNear(a.receiving, b.receiving);
}
