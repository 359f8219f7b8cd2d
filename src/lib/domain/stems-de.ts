// German words made alike, as they are folded: only endings that leave no other word. "Reisen" is not "Reis",
// and "Karten" drive no "Kart".

/** Words whose plural ends in -e, also at the end of longer ones: "Segelboote". */
const IN_E =
	/(bach|ball|baum|bart|berg|boot|brief|brot|chor|fest|film|fisch|fluss|freund|hund|konzert|krieg|kurs|lauf|marathon|pferd|pilz|projekt|roman|schiff|schuh|sohn|spiel|stein|stern|stoff|tanz|tier|turnier|weg|werk|wettkampf|zug)e[ns]?$/;
/** Those whose plural ends in -er. */
const IN_ER =
	/(bad|bild|blatt|brett|buch|dach|dorf|fass|feld|geist|glas|haus|huhn|kind|kleid|kraut|land|lied|rad|schloss|tal|wald|wort)ern?$/;
/** Those that take -en, and are no other word without it. */
const IN_EN = /((?:ung|heit|keit|schaft|ion|tat)|frau|bahn|uhr)en$/;

/** Hunde and Hund, Bücher and Buch, Bienen and Biene are one word here. */
export function germanStem(word: string): string {
	for (const plural of [IN_ER, IN_E, IN_EN]) {
		if (plural.test(word)) return word.replace(plural, '$1');
	}
	if (word.length > 5 && word.endsWith('en')) return word.slice(0, -1);
	return word.length > 4 && /[aioy]s$/.test(word) ? word.slice(0, -1) : word;
}
