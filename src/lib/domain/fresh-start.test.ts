/* A fresh start: what counts as overdue, and that spreading it loses nothing and is fair to each day. */
import { expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import { addDays, dateOfDay, type Day } from './day';
import { isPiledUp, overdueOf, spread, type Overdue, type Pile } from './fresh-start';
import { seededRandom } from './random';
import type { Plan } from './records/plan';
import type { RepPromise } from './records/promise';
import type { ThankYou } from './records/thank-you';

/** A Saturday. */
const TODAY = '2026-11-21' as Day;
const NOW = Date.UTC(2026, 10, 21, 12);
const nobody = { promises: [], plans: [], thankYous: [], fading: [], today: TODAY, now: NOW };

function aPromise(due: string | undefined, fields: Partial<RepPromise> = {}): RepPromise {
	const base = { id: anId<'promise'>(), text: 'The rope shop' };
	return { ...base, ...(due ? { due: due as Day } : {}), ...fields };
}

function aPlan(day: string, fields: Partial<Plan> = {}): Plan {
	return {
		...{ id: anId<'plan'>(), person: anId<'person'>(), day: day as Day },
		...{ kind: 'call', purpose: 'just-talked' },
		...fields
	};
}

function aThankYou(since: string, fields: Partial<ThankYou> = {}): ThankYou {
	const [id, person, touch] = [anId<'thankYou'>(), anId<'person'>(), anId<'touch'>()];
	return { id, person, touch, state: 'owed', since, ...fields };
}

const later = { snoozedUntil: addDays(TODAY, 1) };
const over = { snoozedUntil: TODAY };

test.each<[string, Partial<Pile>, number]>([
	['a promise past its day', { promises: [aPromise('2026-11-20')] }, 1],
	['one due today', { promises: [aPromise('2026-11-21')] }, 0],
	['one without a day', { promises: [aPromise(undefined)] }, 0],
	['one kept', { promises: [aPromise('2026-11-01', { keptOn: TODAY })] }, 0],
	['one put off', { promises: [aPromise('2026-11-01', later)] }, 0],
	['one put off until today', { promises: [aPromise('2026-11-01', over)] }, 1],
	['a plan missed', { plans: [aPlan('2026-11-20')] }, 1],
	['a plan of today', { plans: [aPlan('2026-11-21')] }, 0],
	['a plan done', { plans: [aPlan('2026-11-20', { closedOn: TODAY })] }, 0],
	['a thank-you of three days', { thankYous: [aThankYou('2026-11-18T12:00:00Z')] }, 0],
	['one of an hour more', { thankYous: [aThankYou('2026-11-18T11:00:00Z')] }, 1],
	['one written', { thankYous: [aThankYou('2026-11-01T11:00:00Z', { state: 'written' })] }, 0],
	['somebody going quiet', { fading: [aPerson()] }, 1],
	['somebody put off', { fading: [aPerson(later)] }, 0]
])('%s', (_name, pile, count) => {
	expect(overdueOf({ ...nobody, ...pile })).toHaveLength(count);
});

test('it is offered above fifteen', () => {
	const promises = Array.from({ length: 16 }, () => aPromise('2026-11-01'));
	expect(isPiledUp(overdueOf({ ...nobody, promises }))).toBe(true);
	expect(isPiledUp(overdueOf({ ...nobody, promises: promises.slice(1) }))).toBe(false);
});

test('the ten come first in their order, then promises, thank-yous, plans and people', () => {
	const [first, second] = [aPerson(), aPerson()];
	const quiet = aPerson();
	const old = aPromise('2026-10-01');
	const young = aPromise('2026-11-01');
	const overdue = overdueOf({
		...nobody,
		promises: [young, old, aPromise('2026-09-01', { person: second.id })],
		plans: [aPlan('2026-11-02')],
		thankYous: [aThankYou('2026-11-03T12:00:00Z')],
		fading: [quiet, first]
	});
	const spreads = spread(
		overdue,
		new Map([
			[first.id, 1],
			[second.id, 2]
		]),
		TODAY
	);
	expect(spreads.map(({ overdue: { table, record } }) => `${table} ${record.id}`)).toEqual([
		`person ${first.id}`,
		expect.stringContaining('promise'),
		`promise ${old.id}`,
		`promise ${young.id}`,
		expect.stringContaining('thankYou'),
		expect.stringContaining('plan'),
		`person ${quiet.id}`
	]);
	expect(spreads[0]?.day).toBe('2026-11-23');
});

test('nothing is lost, nothing comes before tomorrow or on a weekend, and no day gets more than its share', () => {
	const random = seededRandom(20261122);
	const some = (most: number): number => Math.floor(random() * most);
	for (let run = 0; run < 200; run++) {
		const today = addDays(TODAY, some(800));
		const overdue = Array.from({ length: some(90) }, (): Overdue =>
			random() < 0.5
				? { table: 'promise', record: aPromise(addDays(today, -1 - some(300))) }
				: { table: 'plan', record: aPlan(addDays(today, -1 - some(300))) }
		);
		const spreads = spread(overdue, new Map(), today);
		expect(new Set(spreads.map((one) => one.overdue))).toEqual(new Set(overdue));
		expect(spreads).toHaveLength(overdue.length);
		const loads = new Map<Day, number>();
		for (const { day } of spreads) {
			expect(day > today && day <= addDays(today, 28)).toBe(true);
			expect([1, 2, 3, 4, 5]).toContain(dateOfDay(day).getDay());
			loads.set(day, (loads.get(day) ?? 0) + 1);
		}
		const counts = [...loads.values(), ...(loads.size < 20 ? [0] : [])];
		if (overdue.length > 0) {
			expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
		}
		expect(spreads.map(({ day }) => day)).toEqual(spreads.map(({ day }) => day).sort());
	}
});
