// English words made alike.

/** Bees and bee, climbs and climbing are one word here; no more than that is known. */
export function englishStem(word: string): string {
	let bare = word;
	if (bare.length > 5 && bare.endsWith('ing')) {
		bare = bare.slice(0, -3).replace(/([bdgmnprt])\1$/, '$1');
	} else if (bare.length > 4 && bare.endsWith('ies')) {
		bare = `${bare.slice(0, -3)}y`;
	} else if (bare.length > 4 && /(?:[sxo]|ch|sh)es$/.test(bare)) {
		bare = bare.slice(0, -2);
	} else if (bare.length > 3 && /[^su]s$/.test(bare)) {
		bare = bare.slice(0, -1);
	}
	return bare.length > 3 && /[^aeiou]e$/.test(bare) ? bare.slice(0, -1) : bare;
}
