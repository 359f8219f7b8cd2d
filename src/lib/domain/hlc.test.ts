// Stamps rise strictly, follow what was seen, and are not dragged along by a clock that is wrong.
import { expect, test } from 'vitest';
import { HybridClock, isStamp, MAX_SKEW_MS, stampAfter, stampOf, timeOfStamp } from './hlc';

test('stamps rise even when time stands still or goes back', () => {
	let now = 1_000;
	const clock = new HybridClock(() => now);
	const stamps = [clock.tick(), clock.tick()];
	now = 500;
	stamps.push(clock.tick());
	now = 2_000;
	stamps.push(clock.tick());
	expect(stamps.toSorted()).toEqual(stamps);
	expect(new Set(stamps).size).toBe(4);
	expect(stamps.every(isStamp)).toBe(true);
});

test('the counter carries over into the next millisecond', () => {
	expect(stampAfter(stampOf(1, 36 ** 3 - 1))).toBe(stampOf(2, 0));
});

test('an edit is stamped after the value it changes, wherever that came from', () => {
	const clock = new HybridClock(() => 1_000);
	const future = stampOf(1_000 + 10 * MAX_SKEW_MS, 5);
	expect(clock.tick(future) > future).toBe(true);
	expect(timeOfStamp(clock.tick())).toBeLessThan(1_000 + MAX_SKEW_MS);
});

test('another clock is believed up to the skew and no further', () => {
	const clock = new HybridClock(() => 1_000);
	clock.observe(stampOf(1_000 + 60_000, 0));
	expect(timeOfStamp(clock.tick())).toBe(61_000);
	clock.observe(stampOf(10 ** 12, 0));
	expect(timeOfStamp(clock.tick())).toBeLessThanOrEqual(1_000 + MAX_SKEW_MS);
});
