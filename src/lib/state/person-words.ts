// The words of a person's page: place among the ten, texting, sources, give and take.
import type { Balance } from '$lib/domain/ledger';
import type { Circle, Relation } from '$lib/domain/records/circle';
import type { factSources } from '$lib/domain/records/fact';
import type { Gesture } from '$lib/domain/records/gesture';
import type { Holiday, Moment } from '$lib/domain/records/moment';
import type { texting } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import { momentKindWords, purposeWords, timeOf, touchKindWords, within } from './say';

export const relationWords: Readonly<Record<Relation, string>> = {
	spouse: 'spouse',
	child: 'child',
	parent: 'parent',
	sibling: 'sibling',
	pet: 'pet',
	assistant: 'assistant',
	boss: 'boss',
	colleague: 'colleague',
	friend: 'friend',
	other: 'close to them'
};

const places = [
	'First',
	'Second',
	'Third',
	'Fourth',
	'Fifth',
	'Sixth',
	'Seventh',
	'Eighth',
	'Ninth',
	'Tenth'
];

/** "First of your ten". */
export function placeInWords(place: number): string {
	return `${places[place - 1] ?? place} of your ten`;
}

export const textingWords: Readonly<Record<(typeof texting)[number], string>> = {
	'not-yet': 'Not yet',
	'they-texted': 'They texted me once',
	'we-text': 'We text'
};

export const sourceWords: Readonly<Record<(typeof factSources)[number], string>> = {
	'told-me': 'Told me',
	observed: 'Observed',
	heard: 'Heard',
	public: 'Public'
};

export const gestureWords: Readonly<Record<Gesture['kind'], string>> = {
	insight: 'Insight',
	article: 'Article',
	introduction: 'Introduction',
	referral: 'Referral',
	help: 'Help',
	time: 'Time',
	gift: 'Gift',
	card: 'Card',
	information: 'Information',
	warning: 'Warning',
	'competitor-insight': 'About a competitor',
	'technology-lesson': 'Taught me something',
	order: 'Order',
	favour: 'Favour',
	'took-me-along': 'Took me along to a new job'
};

export const balanceWords: Readonly<Record<Balance, string>> = {
	'given-more': 'You have given more.',
	even: 'It is about even.',
	'received-more': 'You have received more.'
};

/** "Max (9), child". */
export function memberInWords({ name, relation }: Circle, age: number | undefined): string {
	return `${name}${age === undefined ? '' : ` (${age})`}, ${relationWords[relation]}`;
}

export const holidayWords: Readonly<Record<Holiday, string>> = {
	'new-year': 'New Year',
	'lunar-new-year': 'Lunar New Year',
	easter: 'Easter',
	'orthodox-easter': 'Orthodox Easter',
	'eid-al-fitr': 'Eid al-Fitr',
	'eid-al-adha': 'Eid al-Adha',
	'rosh-hashanah': 'Rosh Hashanah',
	'thanksgiving-us': 'Thanksgiving (US)',
	'thanksgiving-canada': 'Thanksgiving (Canada)',
	hanukkah: 'Hanukkah',
	christmas: 'Christmas',
	'orthodox-christmas': 'Orthodox Christmas'
};

/** What a moment is: its label, else its holiday or kind, and whose it is when not the person's own. */
export function momentInWords({ label, holiday, kind }: Moment, whose?: Circle): string {
	const words = label?.trim() || (holiday ? holidayWords[holiday] : momentKindWords[kind]);
	return whose && !words.includes(whose.name) ? `${words}, ${whose.name}` : words;
}

/** "10:30, call, just talked". */
export function planInWords({ time, kind, purpose }: Plan): string {
	const words = [touchKindWords[kind], purposeWords[purpose]].map(within);
	const at = time === undefined ? [] : [timeOf(new Date(`2000-01-01T${time}`).getTime())];
	const [first = '', ...rest] = [...at, ...words];
	return [first.charAt(0).toUpperCase() + first.slice(1), ...rest].join(', ');
}
