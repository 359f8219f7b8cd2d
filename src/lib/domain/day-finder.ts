// Days named in a sentence, as civil days. Brings chrono-node along, so it is loaded on demand only.
import { GB, casual } from 'chrono-node/en';
import { addDays, dateOfDay, dayOf, daysInMonth, partsOf, type Day } from './day';
import type { DayFinder, FoundDay } from './note-reading';

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

const OWN_WORDS =
	/\b(?:(?:the )?end of (?:the |this )?(day|week|month)|(EOD)|(?:the end of )?(next week)|(?<=(?:by|on|before|until|till) )the (\d{1,2})(?:st|nd|rd|th)(?! of\b| floor| time| year| anniv| birthday))\b/gi;

/** Ways to name a day that chrono does not know, or takes for seven days from now. */
function ownWords(text: string, today: Day): FoundDay[] {
	const found: FoundDay[] = [];
	for (const match of text.matchAll(OWN_WORDS)) {
		const [words, span, eod, nextWeek, number] = match;
		const end = eod ? 'day' : nextWeek ? 'next week' : span?.toLowerCase();
		const day = number ? nextDate(Number(number), today) : endOf(end ?? '', today);
		if (day) found.push({ index: match.index, text: words, day, repeats: 'never' });
	}
	return found;
}

/** The last day one would call so; weeks begin on Monday and end, for work, on Friday. */
function endOf(span: string, today: Day): Day | undefined {
	if (span === 'day') return today;
	if (span === 'month') {
		const { year, month } = partsOf(today);
		return dayOf(year, month, daysInMonth(year, month));
	}
	const monday = addDays(today, -((dateOfDay(today).getDay() + 6) % 7));
	if (span === 'next week') return addDays(monday, 11);
	const friday = addDays(monday, 4);
	return friday < today ? addDays(monday, 6) : friday;
}

function nextDate(number: number, today: Day): Day | undefined {
	const { year, month, day } = partsOf(today);
	if (number >= day) return dayOf(year, month, number);
	return month === 12 ? dayOf(year + 1, 1, number) : dayOf(year, month + 1, number);
}

/** "last Tuesday": the one behind us. */
function before(day: Day, today: Day): Day {
	let earlier = day;
	while (earlier >= today) earlier = addDays(earlier, -7);
	return earlier;
}

function namesADay(text: string, index: number, words: string): boolean {
	const led = LEADS.test(text.slice(0, index)) || /^(?:by|on|next|this|last)\b/i.test(words);
	return led || !(ALSO_WORDS.test(words) || SLASHED.test(words));
}
