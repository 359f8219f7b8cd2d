// What must not be brought up, nor be read over the rep's shoulder: whether words touch on it.
import { isSensitive } from './answers';
import { fold } from './fold';
import type { Fact } from './records/fact';

/** The topic of what must not be brought up. */
const DO_NOT_MENTION = 38;
/** Shorter words say too little to tell one matter from another, unless they are names. */
const SHORTEST = 4;
/** Words found in any sentence, and at the head of many: English, then German as they are folded. */
const COMMON =
	/^(?:an?|about|after|all|also|am|and|are|as|at|be|been|before|but|by|can|did|do|does|dont|for|from|had|has|have|he|hers?|hes|his|how|if|in|into|is|it|its|just|keep|like|mention|more|much|my|never|no|none|not|now|of|on|only|or|our|over|said|she|shes|since|so|some|still|talk|than|that|the|their|them|then|there|they|this|to|too|very|wants?|was|we|were|what|when|where|which|who|why|will|with|would|you|your|aber|alles?|auch|auf|aus|bei|beim|bin|bis|bitte|dann|darf|das|dass|dem|den|der|dich|die|dies(?:e[mnrs]?)?|doch|ein(?:e[mnrs]?)?|er|erwahnen|es|etwas|fragen?|fur|gerade|haben|hat|hatten?|hier|ich|ihm|ihn|ihnen|ihr(?:e[mnrs]?)?|immer|ist|jetzt|kann|kein(?:e[mnrs]?)?|konnen|mehr|mein(?:e[mnrs]?)?|mich|mit|muss|nach|nicht|nichts|nie|noch|oder|ohne|reden|redet|schon|sehr|sein(?:e[mnrs]?)?|seit|sich|sie|sind|soll|sollen|sprechen|spricht|uber|und|uns|unter|vom|von|vor|waren|warum|weil|wenn|werden|wieder|will|wir|wird|wurden?|zum|zur|zwischen)$/;
/** With these a matter often begins; inside it they tell something. */
const HEAD =
	/^(?:asks?|asked|gave|goes|got|left|likes?|lost|says?|talks|thats|theres|theyre|thinks?|told|went)$/;
/** A month or weekday that tells when something was, and names nobody: "in May", "3 June". */
const DATE =
	/\b(?:(?:in|on|since|until|till|early|late|last|next|this|every|\d+(?:st|nd|rd|th)?)\s+)+(?:january|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?|(?:mon|tues|wednes|thurs|fri|satur|sun)days?)\b|\b(?:(?:im|am|seit|bis|ab|vom|anfang|mitte|ende|nächste[nr]?|letzte[nr]?|jeden|\d+\.?)\s+)+(?:januar|februar|märz|april|mai|juni|juli|august|september|oktober|november|dezember|(?:mon|diens|donners|frei|sams|sonn)tage?|mittwoch)\b/gi;
const CAPITALISED = /^\p{Lu}(?:[\p{L}\p{N}]|['’]\p{Lu})/u;
const ACRONYM = /^[\p{Lu}\p{N}]+$/u;

/** The words of what stays unsaid, gathered once for many sentences. */
export interface Hushed {
	/** Each matter in its telling words; half of them together give it away. */
	readonly matters: readonly (readonly string[])[];
	/** Names in what must not be mentioned: one alone gives it away. */
	readonly names: ReadonlySet<string>;
}

/** What must not be brought up, of the facts that stand. */
export function unmentionable(facts: readonly Fact[]): readonly Fact[] {
	return facts.filter(({ topic }) => topic === DO_NOT_MENTION);
}

/**
 * What to keep quiet about, from the facts that stand.
 * @param own the person's own name, which gives nothing away
 * @param also words of other matters to be kept quiet
 */
export function hushedOf(
	facts: readonly Fact[],
	own: string,
	also: readonly string[] = []
): Hushed {
	const ownWords = new Set(wordsOf(own).map(fold));
	const names = unmentionable(facts)
		.flatMap(({ text }) => namesIn(text))
		.filter((name) => !ownWords.has(name));
	return {
		matters: [...facts.filter(isSensitive).map(({ text }) => text), ...also]
			.flatMap(mattersIn)
			.map((words) => words.filter((word) => !ownWords.has(word)))
			.filter((words) => words.length > 0),
		names: new Set(names)
	};
}

/** Whether a text, or the words of one, touches on something that is to be kept quiet. */
export function isHushed(text: string | ReadonlySet<string>, { matters, names }: Hushed): boolean {
	const words = typeof text === 'string' ? wordsIn(text) : text;
	if ([...words].some((word) => names.has(word))) return true;
	return matters.some(
		(matter) => matter.filter((word) => words.has(word)).length * 2 >= matter.length
	);
}

/** The words of a text as they are compared. */
export function wordsIn(text: string): Set<string> {
	return new Set(wordsOf(text).map(fold));
}

/** The telling words by their length, and together with short names: those take nothing from the others. */
function mattersIn(text: string): string[][] {
	const names = new Set(namesIn(text));
	const words = [...new Set(wordsOf(text).map(fold))].filter((word) => !COMMON.test(word));
	const isLong = ({ length }: string): boolean => length >= SHORTEST;
	return [words.filter(isLong), words.filter((word) => isLong(word) || names.has(word))];
}

/** Capitalised words and acronyms. Usual words count as names only where no sentence begins: "left Will". */
function namesIn(text: string): string[] {
	return text
		.replace(DATE, ' ')
		.split(/[.!?:]\s+|\n/)
		.flatMap((sentence) =>
			wordsOf(sentence).filter((word, index) => {
				if (!CAPITALISED.test(word)) return false;
				const folded = fold(word);
				return (index > 0 && !ACRONYM.test(word)) || !(COMMON.test(folded) || HEAD.test(folded));
			})
		)
		.map(fold);
}

/** Without the ending that says whose something is. */
function wordsOf(text: string): string[] {
	return (text.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu) ?? []).map((word) =>
		word.replace(/['’]s?$/, '')
	);
}
