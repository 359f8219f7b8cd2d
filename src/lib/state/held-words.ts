// The words of the page on what is held about one person.
import type { ThankYou } from '$lib/domain/records/thank-you';
import { count } from './say';

export const heldWords = {
	title: 'What I hold about you',
	who: 'Who you are',
	reach: 'Ways to reach you',
	work: 'Where you work and worked',
	circle: 'People around you',
	memberOf: 'Where I wrote of you with others',
	circleOf: (name: string) => `in the circle of ${name}`,
	known: 'What I know',
	before: 'Before',
	moments: 'Days that matter',
	promises: 'What I promised',
	plans: 'Booked',
	happened: 'What happened',
	gestures: 'Give and take',
	thanks: 'Thank-yous',
	thank: 'A thank-you',
	open: 'open',
	sensitive: 'sensitive',
	closeness: 'How close we are',
	friend: 'I called you a friend',
	others:
		'Notes may be about several people. The names of others stand here only as they were written down.',
	made: (day: string) =>
		`What I hold about you: what is written down about you in this book, as of ${day}.`
} as const;

/** The headings and words that speak to the person; the rep's own copy speaks of them. */
export type HeldNames = Readonly<
	Record<'who' | 'reach' | 'work' | 'circle' | 'memberOf' | 'friend', string>
>;

export const namesForTheRep: HeldNames = {
	who: 'Who they are',
	reach: 'Ways to reach them',
	work: 'Where they work and worked',
	circle: 'People around them',
	memberOf: 'In the circles of others',
	friend: 'You called them a friend'
};

export const statesOfThanks: Readonly<Record<ThankYou['state'], string>> = {
	owed: 'owed',
	written: 'written',
	posted: 'posted',
	'waved-off': 'waved off'
};

export const withSensitive = 'Sensitive parts are in it.';

/** What is not in it. */
export function withoutSensitive(leftOut: number): string {
	if (leftOut === 0) return 'Nothing was left out.';
	const verb = leftOut === 1 ? 'is' : 'are';
	return `${count(leftOut, 'sensitive thing', 'sensitive things')}, or what touches on one, ${verb} not in it.`;
}
