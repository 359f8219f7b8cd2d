// Ids: unique, in order of time, and carrying the year of their journal.
import { expect, test } from 'vitest';
import { isId, newId, yearOfId } from './id';
import { seededRandom } from './random';

test('ids of one millisecond differ, ids of later ones sort after', () => {
	const random = seededRandom(1);
	const now = Date.UTC(2026, 10, 21);
	const ids = Array.from({ length: 2_000 }, (_, index) => newId(2026, now + index, random));
	expect(new Set(ids).size).toBe(2_000);
	expect(ids.toSorted()).toEqual(ids);
	expect(ids.every(isId)).toBe(true);
});

test('an id keeps the year it was made for, not the year it was made in', () => {
	expect(yearOfId(newId(2019, Date.UTC(2026, 0, 1), seededRandom(1)))).toBe(2019);
	expect(yearOfId('settings')).toBeUndefined();
});
