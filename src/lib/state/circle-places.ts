// Where a person of the book stands in the circles of others: the age and the birthday known from there.
import { ageOf } from '$lib/domain/age';
import { isCircleBirthday, withBirthdays } from '$lib/domain/circle-birthdays';
import type { Circle } from '$lib/domain/records/circle';
import type { Moment } from '$lib/domain/records/moment';
import type { Person } from '$lib/domain/records/person';
import type { Kith } from './kith.svelte';

const OF_AGE = 18;

/** One place in somebody's circle. */
export interface CirclePlace {
	readonly of: Person;
	readonly member: Circle;
}

/** The places of a person, but for those with somebody in the trash; follows the book. */
function placesOf({ live }: Kith, { id }: Person): CirclePlace[] {
	return live.all('circle').flatMap((member) => {
		const of = member.self === id ? live.get('person', member.person) : undefined;
		return of === undefined || of.trashedAt !== undefined ? [] : { of, member };
	});
}

/** The age of a person as a circle has it. */
export function ageFromCircle(kith: Kith, person: Person): number | undefined {
	return placesOf(kith, person)
		.map(({ member }) => ageOf(member, kith.clock.today))
		.find((age) => age !== undefined);
}

/** Whether somebody is another one's child, and not known to be grown up: nobody to ask about jobs. */
export function isYoung(kith: Kith, person: Person): boolean {
	const age = ageFromCircle(kith, person);
	return (
		(age === undefined || age < OF_AGE) &&
		placesOf(kith, person).some(({ member }) => member.relation === 'child')
	);
}

/**
 * The birthday of a person as a circle has it, where none is written down with the person.
 * @param own the moments of the person's own
 */
export function birthdayFromCircle(
	kith: Kith,
	person: Person,
	own: readonly Moment[]
): readonly Moment[] {
	if (own.some(({ kind, circle }) => kind === 'birthday' && circle === undefined)) return [];
	for (const { of, member } of placesOf(kith, person)) {
		// What is written down of it with the other one is not on this one's page: it is counted here.
		const done = kith.live.about('moment', of.id).filter(isCircleBirthday);
		const counted = withBirthdays([of], [member], done, kith.clock.today);
		const birthday = counted.filter(({ circle }) => circle === member.id);
		if (birthday.length > 0) return birthday;
	}
	return [];
}
