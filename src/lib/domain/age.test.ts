// Years lived, also by somebody born on 29 February.
import { expect, test } from 'vitest';
import { yearsBetween } from './age';
import type { Day } from './day';

test.each([
	['2017-03-04', '2026-03-03', 8],
	['2017-03-04', '2026-03-04', 9],
	['2020-02-29', '2026-02-28', 6],
	['2020-02-29', '2026-02-27', 5]
])('somebody born %s is on %s %i', (birth, on, years) => {
	expect(yearsBetween(birth as Day, on as Day)).toBe(years);
});
