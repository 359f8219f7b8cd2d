// German words made alike, as they are folded: only endings that leave no other word. "Reisen" is not "Reis",
// and "Karten" drive no "Kart".

/** Words whose plural ends in -e, also at the end of longer ones: "Segelboote". */
const IN_E =
	/(bach|ball|baum|bart|berg|boot|brief|brot|chor|fest|film|fisch(?=e$)|fluss|freund|hund|konzert|krieg|kurs|lauf|marathon|pferd|pilz|projekt|roman|schiff|schuh|sohn|spiel|stein|stern|stoff|tanz|tier|turnier|weg|werk|wettkampf|zug)e[ns]?$/;
/** Those whose plural ends in -er. */
const IN_ER =
	/(bad|bild|blatt|brett|buch|dach|dorf|fass|feld|geist|glas|haus|huhn|kind|kleid|kraut|land|lied|rad|schloss|tal|wald|wort)ern?$/;
/** Those that take -en, and are no other word without it. */
const IN_EN = /((?:ung|heit|keit|schaft|ion|tat)|frau|bahn|uhr)en$/;
/** Foreign ones, in -s like all that end in a vowel or in -k. */
const IN_S = /([aiouyk]|bike|camp|club|comic|song|team|trip)s$/;

/** Hunde and Hund, Bücher and Buch, Bienen and Biene are one word here. */
export function germanStem(word: string): string {
	for (const plural of [IN_ER, IN_E, IN_EN]) {
		if (plural.test(word)) return word.replace(plural, '$1');
	}
	if (word.length < 5) return word;
	return word.endsWith('en') ? word.slice(0, -1) : word.replace(IN_S, '$1');
}
