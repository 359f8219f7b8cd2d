// Booked touches in a calendar: the same event on every device, newer after every change, initials on request.
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { aBook, anId, aPerson, NOON, send, TestClock, write } from '../../../tests/support/books';
import { calendarOf } from '../../../tests/support/calendars';
import { plansAsEvents } from './calendar-file';
import { Kith } from './kith.svelte';
import { changeSettings } from './settings';

const clock = new TestClock();
const dana = aPerson({ name: 'Dana van der Whitlock' });
const planId = anId<'plan'>();
let kith: Kith;

beforeEach(async () => {
	clock.ms = NOON;
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('plan', {
			id: planId,
			person: dana.id,
			day: '2026-11-24' as Day,
			time: '16:15',
			kind: 'call',
			purpose: 'just-talked',
			opener: 'The cello, Vermont'
		});
	});
});

function read(from: Kith): ICAL.Event {
	const events = [...plansAsEvents(from, from.book.all('plan'))];
	expect(events).toHaveLength(1);
	const calendar = new ICAL.Component(ICAL.parse(calendarOf(events, NOON)) as [string, [], []]);
	return new ICAL.Event(calendar.getFirstSubcomponent('vevent') as ICAL.Component);
}

const triggers = ({ component }: ICAL.Event) =>
	component
		.getAllSubcomponents('valarm')
		.map((alarm) => String(alarm.getFirstPropertyValue('trigger')));

describe('a booked call', () => {
	test('says whom to call, when, and how to open', () => {
		const event = read(kith);
		expect(event.uid).toBe(`${planId}@kith`);
		expect(event.summary).toBe('Call Dana van der Whitlock');
		expect(event.description).toBe('The cello, Vermont');
		expect(event.startDate.toString()).toBe('2026-11-24T16:15:00');
		expect(triggers(event)).toEqual(['-PT10M']);
	});

	test('without a time is a whole day that rings in the morning', () => {
		write(kith.book, (draft) => draft.edit('plan', planId, { time: undefined }));
		const event = read(kith);
		expect(event.startDate.isDate).toBe(true);
		expect(triggers(event)).toEqual(['PT8H']);
	});

	test('is the same event afterwards, and newer after every change, on every device', async () => {
		const sequences = [read(kith).sequence];
		const changes = [
			() => write(kith.book, (draft) => draft.edit('plan', planId, { time: '09:00' })),
			() => write(kith.book, (draft) => draft.edit('person', dana.id, { name: 'Dana Moor' })),
			() => changeSettings(kith, { initialsOnly: true })
		];
		for (const change of changes) {
			clock.ms += 1_000;
			change();
			sequences.push(read(kith).sequence);
			expect(read(kith).uid).toBe(`${planId}@kith`);
		}
		expect(sequences).toEqual([0, 1, 2, 3].map((more) => (sequences[0] ?? 0) + more));
		const laptop = new Kith(await aBook('laptop', clock), clock.now);
		send(kith.book, laptop.book);
		expect(read(laptop).sequence).toBe(sequences.at(-1));
	});

	test('shows initials only, and nothing of what was said, when wanted', () => {
		changeSettings(kith, { initialsOnly: true });
		const event = read(kith);
		expect(event.summary).toBe('Call D. V. D. W.');
		expect(event.component.hasProperty('description')).toBe(false);
		expect(event.component.toString()).not.toMatch(/Dana|Whitlock|cello/);
	});

	test('says nothing of what is to be kept quiet, and is newer then', () => {
		const { sequence } = read(kith);
		clock.ms += 1_000;
		const id = anId<'fact'>();
		write(kith.book, (draft) =>
			draft.add('fact', {
				...{ id, person: dana.id, topic: 38, day: '2026-01-05' as Day },
				text: 'The house in Vermont'
			})
		);
		const event = read(kith);
		expect(event.summary).toBe('Call Dana van der Whitlock');
		expect(event.component.hasProperty('description')).toBe(false);
		expect(event.sequence).toBe(sequence + 1);
		clock.ms += 1_000;
		const trashedAt = new Date(clock.ms).toISOString();
		write(kith.book, (draft) => draft.edit('fact', id, { trashedAt }));
		expect(read(kith).description).toBe('The cello, Vermont');
		expect(read(kith).sequence).toBe(sequence + 2);
	});

	test('says nothing of a moment that is to be kept quiet, where nothing else is, and is newer then', () => {
		const { sequence } = read(kith);
		clock.ms += 1_000;
		const id = anId<'moment'>();
		write(kith.book, (draft) =>
			draft.add('moment', {
				...{ id, person: dana.id, kind: 'other', label: 'The house in Vermont' },
				...{ day: '2026-01-05' as Day, yearly: false, sensitive: true }
			})
		);
		expect(read(kith).component.hasProperty('description')).toBe(false);
		expect(read(kith).sequence).toBe(sequence + 1);
		clock.ms += 1_000;
		write(kith.book, (draft) => draft.edit('moment', id, { sensitive: false }));
		expect(read(kith).description).toBe('The cello, Vermont');
		expect(read(kith).sequence).toBe(sequence + 2);
	});

	test('with somebody in the trash is left out', () => {
		const trashedAt = new Date(NOON).toISOString();
		write(kith.book, (draft) => draft.edit('person', dana.id, { trashedAt }));
		expect([...plansAsEvents(kith, kith.book.all('plan'))]).toEqual([]);
	});
});
