// Birthdays around a person: counted from the circle, so that a child's day need not be written down twice.
import { makesYears, whatWasDone } from './anniversaries';
import type { AnyDay, Day } from './day';
import { isMirrored, mirroredId } from './derived-id';
import type { Id } from './id';
import { isNamedIn } from './names-in-text';
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';
import type { Person } from './records/person';

/**
 * The id the counted birthday of somebody in a circle goes by, on every device the same. Once it has
 * been seen to or put off, a record of this id remembers that.
 */
export function birthdayId(member: Circle['id']): Id<'moment'> {
	return mirroredId(member);
}

/** Whether a moment is a birthday counted from somebody in a circle. */
export function isCircleBirthday({ id, kind, circle }: Moment): boolean {
	return kind === 'birthday' && circle !== undefined && isMirrored(id, circle);
}

/**
 * The moments the rep wrote down and, for whoever in the circle has none there, their birthday. Who is
 * a person of their own with a birthday is congratulated there: on lists that hold both, once is enough.
 * @param people everybody the caller's list is about
 * @param moments of these people, nothing from the trash
 * @param mayShow tells by the day alone which ones the caller has no use for
 */
export function withBirthdays(
	people: readonly Person[],
	circle: readonly Circle[],
	moments: readonly Moment[],
	today?: Day,
	mayShow: (day: AnyDay) => boolean = () => true
): readonly Moment[] {
	const born: [Circle, AnyDay][] = [];
	const concerned = new Set<string>();
	// Of thousands few are near: a loop leaves out the others in a fraction of the time.
	for (const member of circle) {
		const { birthday } = member;
		if (birthday === undefined || !mayShow(birthday)) continue;
		born.push([member, birthday]);
		concerned.add(member.person);
		if (member.self !== undefined) concerned.add(member.self);
	}
	const remembered = new Map<string, Moment>();
	const written = new Map<string, Moment[]>();
	const own = moments.filter((moment) => {
		const { kind, person } = moment;
		if (kind !== 'birthday' || person === undefined) return true;
		if (isCircleBirthday(moment)) {
			remembered.set(moment.id, moment);
			return false;
		}
		if (concerned.has(person)) {
			const theirs = written.get(person);
			if (theirs) theirs.push(moment);
			else written.set(person, [moment]);
		}
		return true;
	});
	for (const [member, day] of born) {
		const { person, self } = member;
		const isOnList = self !== undefined && people.some(({ id }) => id === self);
		const ofSelf = isOnList ? written.get(self) : undefined;
		if (isWritten(member, written.get(person) ?? [], ofSelf ?? [])) continue;
		if (makesYears(day, today)) {
			own.push(countedFrom(member, day, remembered.get(birthdayId(member.id))));
		}
	}
	return own;
}

/** Whether a birthday was written down by hand: with the person they are around, or as their own. */
function isWritten(
	{ id, name }: Circle,
	written: readonly Moment[],
	ofSelf: readonly Moment[]
): boolean {
	return (
		written.some(({ circle, label = '' }) =>
			circle === undefined ? isNamedIn(name, label) : circle === id
		) || ofSelf.some(({ circle }) => circle === undefined)
	);
}

function countedFrom({ id, person }: Circle, day: AnyDay, remembered: Moment | undefined): Moment {
	return {
		id: birthdayId(id),
		...{ person, circle: id, kind: 'birthday', day, yearly: true },
		...whatWasDone(remembered)
	};
}
