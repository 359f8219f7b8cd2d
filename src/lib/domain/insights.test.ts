// @vitest-environment node
import { describe, expect, test } from 'vitest';
import type { Day } from './day';
import { firstDay, sum, Tally } from './insights';
import { levelOf, levelsOf, monthsOfDays } from './insights-days';
import { cut, type Period } from './insights-period';
import type { Gesture } from './records/gesture';
import type { Slot } from './records/slot';
import { aPerson, aTouch, anId } from '../../../tests/support/books';

const YEAR: Period = { from: '2026-01-01' as Day, to: '2026-11-22' as Day };
const { pieces } = cut(YEAR, 1);
const ada = aPerson().id;
const ben = aPerson().id;

function aSlot(person: Slot['person'], from: string, to?: string): Slot {
	const membership = { id: anId<'slot'>(), person, place: 1, from: from as Day };
	return to === undefined ? membership : { ...membership, to: to as Day };
}

function aGesture(direction: 'given' | 'received', day: string): Gesture {
	const line = { id: anId<'gesture'>(), person: ada, day: day as Day };
	return direction === 'given'
		? { ...line, direction, kind: 'help' }
		: { ...line, direction, kind: 'favour' };
}

function touched(
	day: string,
	purpose: 'just-talked' | 'business' | 'asked',
	...people: (typeof ada)[]
) {
	return aTouch({ day: day as Day, purpose, people });
}

describe('touches', () => {
	test('stand in their month by purpose; what lies outside is left out', () => {
		const tally = new Tally(pieces, []);
		tally.addTouches([
			touched('2026-01-01', 'just-talked', ada),
			touched('2026-01-31', 'asked', ada),
			touched('2026-11-22', 'business', ben),
			touched('2025-12-31', 'business', ben),
			touched('2026-11-23', 'business', ben)
		]);
		expect(tally.byPurpose['just-talked']).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		expect(tally.byPurpose.asked).toEqual([1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		expect(tally.byPurpose.business).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
		expect([...tally.days]).toEqual([
			['2026-01-01', 1],
			['2026-01-31', 1],
			['2026-11-22', 1]
		]);
	});

	test('are with the ten while somebody sat there, the first and the last day included', () => {
		const tally = new Tally(pieces, [
			aSlot(ada, '2026-02-10', '2026-04-20'),
			aSlot(ada, '2026-07-01')
		]);
		tally.addTouches([
			touched('2026-02-09', 'just-talked', ada),
			touched('2026-02-10', 'just-talked', ada),
			touched('2026-04-20', 'asked', ada),
			touched('2026-04-21', 'business', ada),
			touched('2026-07-05', 'business', ada),
			touched('2026-07-06', 'business', ben)
		]);
		expect(tally.withTen.talked).toEqual([0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
		expect(tally.withTen.selling).toEqual([0, 0, 0, 1, 0, 0, 1, 0, 0, 0, 0]);
	});

	test('with several people are one', () => {
		const tally = new Tally(pieces, [aSlot(ada, '2026-01-01'), aSlot(ben, '2026-01-01')]);
		tally.addTouches([touched('2026-03-03', 'just-talked', ada, ben)]);
		expect(sum(tally.byPurpose['just-talked'])).toBe(1);
		expect(sum(tally.withTen.talked)).toBe(1);
	});
});

test('give and take stand apart, and lean from three on', () => {
	const tally = new Tally(pieces, []);
	tally.addGestures([aGesture('given', '2026-05-01'), aGesture('given', '2026-05-31')]);
	expect(tally.balance).toBeUndefined();
	tally.addGestures([aGesture('given', '2025-05-31'), aGesture('received', '2026-06-01')]);
	expect(tally.given[4]).toBe(2);
	expect(tally.received[5]).toBe(1);
	expect(tally.balance).toBe('given-more');
});

test('the first day of all is found', () => {
	expect(firstDay([])).toBeUndefined();
	expect(firstDay([], '2026-02-01' as Day)).toBe('2026-02-01');
	expect(firstDay(['2026-02-01', '2025-03-01'] as Day[], '2025-04-01' as Day)).toBe('2025-03-01');
});

describe('day by day', () => {
	test('at most twelve months, and days outside the period are left out', () => {
		const days = new Map([['2026-11-22' as Day, 2]]);
		const months = monthsOfDays(days, { from: '2020-01-01' as Day, to: '2026-11-22' as Day });
		expect(months.map(({ first }) => first)).toHaveLength(12);
		expect(months[0]?.first).toBe('2025-12-01');
		expect(months[2]?.counts).toHaveLength(28);
		expect(months[11]?.counts[21]).toBe(2);
		expect(months[11]?.counts[22]).toBeUndefined();
		const few = monthsOfDays(days, { from: '2026-10-15' as Day, to: '2026-11-22' as Day });
		expect(few).toHaveLength(2);
		expect(few[0]?.counts.slice(12, 16)).toEqual([undefined, undefined, 0, 0]);
	});

	test('one, two, three and more in a quiet book; thirds in a full one', () => {
		const month = (...counts: number[]) => [{ first: '2026-01-01' as Day, counts }];
		expect(levelsOf(month())).toEqual([1, 2, 3]);
		expect(levelsOf(month(0, 1, 2, 1, 3, 1, 0, 9, 1, 1, 1, 1, 2, 1))).toEqual([1, 2, 3]);
		const levels = levelsOf(month(...Array.from({ length: 30 }, (_, at) => at + 1)));
		expect(levels).toEqual([1, 11, 20]);
		expect([0, 1, 10, 11, 19, 20, 30].map((count) => levelOf(count, levels))).toEqual([
			0, 1, 1, 2, 2, 3, 3
		]);
	});
});
