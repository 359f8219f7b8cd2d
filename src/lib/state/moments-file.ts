// All moments of the book for the rep's own calendar, and what is booked: the channel that rings by itself.
import type { Pace } from '$lib/domain/backup';
import { isDay, partsOf, yearOfDay, type Day } from '$lib/domain/day';
import type { HeldBack } from '$lib/domain/held-back';
import { fileNameFor } from '$lib/domain/held-page';
import { daysOfHoliday, isFixedHoliday } from '$lib/domain/holidays';
import {
	MORNING_A_WEEK_BEFORE,
	SAME_MORNING,
	type CalendarEvent,
	type When
} from '$lib/domain/icalendar';
import { initialsOf } from '$lib/domain/initials';
import type { Holiday, Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import { isSensitiveMoment } from '$lib/domain/sensitive-moment';
import {
	isInitialsOnly,
	makeCalendar,
	nameInCalendar,
	plansAsEvents,
	quietIn,
	sensitiveMatters,
	sequenceOfRecords,
	type Quiet
} from './calendar-file';
import { companyMoments } from './companies';
import { nameOfFile } from './glance.svelte';
import type { MadeFile } from './hand-out';
import { heldBackIn, heldBackNow } from './held-back';
import type { Kith } from './kith.svelte';
import { allMoments, whoseIs } from './moments';
import { paceFor } from './pace';
import { holidayWords, momentInWords } from './person-words';
import { momentKindWords } from './say';

/** The file's name; calendars and bookmarks rely on it. */
const NAME = 'kith-moments.ics';
/** So many times of a holiday without a fixed day go into one file. */
const TIMES = 5;
/** Lunar years are shorter than ours, so that five times may need a year more. */
const YEARS_LOOKED_AT = TIMES + 1;

/** Makes one file of all moments and everything booked. */
export async function makeMomentsFile(kith: Kith, pace: Pace = paceFor()): Promise<MadeFile> {
	const heldBack = await heldBackIn(kith, pace);
	return makeCalendar(kith, everyEvent(kith, heldBack), NAME, pace);
}

/** The same of one person: what stands in the file of all is the same event in this one. */
export function makePersonsFile(kith: Kith, person: Person): Promise<MadeFile> {
	const own = allMoments(kith).filter(([, { id }]) => id === person.id);
	const events = function* (): Generator<CalendarEvent> {
		yield* momentsAsEvents(kith, own);
		yield* plansAsEvents(kith, kith.book.about('plan', person.id).filter(isOpen));
	};
	const name = nameOfFile(kith, nameInCalendar(kith, person.name));
	return makeCalendar(kith, events(), `${fileNameFor(name)}.ics`);
}

function* everyEvent(kith: Kith, heldBack: HeldBack): Generator<CalendarEvent> {
	const quiet = quietIn(kith);
	yield* momentsAsEvents(kith, allMoments(kith), quiet);
	yield* companyMomentsAsEvents(kith, heldBack);
	yield* plansAsEvents(kith, kith.book.all('plan').filter(isOpen), quiet);
}

function isOpen({ closedOn }: Plan): boolean {
	return closedOn === undefined;
}

/**
 * Moments as events, each made when it is asked for: yearly ones come back, a holiday without a fixed day
 * five times. No sensitive ones.
 */
export function* momentsAsEvents(
	kith: Kith,
	moments = allMoments(kith),
	quiet = quietIn(kith)
): Generator<CalendarEvent> {
	for (const [moment, person] of moments) {
		if (isSensitiveMoment(moment)) continue;
		const words = momentInWords(moment, whoseIs(kith, moment));
		const description = fromWhen(moment, person);
		const isPlain =
			isInitialsOnly(kith) || quiet.touches(person, [words, description ?? ''].join('. '));
		const event = {
			sequence: sequenceOf(kith, moment, quiet.sources(person)),
			summary: `${nameInCalendar(kith, person.name)}: ${isPlain ? plainly(kith, moment) : words}`,
			description: isPlain ? undefined : description,
			...inAnyCase(moment)
		};
		for (const time of times(moment, kith.clock.today)) yield { ...event, ...time };
	}
}

/** The moments of companies as events. */
export function* companyMomentsAsEvents(
	kith: Kith,
	heldBack: HeldBack = heldBackNow(kith)
): Generator<CalendarEvent> {
	/* It is about nobody by name: what is hushed of anybody must not be in it. */
	const isTouchy = ({ label }: Moment): boolean =>
		label !== undefined && heldBack.touches([], label);
	// And whatever hushes or tells it anew makes its day newer.
	const hushedAt = sequenceOfRecords(
		kith,
		[...sensitiveMatters(kith)].map(([, matter]) => matter)
	);
	for (const [moment, company] of companyMoments(kith)) {
		if (isSensitiveMoment(moment)) continue;
		const isPlain = isInitialsOnly(kith) || isTouchy(moment);
		const year = yearOfDay(moment.day);
		const event = {
			sequence: Math.max(
				sequenceOfRecords(kith, [['moment', moment.id]]),
				moment.label === undefined ? 0 : hushedAt
			),
			summary: `${nameInCalendar(kith, company)}: ${isPlain ? plainly(kith, moment) : momentInWords(moment)}`,
			description: isPlain || !moment.yearly || year === undefined ? undefined : `Since ${year}`,
			...inAnyCase(moment)
		};
		for (const time of times(moment, kith.clock.today)) yield { ...event, ...time };
	}
}

/** How an event of a moment rings, and that its day stays free. */
function inAnyCase({ post }: Moment): Pick<CalendarEvent, 'alarms' | 'isFree'> {
	return { alarms: post ? [SAME_MORNING, MORNING_A_WEEK_BEFORE] : [SAME_MORNING], isFree: true };
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
