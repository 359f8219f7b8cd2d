// The moments of the book as they come: those written down, and those counted from employment and the circle.
import { compare } from '$lib/domain/compare';
import { withCounted } from '$lib/domain/counted-moments';
import type { Day } from '$lib/domain/day';
import { nextHoliday } from '$lib/domain/holidays';
import { comingOf, type Coming } from '$lib/domain/moments';
import type { Circle } from '$lib/domain/records/circle';
import type { Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import { birthdayFromCircle } from './circle-places';
import { companyHref, companyMoments } from './companies';
import type { Kith } from './kith.svelte';
import { momentInWords } from './person-words';
import { count, shortDay } from './say';

/** A coming moment and whose it is: a person's or a company's. */
export interface ComingFor {
	readonly coming: Coming;
	readonly name: string;
	/** The page of whose it is. */
	readonly href: string;
}

/** One month of the moments calendar. */
export interface Month {
	/** `2026-11`. */
	readonly key: string;
	/** A day of it, for its name. */
	readonly first: Day;
	readonly moments: readonly ComingFor[];
}

/** All moments of people outside the trash, the counted ones among them; follows the book. */
export function allMoments({ live, clock }: Kith): readonly (readonly [Moment, Person])[] {
	const people = new Map<string, Person>(live.all('person').map((person) => [person.id, person]));
	const written = {
		people: [...people.values()],
		circle: live.all('circle'),
		moments: live.all('moment')
	};
	const moments = withCounted(written, clock.today);
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
	const take = (moment: Moment, name: string, href: string): void => {
		const coming = comingOf(moment, today, nextHoliday);
		if (!coming || coming.on >= until) return;
		const key = coming.on.slice(0, 7);
		const month = months.get(key);
		if (month) month.push({ coming, name, href });
		else months.set(key, [{ coming, name, href }]);
	};
	for (const [moment, { id, name }] of allMoments(kith)) take(moment, name, `#/people/${id}`);
	for (const [moment, company] of companyMoments(kith)) {
		take(moment, company, companyHref(company));
	}
	return [...months]
		.sort(([a], [b]) => compare(a, b))
		.map(([key, moments]) => ({
			key,
			first: `${key}-01` as Day,
			moments: moments.sort(
				(a, b) =>
					compare(a.coming.on, b.coming.on) ||
					compare(a.name, b.name) ||
					compare(a.coming.moment.id, b.coming.moment.id)
			)
		}));
}

/** The moments of one person, the counted ones among them, and the birthday another one's circle tells. */
export function momentsOf(kith: Kith, person: Person): readonly Moment[] {
	const { live, clock } = kith;
	const { id } = person;
	const moments = live.about('moment', id);
	const circle = live.about('circle', id);
	const own = withCounted({ people: [person], circle, moments }, clock.today);
	return [...own, ...birthdayFromCircle(kith, person, own)];
}

/** "Max turns 9"; otherwise what it is, and whose: "Birthday, Max". */
export function comingSaid(kith: Kith, { moment, years }: Coming): string {
	const whose = whoseIs(kith, moment);
	const turns = whose && turnsInWords(moment, whose, years);
	return turns ?? momentInWords(moment, whose);
}

/** "Max turns 9; a card should leave by 17 Nov", "Work anniversary, 7 years". */
export function comingInWords(kith: Kith, coming: Coming): string {
	const { moment, years, postBy } = coming;
	const whose = whoseIs(kith, moment);
	const turns = whose && turnsInWords(moment, whose, years);
	const age = years === undefined ? '' : `, ${ageOrYears(moment, years)}`;
	const what = turns ?? `${momentInWords(moment, whose)}${age}`;
	return `${what}${postBy ? `; ${postInWords(postBy, kith.clock.today)}` : ''}`;
}

function turnsInWords(
	{ kind, label }: Moment,
	{ name }: Circle,
	years: number | undefined
): string | undefined {
	if (kind !== 'birthday' || label !== undefined || years === undefined) return undefined;
	return `${name} turns ${years}`;
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
