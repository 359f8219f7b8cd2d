// Selected words read in English.
import type { KeptLanguage } from './kept-language';
import { properNamesIn } from './proper-names-en';

/** Words with a capital at the head of a sentence, and after a quotation. */
const NO_NAME =
	/^(?:Then|They|There|This|That|The|Her|His|She|He|We|You|My|Our|Their|Its?|After|Before|When|And|But|So|Also|Now|Ask(?:ed)?|Told|Says?|Said|Wants?|Went|Met|Call(?:ed)?|Coffee|Lunch|Dinner|Breakfast|Send|Bring|Remember|Mother|Father|Mum|Mom|Dad|Wife|Husband|Son|Daughter|Brother|Sister|Dog|Cat|Boss)$/;

export const english: KeptLanguage = {
	relations: [
		['pet', /\b(?:dog|puppy|cat|kitten|horse|pony|rabbit|parrot|hamster|pet)s?\b/i],
		[
			'child',
			/\b(?:daughter|son|child|children|kid|boy|girl|baby|twins?|toddler|stepson|stepdaughter)s?\b/i
		],
		['spouse', /\b(?:wife|husband|spouse|partner|fianc[ée]e?|girlfriend|boyfriend|married to)\b/i],
		['parent', /\b(?:mother|father|mum|mom|dad|parents?)\b/i],
		['sibling', /\b(?:brother|sister|sibling)s?\b/i],
		['assistant', /\b(?:assistant|secretary|PA)\b/],
		['boss', /\b(?:boss|manager|director|CEO|reports to)\b/],
		['colleague', /\b(?:colleague|co-?worker|teammate|works with)s?\b/i],
		['friend', /\b(?:friend|buddy|neighbou?r)s?\b/i]
	],
	moments: [
		['birthday', /\bbirthday\b|\bturns? \d{1,3}\b|\bwas born\b/i],
		['wedding', /\bwedding\b|\bgets? married\b|\bgetting married\b/i],
		['surgery', /\bsurgery\b|\boperation\b|\bop\b|\bknee replacement\b|\bhospital\b/i],
		['go-live', /\bgo(?:es|ing)?[ -]live\b|\blaunch(?:es)?\b|\bstart-?up of the line\b/i],
		['founding-day', /\bfounding day\b|\bcompany (?:anniversary|jubilee)\b|\bwas founded\b/i],
		['work-anniversary', /\bwork anniversary\b|\byears (?:at|with) the (?:company|firm)\b/i],
		['trip', /\b(?:trip|holiday|vacation|fly(?:ing)? to|travel(?:s|ling|ing)?|cruise|cabin)\b/i]
	],
	turns: /\bturns? (\d{1,3})\b/i,
	likes:
		/^.*?\b(?:loves?|likes?|enjoys?|adores?|collects?|is (?:really |very )?into|(?:is )?(?:fond of|keen on|mad about|crazy about|interested in)|is a (?:big |huge )?fan of)\s+(?:to\s+)?/i,
	age: /^(?:\s*\((\d{1,2})\)|,?\s+(?:is\s+|aged?\s+|turned\s+|just turned\s+)?(\d{1,2})(?:\s+years old)?(?![\d:/.-]*\d)\b(?!\s*(?:am|pm|o.clock|km|miles|weeks|months|days|kids|children|dogs|cats|brothers|sisters|people|times|feet|met(?:er|re)s|percent|%)))/i,
	birthdayOnly:
		/^(?:ha[sd] )?(?:(?:a|her|his|their|the) )?birthday\b[^,;.]*$|^turns? \d+\b[^,;.]*$/i,
	beside: /^(?:['’]s?)?[\s,;:.–—-]+(?:who\s+|is\s+)?/,
	names
};

/* At the head of a sentence every word has a capital: one counts there unless a small word follows
   that no name is followed by ("Coffee with Dana"), or it is no name anyway. */
function names(words: string): string[] {
	const line = words.trim().replace(/^[“”"'‘’(]+/, '');
	const found = properNamesIn(line);
	const [head = ''] = properNamesIn(`with ${line}`);
	const isHead =
		head !== '' &&
		line.startsWith(head) &&
		!/^\s+(?:with|at|on|in|and|for|from|to|of)\b/.test(line.slice(head.length));
	const all = isHead && !found.includes(head) ? [head, ...found] : found;
	return all.filter((name) => !NO_NAME.test(name));
}
