// All moments of the book for the rep's own calendar, and what is booked: the channel that rings by itself.
import { isDay, partsOf, yearOfDay, type Day } from '$lib/domain/day';
import type { HeldBack } from '$lib/domain/held-back';
import { daysOfHoliday, isFixedHoliday } from '$lib/domain/holidays';
import {
	MORNING_A_WEEK_BEFORE,
	SAME_MORNING,
	type CalendarEvent,
	type When
} from '$lib/domain/icalendar';
import type { Holiday, Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import { isSensitiveMoment } from '$lib/domain/sensitive-moment';
import {
	handOutCalendar,
	initialsOf,
	isInitialsOnly,
	nameInCalendar,
	plansAsEvents,
	quietIn,
	sequenceOfRecords,
	type Quiet
} from './calendar-file';
import { companyMoments } from './companies';
import type { HandedOut } from './hand-out';
import { heldBackNow } from './held-back';
import type { Kith } from './kith.svelte';
import { allMoments, whoseIs } from './moments';
import { holidayWords, momentInWords } from './person-words';
import { momentKindWords } from './say';

/** The file's name; calendars and bookmarks rely on it. */
const NAME = 'kith-moments.ics';
/** So many times of a holiday without a fixed day go into one file. */
const TIMES = 5;
/** Lunar years are shorter than ours, so that five times may need a year more. */
const YEARS_LOOKED_AT = TIMES + 1;

/** Hands out all moments and everything booked as one file. */
export function handOutMoments(kith: Kith): Promise<HandedOut> {
	const booked = kith.live.all('plan').filter(({ closedOn }) => closedOn === undefined);
	return handOutCalendar(
		kith,
		[...momentsAsEvents(kith), ...companyMomentsAsEvents(kith), ...plansAsEvents(kith, booked)],
		NAME
	);
}

/** Moments as events: yearly ones come back, a holiday without a fixed day five times. No sensitive ones. */
export function momentsAsEvents(kith: Kith): CalendarEvent[] {
	const quiet = quietIn(kith);
	return allMoments(kith).flatMap(([moment, person]) => {
		if (isSensitiveMoment(moment)) return [];
		const words = momentInWords(moment, whoseIs(kith, moment));
		const description = fromWhen(moment, person);
		const isPlain =
			isInitialsOnly(kith) || quiet.touches(person, [words, description ?? ''].join('. '));
		const event = {
			sequence: sequenceOf(kith, moment, quiet.sources(person)),
			summary: `${nameInCalendar(kith, person.name)}: ${isPlain ? plainly(kith, moment) : words}`,
			description: isPlain ? undefined : description,
			alarms: moment.post ? [SAME_MORNING, MORNING_A_WEEK_BEFORE] : [SAME_MORNING],
			isFree: true
		};
		return times(moment, kith.clock.today).map((time) => ({ ...event, ...time }));
	});
}

/** The moments of companies as events. */
export function companyMomentsAsEvents(kith: Kith): CalendarEvent[] {
	let heldBack: HeldBack | undefined;
	/* It is about nobody by name: what is hushed of anybody must not be in it. */
	const isTouchy = ({ label }: Moment): boolean =>
		label !== undefined && (heldBack ??= heldBackNow(kith)).touches([], label);
	return companyMoments(kith).flatMap(([moment, company]) => {
		if (isSensitiveMoment(moment)) return [];
		const isPlain = isInitialsOnly(kith) || isTouchy(moment);
		const year = yearOfDay(moment.day);
		const event = {
			sequence: sequenceOfRecords(kith, [['moment', moment.id]]),
			summary: `${nameInCalendar(kith, company)}: ${isPlain ? plainly(kith, moment) : momentInWords(moment)}`,
			description: isPlain || !moment.yearly || year === undefined ? undefined : `Since ${year}`,
			alarms: moment.post ? [SAME_MORNING, MORNING_A_WEEK_BEFORE] : [SAME_MORNING],
			isFree: true
		};
		return times(moment, kith.clock.today).map((time) => ({ ...event, ...time }));
	});
}

/** When a moment is in the calendar, and the lasting id of each time. */
function times(
	{ id, day, yearly, holiday }: Moment,
	today: Day
): readonly { readonly id: string; readonly when: When }[] {
	if (holiday !== undefined && !isFixedHoliday(holiday)) {
		const moving = movingTimes(id, holiday, today);
		if (moving.length > 0) return moving;
		return isDay(day) ? [{ id, when: { day } }] : [];
	}
	if (yearly) return [{ id, when: { yearly: day } }];
	return isDay(day) ? [{ id, when: { day } }] : [];
}

function movingTimes(id: string, holiday: Holiday, today: Day) {
	const { year } = partsOf(today);
	return Array.from({ length: YEARS_LOOKED_AT }, (_, ahead) => year + ahead)
		.flatMap((of) =>
			(daysOfHoliday(holiday, of) ?? []).map((day, nth) => ({
				// By year, not by day: should a calendar be corrected, the event moves and is not doubled.
				id: `${id}-${of}${nth === 0 ? '' : `-${nth + 1}`}`,
				when: { day }
			}))
		)
		.filter(({ when }) => when.day >= today)
		.slice(0, TIMES);
}

/** What it is, with nothing the rep wrote. */
function plainly(kith: Kith, moment: Moment): string {
	const { kind, holiday } = moment;
	const whose = whoseIs(kith, moment);
	const plain = holiday ? holidayWords[holiday] : momentKindWords[kind];
	return whose ? `${plain}, ${initialsOf(whose.name)}` : plain;
}

/** The year it counts from, which a calendar does not show for what comes back. */
function fromWhen({ day, yearly, kind, holiday }: Moment, { company }: Person): string | undefined {
	const year = yearOfDay(day);
	if (!yearly || year === undefined || holiday !== undefined) return undefined;
	if (kind === 'birthday') return `Born in ${year}`;
	const where = kind === 'work-anniversary' && company ? `At ${company} since` : 'Since';
	return `${where} ${year}`;
}

function sequenceOf(
	kith: Kith,
	{ id, person, circle }: Moment,
	quiet: ReturnType<Quiet['sources']>
): number {
	return sequenceOfRecords(kith, [
		['moment', id],
		...(person === undefined ? [] : [['person', person] as const]),
		...(circle === undefined ? [] : [['circle', circle] as const]),
		...quiet
	]);
}
