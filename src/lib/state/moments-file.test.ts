// The moments of the book in a calendar, read back by Mozilla's ical.js; and the calendar of the app.
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import type { Moment } from '$lib/domain/records/moment';
import { aBook, anId, aPerson, NOON, TestClock, write } from '../../../tests/support/books';
import { calendarOf } from '../../../tests/support/calendars';
import { Kith } from './kith.svelte';
import { comingInWords, comingYear } from './moments';
import { companyMomentsAsEvents, momentsAsEvents } from './moments-file';
import { changeSettings } from './settings';
import { seeToMoment } from './moment-writing';
import { snooze } from './touches';

const clock = new TestClock();
const dana = aPerson({ name: 'Dana Whitlock', company: 'Acme', since: '2019-12-01' as AnyDay });
const max = anId<'circle'>();
let kith: Kith;

beforeEach(async () => {
	clock.ms = NOON;
	kith = new Kith(await aBook('phone', clock), clock.now);
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('circle', { id: max, person: dana.id, name: 'Max', relation: 'child' });
	});
});

function add(day: string, fields: Partial<Moment> = {}): Moment {
	const moment: Moment = {
		id: anId<'moment'>(),
		person: dana.id,
		kind: 'birthday',
		day: day as AnyDay,
		yearly: true,
		...fields
	};
	write(kith.book, (draft) => draft.add('moment', moment));
	return moment;
}

function read(): { events: ICAL.Event[]; text: string } {
	const text = calendarOf(momentsAsEvents(kith), NOON);
	const calendar = new ICAL.Component(ICAL.parse(text) as [string, [], []]);
	return { text, events: calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one)) };
}

function readOne(moment: Moment): ICAL.Event {
	const found = read().events.filter(({ uid }) => uid === `${moment.id}@kith`);
	expect(found).toHaveLength(1);
	return found[0] as ICAL.Event;
}

function firstTimes(event: ICAL.Event, many: number): string[] {
	const days = event.iterator();
	return Array.from({ length: many }, () => days.next().toString());
}

const triggers = ({ component }: ICAL.Event) =>
	component
		.getAllSubcomponents('valarm')
		.map((alarm) => String(alarm.getFirstPropertyValue('trigger')));

describe('the calendar file', () => {
	test('a birthday comes every year, rings in the morning, and says the year', () => {
		const event = readOne(add('2017-11-24', { circle: max }));
		expect(event.summary).toBe('Dana Whitlock: Birthday, Max');
		expect(event.description).toBe('Born in 2017');
		expect(firstTimes(event, 2)).toEqual(['2017-11-24', '2018-11-24']);
		expect(triggers(event)).toEqual(['PT8H']);
	});

	test('what goes by post rings a week before as well', () => {
		expect(triggers(readOne(add('--11-24', { post: true })))).toEqual(['PT8H', '-P6DT16H']);
	});

	test('29 February, a single day, and a holiday with a fixed one', () => {
		expect(firstTimes(readOne(add('2020-02-29')), 2)).toEqual(['2020-02-29', '2021-02-28']);
		const trip = readOne(add('2027-03-02', { kind: 'trip', yearly: false, label: 'Norway' }));
		expect([trip.isRecurring(), trip.startDate.toString()]).toEqual([false, '2027-03-02']);
		expect(trip.summary).toBe('Dana Whitlock: Norway');
		const christmas = readOne(add('2026-12-25', { kind: 'holiday', holiday: 'christmas' }));
		expect(firstTimes(christmas, 2)).toEqual(['2026-12-25', '2027-12-25']);
	});

	test('a holiday that moves is there for its next five times, each with a lasting id', () => {
		const easter = add('2026-04-05', { kind: 'holiday', holiday: 'easter', post: true });
		const times = () =>
			read()
				.events.filter(({ uid }) => uid.startsWith(easter.id))
				.map(({ uid, startDate }) => [uid.slice(easter.id.length), startDate.toString()]);
		const five = [
			['-2027@kith', '2027-03-28'],
			['-2028@kith', '2028-04-16'],
			['-2029@kith', '2029-04-01'],
			['-2030@kith', '2030-04-21'],
			['-2031@kith', '2031-04-13']
		];
		expect(times()).toEqual(five);
		for (const [year, months] of [
			[2027, 5],
			[2028, 0]
		] as const) {
			clock.ms = Date.UTC(year, months, 1, 12);
			kith = new Kith(kith.book, clock.now);
			expect(times()).toHaveLength(5);
			expect(times().slice(0, 4)).toEqual(five.slice(1));
		}
	});

	test('a work anniversary is counted from since, and rises with the person', () => {
		const anniversary = () =>
			read().events.find(({ summary }) => summary.endsWith('Work anniversary'));
		const first = anniversary();
		expect(first && firstTimes(first, 2)).toEqual(['2019-12-01', '2020-12-01']);
		expect(first?.description).toBe('At Acme since 2019');
		clock.ms += 5_000;
		write(kith.book, (draft) => draft.edit('person', dana.id, { since: '2020-01-07' as AnyDay }));
		const second = anniversary();
		expect(second?.uid).toBe(first?.uid);
		expect(second?.startDate.toString()).toBe('2020-01-07');
		expect(second?.sequence).toBe((first?.sequence ?? 0) + 5);
	});

	test('with initials only there is nothing the rep wrote', () => {
		add('2017-11-24', { circle: max, label: 'Max turns ten' });
		changeSettings(kith, { initialsOnly: true });
		const { events, text } = read();
		expect(events.map(({ summary }) => summary)).toContain('D. W.: Birthday, M.');
		expect(text).not.toMatch(/Dana|Whitlock|Max|Acme|2017\b(?!\d)/);
	});

	test('a birthday in the circle is there without being written down, and rises with the member', () => {
		const birthday = () => read().events.find(({ summary }) => summary.endsWith('Max'));
		expect(birthday()).toBeUndefined();
		write(kith.book, (draft) => draft.edit('circle', max, { birthday: '2017-11-24' as AnyDay }));
		const first = birthday();
		expect(first?.summary).toBe('Dana Whitlock: Birthday, Max');
		expect(first && firstTimes(first, 2)).toEqual(['2017-11-24', '2018-11-24']);
		clock.ms += 5_000;
		write(kith.book, (draft) => draft.edit('circle', max, { birthday: '2017-11-25' as AnyDay }));
		expect(birthday()?.uid).toBe(first?.uid);
		expect(birthday()?.sequence).toBe((first?.sequence ?? 0) + 5);
	});

	test('what is sensitive is not in it, and an operation only when the rep says so', () => {
		add('2026-12-02', { kind: 'surgery', yearly: false, label: 'Knee at Lakeside' });
		add('2026-12-03', { kind: 'trip', yearly: false, label: 'Retreat', sensitive: true });
		expect(read().text).not.toMatch(/Surgery|Knee|Lakeside|Retreat|202612/);
		add('2026-12-04', { kind: 'surgery', yearly: false, label: 'Eyes', sensitive: false });
		expect(read().text).toMatch(/Eyes/);
	});

	test('what is to be kept quiet is told as with initials only', () => {
		add('2017-11-24', { circle: max, label: 'Max goes to court' });
		add('2026-12-02', { kind: 'other', yearly: false, label: 'Knee at Lakeside' });
		add('2027-03-02', { kind: 'trip', yearly: false, label: 'Norway' });
		for (const [topic, text] of [
			[38, 'Max in court'],
			[40, 'Knee at Lakeside']
		] as const) {
			write(kith.book, (draft) =>
				draft.add('fact', {
					...{ id: anId<'fact'>(), person: dana.id, topic, text },
					day: '2026-01-05' as Day
				})
			);
		}
		const { events, text } = read();
		expect(events.map(({ summary }) => summary).toSorted()).toEqual([
			'Dana Whitlock: Birthday, M.',
			'Dana Whitlock: Norway',
			'Dana Whitlock: Something else',
			'Dana Whitlock: Work anniversary'
		]);
		expect(text).not.toMatch(/Max|court|Knee|Lakeside|Born/);
	});

	test('somebody of the circle who is in the trash is not named', () => {
		const moment = add('2017-11-24', { circle: max });
		const trashedAt = new Date(NOON).toISOString();
		write(kith.book, (draft) => draft.edit('circle', max, { trashedAt }));
		expect(readOne(moment).summary).toBe('Dana Whitlock: Birthday');
	});

	test('people in the trash are left out', () => {
		add('--11-24');
		const trashedAt = new Date(NOON).toISOString();
		write(kith.book, (draft) => draft.edit('person', dana.id, { trashedAt }));
		expect(read().events).toEqual([]);
	});
});

describe('the year ahead', () => {
	const seen = () =>
		comingYear(kith).map(({ key, moments }) => [
			key,
			...moments.map(({ coming, name }) => `${name}: ${comingInWords(kith, coming)}`)
		]);

	test('month by month, with age and when a card should leave', () => {
		add('2017-12-24', { circle: max, post: true });
		add('2027-03-02', { kind: 'trip', yearly: false, label: 'Norway' });
		add('2026-11-20', { kind: 'surgery', yearly: false });
		add('2028-01-02', { kind: 'go-live', yearly: false });
		add('1990-11-20', { kind: 'wedding' });
		add('2026-04-05', { kind: 'holiday', holiday: 'easter' });
		expect(seen()).toEqual([
			[
				'2026-12',
				'Dana Whitlock: Work anniversary, 7 years',
				expect.stringMatching(/^Dana Whitlock: Max turns 9; a card should leave by .*17/)
			],
			['2027-03', 'Dana Whitlock: Norway', 'Dana Whitlock: Easter'],
			['2027-11', 'Dana Whitlock: Wedding anniversary, 37 years']
		]);
	});

	test('ten thousand people are in order soon', () => {
		write(kith.book, (draft) => {
			for (let index = 0; index < 10_000; index++) {
				const person = aPerson();
				draft.add('person', person);
				const day = `--${String((index % 12) + 1).padStart(2, '0')}-${String((index % 28) + 1).padStart(2, '0')}`;
				draft.add('moment', {
					id: anId<'moment'>(),
					...{ person: person.id, kind: 'birthday', day: day as AnyDay, yearly: true }
				});
				draft.add('fact', {
					...{ id: anId<'fact'>(), person: person.id, topic: index % 5 ? 47 : 40 },
					...{ text: 'Knee surgery', day: '2026-01-05' as Day }
				});
			}
		});
		const from = performance.now();
		const many = comingYear(kith).reduce((sum, { moments }) => sum + moments.length, 0);
		expect(many).toBe(10_001);
		expect(performance.now() - from).toBeLessThan(1_000);
		const fileFrom = performance.now();
		expect([...momentsAsEvents(kith)]).toHaveLength(10_001);
		expect(performance.now() - fileFrom).toBeLessThan(3_000);
	});
});

test('a company’s day is newer once its label is to be kept quiet, and once it may be told again', () => {
	const day = { kind: 'other', label: 'Quittenbaum day', yearly: true } as const;
	write(kith.book, (draft) =>
		draft.add('moment', {
			...{ id: anId<'moment'>(), company: 'Mill', day: '2019-11-26' as AnyDay, ...day }
		})
	);
	const readCompany = () => [...companyMomentsAsEvents(kith)][0];
	const told = readCompany();
	expect(told?.summary).toBe('Mill: Quittenbaum day');
	clock.ms += 1_000;
	const id = anId<'fact'>();
	write(kith.book, (draft) =>
		draft.add('fact', {
			...{ id, person: dana.id, text: 'Quittenbaum', sensitive: true, day: '2026-01-05' as Day }
		})
	);
	const hushed = readCompany();
	expect(hushed?.summary).toBe('Mill: Something else');
	expect(hushed?.sequence).toBe((told?.sequence ?? 0) + 1);
	clock.ms += 1_000;
	write(kith.book, (draft) => draft.edit('fact', id, { sensitive: false }));
	const again = readCompany();
	expect(again?.summary).toBe('Mill: Quittenbaum day');
	expect(again?.sequence).toBe((told?.sequence ?? 0) + 2);
});

describe('a counted anniversary', () => {
	const counted = () => {
		const coming = comingYear(kith)[0]?.moments[0]?.coming;
		if (!coming) throw new Error('nothing is coming');
		return coming;
	};

	test('that is seen to or put off is remembered, once', () => {
		const { moment, on } = counted();
		expect(kith.book.all('moment')).toEqual([]);
		snooze(kith, { table: 'moment', record: moment }, 3, 'Later');
		expect(counted().moment.snoozedUntil).toBe('2026-11-24');
		seeToMoment(kith, counted().moment, on, 'Dana');
		expect(counted().moment).toMatchObject({ doneFor: '2026-12-01', snoozedUntil: '2026-11-24' });
		expect(kith.book.all('moment')).toHaveLength(1);
		expect(comingYear(kith)).toHaveLength(1);
	});

	test('follows since afterwards too', () => {
		const { moment, on } = counted();
		seeToMoment(kith, moment, on, 'Dana');
		const since = '2020-01-07' as Day;
		write(kith.book, (draft) => draft.edit('person', dana.id, { since }));
		expect(counted()).toMatchObject({ on: '2027-01-07', years: 7 });
	});
});
