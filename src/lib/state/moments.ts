// The moments of the book as they come: those written down, and the anniversaries counted from employment.
import { withAnniversaries } from '$lib/domain/anniversaries';
import type { Day } from '$lib/domain/day';
import { nextHoliday } from '$lib/domain/holidays';
import { comingOf, type Coming } from '$lib/domain/moments';
import type { Circle } from '$lib/domain/records/circle';
import type { Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';
import { momentInWords } from './person-words';
import { count, shortDay } from './say';

/** A coming moment and whose it is. */
export interface ComingFor {
	readonly coming: Coming;
	readonly person: Person;
}

/** One month of the moments calendar. */
export interface Month {
	/** `2026-11`. */
	readonly key: string;
	/** A day of it, for its name. */
	readonly first: Day;
	readonly moments: readonly ComingFor[];
}

/** All moments of people outside the trash, counted anniversaries among them; follows the book. */
export function allMoments({ live, clock }: Kith): readonly (readonly [Moment, Person])[] {
	const people = new Map<string, Person>(live.all('person').map((person) => [person.id, person]));
	const moments = withAnniversaries([...people.values()], live.all('moment'), clock.today);
	return moments.flatMap((moment) => {
		const person = moment.person && people.get(moment.person);
		return person ? [[moment, person] as const] : [];
	});
}

/** Whose moment it is when not the person's own: somebody of the circle, outside the trash. */
export function whoseIs({ live }: Kith, { circle }: Moment): Circle | undefined {
	const member = circle === undefined ? undefined : live.get('circle', circle);
	return member?.trashedAt === undefined ? member : undefined;
}

/** What comes in the next twelve months, month by month; months without anything are left out. */
export function comingYear(kith: Kith): Month[] {
	const { today } = kith.clock;
	const until = yearLater(today);
	const months = new Map<string, ComingFor[]>();
	for (const [moment, person] of allMoments(kith)) {
		const coming = comingOf(moment, today, nextHoliday);
		if (!coming || coming.on >= until) continue;
		const key = coming.on.slice(0, 7);
		const month = months.get(key);
		if (month) month.push({ coming, person });
		else months.set(key, [{ coming, person }]);
	}
	return [...months]
		.sort(([a], [b]) => compare(a, b))
		.map(([key, moments]) => ({
			key,
			first: `${key}-01` as Day,
			moments: moments.sort(
				(a, b) =>
					compare(a.coming.on, b.coming.on) ||
					compare(a.person.name, b.person.name) ||
					compare(a.coming.moment.id, b.coming.moment.id)
			)
		}));
}

/** "Birthday, Max, 9; a card should leave by 17 Nov". */
export function comingInWords(kith: Kith, { moment, years, postBy }: Coming): string {
	const what = momentInWords(moment, whoseIs(kith, moment));
	const age = years === undefined ? '' : `, ${ageOrYears(moment, years)}`;
	return `${what}${age}${postBy ? `; ${postInWords(postBy, kith.clock.today)}` : ''}`;
}

/** "a card should leave by 17 Nov", or that it is high time. */
function postInWords(postBy: Day, today: Day): string {
	if (postBy < today) return 'a card should leave now';
	return `a card should leave by ${shortDay(postBy, today)}`;
}

function ageOrYears({ kind }: Moment, years: number): string {
	return kind === 'birthday' ? String(years) : count(years, 'year');
}

/** The same day of the next year; 29 February then stands for the day after the 28th. */
function yearLater(day: Day): string {
	return `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;
}

function compare(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}
