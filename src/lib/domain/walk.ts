// The weekly walk: which one is under way, who is done, and whose turn it is. Told by records alone, so
// that it goes on after a reload, a day later and on another device.
import { addDays, dateOfDay, daysBetween, type Day } from './day';
import type { Id } from './id';
import type { Plan } from './records/plan';
import type { Walk } from './records/walk';
import { nextPlan } from './next-plan';

/** A walk begun less than so many days ago is gone on with. */
const LASTS = 7;
/** So many working days are offered for the next call. */
const OFFERED = 5;

/** The walk under way: the records of it, and who was answered with "not this week". */
export interface UnderWay {
	/** Empty while nothing has been decided; several where two devices began apart. */
	readonly walks: readonly Walk[];
	readonly passed: ReadonlySet<string>;
}

/** How one of the ten stands in the walk. */
export type Step =
	| { readonly state: 'booked'; readonly plan: Plan }
	| { readonly state: 'passed' }
	| { readonly state: 'open' };

/**
 * The walk to go on with. Walks that two devices began apart are one; a clock that was moved, or a
 * flight west over the date line, does not end one.
 */
export function walkUnderWay(walks: readonly Walk[], today: Day): UnderWay {
	const open = walks
		.filter(({ on, finishedOn }) => finishedOn === undefined && isThisWeek(on, today))
		.toSorted((a, b) => (a.id < b.id ? -1 : 1));
	return { walks: open, passed: new Set(open.flatMap(({ passed }) => passed ?? [])) };
}

/** The day the latest walk was finished; undefined when none was. */
export function lastWalked(walks: readonly Walk[]): Day | undefined {
	let last: Day | undefined;
	for (const { finishedOn } of walks) {
		if (finishedOn !== undefined && (last === undefined || finishedOn > last)) last = finishedOn;
	}
	return last;
}

/** How a person stands: a plan from today on goes before "not this week". */
export function stepOf(plans: readonly Plan[], isPassed: boolean, today: Day): Step {
	const plan = nextPlan(plans, today);
	if (plan) return { state: 'booked', plan };
	return { state: isPassed ? 'passed' : 'open' };
}

/** The call missed last, to be booked anew: open, of a day before, and none that comes back by itself. */
export function missedPlan(plans: readonly Plan[], today: Day): Plan | undefined {
	return plans
		.filter(({ closedOn, day, repeat }) => closedOn === undefined && !repeat && day < today)
		.reduce<Plan | undefined>(
			(last, plan) => (!last || `${plan.day} ${plan.id}` > `${last.day} ${last.id}` ? plan : last),
			undefined
		);
}

/** Whose turn it is after somebody: the next who is open, then any before; undefined: all are done. */
export function nextOpen(
	ten: readonly Id<'person'>[],
	isOpen: (person: Id<'person'>) => boolean,
	after?: Id<'person'>
): Id<'person'> | undefined {
	const from = after === undefined ? 0 : ten.indexOf(after) + 1;
	return [...ten.slice(from), ...ten.slice(0, from)].find(
		(person) => person !== after && isOpen(person)
	);
}

/** The days to offer for the next call: the coming working days, from tomorrow on. */
export function daysToOffer(today: Day): Day[] {
	const days: Day[] = [];
	for (let day = addDays(today, 1); days.length < OFFERED; day = addDays(day, 1)) {
		if (isWorkingDay(day)) days.push(day);
	}
	return days;
}

/** Of the days to offer the one with the fewest plans, so that ten calls do not fall on one. */
export function freestDay(days: readonly Day[], plans: readonly Plan[]): Day | undefined {
	const booked = new Map(days.map((day) => [day, 0]));
	for (const { day, closedOn } of plans) {
		const held = booked.get(day);
		if (held !== undefined && closedOn === undefined) booked.set(day, held + 1);
	}
	const fewest = Math.min(...booked.values());
	return days.find((day) => booked.get(day) === fewest);
}

function isThisWeek(on: Day, today: Day): boolean {
	return Math.abs(daysBetween(on, today)) < LASTS;
}

function isWorkingDay(day: Day): boolean {
	const weekday = dateOfDay(day).getDay();
	return weekday !== 0 && weekday !== 6;
}
