// Whoever wants to go before the way is lent goes once it is, and once.
import { expect, test, vi } from 'vitest';
import { goTo, lendWay } from './going';

test('the way is waited for, and then taken at once', () => {
	const way = vi.fn();
	goTo('#/import');
	lendWay(way);
	goTo('#/people');
	expect(way.mock.calls).toEqual([['#/import'], ['#/people']]);
});
