// What is told of one life in two places agrees.
import { expect, test } from 'vitest';
import type { Day } from '$lib/domain/day';
import { sampleBook } from './sample-book';
import { german } from './sample-de';
import { english } from './sample-en';

test.each([
	['2026-11-19', english],
	['2026-11-22', german]
])('who gave up the tenth place left the post on the day of the farewell: %s', (text, words) => {
	const today = text as Day;
	const now = Date.parse(`${text}T14:30:00Z`);
	const book = sampleBook({ seed: 7, words, people: 300, entries: 2500, today, now });
	const person = book.slot!.find(({ to }) => to !== undefined)!.person;
	const farewells = book.touch!.filter(({ people, kind }) => {
		return kind === 'event' && people.includes(person);
	});
	const left = book.employment!.find((one) => one.person === person)!.to;
	expect(farewells.map(({ day }) => day)).toContain(left);
});
