// Words made alike, so that what people like and what is written about it find each other.
import { fold } from './fold';

/** The words of a text as a row with a space at either end, endings taken off. */
export function plain(text: string): string {
	return ` ${split(text).map(stem).join(' ')} `;
}

/** The words of a text, folded. */
export function split(text: string): string[] {
	return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Bees and bee, climbs and climbing are one word here; no more than that is known of any language. */
export function stem(word: string): string {
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
