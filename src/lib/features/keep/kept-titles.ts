// What selected words can be kept as, in words: on the choices, and over the slip.
import type { KeptKind } from '$lib/domain/kept-words';

/** The choices. */
export const keptWords: Readonly<Record<KeptKind, string>> = {
	fact: 'Fact',
	moment: 'Moment',
	promise: 'Promise',
	circle: 'Circle',
	interest: 'Interest'
};

/** Over the slip. */
export const keptTitles: Readonly<Record<KeptKind, string>> = {
	fact: 'Something you know',
	moment: 'A day that matters',
	promise: 'You promised',
	circle: 'Somebody in the circle',
	interest: 'An interest'
};

/** Where the slip cannot be loaded. */
export const keptNotHere =
	'A part of Kith is missing for this. Your note stays as it is; load this page again while online.';
