// The weekly walk: which one goes on, who is done, who is next, which day is offered.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, dateOfDay, type Day } from './day';
import type { Id } from './id';
import type { Plan } from './records/plan';
import type { Walk } from './records/walk';
import {
	daysToOffer,
	freestDay,
	lastWalked,
	missedPlan,
	nextOpen,
	stepOf,
	walkUnderWay
} from './walk';

const TODAY = '2026-11-22' as Day;
const person = (number: number) => `person ${number}` as Id<'person'>;

function walk(number: number, on: string, fields: Partial<Walk> = {}): Walk {
	return { id: `walk ${number}` as Walk['id'], on: on as Day, ...fields };
}

function plan(day: string, fields: Partial<Plan> = {}): Plan {
	return {
		id: `plan ${day}` as Plan['id'],
		person: person(1),
		day: day as Day,
		kind: 'call',
		purpose: 'just-talked',
		...fields
	};
}

describe('the walk under way', () => {
	test.each([
		['begun today', '2026-11-22', true],
		['begun six days ago', '2026-11-16', true],
		['begun a week ago', '2026-11-15', false],
		['begun tomorrow, by a clock moved since', '2026-11-23', true],
		['begun a week ahead', '2026-11-29', false]
	])('%s', (_, on, isGoing) => {
		const { walks, passed } = walkUnderWay([walk(1, on, { passed: [person(3)] })], TODAY);
		expect(walks).toHaveLength(isGoing ? 1 : 0);
		expect(passed.has(person(3))).toBe(isGoing);
	});

	test('a finished one is over, and its "not this week" with it', () => {
		const done = walk(1, '2026-11-20', { passed: [person(3)], finishedOn: '2026-11-21' as Day });
		expect(walkUnderWay([done], TODAY)).toEqual({ walks: [], passed: new Set() });
		expect(lastWalked([walk(2, '2026-11-22'), done])).toBe('2026-11-21');
		expect(lastWalked([walk(2, '2026-11-22')])).toBeUndefined();
	});

	test('two begun apart are one', () => {
		const apart = [
			walk(2, '2026-11-21', { passed: [person(4)] }),
			walk(1, '2026-11-22', { passed: [person(3)] })
		];
		const forth = walkUnderWay(apart, TODAY);
		expect(forth.walks.map(({ id }) => id)).toEqual(['walk 1', 'walk 2']);
		expect([...forth.passed]).toEqual([person(3), person(4)]);
		expect(walkUnderWay(apart.toReversed(), TODAY)).toEqual(forth);
	});
});

describe('who is done', () => {
	test.each([
		['nothing booked', [], false, 'open'],
		['booked for today', [plan('2026-11-22')], false, 'booked'],
		['booked in half a year', [plan('2027-05-22')], false, 'booked'],
		['missed yesterday', [plan('2026-11-21')], false, 'open'],
		['done already', [plan('2026-11-23', { closedOn: TODAY })], false, 'open'],
		['not this week', [], true, 'passed'],
		['not this week, then booked after all', [plan('2026-11-23')], true, 'booked']
	])('%s', (_, plans, isPassed, state) => {
		expect(stepOf(plans, isPassed, TODAY).state).toBe(state);
	});
});

describe('what was missed', () => {
	const missed = plan('2026-11-20');
	test.each([
		['nothing of nothing', [], undefined],
		['the last of two', [missed, plan('2026-11-12')], missed],
		['nothing of today', [plan(TODAY)], undefined],
		['nothing that is closed', [plan('2026-11-20', { closedOn: TODAY })], undefined],
		[
			'nothing that comes back',
			[plan('2026-11-20', { repeat: { every: 1, unit: 'week' } })],
			undefined
		]
	] as const)('%s', (_, plans, found) => {
		expect(missedPlan(plans, TODAY)).toBe(found);
		expect(missedPlan(plans.toReversed(), TODAY)).toBe(found);
	});
});

describe('whose turn it is', () => {
	const ten = [1, 2, 3, 4].map(person);
	const among =
		(...open: number[]) =>
		(id: Id<'person'>) =>
			open.map(person).includes(id);

	test.each([
		['the first who is open', [2, 4], undefined, 2],
		['the next after one', [2, 4], 2, 4],
		['round to one left behind', [1], 4, 1],
		['nobody after the last decision', [], 4, undefined],
		['not the one just looked at', [3], 3, undefined],
		['from the start when somebody has left the ten', [2], 9, 2]
	])('%s', (_, open, after, next) => {
		expect(nextOpen(ten, among(...open), after === undefined ? undefined : person(after))).toBe(
			next === undefined ? undefined : person(next)
		);
	});
});

describe('days offered', () => {
	test.each([
		['2026-11-22', ['23', '24', '25', '26', '27']],
		['2026-11-25', ['26', '27', '30', '01', '02']],
		['2026-11-27', ['30', '01', '02', '03', '04']]
	])('on %s', (today, days) => {
		expect(daysToOffer(today as Day).map((day) => day.slice(8))).toEqual(days);
	});

	test('are five working days ahead, on any day of any year', () => {
		fc.assert(
			fc.property(fc.integer({ min: -20_000, max: 20_000 }), (away) => {
				const today = addDays(TODAY, away);
				const days = daysToOffer(today);
				expect(new Set(days).size).toBe(5);
				for (const day of days) {
					expect(day > today && day <= addDays(today, 7)).toBe(true);
					expect([1, 2, 3, 4, 5]).toContain(dateOfDay(day).getDay());
				}
			}),
			{ seed: 20261122, numRuns: 200 }
		);
	});

	test('the freest of them is chosen, the sooner of two', () => {
		const days = daysToOffer(TODAY);
		const plans = [
			...[plan('2026-11-23'), plan('2026-11-24', { closedOn: TODAY }), plan('2026-11-25')],
			plan('2027-01-01')
		];
		expect(freestDay(days, [])).toBe('2026-11-23');
		expect(freestDay(days, plans)).toBe('2026-11-24');
		expect(freestDay([], plans)).toBeUndefined();
	});
});
