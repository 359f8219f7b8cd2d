// Work anniversaries follow the day somebody began, and stand back for one the rep wrote down.
import { describe, expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import { anniversaryId, isAnniversary, withAnniversaries } from './anniversaries';
import type { AnyDay, Day } from './day';
import { isId } from './id';
import { comingMoments, comingOf } from './moments';
import type { Moment } from './records/moment';

const TODAY = '2026-11-22' as Day;
const since = '2019-11-30' as AnyDay;
const dana = aPerson({ name: 'Dana', since });

function aMoment(fields: Partial<Moment>): Moment {
	return {
		id: anId<'moment'>(),
		person: dana.id,
		kind: 'birthday',
		day: '--05-05' as AnyDay,
		yearly: true,
		...fields
	};
}

test('one is counted from since, with its years', () => {
	const [counted] = withAnniversaries([dana], []);
	if (!counted) throw new Error('nothing was counted');
	expect(counted).toMatchObject({ kind: 'work-anniversary', day: since, person: dana.id });
	expect(isAnniversary(counted)).toBe(true);
	expect(comingOf(counted, TODAY)).toMatchObject({ on: '2026-11-30', years: 7 });
});

test.each(['--11-30', '2020-02-29'])('since %s comes every year', (day) => {
	const [counted] = withAnniversaries([{ ...dana, since: day as AnyDay }], []);
	const on = counted && comingOf(counted, '2026-02-01' as Day)?.on;
	expect(on).toBe(day === '--11-30' ? '2026-11-30' : '2026-02-28');
});

test.each([
	['2026-11-22', 0],
	['2026-12-01', 0],
	['2027-03-01', 0],
	['2028-05-01', 0],
	['2026-11-21', 1],
	['2025-11-22', 1],
	['--11-22', 1]
])('since %s there are %i to come', (day, many) => {
	const someone = { ...dana, since: day as AnyDay };
	expect(withAnniversaries([someone], [], TODAY)).toHaveLength(many);
});

test('none without since, and none beside one that was written down', () => {
	const own = aMoment({ kind: 'work-anniversary', day: '2018-01-01' as AnyDay });
	const birthday = aMoment({});
	expect(withAnniversaries([aPerson()], [birthday])).toEqual([birthday]);
	expect(withAnniversaries([dana], [birthday, own])).toEqual([birthday, own]);
	expect(withAnniversaries([dana], [birthday])).toHaveLength(2);
});

describe('a remembered one', () => {
	const remembered = aMoment({
		id: anniversaryId(dana.id),
		kind: 'work-anniversary',
		day: '2015-01-01' as AnyDay,
		doneFor: '2026-11-30' as Day
	});

	test('is there once, and follows since', () => {
		const all = withAnniversaries([dana], [remembered]);
		expect(all.map(({ id, day }) => [id, day])).toEqual([[remembered.id, since]]);
		expect(withAnniversaries([{ ...dana, since: undefined } as never], [remembered])).toEqual([]);
	});

	test('that was seen to does not show again before next year', () => {
		const show = (today: string) =>
			comingMoments(withAnniversaries([dana], [remembered]), today as Day).length;
		expect([show('2026-11-22'), show('2027-11-22')]).toEqual([0, 1]);
	});
});

test('its id is lasting, well-formed, and no other person’s', () => {
	const people = Array.from({ length: 50 }, () => aPerson());
	const ids = people.map(({ id }) => anniversaryId(id));
	expect(new Set(ids).size).toBe(50);
	expect(ids.every(isId)).toBe(true);
	expect(anniversaryId(dana.id)).toBe(anniversaryId(dana.id));
});
