// Days, counts and kinds as people say them, in the language of the device.
import {
	dateOfDay,
	daysBetween,
	isDay,
	monthAndDayOf,
	partsOf,
	type AnyDay,
	type Day
} from '$lib/domain/day';
import type { MomentKind } from '$lib/domain/records/moment';
import type { Purpose, TouchKind } from '$lib/domain/records/touch';
import type { WarmthKind } from '$lib/domain/warmth';
import { language, locale, shortMonth } from './language';

const shortWeekday = new Intl.DateTimeFormat(locale, { weekday: 'short' });
const dayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: shortMonth });
const dayMonthYear = new Intl.DateTimeFormat(locale, {
	day: 'numeric',
	month: shortMonth,
	year: 'numeric'
});
const whole = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
const longDayAndMonth = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' });
const weekday = new Intl.DateTimeFormat(locale, { weekday: 'long' });
const monthAndYear = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric' });
const hourAndMinute = new Intl.DateTimeFormat(locale, { hour: 'numeric', minute: '2-digit' });
const number = new Intl.NumberFormat(locale);

/** A day as short as its distance allows: "today", "Tue 17", "26 Nov", "3 Mar 2024". */
export function shortDay(day: AnyDay, today: Day): string {
	if (!isDay(day)) return withoutDot(dayAndMonth.format(someYear(day)));
	const away = daysBetween(today, day);
	if (away === 0) return 'today';
	const date = dateOfDay(day);
	if (Math.abs(away) < 7) return `${shortWeekday.format(date)} ${date.getDate()}`;
	const sameYear = partsOf(day).year === partsOf(today).year || Math.abs(away) < 100;
	return sameYear ? withoutDot(dayAndMonth.format(date)) : dayMonthYear.format(date);
}

/* Where a day ends with a dot ("26.11."), a sentence that ends with it would have two. */
function withoutDot(words: string): string {
	return words.replace(/\.$/, '');
}

/** A day in full: "Friday 6 November 2026", or "12 April" where the year is not known. */
export function longDay(day: AnyDay): string {
	return isDay(day) ? whole.format(dateOfDay(day)) : longDayAndMonth.format(someYear(day));
}

/** The name of the weekday: "Thursday". */
export function weekdayOf(day: Day): string {
	return weekday.format(dateOfDay(day));
}

/** Month and year: "November 2026". */
export function monthOf(day: Day): string {
	return monthAndYear.format(dateOfDay(day));
}

/** The time on the clock at an instant: "9:42". */
export function timeOf(ms: number): string {
	return hourAndMinute.format(ms);
}

/** "today", "yesterday", "13 days ago". */
export function ago(days: number): string {
	if (days === 0) return 'today';
	return days === 1 ? 'yesterday' : `${count(days, 'day')} ago`;
}

/** "today", "tomorrow", "in 5 days". */
export function ahead(days: number): string {
	if (days === 0) return 'today';
	return days === 1 ? 'tomorrow' : `in ${count(days, 'day')}`;
}

/** A number and its noun: "1 day", "2,000 people". */
export function count(many: number, one: string, several = `${one}s`): string {
	return `${number.format(many)} ${many === 1 ? one : several}`;
}

/** Which of the words that can stand alone are no nouns; German keeps a capital for those that are. */
const NO_NOUNS =
	'Just talked|Asked for something|Reached|Reached out|Left word|Received|Given|By post';

/** A word that can stand alone, as it stands within a sentence: small, save for German nouns. */
export function within(word: string): string {
	const keepsCapital = language === 'de' && !NO_NOUNS.split('|').includes(word);
	return keepsCapital
		? word
		: language === 'de'
			? word.charAt(0).toLowerCase() + word.slice(1)
			: word.toLowerCase();
}

/** A number with the separators of the device's language. */
export function figure(value: number): string {
	return number.format(value);
}

/** The first of a person's names, for a sentence. */
export function firstName({ givenName, name }: { givenName?: string; name: string }): string {
	return givenName?.trim() || name.trim().split(/\s+/)[0] || name;
}

export const touchKindWords: Readonly<Record<TouchKind, string>> = {
	call: 'Call',
	text: 'Text',
	message: 'Message',
	email: 'Email',
	meeting: 'Meeting',
	meal: 'Meal',
	visit: 'Visit',
	event: 'Event',
	card: 'Card',
	gift: 'Gift',
	video: 'Video'
};

export const purposeWords: Readonly<Record<Purpose, string>> = {
	'just-talked': 'Just talked',
	business: 'Business',
	asked: 'Asked for something'
};

export const warmthWords: Readonly<Record<WarmthKind, string>> = {
	warm: 'Warm',
	fading: 'Fading',
	cold: 'Cold',
	unknown: 'Unknown'
};

export const momentKindWords: Readonly<Record<MomentKind, string>> = {
	birthday: 'Birthday',
	wedding: 'Wedding anniversary',
	'work-anniversary': 'Work anniversary',
	'founding-day': 'Founding day',
	holiday: 'Holiday',
	trip: 'Trip',
	surgery: 'Surgery',
	'go-live': 'Go-live',
	other: 'Something else'
};

function someYear(day: AnyDay): Date {
	const { month, day: dayOfMonth } = monthAndDayOf(day);
	return new Date(2000, month - 1, dayOfMonth, 12);
}
