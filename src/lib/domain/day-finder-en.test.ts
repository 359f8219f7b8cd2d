/* Days as people write them, and the day that is meant. */
import { expect, test } from 'vitest';
import { findDaysWith } from './day-finder-en';
import type { Day } from './day';

/** A Saturday. */
const TODAY = '2026-11-21' as Day;
const found = (text: string, dayFirst = true, today = TODAY) =>
	findDaysWith(dayFirst)(text, today).map(({ day }) => day);

test.each([
	['by Friday', '2026-11-27'],
	['on Saturday', '2026-11-21'],
	['this Sunday', '2026-11-22'],
	['next Friday', '2026-11-27'],
	['next Monday', '2026-11-23'],
	['Friday next week', '2026-11-27'],
	['Monday week', '2026-11-30'],
	['a week from Monday', '2026-11-30'],
	['today', '2026-11-21'],
	['tonight', '2026-11-21'],
	['tomorrow', '2026-11-22'],
	['tmrw', '2026-11-22'],
	['the day after tomorrow', '2026-11-23'],
	['in 3 weeks', '2026-12-12'],
	['in three weeks', '2026-12-12'],
	['in a week', '2026-11-28'],
	['in 10 days', '2026-12-01'],
	['in a fortnight', '2026-12-05'],
	['in a month', '2026-12-21'],
	['in two months', '2027-01-21'],
	['in half a year', '2027-05-21'],
	['in a year', '2027-11-21'],
	['3 weeks from now', '2026-12-12'],
	['12 May', '2027-05-12'],
	['12th of May', '2027-05-12'],
	['May 12', '2027-05-12'],
	['May 12th, 2028', '2028-05-12'],
	['12.5.2027', '2027-05-12'],
	['2027-05-12', '2027-05-12'],
	['on 3/4', '2027-04-03'],
	['end of month', '2026-11-30'],
	['by the end of the month', '2026-11-30'],
	['by end of next month', '2026-12-31'],
	['by the end of the year', '2026-12-31'],
	['by the end of the week', '2026-11-22'],
	['by the weekend', '2026-11-21'],
	['this weekend', '2026-11-21'],
	['next week', '2026-11-27'],
	['next month', '2026-12-31'],
	['by the 5th', '2026-12-05'],
	['on the 30th', '2026-11-30'],
	['by Christmas', '2026-12-25'],
	['before New Year', '2026-12-31'],
	['by EOW', '2026-11-22'],
	['by EOM', '2026-11-30'],
	['first thing Monday', '2026-11-23'],
	['on the first of December', '2026-12-01']
])('“Send it %s” → %s', (words, day) => {
	expect(found(`Send it ${words}`)).toEqual([day]);
});

test.each([
	'I may 12 times have asked',
	'a fortnight ago',
	'the Christmas party was loud',
	'in 90 degrees'
])('“%s” names no day to come', (words) => {
	expect(found(words).filter((day) => day >= TODAY)).toEqual([]);
});

test('on the last of January a month is February', () => {
	expect(found('Call him in a month', true, '2027-01-31' as Day)).toEqual(['2027-02-28']);
});

test('in the United States the month comes first', () => {
	expect(found('Send it on 3/4', false)).toEqual(['2027-03-04']);
});
