// Words made alike, so that what people like and what is written about it find each other.
import { fold } from './fold';

/** A word without its endings, as one language makes them: see stems-en.ts. */
export type Stem = (word: string) => string;

/** The words of a text as a row with a space at either end, endings taken off. */
export function plain(text: string, stem: Stem): string {
	return ` ${split(text).map(stem).join(' ')} `;
}

/** The words of a text, folded. */
export function split(text: string): string[] {
	return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
