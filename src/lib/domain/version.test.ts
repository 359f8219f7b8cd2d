// The merge of versions is the ground everything stands on: order never matters, the later cell wins.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { stampOf } from './hlc';
import { isVersion, mergeVersions, type DeviceVersion } from './version';
import { withChanges } from './version-change';

const cell = fc.tuple(fc.constantFrom('a', 'b', 'c', null), fc.integer({ min: 1, max: 4 }));
const version = fc
	.record({
		whole: fc.integer({ min: 1, max: 4 }),
		f: fc.dictionary(fc.constantFrom('x', 'y', '__proto__'), fc.constantFrom('a', 'b')),
		c: fc.dictionary(fc.constantFrom('x', 'y', 'z'), cell)
	})
	.map(({ whole, f, c }) => ({
		h: stampOf(whole, 0),
		f,
		c: Object.fromEntries(
			Object.entries(c).map(([field, [value, time]]) => [field, [value, stampOf(time, 0)] as const])
		)
	}));
const versions = fc
	.array(version, { minLength: 1, maxLength: 4 })
	.map((list) => list.map((version, index): DeviceVersion => ({ device: `d${index}`, version })));

describe('mergeVersions', () => {
	test('gives the same record in every order, ties included', () => {
		fc.assert(
			fc.property(versions, (list) => {
				expect(mergeVersions(list.toReversed())).toEqual(mergeVersions(list));
			}),
			{ seed: 20261121, numRuns: 500 }
		);
	});

	test('lets the later cell win', () => {
		const list: DeviceVersion[] = [
			{ device: 'phone', version: { h: stampOf(1, 0), f: { name: 'Ada', company: 'Old' } } },
			{ device: 'laptop', version: { h: stampOf(2, 0), f: { company: 'New' } } }
		];
		expect(mergeVersions(list)).toEqual({ name: 'Ada', company: 'New' });
	});

	test('a change made later in one version beats an older whole one', () => {
		const phone = withChanges(
			withChanges(undefined, { name: 'Ada', title: 'Boss' }, stampOf(1, 0)),
			{ title: 'Owner' },
			stampOf(5, 0)
		);
		const laptop = { h: stampOf(3, 0), f: { name: 'Ada L.', title: 'Chief' } };
		expect(
			mergeVersions([
				{ device: 'laptop', version: laptop },
				{ device: 'phone', version: phone }
			])
		).toEqual({ name: 'Ada L.', title: 'Owner' });
	});
});

test('isVersion refuses whatever is not one, without throwing', () => {
	fc.assert(
		fc.property(fc.anything(), (value) => {
			expect(typeof isVersion(value)).toBe('boolean');
		}),
		{ seed: 20261121 }
	);
	expect(isVersion({ h: 'x', f: {} })).toBe(false);
	expect(isVersion({ h: stampOf(1, 0), f: {}, c: { a: 1 } })).toBe(false);
	expect(isVersion({ h: stampOf(1, 0), f: {}, c: { a: [1, stampOf(1, 0)] } })).toBe(true);
});
