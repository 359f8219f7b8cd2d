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
		// "5. Jan", and "Jan." before a day, are the month.
		const isMonth = name === 'Jan' && /(?:\d\.?\s*$|^\.\s*\d)/.test(around(text, word, index));
		return name === undefined || isMonth ? [] : [name];
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

function around(text: string, word: string, index: number): string {
	const after = text.slice(index + word.length, index + word.length + 3);
	return /^\.\s*\d/.test(after) ? after : text.slice(Math.max(0, index - 4), index);
}
