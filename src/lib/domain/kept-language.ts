// What it takes to read selected words in one language; see kept-words-en.ts.
import type { Relation } from './records/circle';
import type { MomentKind } from './records/moment';

/** How one language tells who somebody is, what a day is, and what somebody likes. */
export interface KeptLanguage {
	/** The first that fits counts. */
	readonly relations: readonly (readonly [Relation, RegExp])[];
	readonly moments: readonly (readonly [MomentKind, RegExp])[];
	/** The age a birthday makes, in its first group. */
	readonly turns: RegExp;
	/** What stands before the thing somebody likes: "She loves fly fishing". */
	readonly likes: RegExp;
	/** An age behind a name, in its first or second group. */
	readonly age: RegExp;
	/** What tells of a birthday and of nothing else. */
	readonly birthdayOnly: RegExp;
	/** What parts a name from what is told of somebody: ", who". */
	readonly beside: RegExp;
	/** The names in the words, in their order. */
	readonly names: (words: string) => readonly string[];
}
