// Work anniversaries: counted from the day somebody began at the present company, never written down twice.
import { nextOccurrence, yearOfDay, type AnyDay, type Day } from './day';
import type { Id } from './id';
import type { Moment } from './records/moment';
import type { Person } from './records/person';

/**
 * The id a person's counted anniversary goes by, on every device the same: the person's, with all
 * but the year read backwards. Once it has been seen to or put off, a record of this id remembers that.
 */
export function anniversaryId(person: Person['id']): Id<'moment'> {
	return `${person.slice(0, 4)}${[...person.slice(4)].reverse().join('')}` as Id<'moment'>;
}

/** Whether a moment is one counted from a person's employment. */
export function isCounted({ id, kind, person }: Moment): boolean {
	return kind === 'work-anniversary' && person !== undefined && id === anniversaryId(person);
}

/**
 * The moments the rep wrote down and, for whoever has none of their own, the work anniversary counted
 * from `since`. It follows `since`: a remembered one lends it only what was done about it.
 * @param moments of these people, nothing from the trash
 * @param today with it, none is counted before the first year is over
 */
export function withAnniversaries(
	people: readonly Person[],
	moments: readonly Moment[],
	today?: Day
): readonly Moment[] {
	const remembered = new Map<string, Moment>();
	const withOwn = new Set<string>();
	const own = moments.filter((moment) => {
		const { kind, person } = moment;
		if (person === undefined || kind !== 'work-anniversary') return true;
		if (isCounted(moment)) remembered.set(person, moment);
		else withOwn.add(person);
		return !isCounted(moment);
	});
	const counted = people.flatMap(({ id, since }) =>
		since === undefined || withOwn.has(id) || !makesYears(since, today)
			? []
			: countedFrom(since, id, remembered.get(id))
	);
	return [...own, ...counted];
}

/** Whether the next time is an anniversary, and not the first day or one before it. */
function makesYears(since: AnyDay, today: Day | undefined): boolean {
	const year = yearOfDay(since);
	if (year === undefined || today === undefined) return true;
	return (yearOfDay(nextOccurrence(since, today)) ?? year) > year;
}

function countedFrom(since: AnyDay, id: Person['id'], remembered: Moment | undefined): Moment {
	const { doneFor, snoozedUntil } = remembered ?? {};
	return {
		id: anniversaryId(id),
		...{ person: id, kind: 'work-anniversary', day: since, yearly: true },
		...(doneFor === undefined ? {} : { doneFor }),
		...(snoozedUntil === undefined ? {} : { snoozedUntil })
	};
}
