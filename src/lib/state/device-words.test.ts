import { expect, test } from 'vitest';
import { dayOfDate } from '$lib/domain/day';
import { deviceNames } from './device-name';
import { awayWords } from './device-words';

const NOW = new Date(2026, 10, 18, 12);
const today = dayOfDate(NOW);
const daysAgo = (days: number): string => new Date(2026, 10, 18 - days, 10).toISOString();
const none = { hasServer: false, hasFolder: false };

test('a device that is not there: only what is known is said', () => {
	const seen = { seenAt: daysAgo(3) };
	expect(awayWords(seen, 11, today, { ...none, hasServer: true })).toBe(
		'Not open just now. Eleven changes wait for it here'
	);
	expect(awayWords(seen, 11, today, none)).toBe(
		'Not heard from since Sunday. Eleven changes wait for it here'
	);
	expect(awayWords({ seenAt: daysAgo(0) }, 1, today, none)).toMatch(
		/^Heard from today .+\. One change waits for it here$/
	);
	expect(awayWords({}, 2, today, none)).toBe('Two changes wait for it here');
	expect(awayWords(seen, 0, today, none)).toBe('Not heard from since Sunday');
});

test('one that was never met is told how to be met, as things are here', () => {
	const says = (ways: object): string =>
		awayWords(undefined, undefined, today, { ...none, ...ways });
	expect(says({ hasServer: true })).toContain('they find each other');
	expect(says({ hasFolder: true })).toContain('the folder');
	expect(says({})).toContain('as a file');
	expect(says({})).not.toContain('find each other');
});

test('devices of one name are told apart, the same whoever looks', () => {
	const of = (...devices: [id: string, name: string, since?: string][]): unknown =>
		Object.fromEntries(deviceNames(devices.map(([id, name, since]) => ({ id, name, since }))));
	const chrome = 'Chrome on Linux';
	const expected = { b: chrome, a: `${chrome} 2`, c: 'Phone' };
	expect(of(['a', chrome, '2026-02'], ['b', chrome, '2026-01'], ['c', 'Phone'])).toEqual(expected);
	expect(of(['c', 'Phone'], ['b', chrome, '2026-01'], ['a', chrome, '2026-02'])).toEqual(expected);
	// A name the rep has given stays as it is.
	expect(of(['a', 'X', '1'], ['b', 'X', '2'], ['c', 'X 2', '3'])).toEqual({
		...{ a: 'X', b: 'X 3', c: 'X 2' }
	});
});
