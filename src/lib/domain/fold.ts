// Text as a search compares it: without accents, case or repeated spaces.

const MARKS = /\p{M}+/gu;
const ASCII = /^[\x20-\x7e]*$/;
const SPECIAL = /[łøđħŧıßæœþðς]/g;
/** O'Brien, O’Brien and OBrien are one name: phones type the one, laptops the other. */
const APOSTROPHES = /['’ʼ‘`´]/g;

/** Folds a text: lower case, accents and other marks taken off, white space single. */
export function fold(text: string): string {
	const lower = text.toLowerCase();
	const plain = ASCII.test(lower) ? lower : special(lower.normalize('NFD').replace(MARKS, ''));
	return plain.replace(APOSTROPHES, '').replace(/\s+/g, ' ').trim();
}

/** The words of a query, folded. */
export function wordsOf(query: string): string[] {
	return fold(query).split(' ').filter(Boolean);
}

/** Letters that do not come apart into a base and a mark, as people without them on the keyboard type them. */
function special(text: string): string {
	return text.replace(SPECIAL, (letter) => LETTERS[letter] ?? letter);
}

const LETTERS: Readonly<Record<string, string>> = {
	ł: 'l',
	ø: 'o',
	đ: 'd',
	ħ: 'h',
	ŧ: 't',
	ı: 'i',
	ß: 'ss',
	æ: 'ae',
	œ: 'oe',
	þ: 'th',
	ð: 'd',
	// A sigma ends a word in a shape of its own; a query may end in the middle of the word.
	ς: 'σ'
};
