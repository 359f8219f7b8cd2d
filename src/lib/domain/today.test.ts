// Today: what is due shows once, what was put off does not, and nobody is brought up twice.
import { describe, expect, test } from 'vitest';
import { addDays, type AnyDay, type Day } from './day';
import { ageOf } from './age';
import { backupAge } from './backup-age';
import { fadingPeople, type Tracked } from './fading';
import { comingMoments, comingOf } from './moments';
import { nextPlan } from './next-plan';
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';
import type { Person } from './records/person';
import type { Plan } from './records/plan';
import type { RepPromise } from './records/promise';
import { bookedPlans, duePromises } from './today';
import { warmthOf } from './warmth';

const TODAY = '2026-11-21' as Day;
const at = (days: number): Day => addDays(TODAY, days);
const promise = (id: string, fields: Partial<RepPromise>): RepPromise =>
	({ id, text: 'x', ...fields }) as RepPromise;
const plan = (id: string, day: Day, fields: Partial<Plan> = {}): Plan =>
	({ id, person: 'p', day, kind: 'call', purpose: 'just-talked', ...fields }) as Plan;
const moment = (day: string, fields: Partial<Moment> = {}): Moment =>
	({
		id: day,
		person: 'p',
		kind: 'birthday',
		day: day as AnyDay,
		yearly: true,
		...fields
	}) as Moment;

test('promises: due and overdue, oldest first; kept, later and put-off ones are not there', () => {
	const found = duePromises(
		[
			promise('today', { due: TODAY }),
			promise('old', { due: at(-5) }),
			promise('no day', {}),
			promise('later', { due: at(1) }),
			promise('kept', { due: at(-1), keptOn: TODAY }),
			promise('put off', { due: at(-1), snoozedUntil: at(1) }),
			promise('back again', { due: at(-2), snoozedUntil: TODAY })
		],
		TODAY
	);
	expect(found.map(({ id }) => id)).toEqual(['old', 'back again', 'today', 'no day']);
});

test('booked touches: today’s and missed ones by time, none that is closed', () => {
	const plans = [
		plan('two', TODAY, { time: '14:00' }),
		plan('one', TODAY, { time: '09:30' }),
		plan('missed', at(-1)),
		plan('done', TODAY, { closedOn: TODAY }),
		plan('tomorrow', at(1))
	];
	expect(bookedPlans(plans, TODAY).map(({ id }) => id)).toEqual(['missed', 'one', 'two']);
	expect(nextPlan(plans, TODAY)?.id).toBe('one');
	const missed = plan('missed', at(-3));
	expect(nextPlan([missed], TODAY)).toBeUndefined();
	expect(nextPlan([{ ...missed, snoozedUntil: at(4) }], TODAY)?.id).toBe('missed');
});

describe('moments', () => {
	test('show fourteen days ahead, thirty when a card must arrive, and not when seen to', () => {
		const moments = [
			moment(`--${at(14).slice(5)}`, { id: 'in' as Moment['id'] }),
			moment(`--${at(15).slice(5)}`, { id: 'out' as Moment['id'] }),
			moment(`--${at(30).slice(5)}`, { id: 'post' as Moment['id'], post: true }),
			moment(`--${at(2).slice(5)}`, { id: 'done' as Moment['id'], doneFor: at(2) }),
			moment(at(3), { id: 'once' as Moment['id'], yearly: false }),
			moment(at(-3), { id: 'over' as Moment['id'], yearly: false })
		];
		expect(comingMoments(moments, TODAY).map(({ moment: { id } }) => id)).toEqual([
			'once',
			'in',
			'post'
		]);
	});

	test('count the years where the year is known, and say when a card should leave', () => {
		expect(comingOf(moment('2017-11-24', { post: true }), TODAY)).toMatchObject({
			on: '2026-11-24',
			in: 3,
			years: 9,
			postBy: '2026-11-17'
		});
		expect(comingOf(moment('--11-24'), TODAY)?.years).toBeUndefined();
	});

	test('ages come from a birth day or from an age heard on a day', () => {
		const max = { birthday: '2017-11-22' } as Circle;
		expect(ageOf(max, TODAY)).toBe(8);
		expect(ageOf({ age: { years: 9, on: '2026-01-05' } } as Circle, TODAY)).toBe(9);
		expect(ageOf({ age: { years: 9, on: '2025-11-21' } } as Circle, TODAY)).toBe(10);
		expect(ageOf({ birthday: '--11-22' } as unknown as Circle, TODAY)).toBeUndefined();
	});
});

test('going quiet: the ten first, then the furthest, at most five, none with a booked touch', () => {
	const tracked = (id: string, daysAgo: number, place?: number): Tracked => ({
		person: { id, name: id } as Person,
		warmth: warmthOf(
			[
				{
					day: at(-daysAgo),
					outcome: 'reached',
					purpose: 'just-talked',
					kind: 'call'
				} as never
			],
			30,
			false,
			TODAY
		),
		place
	});
	const everybody = [
		tracked('warm', 3),
		...['a', 'b', 'c', 'd', 'e'].map((id, index) => tracked(id, 60 + index)),
		tracked('in the ten', 31, 4),
		tracked('booked', 300)
	];
	const found = fadingPeople(everybody, ({ id }) => (id as string) === 'booked', TODAY);
	expect(found.map(({ person }) => person.id)).toEqual(['in the ten', 'e', 'd', 'c', 'b']);
});

test('a backup is mentioned only when it is over two weeks old, or never was in two weeks', () => {
	expect(backupAge(at(-14), undefined, TODAY)).toBeUndefined();
	expect(backupAge(at(-15), undefined, TODAY)).toBe(15);
	expect(backupAge(undefined, at(-3), TODAY)).toBeUndefined();
	expect(backupAge(undefined, at(-40), TODAY)).toBe(40);
	expect(backupAge(undefined, undefined, TODAY)).toBeUndefined();
});
