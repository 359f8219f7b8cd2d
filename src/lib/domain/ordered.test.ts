// The kept order is the order sorting would give, and an edit elsewhere costs no comparison.
import { describe, expect, test } from 'vitest';
import { Ordered } from './ordered';
import { seededRandom } from './random';

interface Item {
	readonly id: string;
	readonly name: string;
	readonly phone?: string;
}

function anOrder(): { order: Ordered<Item>; compared: () => number } {
	let times = 0;
	const order = new Ordered<Item>(
		(a, b) => {
			times++;
			return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1;
		},
		(a, b) => a.name === b.name
	);
	return { order, compared: () => times };
}

const names = (items: readonly Item[]): string[] => items.map(({ name }) => name);

describe('an order', () => {
	const ada = { id: '1', name: 'Ada' };
	const bo = { id: '2', name: 'Bo' };
	const cy = { id: '3', name: 'Cy' };

	test('sorts, takes in who is new and lets go of who has left', () => {
		const { order } = anOrder();
		expect(names(order.of([cy, ada]))).toEqual(['Ada', 'Cy']);
		expect(names(order.of([cy, ada, bo]))).toEqual(['Ada', 'Bo', 'Cy']);
		expect(names(order.of([cy, bo]))).toEqual(['Bo', 'Cy']);
	});

	test('moves whoever has another name', () => {
		const { order } = anOrder();
		order.of([ada, bo, cy]);
		expect(names(order.of([{ ...ada, name: 'Zoe' }, bo, cy]))).toEqual(['Bo', 'Cy', 'Zoe']);
	});

	test('compares nothing when something else has changed, and gives the new record', () => {
		const { order, compared } = anOrder();
		order.of([ada, bo, cy]);
		const before = compared();
		expect(order.of([ada, { ...bo, phone: '1' }, cy])[1]).toEqual({ ...bo, phone: '1' });
		expect(compared()).toBe(before);
	});

	test('the same items give the same array', () => {
		const { order } = anOrder();
		const items = [bo, ada];
		expect(order.of(items)).toBe(order.of(items));
	});

	test('is what sorting gives, through many changes', () => {
		const random = seededRandom(5);
		const { order } = anOrder();
		let items: Item[] = [];
		for (let round = 0; round < 60; round++) {
			const many = round % 20 === 0 ? 400 : 5;
			for (let made = 0; made < many; made++) {
				items.push({ id: `${round}-${made}`, name: String(Math.floor(random() * 300)) });
			}
			items = items
				.filter(() => random() > 0.05)
				.map((item) =>
					random() > 0.98 ? { ...item, name: String(Math.floor(random() * 300)) } : item
				);
			const sorted = [...items].sort((a, b) =>
				a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1
			);
			expect(order.of(items)).toEqual(sorted);
		}
	});
});
