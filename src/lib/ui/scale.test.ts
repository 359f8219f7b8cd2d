// A plot has few round numbers, and each side of its line has one.
import { expect, test } from 'vitest';
import { marksOf } from './scale';

test.each([
	[30, 0, 2, [10, 20, 30]],
	[12, 4, 2, [5, 10, -2]],
	[80, 500, 20, [50, -200, -400]],
	[3, 400, 20, [2, -200, -400]],
	[1, 0, 1.2, [1]],
	[0, 7, 1.2, [-5]],
	[0, 0, 1.2, []]
])('%i up and %i down, %d apart', (highest, deepest, apart, marks) => {
	expect(marksOf(highest, deepest, apart)).toEqual(marks);
});

test('no two numbers lie closer than asked for, and each side has one', () => {
	for (let highest = 0; highest <= 60; highest++) {
		for (let deepest = 0; deepest <= 300; deepest += 7) {
			const apart = Math.max(1.2, (highest + deepest) / 7);
			const marks = marksOf(highest, deepest, apart);
			expect(marks.some((mark) => mark > 0)).toBe(highest > 0);
			expect(marks.some((mark) => mark < 0)).toBe(deepest > 0);
			for (const one of marks) {
				expect(one).toBeLessThanOrEqual(highest);
				expect(-one).toBeLessThanOrEqual(deepest);
				for (const other of marks) {
					if (Math.sign(one) === Math.sign(other) && one !== other)
						expect(Math.abs(one - other)).toBeGreaterThanOrEqual(apart);
				}
			}
		}
	}
});
