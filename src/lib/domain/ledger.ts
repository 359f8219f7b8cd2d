// Give and take: which way it leans, in kind and in words, never as a number.
import type { Gesture } from './records/gesture';

/** So many gestures before a balance is spoken of. */
const BALANCE_FROM = 3;
/** Up to this share of all gestures a difference is called even. */
const EVEN_WITHIN = 0.2;

export type Balance = 'given-more' | 'even' | 'received-more';

/** Which way it leans; undefined while there is too little to say. */
export function balanceOf(gestures: readonly Gesture[]): Balance | undefined {
	if (gestures.length < BALANCE_FROM) return undefined;
	const given = gestures.filter(({ direction }) => direction === 'given').length;
	const lean = given - (gestures.length - given);
	if (Math.abs(lean) <= gestures.length * EVEN_WITHIN) return 'even';
	return lean > 0 ? 'given-more' : 'received-more';
}

/** The gestures, newest first. */
export function ledgerOf(gestures: readonly Gesture[]): Gesture[] {
	return gestures.toSorted((a, b) =>
		a.day === b.day ? (a.id < b.id ? 1 : -1) : a.day < b.day ? 1 : -1
	);
}
