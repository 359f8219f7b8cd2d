// A record goes into a backup and comes out the same: values, members, cleared fields and all stamps.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
	cellsOfJson,
	isSameValue,
	mostCommonStamp,
	recordToJson,
	type BackupRecord
} from './backup';
import { stampOf } from './hlc';
import type { Cell, Json } from './version';

const ID = '202600000000000000001';
const stamp = fc.nat({ max: 4 }).map((time) => stampOf(1_000 + time, 0));
const [FALLBACK, CEILING] = [stampOf(5, 0), stampOf(9_999, 0)];
const field = fc.constantFrom(
	'name',
	'company',
	'tags/dairy',
	'tags/a/b',
	'ofTomorrow',
	'toString'
);
const cells = fc
	.uniqueArray(fc.tuple(field, fc.jsonValue({ maxDepth: 2 }), stamp), {
		selector: ([name]) => name
	})
	.map(
		(list) =>
			new Map<string, Cell>(
				list.map(([name, value, stamp]) => {
					const held = name.startsWith('tags/') ? (value === null ? null : true) : (value as Json);
					return [name, { value: held, stamp, device: 'one' }];
				})
			)
	);

describe('a record in a backup', () => {
	test('comes back with each value and each stamp', () => {
		fc.assert(
			fc.property(cells, (cells) => {
				const json = JSON.parse(
					JSON.stringify(recordToJson('person', ID, cells, undefined))
				) as BackupRecord;
				const back = cellsOfJson('person', json, FALLBACK, CEILING);
				const wanted = [...cells].map(([name, { value, stamp }]) => [
					name,
					[JSON.parse(JSON.stringify(value)), stamp]
				]);
				expect(Object.fromEntries(back)).toEqual(Object.fromEntries(wanted));
			}),
			{ seed: 20261121, numRuns: 500 }
		);
	});

	test('reads like what it is', () => {
		const [old, young] = [stampOf(1, 0), stampOf(2, 0)];
		const held = new Map<string, Cell>([
			['people', { value: [], stamp: old, device: 'one' }],
			['day', { value: '2026-11-21', stamp: old, device: 'one' }],
			['touch', { value: null, stamp: old, device: 'one' }],
			['editedAt', { value: '2026-11-21T12:00:00Z', stamp: young, device: 'two' }]
		]);
		expect(recordToJson('note', ID, held, 'Words.')).toEqual({
			id: ID,
			people: [],
			day: '2026-11-21',
			editedAt: '2026-11-21T12:00:00Z',
			body: 'Words.',
			edited: { '*': old, touch: old, editedAt: young }
		});
	});

	test('written by hand, without stamps, counts as of the day of the file', () => {
		const back = cellsOfJson('person', { id: ID, name: 'Ada', tags: ['a'] }, FALLBACK, CEILING);
		expect([...back]).toEqual([
			['name', ['Ada', FALLBACK]],
			['tags/a', [true, FALLBACK]]
		]);
	});

	test('brings in nothing that could hurt', () => {
		let deep: Json = 1;
		for (let level = 0; level < 1_000; level++) deep = [deep];
		const hostile = JSON.parse(
			`{"__proto__":{"name":"Eve"},"id":"x","links":[{"__proto__":{"value":"x"}}],"tags":"none",
			"edited":{"__proto__":"00000000000a","links":"00000000000a","name":7,"*":"soon"},"name":"Ada"}`
		) as BackupRecord;
		const back = cellsOfJson('person', { ...hostile, deep }, FALLBACK, CEILING);
		expect([...back]).toEqual([['name', ['Ada', FALLBACK]]]);
		expect(cellsOfJson('person', { edited: [] as never }, FALLBACK, CEILING).size).toBe(0);
	});
});

test('cleared, never set and null are the same; lists, objects and texts are not', () => {
	expect(isSameValue(null, undefined)).toBe(true);
	expect(isSameValue([{ a: 1, b: null }], [{ b: null, a: 1 }])).toBe(true);
	expect(isSameValue([], {})).toBe(false);
	expect(isSameValue(null, '')).toBe(false);
	expect(isSameValue([1], [1, 2])).toBe(false);
});

test('of equally common stamps the earliest counts', () => {
	const [a, b] = [stampOf(1, 0), stampOf(2, 0)];
	expect(mostCommonStamp([b, a])).toBe(a);
	expect(mostCommonStamp([a, b, b])).toBe(b);
	expect(mostCommonStamp([])).toBeUndefined();
});
