// Calendar files with the rep's words: booked touches as events, and the making of the file.
import { isSensitive } from '$lib/domain/answers';
import type { Pace } from '$lib/domain/backup';
import { isHushed, type Hushed } from '$lib/domain/hush';
import type { Id } from '$lib/domain/id';
import {
	CALENDAR_TYPE,
	calendarPieces,
	SAME_MORNING,
	sequenceOf,
	TEN_MINUTES_BEFORE,
	type CalendarEvent
} from '$lib/domain/icalendar';
import { initialsOf } from '$lib/domain/initials';
import type { Person } from '$lib/domain/records/person';
import type { Plan } from '$lib/domain/records/plan';
import { SETTINGS_ID } from '$lib/domain/records/settings';
import { isSensitiveMoment } from '$lib/domain/sensitive-moment';
import type { Records, Table } from '$lib/domain/records/tables';
import type { TouchKind } from '$lib/domain/records/touch';
import type { MadeFile } from './hand-out';
import type { Kith } from './kith.svelte';
import { paceFor } from './pace';
import { hushedAbout } from './thanks';

/** So long a booked touch is shown. */
const MINUTES = 15;

const withWhom: Readonly<Record<TouchKind, string>> = {
	call: 'Call',
	text: 'Text',
	message: 'Message',
	email: 'Email',
	meeting: 'Meeting with',
	meal: 'Meal with',
	visit: 'Visit',
	event: 'Event with',
	card: 'Card for',
	gift: 'Gift for',
	video: 'Video call with'
};

/** Booked touches as events, each made when it is asked for; none with somebody who is not in the book. */
export function* plansAsEvents(
	kith: Kith,
	plans: readonly Plan[],
	quiet = quietIn(kith)
): Generator<CalendarEvent> {
	for (const plan of plans) {
		const person = kith.book.get('person', plan.person);
		if (!person || person.trashedAt !== undefined) continue;
		const { day, time, opener } = plan;
		yield {
			id: plan.id,
			sequence: sequenceOfRecords(kith, [
				['plan', plan.id],
				['person', person.id],
				...quiet.sources(person)
			]),
			when: time === undefined ? { day } : { day, time, minutes: MINUTES },
			summary: `${withWhom[plan.kind]} ${nameInCalendar(kith, person.name)}`,
			description: isInitialsOnly(kith) || quiet.touches(person, opener) ? undefined : opener,
			alarms: [time === undefined ? SAME_MORNING : TEN_MINUTES_BEFORE],
			isFree: time === undefined
		};
	}
}

/**
 * The sequence of an event made from these records: it rises when one of them or the choice of
 * initials changes, and is the same on all devices that have met.
 */
export function sequenceOfRecords(
	{ book }: Kith,
	records: readonly (readonly [table: Table, id: Id | string])[]
): number {
	const sources = [...records, ['settings', SETTINGS_ID] as const];
	return sequenceOf(
		sources.flatMap(([table, id]) => [...book.cells(table, id).values()].map(({ stamp }) => stamp))
	);
}

/** What is to be kept quiet, in calendars too: others read those. */
export interface Quiet {
	/** Whether words about a person touch on it. */
	readonly touches: (person: Person, words: string | undefined) => boolean;
	/** What says so, for the sequence of an event. */
	readonly sources: (person: Person) => readonly Matter[];
}

/** A record that is sensitive, or was: when it no longer is, events are newer too. */
type Matter = readonly ['fact', Id<'fact'>] | readonly ['moment', Id<'moment'>];

/** All there is in the book, in the trash too, each with whom it is about. */
export function* sensitiveMatters({
	live
}: Kith): Generator<readonly [person: Id<'person'> | undefined, matter: Matter]> {
	for (const fact of [...live.all('fact'), ...live.trashed('fact')]) {
		if (!isSensitive(fact) && fact.sensitive === undefined) continue;
		yield [fact.person, ['fact', fact.id]];
	}
	for (const moment of [...live.all('moment'), ...live.trashed('moment')]) {
		if (!isSensitiveMoment(moment) && moment.sensitive === undefined) continue;
		yield [moment.person, ['moment', moment.id]];
	}
}

/** Gathers what is to be kept quiet: of thousands of people few have anything of the kind. */
export function quietIn(kith: Kith): Quiet {
	const matters = new Map<string, Matter[]>();
	for (const [person, matter] of sensitiveMatters(kith)) {
		if (person === undefined) continue;
		const same = matters.get(person);
		if (same) same.push(matter);
		else matters.set(person, [matter]);
	}
	const known = new Map<string, Hushed>();
	return {
		touches: (person, words) => {
			if (words === undefined || !matters.has(person.id)) return false;
			const hushed = known.get(person.id) ?? hushedAbout(kith, person);
			known.set(person.id, hushed);
			return isHushed(words, hushed);
		},
		sources: ({ id }) => matters.get(id) ?? []
	};
}

/** Whether calendars show initials instead of names, and nothing of what was said. */
export function isInitialsOnly({ live }: Kith): boolean {
	return live.get('settings', SETTINGS_ID)?.initialsOnly === true;
}

/** A name as the calendar is to show it: "Dana Whitlock", or "D. W.". */
export function nameInCalendar(kith: Kith, name: Records['person']['name']): string {
	return isInitialsOnly(kith) ? initialsOf(name) : name;
}

/** Makes the file of these events, in pieces: they may be thousands. */
export async function makeCalendar(
	kith: Kith,
	events: Iterable<CalendarEvent>,
	name: string,
	pace: Pace = paceFor()
): Promise<MadeFile> {
	const pieces: string[] = [];
	for (const piece of calendarPieces(events, kith.clock.exactly())) {
		pieces.push(piece);
		await pace(0, 1);
	}
	return { blob: new Blob(pieces, { type: CALENDAR_TYPE }), name, type: CALENDAR_TYPE };
}
