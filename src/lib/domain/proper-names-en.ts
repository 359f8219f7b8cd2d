// Names in the rep's own English words: capitals where the language itself would put none.

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu;
const SENTENCE = /[.!?;:]\s+|\n+/;
const CAPITAL = /^\p{Lu}[\p{Ll}'’]/u;
const OWNER = /['’]s?$/;

/** Capitalised in English, and nobody's name. */
const NO_NAME =
	/^(?:mondays?|tuesdays?|wednesdays?|thursdays?|fridays?|saturdays?|sundays?|january|february|march|april|may|june|july|august|september|october|november|december|spring|summer|autumn|fall|winter|christmas|xmas|easter|thanksgiving|halloween|hanukkah|ramadan|eid|diwali|advent|day|eve|new|year|mr|mrs|ms|dr|prof|st|god|internet|facebook|instagram|linkedin|whatsapp|zoom|teams|english|german|french|italian|spanish|portuguese|dutch|polish|swedish|danish|norwegian|finnish|irish|scottish|british|american|canadian|mexican|chinese|japanese|korean|indian|thai|turkish|greek|russian|african|european|asian|ok|okay|the|an?|and|i)$/i;
/** "Mother’s new house", "Today’s game": nobody is named at the head of these. */
const SOMEBODY =
	/^(?:mother|father|mum|mom|dad|wife|husband|partner|son|daughter|brother|sister|parents?|kids?|child|children|baby|boy|girl|dog|cat|horse|boss|friend|neighbou?r|family|he|she|it|that|there|what|who|here|let|today|tomorrow|yesterday|week|month|company|team|everybody|everyone|somebody|someone|nobody)$/i;

/**
 * The names that stand in a text, in its order. A sentence begins with a capital whatever its first
 * word is, so that one counts only where something is said to be its own: "Max’s science fair".
 */
export function properNamesIn(text: string): string[] {
	return [...new Set(text.split(SENTENCE).flatMap(namesOfSentence))];
}

function namesOfSentence(sentence: string): string[] {
	const names: string[] = [];
	let end = -1;
	let isOpen = false;
	for (const [index, match] of [...sentence.matchAll(WORD)].entries()) {
		const [word] = match;
		const bare = word.replace(OWNER, '');
		const owns = bare !== word;
		const counts = isName(bare) && (index > 0 || (owns && !SOMEBODY.test(bare)));
		if (counts) {
			const joins = isOpen && /^ $/.test(sentence.slice(end, match.index));
			if (joins) names.push(`${names.pop() ?? ''} ${bare}`);
			else names.push(bare);
		}
		isOpen = counts && !owns;
		end = match.index + word.length;
	}
	return names;
}

function isName(word: string): boolean {
	return CAPITAL.test(word) && !/^I['’]/.test(word) && !NO_NAME.test(word);
}
