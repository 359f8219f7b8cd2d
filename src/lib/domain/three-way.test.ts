// Edits made apart: neither is lost where both can stand.
import { describe, expect, test } from 'vitest';
import { mergeLists, mergeTexts } from './three-way';

describe('mergeTexts', () => {
	const base = 'Max builds a volcano.';
	test.each([
		['only mine', 'Max built a volcano.', base, 'Max built a volcano.'],
		['only theirs', base, 'Max builds a robot.', 'Max builds a robot.'],
		['both, apart', 'Tess builds a volcano.', 'Max builds a robot.', 'Tess builds a robot.'],
		[
			'both, the other way round',
			'Max builds a robot.',
			'Tess builds a volcano.',
			'Tess builds a robot.'
		],
		['both at one place', 'Max builds a robot.', 'Max builds a boat.', 'Max builds a boat robot.'],
		['both at the end', base + ' One', base + ' Two', base + ' Two One'],
		['both at the end, one saying more', base + ' One', base + ' One two', base + ' One two'],
		['the same', 'Same', 'Same', 'Same']
	])('%s', (_, mine, theirs, merged) => {
		expect(mergeTexts(base, mine, theirs)).toBe(merged);
	});
});

describe('mergeLists', () => {
	test('what either added is in, what either took out is gone', () => {
		expect(mergeLists(['a', 'b', 'c'], ['a', 'c', 'mine'], ['b', 'c', 'theirs'])).toEqual([
			'c',
			'mine',
			'theirs'
		]);
	});

	test('items are the same when they say the same', () => {
		const was = { value: '1' };
		expect(mergeLists([was], [{ value: '2' }], [{ value: '1' }])).toEqual([{ value: '2' }]);
	});
});
