// Calendar files (RFC 5545): events in, text out. The same events at the same instant are the same text.
import { escapeText, foldLine } from './content-lines';
import { addDays, isDay, monthAndDayOf, type AnyDay, type Day } from './day';
import { timeOfStamp, type Stamp } from './hlc';

/** The media type of a calendar file. */
export const CALENDAR_TYPE = 'text/calendar';

const PRODUCT = '-//Kith//Kith//EN';
/** A leap year to stand for the one nobody knows, so that every yearless day exists in it. */
const SOME_YEAR = 2000;
/** Sequences count seconds from here: they fit 31 bits until 2088. */
const SEQUENCE_EPOCH = Date.UTC(2020, 0, 1);
const HOUR = 60;
const DAY = 24 * HOUR;
/** A reminder of a whole day rings at this hour. */
const MORNING = 8 * HOUR;

/** When an event is: a time on the wall clock wherever the rep is, a whole day, or one every year. */
export type When =
	| { readonly day: Day; readonly time: string; readonly minutes: number }
	| { readonly day: Day }
	| { readonly yearly: AnyDay };

/** One event as a calendar shows it. */
export interface CalendarEvent {
	/** The record it is made from: the same record is the same event in every file. */
	readonly id: string;
	/** Rises whenever the record changes; see `sequenceOf`. */
	readonly sequence: number;
	readonly when: When;
	readonly summary: string;
	readonly description?: string | undefined;
	/** Minutes from the start of the event (of its day) at which it rings; negative: before. */
	readonly alarms: readonly number[];
	/** The day stays free for other things. */
	readonly isFree: boolean;
}

/** Rings ten minutes before something that has a time. */
export const TEN_MINUTES_BEFORE = -10;
/** Rings in the morning of a whole day. */
export const SAME_MORNING = MORNING;
/** Rings in the morning a week before a whole day, so that a card arrives in time. */
export const MORNING_A_WEEK_BEFORE = MORNING - 7 * DAY;

/** The file in pieces, an event each. @param at milliseconds since 1970: when it is made */
export function* calendarPieces(events: Iterable<CalendarEvent>, at: number): Generator<string> {
	yield textOf(['BEGIN:VCALENDAR', 'VERSION:2.0', `PRODID:${PRODUCT}`, 'CALSCALE:GREGORIAN']);
	for (const event of events) yield textOf(linesOf(event, at));
	yield textOf(['END:VCALENDAR']);
}

function textOf(lines: readonly string[]): string {
	return lines.map((line) => `${foldLine(line)}\r\n`).join('');
}

/** The sequence of an event: whole seconds from 2020 to the latest change of what it is made from. */
export function sequenceOf(stamps: Iterable<Stamp>): number {
	let latest = SEQUENCE_EPOCH;
	for (const stamp of stamps) latest = Math.max(latest, timeOfStamp(stamp));
	return Math.floor((latest - SEQUENCE_EPOCH) / 1000);
}

function linesOf(event: CalendarEvent, at: number): string[] {
	const summary = escapeText(event.summary);
	return [
		'BEGIN:VEVENT',
		`UID:${event.id}@kith`,
		`DTSTAMP:${utc(at)}`,
		`SEQUENCE:${event.sequence}`,
		...whenLines(event.when),
		`SUMMARY:${summary}`,
		...(event.description ? [`DESCRIPTION:${escapeText(event.description)}`] : []),
		'CLASS:PRIVATE',
		`TRANSP:${event.isFree ? 'TRANSPARENT' : 'OPAQUE'}`,
		...event.alarms.flatMap((minutes) => [
			...['BEGIN:VALARM', 'ACTION:DISPLAY', `TRIGGER:${durationOf(minutes)}`],
			...[`DESCRIPTION:${summary}`, 'END:VALARM']
		]),
		'END:VEVENT'
	];
}

function whenLines(when: When): string[] {
	if ('time' in when) {
		const { day, time, minutes } = when;
		return [`DTSTART:${plain(day)}T${time.replace(':', '')}00`, `DURATION:${durationOf(minutes)}`];
	}
	if ('day' in when) return wholeDay(when.day);
	const { month, day } = monthAndDayOf(when.yearly);
	const first = isDay(when.yearly) ? when.yearly : (`${SOME_YEAR}${when.yearly.slice(1)}` as Day);
	const isLeapDay = month === 2 && day === 29;
	return [...wholeDay(first), `RRULE:FREQ=YEARLY${isLeapDay ? ';BYMONTH=2;BYMONTHDAY=-1' : ''}`];
}

function wholeDay(day: Day): string[] {
	return [`DTSTART;VALUE=DATE:${plain(day)}`, `DTEND;VALUE=DATE:${plain(addDays(day, 1))}`];
}

function plain(day: Day): string {
	return day.replaceAll('-', '');
}

/** `20261122T071500Z`. */
function utc(at: number): string {
	return new Date(at).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Minutes as a duration: `PT15M`, `-PT10M`, `PT8H`, `-P6DT16H`. */
function durationOf(minutes: number): string {
	const span = Math.abs(minutes);
	const days = Math.floor(span / DAY);
	const hours = Math.floor((span % DAY) / HOUR);
	const rest = span % HOUR;
	const time = `${hours > 0 ? `${hours}H` : ''}${rest > 0 ? `${rest}M` : ''}`;
	const parts = `${days > 0 ? `${days}D` : ''}${time === '' ? '' : `T${time}`}`;
	return `${minutes < 0 ? '-' : ''}P${parts === '' ? 'T0M' : parts}`;
}
