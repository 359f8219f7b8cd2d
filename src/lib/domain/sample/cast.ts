// The people of the sample book who come first, and what lies around without a person.
import type { CastMember } from './cast-member';
import { others } from './cast-others';
import { ten } from './cast-ten';

/** Everybody written by hand, the closest first. */
export const cast: readonly CastMember[] = [...ten, ...others];

/** How many of them hold a place in the Top Ten; the next one has given up the tenth. */
export const SEATED = 9;

/** Notes about nobody yet: days ago, and the text. */
export const inbox: readonly (readonly [ago: number, text: string])[] = [
	[1, 'Green cap at the seminar, runs a cider press near Traverse City. Ask Aksel.'],
	[3, 'Someone said the hospital in Dayton opens its kitchen again. Who was it?'],
	[8, 'Book about bees on London rooftops. For whom?']
];

/** Articles kept to pass on. */
export const articles = [
	{
		ago: 8,
		title: 'Who runs the night shift?',
		url: 'https://example.com/night-shift',
		tags: ['food', 'shifts']
	},
	{
		ago: 27,
		title: 'What bees do in winter',
		url: 'https://example.com/winter-bees',
		tags: ['bees', 'hives']
	}
];
