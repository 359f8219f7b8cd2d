// What the sample book says, in one language; how it is put together is the same in all.
import type { CastMember, Kind } from './cast-member';

/** What lies around without a person. */
export interface Loose {
	/** Notes about nobody yet: days ago, and the text. */
	readonly inbox: readonly (readonly [ago: number, text: string])[];
	/** What is known about a company rather than a person: days ago, whose, and the text. */
	readonly companyNotes: readonly (readonly [ago: number, company: string, text: string])[];
	/** When a company began: its name, in how many days, and how many years it makes. */
	readonly founded: readonly (readonly [company: string, inDays: number, years: number])[];
	/** Articles kept to pass on. */
	readonly articles: readonly {
		readonly ago: number;
		readonly title: string;
		readonly url?: string;
		readonly text?: string;
		readonly tags: readonly string[];
	}[];
}

/** Sentences with `[this|that]` to choose from and `{names}` to fill in. */
export interface Sentences {
	readonly talk: readonly string[];
	readonly kin: Readonly<Record<'child' | 'spouse' | 'pet', readonly string[]>>;
	readonly business: readonly string[];
	readonly asked: readonly string[];
	readonly leftWord: readonly string[];
	/** Mackay topic and text. */
	readonly facts: readonly (readonly [topic: number, text: string])[];
	readonly given: readonly (readonly [Kind<'given'>, string])[];
	readonly received: readonly (readonly [Kind<'received'>, string])[];
}

/** Names of people who do not exist, each list in one string. */
export interface NameLists {
	readonly given: string;
	readonly family: string;
	/** Names that go together, by where they come from, given ones first; they also go with the ones above. */
	readonly kin: readonly string[];
	readonly pets: readonly string[];
}

/** One language of the sample book. */
export interface SampleWords {
	/** Those who hold a place in the Top Ten, one who has left it, and others; the closest first. */
	readonly cast: readonly CastMember[];
	/** Why the tenth gave up the tenth place. */
	readonly leftTheTen: string;
	readonly loose: Loose;
	readonly sentences: Sentences;
	readonly names: NameLists;
	/** The trade, its tag, and titles only they have. */
	readonly trades: readonly (readonly [trade: string, tag: string, ...titles: string[]])[];
	readonly companyName: (family: string, trade: string) => string;
	readonly titles: readonly string[];
	/** The tag of those met at one. */
	readonly tradeFair: string;
	/** How a rep writes a day: `Monday 16 Nov`. @param date some time of it in UTC */
	readonly nameOfDay: (date: Date) => string;
	/** The number of the n-th person, one that is kept free for fiction. */
	readonly phoneOf: (index: number) => { readonly value: string; readonly label: string };
}
