// Whether what two contacts have in common makes them one person: one rule for imports, for two books that
// become one, and for who is in a book twice.
import type { DuplicateReason } from './duplicates';
import { isOneFirstName } from './first-names';
import { fold } from './fold';

const TITLES = new Set('dr prof mr mrs ms miss mx sir herr frau'.split(' '));
const SURE = ['uid', 'name-and-company', 'profile'] as const;

/**
 * Whether two things speak for one person: the UID, the name and the company, a profile, or an e-mail or a
 * phone with names that go together. A shared number alone may be a switchboard, an address like info@ a
 * whole office, and two people may have one name.
 */
export function isLikely(reasons: readonly DuplicateReason[], one: string, other: string): boolean {
	if (SURE.some((reason) => reasons.includes(reason))) return true;
	if (!reasons.includes('email') && !reasons.includes('phone')) return false;
	return goTogether(one, other);
}

/**
 * Whether two names may be one person's: they have a word in common, and what only one of them has does not
 * speak against it. Ada L. and Ada Lind go together, and Bob and Robert Smith; Ann and Tom Lee do not,
 * nor Ann Lee and Ann Ray.
 */
function goTogether(one: string, other: string): boolean {
	const [words, others] = [wordsIn(one), wordsIn(other)];
	if (!words.some((word) => word.length > 1 && others.includes(word))) return false;
	const left = words.filter((word) => !others.includes(word));
	const right = others.filter((word) => !words.includes(word));
	if (left.length > right.length) return right.every((word) => isIn(left, word));
	return left.every((word) => isIn(right, word));
}

/** Whether two names are the same words, in any order: "Lind, Ada" is Ada Lind. */
export function isOneName(one: string, other: string): boolean {
	return one === other || fold(one) === fold(other) || nameKey(one) === nameKey(other);
}

/** What names are compared by, whatever the order of their parts. */
export function nameKey(name: string): string {
	return partsOf(name).sort().join(' ');
}

/** The words of a name, folded. */
export function partsOf(name: string): string[] {
	return fold(name)
		.split(/[^\p{L}\p{N}]+/u)
		.filter((part) => part !== '');
}

function wordsIn(name: string): string[] {
	return partsOf(name).filter((word) => !TITLES.has(word));
}

function isIn(words: readonly string[], word: string): boolean {
	return words.some((each) => isOneFirstName(each, word));
}
