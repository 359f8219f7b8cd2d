// Days named in an English sentence, as civil days. Brings chrono-node along, so it is loaded on demand only.
import { GB, casual } from 'chrono-node/en';
import { addDays, dateOfDay, dayOf, nextOccurrence, yearlessDayOf, type Day } from './day';
import { before, endOf, nextDate } from './day-spans';
import type { DayFinder, FoundDay } from './note-reading';
import { nextTurn } from './repeat';

/** Short weekday names that are words as well ("sat down", "the sun"). */
const ALSO_WORDS = /^(?:sat|sun|mon|wed)$/i;
const LEADS = /\b(?:by|on|before|until|till|next|this|last|due)\s+$/i;
const SLASHED = /^\d{1,2}[/.-]\d{1,2}$/;

/**
 * Finds days in English text.
 * @param dayFirst whether 3/4 is the third of April, as everywhere but in the United States
 */
export function findDaysWith(dayFirst: boolean): DayFinder {
	const chrono = dayFirst ? GB : casual;
	return (text, today) => {
		// Midnight, so that "this morning" never lies behind the reference and moves to tomorrow.
		const from = dateOfDay(today);
		from.setHours(0, 0, 0, 0);
		const found: FoundDay[] = ownWords(text, today);
		for (const { index, text: words, start } of chrono.parse(text, from, { forwardDate: true })) {
			if (
				found.some((own) => index < own.index + own.text.length && own.index < index + words.length)
			)
				continue;
			if (start.isCertain('second') || !namesADay(text, index, words)) continue;
			const weekly = start.isCertain('weekday') && !start.isCertain('day');
			if (!weekly && !start.isCertain('day') && !/^this (?:morn|after|even)/i.test(words)) continue;
			const day = dayOf(start.get('year') ?? 0, start.get('month') ?? 0, start.get('day') ?? 0);
			if (!day) continue;
			const repeats = weekly ? 'weekly' : start.isCertain('year') ? 'never' : 'yearly';
			found.push(
				/^last\b/i.test(words) && weekly
					? { index, text: words, day: before(day, today), repeats: 'never' }
					: { index, text: words, day, repeats: /^this/i.test(words) ? 'never' : repeats }
			);
		}
		return found.sort((a, b) => a.index - b.index);
	};
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const FEW = ['a', 'two', 'three', 'four', 'five', 'six'];
const WEEKDAY = '(?:mon|tues|wednes|thurs|fri|satur|sun)day';

/** Ways to name a day that chrono does not know, or takes for another day. */
const OWN_WORDS: readonly {
	readonly words: RegExp;
	readonly day: (match: RegExpMatchArray, today: Day) => Day | undefined;
}[] = [
	{
		words: /\b(?:the )?end of (?:the |this )?(day|week|month|year)\b/gi,
		day: ([, span = ''], today) => endOf(span.toLowerCase(), today)
	},
	{
		words: /\bEO([DWMY])\b/g,
		day: ([, letter], today) =>
			endOf({ D: 'day', W: 'week', M: 'month' }[letter ?? ''] ?? 'year', today)
	},
	{
		words: new RegExp(`(?<!${WEEKDAY} )\\b(?:the end of )?next week\\b`, 'gi'),
		day: (_, today) => endOf('next week', today)
	},
	{
		words: /(?<!end of )\bnext month\b/gi,
		day: (_, today) => endOf('next month', today)
	},
	{
		words:
			/(?<=\b(?:by|on|before|until|till) )the (\d{1,2})(?:st|nd|rd|th)(?! of\b| floor| time| year| anniv| birthday)/gi,
		day: ([, number], today) => nextDate(Number(number), today)
	},
	{
		words: /\bin (\d{1,2}|a|an|one|two|three|four|five|six|half a) (months?|fortnight|year)\b/gi,
		day: ([, many = '', unit = ''], today) => inSome(many.toLowerCase(), unit, today)
	},
	{
		words: new RegExp(`\\b(?:a week (?:from|on) (${WEEKDAY})|(${WEEKDAY}) week)\\b`, 'gi'),
		day: ([, one, other], today) => addDays(nextWeekday(one ?? other ?? '', today), 7)
	},
	{
		words:
			/\b(January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.? (\d{1,2})(?:st|nd|rd|th)?(?!,? ?\d|[:/.-]\d|\w)/g,
		day: ([, month = '', number], today) => {
			const at = MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1;
			const date = yearlessDayOf(at, Number(number));
			return date && nextOccurrence(date, today);
		}
	},
	{
		words: /(?<=\b(?:by|before|until|till|for) )(Christmas|New Year)(?:’s|'s)?\b/gi,
		day: ([, feast], today) => {
			const date = yearlessDayOf(12, /^c/i.test(feast ?? '') ? 25 : 31);
			return date && nextOccurrence(date, today);
		}
	}
];

function ownWords(text: string, today: Day): FoundDay[] {
	return OWN_WORDS.flatMap(({ words, day }) =>
		[...text.matchAll(words)].flatMap((match): FoundDay[] => {
			const found = day(match, today);
			if (!found) return [];
			// A date without its year may as well lie behind us.
			const repeats = /^\p{Lu}\p{Ll}+\.? \d/u.test(match[0]) ? 'yearly' : 'never';
			return [{ index: match.index, text: match[0], day: found, repeats }];
		})
	);
}

/** "in two months", "in half a year", "in a fortnight". */
function inSome(many: string, unit: string, today: Day): Day | undefined {
	const few = FEW.indexOf(many.replace(/^(?:an|one)$/, 'a')) + 1;
	const count = few || Number(many);
	if (unit === 'fortnight') return few === 1 ? addDays(today, 14) : undefined;
	const months = many === 'half a' ? 6 : /^y/i.test(unit) ? count * 12 : count;
	if (!(months > 0) || (many === 'half a' && !/^y/i.test(unit))) return undefined;
	return nextTurn(today, { every: months, unit: 'month' }, today)?.day;
}

/** The next day of that name, today's not meant. */
function nextWeekday(name: string, today: Day): Day {
	const wanted = ['su', 'mo', 'tu', 'we', 'th', 'fr', 'sa'].indexOf(name.slice(0, 2).toLowerCase());
	return addDays(today, ((wanted - dateOfDay(today).getDay() + 6) % 7) + 1);
}

function namesADay(text: string, index: number, words: string): boolean {
	const led = LEADS.test(text.slice(0, index)) || /^(?:by|on|next|this|last)\b/i.test(words);
	return led || !(ALSO_WORDS.test(words) || SLASHED.test(words));
}
