// The weekly walk goes on wherever the book is: after a reload, a day later, on another device.
import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';
import { aBook, anId, aPerson, NOON, send, TestClock, write } from '../../../tests/support/books';
import { Kith } from './kith.svelte';
import { undo } from './undoing';
import { bookOnWalk, finishWalk, passOnWalk } from './walk';
import { Walking } from './walking.svelte';

const A_DAY = 86_400_000;
const people = ['Ada', 'Bo', 'Cy'].map((name) => aPerson({ name }));
const [ada, bo, cy] = people as [Person, Person, Person];

let clock: TestClock;
let kith: Kith;

async function aKith(device: string): Promise<Kith> {
	return new Kith(await aBook(device, clock), clock.now);
}

beforeEach(async () => {
	clock = new TestClock(NOON);
	kith = await aKith('phone');
	write(kith.book, (draft) => {
		people.forEach((person, index) => {
			draft.add('person', person);
			const id = kith.book.newId('slot');
			draft.add('slot', { id, person: person.id, place: index + 1, from: kith.clock.today });
		});
	});
});

/** Each of the ten with how it stands, and whose turn it is. */
function seen(by: Kith): string {
	const walking = new Walking(by);
	const steps = walking.ten.map(({ person, step }) => `${person.name} ${step.state}`);
	return `${steps.join(', ')}; next ${walking.next()?.name ?? 'nobody'}`;
}

const plan = (day: string) =>
	({ day: day as Day, kind: 'call', purpose: 'just-talked', opener: 'Max' }) as const;
const underWay = (by: Kith) => new Walking(by).underWay;

describe('the walk', () => {
	test('looking at it writes nothing; the first decision begins it', () => {
		expect(seen(kith)).toBe('Ada open, Bo open, Cy open; next Ada');
		expect(kith.book.all('walk')).toEqual([]);
		bookOnWalk(kith, underWay(kith), ada, plan('2026-11-24'), 'Booked');
		expect(kith.book.all('walk')).toHaveLength(1);
		passOnWalk(kith, underWay(kith), bo);
		expect(seen(kith)).toBe('Ada booked, Bo passed, Cy open; next Cy');
		passOnWalk(kith, underWay(kith), cy);
		expect(seen(kith)).toBe('Ada booked, Bo passed, Cy passed; next nobody');
		expect(kith.book.all('walk')).toHaveLength(1);
	});

	test('goes on another device, and two begun apart become one', async () => {
		const laptop = await aKith('laptop');
		send(kith.book, laptop.book);
		passOnWalk(kith, underWay(kith), ada);
		passOnWalk(laptop, underWay(laptop), bo);
		send(kith.book, laptop.book);
		send(laptop.book, kith.book);
		for (const by of [kith, laptop]) {
			expect(seen(by)).toBe('Ada passed, Bo passed, Cy open; next Cy');
		}
		finishWalk(laptop, underWay(laptop));
		expect(laptop.book.all('walk').map(({ finishedOn }) => finishedOn)).toEqual([
			...['2026-11-21', '2026-11-21']
		]);
	});

	test('goes on for a week; after that, and after its end, "not this week" is over', () => {
		passOnWalk(kith, underWay(kith), ada);
		const later = (days: number) => {
			clock.ms = NOON + days * A_DAY;
			return seen(new Kith(kith.book, clock.now));
		};
		expect(later(6)).toContain('Ada passed');
		expect(later(7)).toContain('Ada open');
		clock.ms = NOON;
		finishWalk(kith, underWay(kith));
		expect(seen(kith)).toContain('Ada open');
	});

	test('a decision is taken back as one step, the beginning with it', () => {
		bookOnWalk(kith, underWay(kith), ada, plan('2026-11-24'), 'Booked');
		undo(kith);
		expect(seen(kith)).toBe('Ada open, Bo open, Cy open; next Ada');
		expect(kith.book.all('walk')).toEqual([]);
	});

	test('a call that was missed is booked anew, and comes back with one undo', () => {
		const missed = {
			...{ ...plan('2026-11-18'), id: anId<'plan'>(), person: ada.id, time: '09:00' },
			snoozedUntil: '2026-11-20' as Day
		};
		write(kith.book, (draft) => draft.add('plan', missed));
		const { opener: _, ...bare } = plan('2026-11-24');
		bookOnWalk(kith, underWay(kith), ada, bare, 'Booked');
		expect(kith.book.all('plan')).toEqual([{ ...bare, id: missed.id, person: ada.id }]);
		expect(kith.book.all('walk')).toHaveLength(1);
		undo(kith);
		expect(kith.book.all('plan')).toEqual([missed]);
	});

	test('who leaves the book leaves the walk', () => {
		write(kith.book, (draft) =>
			draft.edit('person', ada.id, { trashedAt: '2026-11-21T12:00:00.000Z' })
		);
		expect(seen(kith)).toBe('Bo open, Cy open; next Bo');
	});
});
