// What happened, as a rep writes it down: the kind of touch, what it was for, whether it was answered.
// The words for it are each language's own.
import { hasBusinessWords } from './business-words';
import type { Outcome, Purpose, TouchKind } from './records/touch';

/** A touch as the words tell it, without its day. */
export interface Happening {
	readonly kind: TouchKind;
	readonly purpose: Purpose;
	readonly outcome: Outcome;
}

/** Words that tell of one kind of touch. */
export interface Pattern {
	readonly kind: TouchKind;
	readonly words: RegExp;
	/** The words alone say that it is over. */
	readonly past: boolean;
}

/** How one language tells what happened. */
export interface HappeningWords {
	/** In order: what says more comes first. */
	readonly patterns: readonly Pattern[];
	/** Whether it happened: nobody only wants it, and the word is not meant otherwise. */
	readonly isSo: (sentence: string, match: RegExpExecArray) => boolean;
	readonly unanswered: RegExp;
	readonly answered: RegExp;
	/** Whether the rep asked for something. */
	readonly hasAsked: (text: string) => boolean;
	/** Words that are only said of what is over. */
	readonly over: RegExp;
}

const ONE_WAY: readonly TouchKind[] = ['text', 'message', 'email', 'card', 'gift'];
/** Kinds that are about work unless the words say otherwise; the others are talk. */
const WORKADAY: readonly TouchKind[] = ['meeting', 'email', 'video'];

/** What one sentence tells, where its words end, and whether they can only mean the past. */
export interface Told {
	readonly happening: Happening;
	readonly end: number;
	readonly past: boolean;
}

/**
 * What happened, as a sentence says it; undefined when it says nothing of the sort.
 * @param text the whole note: what it was for may stand in another sentence
 */
export function happeningIn(
	sentence: string,
	text: string,
	language: HappeningWords
): Told | undefined {
	for (const { kind, words, past } of language.patterns) {
		const match = words.exec(sentence);
		if (!match || !language.isSo(sentence, match)) continue;
		const unanswered =
			language.unanswered.test(text) || (ONE_WAY.includes(kind) && !language.answered.test(text));
		return {
			happening: {
				kind,
				purpose: language.hasAsked(text) ? 'asked' : purposeOf(text, kind),
				outcome: unanswered ? 'reached-out' : 'reached'
			},
			end: match.index + match[0].length,
			past: past || language.over.test(sentence)
		};
	}
	return undefined;
}

function purposeOf(text: string, kind: TouchKind): Purpose {
	return hasBusinessWords(text) || WORKADAY.includes(kind) ? 'business' : 'just-talked';
}

/** Writes a pattern on one line. */
export function pattern(kind: TouchKind, words: RegExp, past: boolean): Pattern {
	return { kind, words, past };
}
