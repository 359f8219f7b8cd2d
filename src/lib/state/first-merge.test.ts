// Who looks like the same person in two books: found quickly, ticked only where two things speak for it.
import { expect, test } from 'vitest';
import { aPerson } from '../../../tests/support/books';
import { alikePeople } from './first-merge';

const still = () => Promise.resolve();
const there = (id: string, name: string, more: object = {}) => ({ id, name, ...more });
const email = (value: string) => ({ emails: [{ value }] });

test('the default is the same person only where two things speak for it', async () => {
	const here = [
		aPerson({ name: 'Ada Lindqvist', ...email('ada@x.example') }),
		aPerson({ name: 'Tom Berg', phones: [{ value: '+1 555 010 0199' }], company: 'Harrow' }),
		aPerson({ name: 'Ann Lee', company: 'Acme' }),
		aPerson({ name: 'Eve Ray' }),
		aPerson({ name: 'Both' }),
		// Twice in this book alone: no business of the other one.
		aPerson({ name: 'Both', company: 'Acme' })
	];
	const found = await alikePeople(
		here,
		[
			there('a', 'Ada Lindqvist-Berg', email('ADA@x.example')),
			there('b', 'Switchboard', { phones: [{ value: '555 010 0199' }] }),
			there('c', 'ann lee', { company: 'ACME' }),
			there('d', 'Eve Ray', { company: 'Elsewhere' }),
			there(here[4]?.id ?? '', 'Both'),
			there('f', 'Nobody Known')
		],
		still
	);
	expect(found.map((one) => [one.there.id, one.reasons, one.same])).toEqual([
		['a', 'Same email', true],
		['b', 'Same phone', false],
		['c', 'Same name and company', true],
		['d', 'Same name', false]
	]);
});

test('of two with one mailbox each meets herself, and a couple is not ticked', async () => {
	const office = email('office@ray.example');
	const here = [aPerson({ name: 'Tom Ray', ...office }), aPerson({ name: 'Ann Ray', ...office })];
	const met = await alikePeople(here, [there('ann', 'Ann Ray', office)], still);
	expect(met).toMatchObject([{ here: { id: here[1]?.id }, same: true }]);
	const alone = await alikePeople(here.slice(0, 1), [there('ann', 'Ann Ray', office)], still);
	expect(alone).toMatchObject([{ here: { id: here[0]?.id }, same: false }]);
});

test('nobody is listed twice, and ten thousand against ten thousand leave the page alive', async () => {
	const many = Array.from({ length: 10_000 }, (_, at) =>
		aPerson({ name: `Person ${at}`, company: `Firm ${at % 50}`, ...email(`p${at}@x.example`) })
	);
	const others = many.map(({ name, company }, at) =>
		there(`t${at}`, name, { company, ...email(`p${at}@x.example`) })
	);
	let paces = 0;
	const pace = (): Promise<void> => Promise.resolve(void paces++);
	const found = await alikePeople(many, [...others, ...others], pace);
	// After each one of both books it may draw and listen.
	expect(paces).toBe(30_000);
	expect(found).toHaveLength(10_000);
	expect(new Set(found.map((one) => one.here.id)).size).toBe(10_000);
});

test('who was said not to be the same is not asked about again', async () => {
	const here = [aPerson({ name: 'Ada Lindqvist', ...email('ada@x.example') })];
	const people = [there('a', 'Ada Lindqvist', email('ada@x.example'))];
	const isApart = (one: string, other: string) => one === here[0]?.id && other === 'a';
	expect(await alikePeople(here, people, still)).toHaveLength(1);
	expect(await alikePeople(here, people, still, isApart)).toEqual([]);
});
