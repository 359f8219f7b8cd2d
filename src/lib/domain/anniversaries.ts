// Work anniversaries: counted from the day somebody began at the present company, never written down twice.
import { nextOccurrence, yearOfDay, type AnyDay, type Day } from './day';
import { isMirrored, mirroredId } from './derived-id';
import type { Id } from './id';
import type { Moment } from './records/moment';
import type { Person } from './records/person';

/**
 * The id a person's counted anniversary goes by, on every device the same. Once it has been seen to
 * or put off, a record of this id remembers that.
 */
export function anniversaryId(person: Person['id']): Id<'moment'> {
	return mirroredId(person);
}

/** Whether a moment is one counted from a person's employment. */
export function isAnniversary({ id, kind, person }: Moment): boolean {
	return kind === 'work-anniversary' && person !== undefined && isMirrored(id, person);
}

/**
 * The moments the rep wrote down and, for whoever has none of their own, the work anniversary counted
 * from `since`. It follows `since`: a remembered one lends it only what was done about it.
 * @param moments of these people, nothing from the trash
 * @param today with it, none is counted before the first year is over
 * @param mayShow tells by the day alone which ones the caller has no use for
 */
export function withAnniversaries(
	people: readonly Person[],
	moments: readonly Moment[],
	today?: Day,
	mayShow: (day: AnyDay) => boolean = () => true
): readonly Moment[] {
	const remembered = new Map<string, Moment>();
	const withOwn = new Set<string>();
	const own = moments.filter((moment) => {
		const { kind, person } = moment;
		if (person === undefined || kind !== 'work-anniversary') return true;
		const isCounted = isAnniversary(moment);
		if (isCounted) remembered.set(person, moment);
		else withOwn.add(person);
		return !isCounted;
	});
	// Of ten thousand people few have any: a loop leaves out the others in a third of the time.
	for (const { id, since } of people) {
		if (since === undefined || !mayShow(since)) continue;
		if (withOwn.has(id) || !makesYears(since, today)) continue;
		own.push(countedFrom(since, id, remembered.get(id)));
	}
	return own;
}

/** Whether the next time is an anniversary, and not the first day or one before it. */
export function makesYears(since: AnyDay, today: Day | undefined): boolean {
	const year = yearOfDay(since);
	if (year === undefined || today === undefined) return true;
	return (yearOfDay(nextOccurrence(since, today)) ?? year) > year;
}

function countedFrom(since: AnyDay, id: Person['id'], remembered: Moment | undefined): Moment {
	return {
		id: anniversaryId(id),
		...{ person: id, kind: 'work-anniversary', day: since, yearly: true },
		...whatWasDone(remembered)
	};
}

/** What a remembered record lends to the moment that is counted anew. */
export function whatWasDone(
	remembered: Moment | undefined
): Pick<Moment, 'doneFor' | 'snoozedUntil'> {
	const { doneFor, snoozedUntil } = remembered ?? {};
	return {
		...(doneFor === undefined ? {} : { doneFor }),
		...(snoozedUntil === undefined ? {} : { snoozedUntil })
	};
}
