// The catalogue of the 66 topics (after the Mackay 66): their sections, which of them are sensitive, and
// which are read from other records instead of being stored twice.
import { SENSITIVE_TOPICS, SPECIAL_TOPICS } from './sensitive-topics';

/** The sections, in order. */
export const sections = [
	'customer',
	'education',
	'family',
	'business',
	'interests',
	'lifestyle',
	'you'
] as const;

export type Section = (typeof sections)[number];

/** Where a borrowed topic has its answer: the person's own record, or one of those around it. */
export type Lender = 'person' | 'birthday' | 'spouse' | 'wedding' | 'child' | 'employment';

/** One of the 66. */
export interface Topic {
	readonly number: number;
	readonly section: Section;
	/** Closed by default, never suggested, left out of what leaves the book. */
	readonly sensitive: boolean;
	/** A special category under data protection law: asks once more before the first answer. */
	readonly special: boolean;
	readonly lender: Lender | undefined;
	/** Whether an answer in words has a place: not where another record says it all. */
	readonly takesWords: boolean;
}

/** The last topic of each section. */
const LAST: Readonly<Record<Section, number>> = {
	customer: 6,
	education: 12,
	family: 19,
	business: 33,
	interests: 39,
	lifestyle: 57,
	you: 66
};
const LENDERS: ReadonlyMap<number, Lender> = new Map([
	[1, 'person'],
	[2, 'person'],
	[3, 'person'],
	[4, 'person'],
	[5, 'birthday'],
	[13, 'spouse'],
	[16, 'wedding'],
	[17, 'child'],
	[20, 'employment'],
	[21, 'employment']
]);
/** Borrowed ones with a side no record has: the home town, whether they are married, who the children live with. */
const ALSO_WORDS: ReadonlySet<number> = new Set([5, 13, 17]);

/** All of them, by number. */
export const topics: readonly Topic[] = Array.from({ length: LAST.you }, (_, index) => {
	const number = index + 1;
	const lender = LENDERS.get(number);
	return {
		number,
		section: sections.find((section) => number <= LAST[section]) ?? 'you',
		sensitive: SENSITIVE_TOPICS.has(number),
		special: SPECIAL_TOPICS.has(number),
		lender,
		takesWords: lender === undefined || ALSO_WORDS.has(number)
	};
});

/** The topic of a number; undefined when there is none. */
export function topicOf(number: number | undefined): Topic | undefined {
	return number === undefined ? undefined : topics[number - 1];
}
