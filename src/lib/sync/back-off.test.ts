import { expect, it } from 'vitest';
import { BackOff } from './back-off';

it('doubles from one second to about a minute, and begins anew', () => {
	const backOff = new BackOff(() => 0.5);
	const waits = Array.from({ length: 9 }, () => backOff.next() / 1000);
	expect(waits).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60]);
	backOff.reset();
	expect(backOff.next()).toBe(1000);
});

it('is a quarter shorter or longer by chance', () => {
	expect(new BackOff(() => 0).next()).toBe(750);
	expect(new BackOff(() => 1).next()).toBe(1250);
});
