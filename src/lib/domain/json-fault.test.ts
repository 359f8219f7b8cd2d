// A text that JSON.parse refuses has a fault, found at the right place; a prefix of JSON only ends.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findJsonFault } from './json-fault';

const SEED = { seed: 20261121, numRuns: 300 };

test('JSON has no fault, whatever it holds', () => {
	fc.assert(
		fc.property(fc.jsonValue(), fc.constantFrom(undefined, '\t'), (value, space) => {
			expect(findJsonFault(JSON.stringify(value, null, space))).toBeUndefined();
		}),
		SEED
	);
});

test('a list or object cut short anywhere is told to end early', () => {
	fc.assert(
		fc.property(fc.array(fc.jsonValue(), { minLength: 1 }), fc.nat(), (value, chance) => {
			const text = JSON.stringify({ list: value, more: [-1.5e-7, true, 'ä\n"'] });
			const cut = 1 + (chance % (text.length - 1));
			expect(findJsonFault(text.slice(0, cut)), text.slice(0, cut)).toMatchObject({ isEnd: true });
		}),
		SEED
	);
});

test('agrees with JSON.parse about any text', () => {
	const shards = [
		'{',
		'}',
		'[',
		']',
		',',
		':',
		'"a"',
		'"',
		'\\',
		'1',
		'-',
		'.',
		'e',
		'true',
		'nul',
		' '
	];
	fc.assert(
		fc.property(fc.array(fc.constantFrom(...shards), { maxLength: 8 }), (parts) => {
			const text = parts.join('');
			let isJson = true;
			try {
				JSON.parse(text);
			} catch {
				isJson = false;
			}
			expect(findJsonFault(text) === undefined, text).toBe(isJson);
		}),
		{ ...SEED, numRuns: 3_000 }
	);
});

test('says where', () => {
	expect(findJsonFault('{\n\t"a": 1,\n\t"b" 2\n}')).toEqual({ isEnd: false, line: 3, column: 6 });
	expect(findJsonFault('[1] 2')).toMatchObject({ isEnd: false, line: 1, column: 5 });
});

test('a string of millions and a nest of a hundred thousand are no trouble', () => {
	expect(findJsonFault(`["${'x'.repeat(5_000_000)}`)).toMatchObject({ isEnd: true });
	expect(findJsonFault('['.repeat(100_000))).toMatchObject({ isEnd: true });
});
