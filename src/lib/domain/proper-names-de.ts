// Names in the rep's own German words. Every noun has a capital, so that a name is one only where it is known
// for a name: a given one, or a place people go to. Somebody with a rarer name is found by the circle.
import { givenNames } from './given-names-de';

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}-]*/gu;
const PLACES = new Set(
	`Ägypten Allgäu Amsterdam Andalusien Australien Bali Barcelona Bayern Berlin Bodensee Bretagne Brüssel Budapest Chile
	China Dänemark Dolomiten Dresden Dublin Eifel Elba England Finnland Florenz Frankreich Gardasee Griechenland Hamburg
	Harz Hiddensee Indien Irland Island Istanbul Italien Japan Kanada Kapstadt Korsika Kreta Kroatien Leipzig Lissabon
	London Madeira Madrid Mailand Mallorca Marokko Mexiko München Namibia Neapel Neuseeland Norderney Nordsee Norwegen
	Ostsee Österreich Paris Peru Polen Portugal Prag Provence Rom Rügen Salzburg Sardinien Schottland Schweden Schweiz
	Sizilien Spanien Südafrika Südtirol Sylt Teneriffa Thailand Tirol Toskana Türkei Usedom Venedig Vietnam Wien
	Zypern`.split(/\s+/)
);

/** The names that stand in a text, in its order. */
export function germanNamesIn(text: string): string[] {
	const found = [...text.matchAll(WORD)].flatMap(({ 0: word, index }) => {
		const name = nameOf(word);
		if (name === undefined) return [];
		const end = index + word.length;
		const before = text.slice(Math.max(0, index - 8), index);
		return isOther(name, before, text.slice(end, end + 3)) ? [] : [name];
	});
	return [...new Set(found)];
}

/** A name without the ending that says whose something is: "Oskars Vulkan", "Max’ Rad". */
export function nameOf(word: string): string | undefined {
	if (isName(word)) return word;
	const bare = word.replace(/s$/, '');
	return isName(bare) ? bare : undefined;
}

/** "Anna-Lena" is as good as either. */
function isName(word: string): boolean {
	const [first = ''] = word.split('-');
	const isDouble = word !== first && word.split('-').every((part) => givenNames.has(part));
	return givenNames.has(word) || isDouble || PLACES.has(word);
}

/** Whether a name is that of a place. */
export function isPlace(name: string): boolean {
	return PLACES.has(name);
}

/** Whether it is another word here: "Max. 2 Tage", "St. Moritz", "im Jan", "5. Jan", "nach Sofia". */
function isOther(name: string, before: string, after: string): boolean {
	if (/^(?:Max|Franz|Jan)$/.test(name) && /^\.\s*[\d\p{Ll}]/u.test(after)) return true;
	if (name === 'Jan' && /(?:\d\.?\s*|\b(?:im|Anfang|Mitte|Ende|seit|bis|ab)\s)$/i.test(before)) {
		return true;
	}
	if (name === 'Sofia' && /\b(?:nach|in)\s$/i.test(before)) return true;
	return /\b(?:St\.|Sankt)\s$/.test(before);
}
