// Companies are gathered from people and their earlier posts, whatever way their names are spelt.
import { describe, expect, test } from 'vitest';
import { anId, aPerson } from '../../../tests/support/books';
import { companiesOf, inCompanyOrder } from './company';
import { fold } from './fold';
import type { Employment } from './records/employment';
import type { Person } from './records/person';

const names = (people: readonly Person[] | undefined) => people?.map(({ name }) => name);

function was(person: Person, company: string): Employment {
	return { id: anId<'employment'>(), person: person.id, company };
}

describe('companies', () => {
	const dana = aPerson({ name: 'Dana', company: 'Harbor Mill Foods' });
	const omar = aPerson({ name: 'Omar', company: 'HARBOR MILL  FOODS' });
	const nora = aPerson({ name: 'Nora', company: 'Harbor Mill Foods ' });
	const yusuf = aPerson({ name: 'Yusuf', company: 'Acme Ltd', jobs: [{ company: 'Acme' }] });
	const nobody = aPerson({ name: 'Ray' });
	const people = [dana, omar, nora, yusuf, nobody];

	test('are one under all spellings, named as most have it; GmbH and Ltd make another', () => {
		const found = companiesOf(people, []);
		expect([...found.keys()].sort()).toEqual(['acme', 'acme ltd', 'harbor mill foods']);
		expect(found.get('harbor mill foods')?.name).toBe('Harbor Mill Foods');
		expect(names(found.get('harbor mill foods')?.now)).toEqual(['Dana', 'Omar', 'Nora']);
	});

	test('know who was there, once, and nobody twice', () => {
		const found = companiesOf(people, [
			was(yusuf, 'acme'),
			was(yusuf, 'Harbor Mill Foods'),
			was(dana, 'harbor mill foods'),
			was(aPerson(), 'Elsewhere')
		]);
		expect(names(found.get('acme')?.formerly)).toEqual(['Yusuf']);
		expect(names(found.get('harbor mill foods')?.formerly)).toEqual(['Yusuf']);
		expect(found.has('elsewhere')).toBe(false);
	});

	test('without people are there when something is written about them', () => {
		const found = companiesOf([], [], ['Lone Pine', 'lone pine', ' ']);
		expect([...found.values()]).toEqual([
			{ key: 'lone pine', name: 'Lone Pine', now: [], formerly: [] }
		]);
	});

	test('show the ten first, by place, then everybody by name', () => {
		const places = new Map<string, number>([
			[omar.id, 4],
			[nora.id, 2]
		]);
		expect(names(inCompanyOrder(people, places))).toEqual(['Nora', 'Omar', 'Dana', 'Ray', 'Yusuf']);
	});

	test('of ten thousand people are gathered within a frame', () => {
		const many = Array.from({ length: 10_000 }, (_, index) =>
			aPerson({ name: `Person ${index}`, company: `Company ${index % 3_000} & Söhne GmbH` })
		);
		const moves = many.slice(0, 5_000).map((person, index) => was(person, `Old ${index % 1_000}`));
		const best = (work: () => void): number =>
			Math.min(
				...Array.from({ length: 5 }, () => {
					const from = performance.now();
					work();
					return performance.now() - from;
				})
			);
		// The promise is 16 ms, and 9 to 11 were measured; here it is held against folding every name once.
		const folding = best(() => many.forEach(({ company }) => fold(company ?? '')));
		const gathering = best(() => expect(companiesOf(many, moves).size).toBe(4_000));
		expect(gathering / folding).toBeLessThan(5);
	});
});
