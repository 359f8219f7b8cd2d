// Who is in the book twice is found with its reasons, the likeliest first; what a company shares is none.
import { describe, expect, test } from 'vitest';
import { aPerson } from '../../../tests/support/books';
import { isOneFirstName } from './first-names';
import type { Person } from './records/person';
import { seededRandom } from './random';
import { findSame, type IsApart } from './same-person';

const still = () => Promise.resolve();
const nobody: IsApart = () => false;
const phone = (value: string) => ({ phones: [{ value }] });
const email = (value: string) => ({ emails: [{ value }] });

async function found(people: readonly Person[], isApart = nobody) {
	const groups = await findSame(people, isApart, still);
	return groups.map((group) => [
		group.people.map((person) => people.indexOf(person)),
		group.reasons.join(', '),
		group.likely
	]);
}

describe('two records', () => {
	test.each<[string, Partial<Person>, Partial<Person>, string, boolean]>([
		[
			'an e-mail in any case',
			{ name: 'Ada L', ...email('ADA@x.example') },
			{ name: 'Ada Lind', ...email(' ada@x.example') },
			...(['email', true] as const)
		],
		[
			'a phone in another spelling',
			{ name: 'Ada', ...phone('+46 70 123 45 67') },
			{ name: 'Ada Lind', ...phone('070-1234567') },
			...(['phone', true] as const)
		],
		[
			'a phone, and no part of the name: perhaps a couple',
			{ name: 'Ada', ...phone('070-1234567') },
			{ name: 'Bo', ...phone('070-1234567') },
			...(['phone', false] as const)
		],
		[
			'a couple’s phone and family name',
			{ name: 'Ada Lind', ...phone('070-1234567') },
			{ name: 'Bo Lind', ...phone('070-1234567') },
			...(['phone', false] as const)
		],
		[
			'one entry of an address book',
			{ name: 'Ada', uid: 'urn:uuid:4fbe8971-0bc3-424c-9c26-36c3e1eff6b1' },
			{ name: 'Lind', uid: '4FBE8971-0bc3-424c-9c26-36c3e1eff6b1' },
			...(['uid', true] as const)
		],
		[
			'a LinkedIn profile',
			{ name: 'Ada', links: [{ value: 'https://www.linkedin.com/in/ada-l/' }] },
			{ name: 'A. L.', links: [{ value: 'linkedin.com/in/Ada-L?x=1' }] },
			...(['profile', true] as const)
		],
		[
			'name and company, the parts of the name in any order',
			{ name: 'Zoë Müller', company: 'Harrow' },
			{ name: 'Muller, Zoe', company: 'HARROW' },
			...(['name-and-company', true] as const)
		],
		[
			'a name where one has no company',
			{ name: 'Ada Lind', company: 'Harrow' },
			{ name: 'Ada Lind' },
			...(['name', false] as const)
		],
		[
			'a short form at one company',
			{ name: 'Bob Smith', company: 'Harrow' },
			{ name: 'Robert Smith', company: 'Harrow' },
			...(['alike', false] as const)
		],
		[
			'a nickname at one company',
			{ name: 'Wilhelmina Smith', nickname: 'Mina', company: 'Harrow' },
			{ name: 'Mina Smith', company: 'Harrow' },
			...(['alike', false] as const)
		]
	])('with %s', async (_, one, other, reasons, likely) => {
		const people = [aPerson(one), aPerson({ name: 'Somebody Else' }), aPerson(other)];
		expect(await found(people)).toEqual([[[0, 2], reasons, likely]]);
	});

	test.each<[string, Partial<Person>, Partial<Person>]>([
		['one name at two companies', { company: 'Harrow' }, { company: 'Acme' }],
		[
			'one family at one company',
			{ name: 'Bob Smith', company: 'Harrow' },
			{ name: 'Eve Smith', company: 'Harrow' }
		],
		['an extension', { name: 'A', ...phone('123') }, { name: 'B', ...phone('123') }],
		[
			'a page of the company',
			{ name: 'A', links: [{ value: 'https://harrow.example' }] },
			{ name: 'B', links: [{ value: 'https://harrow.example' }] }
		],
		['names without letters', { name: '???' }, { name: '!' }]
	])('with %s are two', async (_, one, other) => {
		expect(await found([aPerson(one), aPerson(other)])).toEqual([]);
	});
});

test('a number or an address that more than three share is the company’s', async () => {
	const of = (many: number) =>
		Array.from({ length: many }, (_, at) =>
			aPerson({ name: `Name${at}`, ...phone('555 010 0100'), ...email('info@harrow.example') })
		);
	expect(await found(of(3))).toHaveLength(3);
	expect(await found(of(4))).toEqual([]);
});

test('three of one person are one group, and what is said of each is said once', async () => {
	const people = [
		aPerson({ name: 'Ada Lind', company: 'Harrow' }),
		aPerson({ name: 'Ada Lind', company: 'Harrow', ...email('ada@x.example') }),
		aPerson({ name: 'Ada L', ...email('ada@x.example') }),
		aPerson({ name: 'Ada Lind' })
	];
	expect(await found(people)).toEqual([
		[[0, 1, 2], 'email, name-and-company', true],
		[[0, 3], 'name', false]
	]);
});

test('who was said not to be the same comes up no more, not by way of a third either', async () => {
	const people = [
		aPerson({ name: 'Ada Lind', ...email('ada@x.example') }),
		aPerson({ name: 'Ada Lind', ...phone('555 010 0199') }),
		aPerson({ name: 'Ada Lind', ...email('ada@x.example'), ...phone('555 010 0199') })
	];
	const isApart: IsApart = (one, other) =>
		[one, other].every((id) => id === people[0]?.id || id === people[1]?.id);
	expect(await found(people, isApart)).toEqual([[[0, 2], 'email, name', true]]);
});

test('the strongest come first', async () => {
	const people = [
		aPerson({ name: 'Eve' }),
		aPerson({ name: 'Eve' }),
		aPerson({ name: 'Ann Lee', company: 'Acme' }),
		aPerson({ name: 'Ann Lee', company: 'Acme' }),
		aPerson({ name: 'Tom', ...email('tom@x.example') }),
		aPerson({ name: 'Tom B', ...email('tom@x.example') })
	];
	expect((await found(people)).map(([, reasons]) => reasons)).toEqual([
		...['email', 'name-and-company', 'name']
	]);
});

test('many of one name do not multiply', async () => {
	const named = Array.from({ length: 200 }, () => aPerson({ name: 'Unknown' }));
	expect(await found(named)).toEqual([]);
	const there = named.map((person) => ({ ...person, company: 'Harrow' }));
	const groups = await findSame(there, nobody, still);
	expect(groups.length).toBeLessThanOrEqual(200);
});

test('ten thousand of one name and company are looked through in seconds', async () => {
	const people = Array.from({ length: 10_000 }, () => aPerson({ name: 'Acme', company: 'Acme' }));
	const begun = performance.now();
	await findSame(people, nobody, still);
	expect(performance.now() - begun).toBeLessThan(3000);
});

test('ten thousand people are looked through in pieces, well under a second', async () => {
	const random = seededRandom(11);
	const people = Array.from({ length: 10_000 }, (_, at) =>
		aPerson({
			name: `Given${Math.floor(random() * 500)} Family${Math.floor(random() * 500)}`,
			company: `Company ${Math.floor(random() * 300)}`,
			...email(`mail${Math.floor(at * 0.97)}@example.com`),
			...phone(`+1 555 ${String(at).padStart(7, '0')}`)
		})
	);
	let longest = 0;
	let since = performance.now();
	const begun = since;
	const groups = await findSame(people, nobody, () => {
		longest = Math.max(longest, performance.now() - since);
		since = performance.now();
		return Promise.resolve();
	});
	expect(groups.length).toBeGreaterThan(250);
	expect(performance.now() - begun).toBeLessThan(4_000);
	expect(longest).toBeLessThan(400);
});

test.each([
	['Bob', 'Robert', true],
	['Liz', 'ELIZABETH', true],
	['R.', 'Robert', true],
	['R', 'Sam', false],
	['Ann', 'Anna', false],
	['', 'Ann', false]
])('%s and %s', (one, other, isOne) => {
	expect(isOneFirstName(one, other)).toBe(isOne);
});
