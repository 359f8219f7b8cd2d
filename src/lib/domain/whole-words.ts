// Words where \b knows Latin letters only: it would find an end inside "übermorgen".

/** Finds words, given as the source of a pattern, where they stand as whole words. */
export function wholeWords(words: string, flags = 'iu'): RegExp {
	return new RegExp(whole(words), flags);
}

/** The source of a pattern for whole words. */
export function whole(words: string): string {
	return `(?<![\\p{L}\\p{N}])(?:${words})(?![\\p{L}\\p{N}])`;
}
