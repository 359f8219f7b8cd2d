// A year or a month will do, and what was written comes back as it was written.
import { describe, expect, test } from 'vitest';
import type { AnyDay } from './day';
import { readRough, roughly, yearsOf } from './rough-day';

describe('a rough day', () => {
	test.each([
		['2019', '2019-01-01', '2019-12-31'],
		[' 2019-02 ', '2019-02-01', '2019-02-28'],
		['2/2020', '2020-02-01', '2020-02-29'],
		['2019-03-14', '2019-03-14', '2019-03-14']
	])('%j', (text, first, last) => {
		expect(readRough(text, 'from')).toBe(first);
		expect(readRough(text, 'to')).toBe(last);
	});

	test.each(['', '19', '2019-13', '2019-02-30', 'spring', '20190'])('%j is none', (text) => {
		expect(readRough(text, 'from')).toBeUndefined();
	});

	test.each([
		['2019-01-01', '2019', '2019-01-01'],
		['2019-12-31', '2019-12-31', '2019'],
		['2019-02-28', '2019-02-28', '2019-02'],
		['--02-28', '', '']
	])('%s is written as it was meant', (day, from, to) => {
		expect(roughly(day as AnyDay, 'from')).toBe(from);
		expect(roughly(day as AnyDay, 'to')).toBe(to);
	});

	test('years are those that are known', () => {
		expect(yearsOf('2019-01-01' as AnyDay, '--01-01' as AnyDay)).toEqual({
			from: 2019,
			to: undefined
		});
	});
});
