// A calendar as one text, for tests; the app hands it out in pieces.
import { calendarPieces, type CalendarEvent } from '$lib/domain/icalendar';

/** The whole file. @param at milliseconds since 1970: when it is made */
export function calendarOf(events: Iterable<CalendarEvent>, at: number): string {
	return [...calendarPieces(events, at)].join('');
}
