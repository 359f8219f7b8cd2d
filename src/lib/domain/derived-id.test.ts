// Derived ids: the same from the same, of the right shape, and never back to where a series began.
import { expect, test } from 'vitest';
import { cardId, nextInSeries } from './derived-id';
import { isId, type Id } from './id';

test.each([
	['20260mhxk1a2b00000000', '20260mhxk1a2b00000001'],
	['20260mhxk1a2b0000000z', '20260mhxk1a2b00000010'],
	['20260mhxk1a2bzzzzzzzz', '20260mhxk1a2b00000000']
])('after %s comes %s', (id, next) => {
	expect(nextInSeries(id as Id<'plan'>)).toBe(next);
	expect(isId(next)).toBe(true);
});

test('a card’s id is the thank-you’s, in the journal of its own year', () => {
	const id = cardId('20260mhxk1a2babcdefgh' as Id<'thankYou'>, 2027);
	expect(id).toBe('2027hgfedcbab2a1kxhm0');
	expect(isId(id)).toBe(true);
});
