// The places of the book that a contacts file fills, in words: what goes where, what is left out and why,
// what filling in would add.
import type { ContactPlace, Mapped } from '$lib/domain/contact-mapping';
import type { GainedIn } from '$lib/domain/gain';
import { sourceName } from './contact-kept-words';
import { count, figure } from './say';

/** Places with things of the book in them, not the kept and the left out. */
type TakenPlace = Exclude<ContactPlace, 'kept' | 'left-out'>;

export const placeWords: Readonly<Record<TakenPlace, string>> = {
	name: 'Name',
	nickname: 'Nickname',
	company: 'Company',
	title: 'Position',
	phones: 'Phones',
	emails: 'E-mails',
	links: 'Links',
	addresses: 'Addresses',
	tags: 'Tags',
	about: 'Note to self',
	birthday: 'Birthday',
	wedding: 'Wedding anniversary',
	moments: 'Moments',
	circle: 'People around them',
	notes: 'Notes',
	touches: 'Touches',
	gestures: 'Give and take',
	promises: 'Promises',
	facts: 'What you know'
};

/** One thing of a place, and several; or what a place has one of. */
const things: Readonly<Record<Exclude<ContactPlace, 'left-out'>, string | readonly string[]>> = {
	name: 'the name',
	nickname: 'the nickname',
	company: 'the company',
	title: 'the position',
	phones: ['phone', 'phones'],
	emails: ['e-mail', 'e-mails'],
	links: ['link', 'links'],
	addresses: ['address', 'addresses'],
	tags: ['tag', 'tags'],
	about: 'the note to self',
	birthday: 'the birthday',
	wedding: 'the wedding anniversary',
	moments: ['moment', 'moments'],
	circle: ['person around them', 'people around them'],
	notes: ['note', 'notes'],
	touches: ['touch', 'touches'],
	gestures: ['gesture', 'gestures'],
	promises: ['promise', 'promises'],
	facts: ['fact', 'facts'],
	kept: ['line kept as written', 'lines kept as written']
};

/** "Adds 1 phone, the birthday", or that there is nothing to add. */
export function gainSentence(gain: readonly GainedIn[], isOtherName = false): string {
	if (gain.length > 0) return `Adds ${gainInWords(gain)}`;
	return isOtherName ? 'Only the name differs' : 'Nothing new';
}

/** "1 phone, the birthday, 2 notes". */
function gainInWords(gain: readonly GainedIn[]): string {
	return gain.map(({ place, many }) => thingIn(place, many)).join(', ');
}

function thingIn(place: ContactPlace, many: number): string {
	if (place === 'left-out') return count(many, 'entry', 'entries');
	const thing = things[place];
	return typeof thing === 'string' ? thing : count(many, thing[0] ?? '', thing[1]);
}

/** Why something is left out, where its name tells. */
const leftOutBecause: Readonly<Record<string, string>> = {
	REV: 'when the card was last changed',
	PRODID: 'which program wrote the card'
};

/** What of the files goes where, as the preview tells it. */
export interface WhatGoesWhere {
	readonly taken: readonly { readonly to: string; readonly from: string }[];
	readonly kept: string;
	readonly leftOut: readonly string[];
}

/** Everything of one place together, in the order of the book; the kept and the left out by themselves. */
export function whatGoesWhere(mapped: readonly Mapped[]): WhatGoesWhere {
	const places = Object.keys(placeWords) as TakenPlace[];
	return {
		taken: places.flatMap((place) => {
			const here = mapped.filter(({ to }) => to === place);
			return here.length > 0 ? [{ to: placeWords[place], from: listed(here) }] : [];
		}),
		kept: listed(mapped.filter(({ to }) => to === 'kept')),
		leftOut: mapped
			.filter(({ to }) => to === 'left-out')
			.map((each) => {
				const why = leftOutBecause[each.from];
				return `${listed([each])}${why === undefined ? '' : `: ${why}`}`;
			})
	};
}

function listed(mapped: readonly Mapped[]): string {
	return mapped.map(({ from, many }) => `${sourceName(from)} ${figure(many)}`).join(', ');
}
