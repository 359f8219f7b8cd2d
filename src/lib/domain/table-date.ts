// Dates of tables as civil days. Whether 03/04 is a day in March or in April is for the column to tell.
import { dayOf, partsOf, yearlessDayOf, type AnyDay, type Day } from './day';
import { fold } from './fold';

/** Which comes first where figures are separated by strokes. */
export type DateOrder = 'day-month' | 'month-day';

/** A date as written: two figures whose order is open, or year, month and day. */
export type WrittenDate =
	| { readonly open: readonly [number, number]; readonly year: string | undefined }
	| { readonly month: number; readonly day: number; readonly year: string | undefined };

const TIME = /[T ,]+\d{1,2}:\d{2}.*$/s;
/** Longer than any date is written, its time and time zone in words too. */
const LONGEST = 80;
const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})\.?$/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/;
const YEARLESS = /^--(\d{1,2})-?(\d{2})$/;
const POINTS = /^(\d{1,2})\. ?(\d{1,2})\.(?: ?(\d{4}|\d{2}))?$/;
const STROKES = /^(\d{1,2})([-/])(\d{1,2})(?:\2(\d{4}|\d{2}))?$/;
const DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th|\.)?[ -]+([a-z]{3,})\.?(?:[ ,-]+(\d{4}|\d{2}))?$/;
const MONTH_FIRST = /^([a-z]{3,})\.? (\d{1,2})(?:st|nd|rd|th)?(?:,? +(\d{4}|\d{2}))?$/;
const WEEKDAY = /^(?:[a-z]+(?:day|tag),?|mittwoch,?|[a-z]{2,3}\.?,) +/;
const NOTHING = /^(0{1,4}[-/.]0{1,2}[-/.]0{1,4}|0|none|null|n\/a|-+)$/i;
/** By their first letters, English and German. */
const MONTHS = 'jan feb mar|maer apr may|mai jun jul aug sep oct|okt nov dec|dez'
	.split(' ')
	.map((words) => new RegExp(`^(${words})`));
/** Years that stand for none: Apple's and a year zero. */
const NO_YEAR = new Set(['1604', '0000']);

/** Whether a cell says that there is no date: empty, or Outlook's `0/0/00`. */
export function isNoDate(text: string): boolean {
	const plain = text.trim();
	return plain === '' || (plain.length <= LONGEST && NOTHING.test(plain));
}

/** A date as written, or undefined where a text is none. It need not be in the calendar. */
export function readDate(text: string): WrittenDate | undefined {
	const whole = text.trim();
	// The patterns below are not for cells as long as a book.
	if (whole.length > LONGEST) return undefined;
	const plain = whole.replace(TIME, '');
	const first = YEAR_FIRST.exec(plain);
	if (first) return written(first[3], first[4], first[1]);
	const compact = COMPACT.exec(plain);
	if (compact) return plausible(written(compact[2], compact[3], compact[1]));
	const yearless = YEARLESS.exec(plain);
	if (yearless) return written(yearless[1], yearless[2], undefined);
	const points = POINTS.exec(plain);
	if (points) return written(points[2], points[1], points[3]);
	const strokes = STROKES.exec(plain);
	if (strokes) return { open: [Number(strokes[1]), Number(strokes[3])], year: strokes[4] };
	if (!/[a-zä]/i.test(plain)) return undefined;
	const words = fold(plain).replace(WEEKDAY, '');
	const inWords = DAY_FIRST.exec(words);
	if (inWords) return named(inWords[2], inWords[1], inWords[3]);
	const american = MONTH_FIRST.exec(words);
	return american ? named(american[1], american[2], american[3]) : undefined;
}

/** The day of a written date; undefined when the calendar has none. With a year of two figures it is not after `today`. */
export function dayOfWritten(date: WrittenDate, order: DateOrder, today: Day): AnyDay | undefined {
	const [day, month] = 'open' in date ? inOrder(date.open, order) : [date.day, date.month];
	const year = date.year;
	if (year === undefined || NO_YEAR.has(year)) return yearlessDayOf(month, day);
	if (year.length > 2) return dayOf(Number(year), month, day);
	const thisYear = partsOf(today).year;
	const near = thisYear - (thisYear % 100) + Number(year);
	const found = dayOf(near, month, day);
	return found !== undefined && found <= today ? found : dayOf(near - 100, month, day);
}

/** What the dates of a column say of their order, and one that could be either where they say nothing. */
export interface OrderFound {
	readonly order: DateOrder | undefined;
	/** As written. */
	readonly example?: string;
}

/** Finds the order from a column's cells: a figure above 12 is no month. */
export function orderOf(cells: Iterable<string>): OrderFound {
	const seen = { 'day-month': 0, 'month-day': 0 };
	let example: string | undefined;
	for (const cell of cells) {
		const date = readDate(cell);
		if (!date || !('open' in date)) continue;
		const [one, other] = date.open;
		if (one > 12 && other <= 12) seen['day-month']++;
		else if (other > 12 && one <= 12) seen['month-day']++;
		else if (one !== other && one > 0 && other > 0 && one <= 12) example ??= cell.trim();
	}
	// Both kinds in one column: the few are another's, but nobody can say which of the rest are.
	if (seen['day-month'] > 0 !== seen['month-day'] > 0) {
		return { order: seen['day-month'] > 0 ? 'day-month' : 'month-day' };
	}
	return example === undefined ? { order: 'day-month' } : { order: undefined, example };
}

/** Day and month of two figures: the one above 12 is the day, whatever the column says. */
function inOrder([one, other]: readonly [number, number], order: DateOrder): [number, number] {
	if (one > 12) return [one, other];
	if (other > 12) return [other, one];
	return order === 'day-month' ? [one, other] : [other, one];
}

function written(month = '', day = '', year: string | undefined): WrittenDate {
	return { month: Number(month), day: Number(day), year };
}

/** Eight figures are a date only if they make one; a customer's number may have as many. */
function plausible(date: WrittenDate): WrittenDate | undefined {
	const year = Number(date.year);
	const isDay = 'month' in date && dayOf(year, date.month, date.day) !== undefined;
	return isDay && year > 1800 && year < 2200 ? date : undefined;
}

function named(word = '', day = '', year: string | undefined): WrittenDate | undefined {
	const month = MONTHS.findIndex((letters) => letters.test(word)) + 1;
	return month > 0 ? { month, day: Number(day), year } : undefined;
}
