// Who introduced whom never runs in a circle, and the picture of it holds what fits on a phone.
import { describe, expect, test } from 'vitest';
import { acquaintanceGraph, chainTo, wouldCloseCircle } from './acquaintance-graph';

/** "nora>yusuf yusuf>ellen": who introduced whom. */
function world(text: string) {
	const pairs = text.split(' ').map((pair) => pair.split('>') as [string, string]);
	const by = new Map(pairs.map(([from, to]) => [to, from]));
	return {
		introducerOf: (id: string) => by.get(id),
		introducedBy: (id: string) => pairs.filter(([from]) => from === id).map(([, to]) => to)
	};
}

describe('the chain', () => {
	test('leads up to the first', () => {
		const { introducerOf } = world('nora>yusuf yusuf>ellen');
		expect(chainTo('ellen', introducerOf)).toEqual(['nora', 'yusuf', 'ellen']);
		expect(chainTo('nora', introducerOf)).toEqual(['nora']);
	});

	test('ends where two devices have closed a circle', () => {
		const { introducerOf } = world('nora>yusuf yusuf>ellen ellen>nora');
		expect(chainTo('ellen', introducerOf)).toEqual(['nora', 'yusuf', 'ellen']);
	});

	test('ends as well for whoever stands below a closed circle', () => {
		const { introducerOf } = world('a>b b>c c>a c>ray');
		expect(chainTo('ray', introducerOf)).toEqual(['a', 'b', 'c', 'ray']);
	});

	test('is not to be closed', () => {
		const { introducerOf } = world('nora>yusuf yusuf>ellen');
		expect(wouldCloseCircle('nora', 'ellen', introducerOf)).toBe(true);
		expect(wouldCloseCircle('nora', 'nora', introducerOf)).toBe(true);
		expect(wouldCloseCircle('ellen', 'nora', introducerOf)).toBe(false);
		expect(wouldCloseCircle('nora', 'ray', introducerOf)).toBe(false);
	});
});

describe('the picture', () => {
	test('goes two steps up and two down', () => {
		const { introducerOf, introducedBy } = world('a>b b>c c>me me>d d>e e>f');
		const { nodes, edges, left } = acquaintanceGraph('me', introducerOf, introducedBy);
		expect(nodes.map(({ id, row }) => `${id}${row}`)).toEqual(['b-2', 'c-1', 'me0', 'd1', 'e2']);
		expect(edges).toEqual([
			['b', 'c'],
			['c', 'me'],
			['me', 'd'],
			['d', 'e']
		]);
		expect(left).toBe(0);
	});

	test('of many holds no more than twelve, and says how many are left', () => {
		const ids = Array.from({ length: 13 }, (_, index) => `d${index}`);
		const text = [
			'a>b',
			'b>me',
			...ids.flatMap((id) => [`me>${id}`, `${id}>${id}x`, `${id}>${id}y`])
		];
		const { introducerOf, introducedBy } = world(text.join(' '));
		const { nodes, left } = acquaintanceGraph('me', introducerOf, introducedBy);
		expect(nodes.length).toBeLessThanOrEqual(12);
		expect(left).toBe(9 + 4);
		for (const { at } of nodes) expect(at).toBeGreaterThan(0);
		const row = nodes.filter(({ row }) => row === 1).map(({ at }) => at);
		expect(row).toEqual([0.125, 0.375, 0.625, 0.875]);
	});

	test('places people below whoever introduced them', () => {
		const { introducerOf, introducedBy } = world('me>a me>b b>c b>d');
		const { nodes } = acquaintanceGraph('me', introducerOf, introducedBy);
		const at = Object.fromEntries(nodes.map(({ id, at }) => [id, at]));
		expect(at).toEqual({ me: 0.5, a: 0.375, b: 0.625, c: 0.5, d: 0.75 });
	});

	test('of a closed circle holds everybody once', () => {
		const { introducerOf, introducedBy } = world('a>b b>c c>a');
		const { nodes } = acquaintanceGraph('a', introducerOf, introducedBy);
		expect(nodes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c']);
	});
});
