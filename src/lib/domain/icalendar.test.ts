// Calendar files as a real parser reads them: Mozilla's ical.js.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import { calendarOf } from '../../../tests/support/calendars';
import type { Day } from './day';
import { stampOf } from './hlc';
import {
	MORNING_A_WEEK_BEFORE,
	SAME_MORNING,
	sequenceOf,
	TEN_MINUTES_BEFORE,
	type CalendarEvent
} from './icalendar';

const AT = Date.UTC(2026, 10, 22, 7, 15, 30, 250);
const DAY = '2026-11-23' as Day;

function anEvent(fields: Partial<CalendarEvent> = {}): CalendarEvent {
	return {
		id: '2026aaaaaaaaabbbbbbbb',
		sequence: 7,
		when: { day: DAY, time: '16:15', minutes: 15 },
		summary: 'Call Dana Whitlock',
		alarms: [TEN_MINUTES_BEFORE],
		isFree: false,
		...fields
	};
}

function read(...events: CalendarEvent[]): ICAL.Component[] {
	const calendar = new ICAL.Component(ICAL.parse(calendarOf(events, AT)) as [string, [], []]);
	expect(calendar.name).toBe('vcalendar');
	expect(calendar.getFirstPropertyValue('version')).toBe('2.0');
	expect(calendar.getFirstPropertyValue('prodid')).toBeTruthy();
	return calendar.getAllSubcomponents('vevent');
}

function readOne(fields: Partial<CalendarEvent> = {}): ICAL.Event {
	const [component] = read(anEvent(fields));
	if (!component) throw new Error('no event was read');
	return new ICAL.Event(component);
}

function triggersOf(event: ICAL.Event): string[] {
	return event.component
		.getAllSubcomponents('valarm')
		.map((alarm) => String(alarm.getFirstPropertyValue('trigger')));
}

/** The first days a yearly event falls on. */
function occurrences(event: ICAL.Event, count: number): string[] {
	const days = event.iterator();
	return Array.from({ length: count }, () => days.next().toString());
}

test('the whole text of one call', () => {
	expect(calendarOf([anEvent({ description: 'Open with: the cello; then, Vermont' })], AT)).toBe(
		[
			...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Kith//Kith//EN', 'CALSCALE:GREGORIAN'],
			...['BEGIN:VEVENT', 'UID:2026aaaaaaaaabbbbbbbb@kith', 'DTSTAMP:20261122T071530Z'],
			...['SEQUENCE:7', 'DTSTART:20261123T161500', 'DURATION:PT15M', 'SUMMARY:Call Dana Whitlock'],
			String.raw`DESCRIPTION:Open with: the cello\; then\, Vermont`,
			...['CLASS:PRIVATE', 'TRANSP:OPAQUE'],
			...['BEGIN:VALARM', 'ACTION:DISPLAY', 'TRIGGER:-PT10M', 'DESCRIPTION:Call Dana Whitlock'],
			...['END:VALARM', 'END:VEVENT', 'END:VCALENDAR', '']
		].join('\r\n')
	);
});

describe('when it is', () => {
	test('a time is the one on the wall, wherever the rep is', () => {
		const event = readOne();
		expect(event.startDate.zone).toBe(ICAL.Timezone.localTimezone);
		expect(event.startDate.toString()).toBe('2026-11-23T16:15:00');
		expect(event.duration.toString()).toBe('PT15M');
	});

	test.each([
		['2026-03-29', '02:30', 'the hour that Berlin skips'],
		['2026-10-25', '02:30', 'the hour that Berlin has twice'],
		['2026-03-08', '02:15', 'the hour that Los Angeles skips'],
		['2026-12-31', '23:50', 'the last minutes of a year']
	])('%s %s stays as said: %s', (day, time) => {
		const { startDate } = readOne({ when: { day: day as Day, time, minutes: 15 } });
		expect(startDate.toString()).toBe(`${day}T${time}:00`);
	});

	test('without a time it takes the whole day', () => {
		const { startDate, endDate } = readOne({ when: { day: '2026-12-31' as Day } });
		expect(startDate.isDate).toBe(true);
		expect([startDate.toString(), endDate.toString()]).toEqual(['2026-12-31', '2027-01-01']);
	});

	test('a yearly day comes back on its day', () => {
		const event = readOne({ when: { yearly: '1961-04-12' as Day }, isFree: true });
		expect(occurrences(event, 3)).toEqual(['1961-04-12', '1962-04-12', '1963-04-12']);
		expect(event.component.getFirstPropertyValue('transp')).toBe('TRANSPARENT');
	});

	test('29 February falls on the last of February, with a year or without', () => {
		for (const yearly of ['2020-02-29', '--02-29']) {
			const days = occurrences(readOne({ when: { yearly: yearly as Day } }), 5);
			expect(days.map((day) => day.slice(4))).toEqual([
				...['-02-29', '-02-28', '-02-28', '-02-28', '-02-29']
			]);
		}
	});
});

test('alarms ring when they should', () => {
	expect(triggersOf(readOne())).toEqual(['-PT10M']);
	const alarms = [SAME_MORNING, MORNING_A_WEEK_BEFORE, 0, -1440];
	const event = readOne({ when: { yearly: '--04-12' as Day }, alarms });
	expect(triggersOf(event)).toEqual(['PT8H', '-P6DT16H', 'PT0S', '-P1D']);
});

test('the sequence is the latest change in seconds, and rises with each', () => {
	const born = Date.UTC(2026, 0, 1);
	const first = sequenceOf([stampOf(born, 0)]);
	expect(first).toBe((born - Date.UTC(2020, 0, 1)) / 1000);
	expect(sequenceOf([stampOf(born, 0), stampOf(born + 1000, 3)])).toBe(first + 1);
	expect(sequenceOf([stampOf(born + 1000, 3), stampOf(born, 9)])).toBe(first + 1);
	expect(sequenceOf([])).toBe(0);
	expect(sequenceOf([stampOf(Date.UTC(2087, 0, 1), 0)])).toBeLessThan(2 ** 31);
});

test('any text comes back as it was, and no line is too long', () => {
	const text = fc
		.array(
			fc.oneof(
				fc.string({ unit: 'grapheme', maxLength: 60 }),
				fc.constantFrom(
					'😀',
					'\n',
					'\r\n',
					';',
					',',
					'\\',
					'\\n',
					':',
					'"',
					'\tBEGIN:VEVENT',
					'\0'
				),
				fc.integer({ min: 60, max: 80 }).map((length) => 'x'.repeat(length))
			),
			{ maxLength: 8 }
		)
		.map((parts) => parts.join(''));
	const kept = (said: string): string => said.replace(/\r\n?/g, '\n').replaceAll('\0', '');
	fc.assert(
		fc.property(text, text, (summary, description) => {
			const event = anEvent({ summary, description });
			for (const line of calendarOf([event], AT).split('\r\n')) {
				expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
			}
			const found = readOne({ summary, description });
			expect(found.summary).toBe(kept(summary));
			expect(found.description || '').toBe(kept(description));
			expect(found.uid).toBe('2026aaaaaaaaabbbbbbbb@kith');
			expect(triggersOf(found)).toEqual(['-PT10M']);
		}),
		{ seed: 20261122, numRuns: 300 }
	);
});

test('many events stay apart, and the same events are the same text', () => {
	const events = Array.from({ length: 40 }, (_, index) => anEvent({ id: `event-${index}` }));
	expect(read(...events).map((event) => event.getFirstPropertyValue('uid'))).toEqual(
		events.map(({ id }) => `${id}@kith`)
	);
	expect(calendarOf(events, AT)).toBe(calendarOf(events, AT));
	expect(read()).toEqual([]);
});

/** What RFC 5545 asks of a file, checked by its letter and without a parser. */
function breaches(text: string): string[] {
	const found: string[] = [];
	if (!text.endsWith('\r\n') || /[^\r]\n|\r[^\n]/.test(text)) found.push('line ends');
	for (const line of text.split('\r\n')) {
		if (new TextEncoder().encode(line).length > 75) found.push(`long: ${line}`);
	}
	const lines = text.replaceAll('\r\n ', '').split('\r\n').slice(0, -1);
	const open: { name: string; has: Map<string, number> }[] = [];
	const needed: Readonly<Record<string, readonly string[]>> = {
		VCALENDAR: ['PRODID', 'VERSION'],
		VEVENT: ['UID', 'DTSTAMP', 'DTSTART'],
		VALARM: ['ACTION', 'TRIGGER', 'DESCRIPTION']
	};
	const once = ['UID', 'DTSTAMP', 'DTSTART', 'SEQUENCE', 'SUMMARY', 'CLASS', 'TRANSP', 'RRULE'];
	for (const line of lines) {
		const [, name = '', value = ''] = /^([A-Z-]+)(?:;[^:]*)?:(.*)$/s.exec(line) ?? [];
		if (name === '') found.push(`no property: ${line}`);
		if (name === 'BEGIN') open.push({ name: value, has: new Map() });
		else if (name === 'END') {
			const ended = open.pop();
			if (ended?.name !== value) found.push(`ends ${value}`);
			for (const one of needed[value] ?? [])
				if (!ended?.has.has(one)) found.push(`${value} ${one}`);
			for (const one of once) if ((ended?.has.get(one) ?? 0) > 1) found.push(`twice ${one}`);
			if (ended?.has.has('DTEND') && ended.has.has('DURATION')) found.push('end and duration');
		} else {
			const { has } = open.at(-1) ?? {};
			has?.set(name, (has.get(name) ?? 0) + 1);
		}
		if (name === 'DTSTAMP' && !/^\d{8}T\d{6}Z$/.test(value)) found.push(line);
		if (name === 'DTSTART' && !/^\d{8}(T\d{6})?$/.test(value)) found.push(`not floating: ${line}`);
		if (name === 'TRIGGER' && !/^-?P(\d+D)?(T(\d+H)?(\d+M)?)?$/.test(value)) found.push(line);
	}
	if (open.length > 0) found.push('not ended');
	return found;
}

test('any events keep the rules of RFC 5545, read by its letter', () => {
	const when = fc.constantFrom<CalendarEvent['when']>(
		{ day: DAY },
		{ day: DAY, time: '23:55', minutes: 15 },
		{ yearly: '--02-29' as Day },
		{ yearly: '2004-02-29' as Day },
		{ yearly: '1978-12-31' as Day }
	);
	const words = fc.string({ unit: fc.constantFrom(...'ab;:,\\"\n\r\t漢😀é'), maxLength: 120 });
	const alarm = fc.constantFrom(SAME_MORNING, MORNING_A_WEEK_BEFORE, TEN_MINUTES_BEFORE);
	const event = fc.record({
		...{ when, summary: words, description: words, isFree: fc.boolean() },
		alarms: fc.array(alarm, { maxLength: 2 })
	});
	fc.assert(
		fc.property(fc.array(event, { maxLength: 5 }), (events) => {
			const text = calendarOf(
				events.map((one, index) => anEvent({ ...one, id: `event-${index}` })),
				AT
			);
			expect(breaches(text)).toEqual([]);
		}),
		{ seed: 20261122, numRuns: 200 }
	);
	const good = calendarOf([anEvent()], AT);
	expect(breaches(good.replaceAll('\r\n', '\n'))).toContain('line ends');
	expect(breaches(good.replace(/DTSTAMP.*\r\n/, ''))).toEqual(['VEVENT DTSTAMP']);
});

test('29 February comes in every year, on the 28th where there is none', () => {
	const days = occurrences(readOne({ when: { yearly: '2024-02-29' as Day } }), 9);
	expect(days.filter((day) => day.endsWith('02-29'))).toEqual([
		'2024-02-29',
		'2028-02-29',
		'2032-02-29'
	]);
	expect(days.filter((day) => day.endsWith('02-28'))).toHaveLength(6);
});
