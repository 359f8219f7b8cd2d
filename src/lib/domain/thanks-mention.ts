// What a thank-you might speak of: one concrete thing out of what was noted about the meeting.
import { hasBusinessWords } from './business-words';
import { happeningIn } from './happening';
import { isHushed, type Hushed } from './hush';
import { sentencesOf, type NoteWords } from './note-reading';

/** As many things to mention are offered. */
const OFFERED = 4;
/** A sentence of so few words that tells of a meeting tells nothing else. */
const BARE_WORDS = 6;
/** What does not fit into two lines of a card is no one thing. */
const LONGEST = 140;

/**
 * Concrete things to mention, in the rep's own sentences: those that name somebody first. Left out is
 * what is to be done, what sounds like business, and what must not be brought up.
 * @param notes the words noted about the meeting, or on its day
 * @param own the name of the person it goes to; that alone makes nothing concrete
 */
export function mentionsIn(
	notes: readonly string[],
	own: string,
	hushed: Hushed,
	words: NoteWords
): string[] {
	const sentences = notes
		.flatMap(sentencesOf)
		.filter(
			(sentence) =>
				sentence.length <= LONGEST &&
				!words.commits(sentence, sentence.length, '') &&
				!hasBusinessWords(sentence) &&
				!tellsOnlyThatWeMet(sentence, words) &&
				!isHushed(sentence, hushed)
		);
	const named = sentences.filter((sentence) => namesSomebody(sentence, own));
	return [...new Set([...named, ...sentences])].slice(0, OFFERED);
}

function tellsOnlyThatWeMet(sentence: string, { happenings }: NoteWords): boolean {
	return (
		sentence.split(/\s+/).length <= BARE_WORDS &&
		happeningIn(sentence, sentence, happenings) !== undefined
	);
}

/** A capital inside the sentence, or at its head in a word that is somebody's: "Kofi’s". */
function namesSomebody(sentence: string, own: string): boolean {
	const words = sentence.match(/[\p{L}'’-]+/gu) ?? [];
	return words.some((word, index) => {
		const bare = word.replace(/['’]s?$/, '');
		const isName = /^\p{Lu}\p{Ll}/u.test(bare) && !/^I['’]/.test(bare);
		return isName && !own.split(/\s+/).includes(bare) && (index > 0 || /['’]s$/.test(word));
	});
}
