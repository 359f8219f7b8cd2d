// Birthdays in a circle count like moments, and stand back for one the rep wrote down.
import { describe, expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import { birthdayId, isCircleBirthday, withBirthdays } from './circle-birthdays';
import { withCounted } from './counted-moments';
import type { AnyDay, Day } from './day';
import { isId } from './id';
import { comingMoments, comingOf } from './moments';
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';

const TODAY = '2026-11-22' as Day;
const dana = aPerson({ name: 'Dana', since: '2019-12-01' as AnyDay });
const max = around({ name: 'Max', birthday: '2016-11-27' as AnyDay });

function around(fields: Partial<Circle>): Circle {
	return { id: anId<'circle'>(), person: dana.id, name: 'Max', relation: 'child', ...fields };
}

function aMoment(fields: Partial<Moment>): Moment {
	return {
		id: anId<'moment'>(),
		...{ person: dana.id, kind: 'birthday', day: '--05-05' as AnyDay, yearly: true },
		...fields
	};
}

test('a birthday is counted every year, with the age it makes', () => {
	const [counted] = withBirthdays([dana], [max], [], TODAY);
	if (!counted) throw new Error('nothing was counted');
	expect(counted).toMatchObject({ kind: 'birthday', circle: max.id, person: dana.id });
	expect(isCircleBirthday(counted)).toBe(true);
	expect(comingOf(counted, TODAY)).toMatchObject({ on: '2026-11-27', in: 5, years: 10 });
	expect(comingOf(counted, '2026-11-28' as Day)).toMatchObject({ on: '2027-11-27', years: 11 });
});

test.each([
	[{ birthday: '--11-27' as AnyDay }, 1],
	[{ birthday: '2020-02-29' as AnyDay }, 1],
	[{ age: { years: 9, on: '2026-01-05' as Day } }, 0],
	[{ birthday: '2026-11-22' as AnyDay }, 0],
	[{ birthday: '2027-01-30' as AnyDay }, 0]
])('of a member with %j there are %i', (fields, many) => {
	expect(withBirthdays([dana], [around(fields)], [], TODAY)).toHaveLength(many);
});

describe('none beside one that was written down', () => {
	test.each([
		['with the member', aMoment({ circle: max.id }), 1],
		['by name', aMoment({ label: 'Max’s birthday' }), 1],
		['of the person', aMoment({}), 2],
		['of another member', aMoment({ circle: anId<'circle'>() }), 2],
		['that is not a birthday', aMoment({ kind: 'trip', circle: max.id }), 2]
	])('%s', (_, moment, many) => {
		expect(withBirthdays([dana], [max], [moment], TODAY)).toHaveLength(many);
	});
});

test('who is a person of their own is congratulated once on a list that holds both', () => {
	const own = aPerson({ name: 'Max' });
	const member = { ...max, self: own.id };
	const birthday = aMoment({ person: own.id });
	expect(withBirthdays([dana, own], [member], [birthday], TODAY)).toEqual([birthday]);
	expect(withBirthdays([dana, own], [member], [], TODAY)).toHaveLength(1);
	expect(withBirthdays([dana], [member], [birthday], TODAY)).toHaveLength(2);
});

test('one that was seen to does not show again before next year, and follows the birthday', () => {
	const done = aMoment({
		...{ id: birthdayId(max.id), circle: max.id },
		...{ day: '2015-01-01' as AnyDay, doneFor: '2026-11-27' as Day }
	});
	const all = withBirthdays([dana], [max], [done], TODAY);
	expect(all.map(({ id, day }) => [id, day])).toEqual([[done.id, max.birthday]]);
	const shown = (today: string) =>
		comingMoments(withBirthdays([dana], [max], [done], today as Day), today as Day).length;
	expect([shown('2026-11-22'), shown('2027-11-22')]).toEqual([0, 1]);
	expect(withBirthdays([dana], [], [done], TODAY)).toEqual([]);
});

test('its id is lasting, well-formed, and no other member’s', () => {
	const members = Array.from({ length: 50 }, () => around({}));
	const ids = members.map(({ id }) => birthdayId(id));
	expect(new Set(ids).size).toBe(50);
	expect(ids.every(isId)).toBe(true);
});

test('with anniversaries together, and only what may fall in time when a day is given', () => {
	const far = around({ name: 'Pia', birthday: '2019-06-01' as AnyDay });
	const written = { people: [dana], circle: [max, far], moments: [] };
	const kinds = (until?: Day) => withCounted(written, TODAY, until).map(({ day }) => day);
	expect(kinds()).toEqual(['2019-12-01', '2016-11-27', '2019-06-01']);
	expect(kinds('2026-12-01' as Day)).toEqual(['2019-12-01', '2016-11-27']);
	expect(kinds('2026-11-28' as Day)).toEqual(['2016-11-27']);
});
