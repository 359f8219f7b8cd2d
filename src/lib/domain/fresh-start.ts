// Fresh start: when a lot has piled up, it is spread evenly over the working days of the
// coming four weeks, what matters most first.
import { compare } from './compare';
import { addDays, dateOfDay, dayOfDate, type Day } from './day';
import type { Person } from './records/person';
import type { Plan } from './records/plan';
import type { RepPromise } from './records/promise';
import type { ThankYou } from './records/thank-you';
import { hoursOwed } from './thanks';

/** It is offered when more than so many things are overdue. */
const OFFERED_ABOVE = 15;
const WEEKS = 4;
/** A thank-you is overdue when it has been owed for longer. */
const THANKS_HOURS = 72;

/** One thing that has been left lying. */
export type Overdue =
	| { readonly table: 'promise'; readonly record: RepPromise }
	| { readonly table: 'plan'; readonly record: Plan }
	| { readonly table: 'thankYou'; readonly record: ThankYou }
	| { readonly table: 'person'; readonly record: Person };

/** One thing and the day on which it comes up again. */
export interface Spread {
	readonly overdue: Overdue;
	readonly day: Day;
}

/** What to look at; whoever asks has left out what is about people in the trash. */
export interface Pile {
	readonly promises: readonly RepPromise[];
	readonly plans: readonly Plan[];
	readonly thankYous: readonly ThankYou[];
	/** People due to be heard of. */
	readonly fading: readonly Person[];
	readonly today: Day;
	/** Milliseconds since 1970. */
	readonly now: number;
}

/** Everything overdue that has not been put off. */
export function overdueOf({ promises, plans, thankYous, fading, today, now }: Pile): Overdue[] {
	const isUp = ({ snoozedUntil }: { readonly snoozedUntil?: Day }): boolean =>
		snoozedUntil === undefined || snoozedUntil <= today;
	return [
		...promises
			.filter((one) => one.keptOn === undefined && one.due !== undefined && one.due < today)
			.filter(isUp)
			.map((record) => ({ table: 'promise', record }) as const),
		...thankYous
			.filter((one) => one.state === 'owed' && hoursOwed(one, now) > THANKS_HOURS)
			.filter(isUp)
			.map((record) => ({ table: 'thankYou', record }) as const),
		...plans
			.filter((one) => one.closedOn === undefined && one.day < today)
			.filter(isUp)
			.map((record) => ({ table: 'plan', record }) as const),
		...fading.filter(isUp).map((record) => ({ table: 'person', record }) as const)
	];
}

/** Whether so much has piled up that a fresh start is offered. */
export function isPiledUp(overdue: readonly Overdue[]): boolean {
	return overdue.length > OFFERED_ABOVE;
}

/**
 * Spreads what is overdue over the working days from tomorrow on: as many each day, give or take one.
 * @param places the place in the Top Ten, 1 to 10, by person: they come first, in their order
 */
export function spread(
	overdue: readonly Overdue[],
	places: ReadonlyMap<string, number>,
	today: Day
): Spread[] {
	const days = workingDays(today);
	return overdue
		.map((one, index) => ({ one, index, place: places.get(personOf(one) ?? '') ?? Infinity }))
		.sort(
			(a, b) =>
				(a.place === b.place ? 0 : a.place - b.place) ||
				KINDS.indexOf(a.one.table) - KINDS.indexOf(b.one.table) ||
				compare(sinceOf(a.one), sinceOf(b.one)) ||
				a.index - b.index
		)
		.flatMap(({ one }, index, { length }) => {
			const day = days[Math.floor((index * days.length) / length)];
			return day ? [{ overdue: one, day }] : [];
		});
}

/** What matters more comes first. */
const KINDS: readonly Overdue['table'][] = ['promise', 'thankYou', 'plan', 'person'];

/** Monday to Friday, from tomorrow on. */
function workingDays(today: Day): Day[] {
	return Array.from({ length: WEEKS * 7 }, (_, index) => addDays(today, index + 1)).filter(
		(day) => dateOfDay(day).getDay() % 6 !== 0
	);
}

function personOf({ table, record }: Overdue): string | undefined {
	return table === 'person' ? record.id : record.person;
}

/** Since when it lies there; fading people keep the order they came in. */
function sinceOf({ table, record }: Overdue): Day | '' {
	if (table === 'promise') return record.due ?? '';
	if (table === 'plan') return record.day;
	return table === 'thankYou' ? dayOfDate(new Date(record.since)) : '';
}
