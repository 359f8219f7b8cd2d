/* The @ popup: when it opens, who stands first, and that 10,000 people fit in a frame. */
import { expect, test } from 'vitest';
import { mentionAt, Mentionable } from './mention';

const at = (text: string) => mentionAt(text, text.length);

test.each([
	['@', { start: 0, query: '' }],
	['Introduce @tom', { start: 10, query: 'tom' }],
	['(@tom', { start: 1, query: 'tom' }],
	['a\n@tom z', { start: 2, query: 'tom z' }],
	['@Dr. Voss', undefined],
	['write to tom@akers.example', undefined],
	['@tom, and', undefined],
	['@tom\n', undefined],
	['@ tom', undefined],
	['@tom  z', undefined],
	['@a b c d e', undefined],
	[`@${'a'.repeat(61)}`, undefined]
])('%j', (text, mention) => {
	expect(at(text)).toEqual(mention);
});

test('only what stands before the caret counts', () => {
	expect(mentionAt('@tom and more', 4)).toEqual({ start: 0, query: 'tom' });
	expect(mentionAt('see @tom', 2)).toBeUndefined();
});

const people = new Mentionable([
	{ id: 'a', name: 'Tomasz Zieliński' },
	{ id: 'b', name: 'Tom Akers' },
	{ id: 'c', name: 'Anna Tomlin' },
	{ id: 'd', name: 'Bettom Ray' },
	{ id: 'e', name: 'Tyra Omholt Meyer' },
	{ id: 'f', name: 'Łukasz Åström' }
]);

test('a name that begins so comes first, then a later word, letters inside, letters with gaps', () => {
	expect(people.find('tom', 10)).toEqual(['b', 'a', 'c', 'd', 'f', 'e']);
});

test('accents and case do not matter, and the beginnings of two words are enough', () => {
	expect(people.find('zielinski', 1)).toEqual(['a']);
	expect(people.find('LUKASZ a', 1)).toEqual(['f']);
	expect(people.find('zie tom', 1)).toEqual(['a']);
	expect(people.find('nobody', 5)).toEqual([]);
});

test('among equals the preferred one stands first, but never before a better match', () => {
	const prefer = (id: string) => (id === 'a' || id === 'c' ? 1 : 0);
	expect(people.find('tom', 3, prefer)).toEqual(['a', 'b', 'c']);
});

test('no more than asked for, and the best of them', () => {
	expect(people.find('', 2)).toHaveLength(2);
	expect(people.find('t', 1)).toEqual(['b']);
});

test('10,000 people in a frame, whatever is typed', () => {
	const many = Array.from({ length: 10_000 }, (_, index) => ({
		id: String(index).padStart(5, '0'),
		name: `${['Tomasz', 'Abena', 'Ellen', 'Ray'][index % 4]} Number${index}`
	}));
	const index = new Mentionable(many);
	for (const query of ['', 't', 'to', 'tom', 'n', 'tmsz', 'number99', 'zz']) {
		// The best of a few runs: what it costs, not what else the machine is doing.
		const costs = Array.from({ length: 5 }, () => {
			const before = performance.now();
			index.find(query, 5, (id) => Number(id) % 7);
			return performance.now() - before;
		});
		expect(Math.min(...costs), query).toBeLessThan(16);
	}
});
