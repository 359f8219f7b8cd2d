// What numbers and addresses are called: kept by the words of an address book, which other programs know,
// and shown in the language of the app.
const words: Readonly<Record<string, string>> = {
	mobile: 'mobile',
	cell: 'cell',
	work: 'work',
	home: 'home',
	fax: 'fax',
	main: 'main',
	other: 'other'
};

/** A label as it is shown; one that a rep made up stands as it is. */
export function reachLabel(label: string): string {
	const was = /^old (.+)$/.exec(label)?.[1];
	return was === undefined ? inWords(label, shownAs) : `old ${inWords(was, shownAs)}`;
}

/** A label as it is kept, from how it is shown. */
export function keptLabel(shown: string): string {
	return inWords(shown, keptAs);
}

/** "work fax" word by word, or as it stands where a word is none of these. */
function inWords(label: string, word: (word: string) => string | undefined): string {
	const all = label.split(' ').map(word);
	return all.includes(undefined) ? label : all.join(' ');
}

function shownAs(word: string): string | undefined {
	return Object.hasOwn(words, word) ? words[word] : undefined;
}

function keptAs(shown: string): string | undefined {
	return Object.entries(words).find(([, word]) => word === shown)?.[0];
}
