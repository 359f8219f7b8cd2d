// How the walk is told: numbers as words, one and many.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { beforeWalk, dayToBook, walkAhead, walkBegun, walkInWords } from './walk-words';

const TODAY = '2026-11-22' as Day;

test.each([
	[6, 3, 'Six calls booked, three not this week.'],
	[1, 0, 'One call booked.'],
	[0, 10, 'No calls booked, ten not this week.']
])('%i booked, %i not', (booked, passed, said) => {
	expect(walkInWords(booked, passed)).toBe(said);
});

test('what lies ahead', () => {
	expect(walkAhead(9)).toBe('Nine people, about five minutes.');
	expect(walkAhead(1)).toBe('One person, about two minutes.');
	expect(walkBegun(4, 9)).toBe('Four of nine have an answer.');
	expect(walkBegun(1, 9)).toBe('One of nine has an answer.');
});

test.each([
	[4, undefined, 'Four have no day booked yet.'],
	[1, '2026-11-15', 'One has no day booked yet.'],
	[0, undefined, 'Everybody has a day.'],
	[4, '2026-11-16', 'You last walked 6 days ago.'],
	[4, '2026-11-22', 'You last walked today.']
])('%i open, last walked %s', (open, last, said) => {
	expect(beforeWalk(open, last as Day | undefined, TODAY)).toBe(said);
});

test.each([
	['2026-11-22', 'today'],
	['2026-11-28', 'Saturday'],
	['2026-11-29', 'Nov 29']
])('%s on a button is %s', (day, said) => {
	expect(dayToBook(day as Day, TODAY)).toBe(said);
});
