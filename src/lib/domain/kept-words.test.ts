// What selected words may become is guessed from them: names, relations, ages, days, likings.
import { describe, expect, test } from 'vitest';
import { findDaysWith } from './day-finder-en';
import type { Day } from './day';
import { besidesBirthday, dayIn, interestIn, memberIn, momentIn } from './kept-words';
import { english } from './kept-words-en';

const SAID = '2026-11-18' as Day;
const findDays = findDaysWith(true);

describe('somebody in the circle', () => {
	test.each([
		['her daughter Maya plays the cello', 'Maya', 'child', undefined, 'plays the cello'],
		['his wife Ana', 'Ana', 'spouse', undefined, ''],
		['Max (9), builds a volcano', 'Max', 'other', 9, 'builds a volcano'],
		['her son Max is 9 years old', 'Max', 'child', 9, ''],
		['Their dog Biscuit', 'Biscuit', 'pet', undefined, ''],
		['his boss, Ruth Obeng, retires', 'Ruth Obeng', 'boss', undefined, ''],
		['Maya', 'Maya', 'other', undefined, ''],
		['maya', 'maya', 'other', undefined, ''],
		['Dana’s son Max', 'Max', 'child', undefined, ''],
		['her daughter starts school', '', 'child', undefined, ''],
		['They moved house last week', '', 'other', undefined, ''],
		['“Pray for me.” Her parents fly in', '', 'parent', undefined, ''],
		['Coffee with Dana Whitlock', '', 'other', undefined, ''],
		['Max builds a volcano', 'Max', 'other', undefined, 'builds a volcano'],
		['her brother Lars at 9 am', 'Lars', 'sibling', undefined, 'at 9 am'],
		['Her daughter Maya and the dog Biscuit', 'Maya', 'child', undefined, 'and the dog Biscuit'],
		['Lars, 2 dogs', 'Lars', 'other', undefined, '2 dogs']
	])('%s', (words, name, relation, years, about) => {
		expect(memberIn(words, english, 'Dana Whitlock')).toEqual({ name, relation, years, about });
	});
});

test.each([
	['Max’s birthday on Friday', 'birthday', true, 'Max', undefined],
	['Max turns 10 on Friday', 'birthday', true, 'Max', 10],
	['Dana’s birthday', 'birthday', true, '', undefined],
	['knee surgery at Lakeside', 'surgery', false, 'Lakeside', undefined],
	['They fly to Norway in March', 'trip', false, 'Norway', undefined],
	['The new line goes live', 'go-live', false, '', undefined],
	['the science fair', 'other', false, '', undefined]
])('a moment: %s', (words, kind, yearly, whose, turns) => {
	const guessed = { kind, yearly, whose, turns, label: words };
	expect(momentIn(words, english, 'Dana Whitlock')).toEqual(guessed);
});

test.each([
	['has a birthday on 3 December', ''],
	['turns 10 on Friday', ''],
	['has a birthday on 3 December, loves trains', 'has a birthday on 3 December, loves trains'],
	['plays the cello', 'plays the cello']
])('beside a birthday: %s', (about, besides) => {
	expect(besidesBirthday(about, english)).toBe(besides);
});

test.each([
	['She loves fly fishing.', 'fly fishing'],
	['is really into old maps', 'old maps'],
	['likes to sail', 'sail'],
	['Volcanoes', 'Volcanoes'],
	['Old\nmaps', 'Old maps']
])('an interest: %s', (words, interest) => {
	expect(interestIn(words, english)).toBe(interest);
});

test.each([
	['the fair on Friday', '', '2026-11-20'],
	['the fair', 'Max has the fair on Friday', '2026-11-20'],
	['the fair', 'On Friday the fair, on Monday the exam', undefined],
	['the fair', 'Max has the fair', undefined]
])('the day of “%s” in “%s”', (words, sentence, day) => {
	expect(dayIn(words, sentence, findDays, SAID)).toBe(day);
});
