// Text as a search compares it: without accents, case or repeated spaces.

const MARKS = /\p{M}+/gu;
const ASCII = /^[\x20-\x7e]*$/;

/** Folds a text: lower case, accents and other marks taken off, white space single. */
export function fold(text: string): string {
	const plain = ASCII.test(text) ? text : special(text.normalize('NFD').replace(MARKS, ''));
	return plain.toLowerCase().replace(/\s+/g, ' ').trim();
}

/** Letters that do not come apart into a base and a mark, as people without them on the keyboard type them. */
function special(text: string): string {
	return text.replace(/[łøđßæœ]/gi, (letter) => LETTERS[letter.toLowerCase()] ?? letter);
}

const LETTERS: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe'
};
