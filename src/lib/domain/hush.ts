// What must not be brought up, nor be read over the rep's shoulder: whether words touch on it.
import { isSensitive } from './answers';
import { fold } from './fold';
import type { Fact } from './records/fact';
import { unmentionable } from './talk';

/** Shorter words say too little to tell one matter from another. */
const SHORTEST = 4;
/** Words found in any sentence. */
const COMMON =
	/^(?:about|after|also|been|before|does|dont|from|have|into|just|keep|like|mention|more|much|never|only|over|said|some|still|talk|than|that|their|them|then|there|they|this|very|want|wants|were|what|when|which|will|with|would|your)$/;

/** The words of what stays unsaid, gathered once for many sentences. */
export interface Hushed {
	/** Each matter in its telling words; half of them together give it away. */
	readonly matters: readonly (readonly string[])[];
	/** Names in what must not be mentioned: one alone gives it away. */
	readonly names: ReadonlySet<string>;
}

/**
 * What to keep quiet about, from the facts that stand.
 * @param own the person's own name, which gives nothing away
 */
export function hushedOf(facts: readonly Fact[], own: string): Hushed {
	const ownWords = new Set(wordsOf(own).map(fold));
	const names = unmentionable(facts)
		.flatMap(({ text }) => sentenceNames(text))
		.filter((name) => !ownWords.has(name));
	return {
		matters: facts
			.filter(isSensitive)
			.map(({ text }) => tellingWords(text).filter((word) => !ownWords.has(word)))
			.filter((words) => words.length > 0),
		names: new Set(names)
	};
}

/** Whether a text touches on something that is to be kept quiet. */
export function isHushed(text: string, { matters, names }: Hushed): boolean {
	const words = new Set(wordsOf(text).map(fold));
	if ([...words].some((word) => names.has(word))) return true;
	return matters.some(
		(matter) => matter.filter((word) => words.has(word)).length * 2 >= matter.length
	);
}

function tellingWords(text: string): string[] {
	const words = wordsOf(text)
		.map(fold)
		.filter((word) => word.length >= SHORTEST && !COMMON.test(word));
	return [...new Set(words)];
}

/** Capitalised words that do not stand at the head of a sentence. */
function sentenceNames(text: string): string[] {
	return text
		.split(/[.!?]\s+/)
		.flatMap((sentence) => wordsOf(sentence).slice(1))
		.filter((word) => /^\p{Lu}\p{Ll}/u.test(word))
		.map(fold);
}

/** Without the ending that says whose something is. */
function wordsOf(text: string): string[] {
	return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []).map((word) =>
		word.replace(/['’]s?$/, '')
	);
}
