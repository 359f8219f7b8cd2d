// Three asks in a row are worth a calm word; anything between them is not three in a row.
import { expect, test } from 'vitest';
import { aTouch } from '../../../tests/support/books';
import type { Day } from './day';
import type { Purpose } from './records/touch';
import { wereAllAsks } from './three-asks';

const TODAY = '2026-11-22' as Day;
const letters: Readonly<Record<string, Purpose>> = {
	a: 'asked',
	b: 'business',
	t: 'just-talked'
};

/** "aab": two asks and then business, the last one yesterday. */
function touches(row: string) {
	return [...row].map((letter, index) =>
		aTouch({
			purpose: letters[letter]!,
			day: `2026-11-${21 - (row.length - 1 - index)}` as Day
		})
	);
}

test.each([
	['', false],
	['aa', false],
	['aaa', true],
	['taaa', true],
	['aaat', false],
	['aaab', false],
	['abaa', false],
	['bbb', false]
])('%s', (row, is) => {
	expect(wereAllAsks(touches(row), TODAY)).toBe(is);
	expect(wereAllAsks(touches(row).toReversed(), TODAY)).toBe(is);
});

test('what is still to come does not count, and on one day the later written is later', () => {
	const ahead = aTouch({ purpose: 'just-talked', day: '2026-12-01' as Day });
	expect(wereAllAsks([...touches('aaa'), ahead], TODAY)).toBe(true);
	const sameDay = (['asked', 'asked', 'asked', 'just-talked'] as const).map((purpose) =>
		aTouch({ purpose, day: TODAY })
	);
	expect(wereAllAsks(sameDay, TODAY)).toBe(false);
	expect(wereAllAsks(sameDay.slice(0, 3), TODAY)).toBe(true);
});
