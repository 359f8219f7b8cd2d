import { describe, expect, test } from 'vitest';
import { ContactIndex, phoneKey, type Comparable } from './duplicates';
import { seededRandom } from './random';

const ada = {
	id: 'ada',
	name: 'Ada Lovelace',
	company: 'Analytical Engines',
	emails: [{ value: 'ada@example.com', label: 'work' }],
	phones: [{ value: '+44 20 7946 0018' }]
};
const book = new ContactIndex([ada, { id: 'zoe', name: 'Zoë  Müller' }]);

describe('ContactIndex', () => {
	test.each<[string, Comparable, string[]]>([
		[
			'the same e-mail in any case',
			{ name: 'A', emails: [{ value: ' ADA@Example.com' }] },
			['email']
		],
		[
			'the same phone in another spelling',
			{ name: 'A', phones: [{ value: '020 79460018' }] },
			['phone']
		],
		[
			'the same name and company',
			{ name: 'ada lovelace', company: 'ANALYTICAL engines ' },
			['name-and-company']
		],
		['the same name without a company', { name: 'Ada  Lovelace' }, ['name']],
		[
			'all of it, the strongest reason first',
			{ ...ada, phones: [...ada.phones, { value: '0044 20 79460018' }] },
			['email', 'phone', 'name-and-company']
		]
	])('finds %s', (_, contact, reasons) => {
		expect(book.find(contact)).toEqual([{ id: 'ada', reasons }]);
	});

	test('finds the same UID before all else, but no plain number', () => {
		const uid = '57ee05cd-e009-42c7-bebf-f20686734721';
		const index = new ContactIndex([
			{ ...ada, uid },
			{ id: 'bo', name: 'Bo', uid: '17' }
		]);
		expect(index.find({ ...ada, uid: `urn:uuid:${uid.toUpperCase()}` })).toEqual([
			{ id: 'ada', reasons: ['uid', 'email', 'phone', 'name-and-company'] }
		]);
		expect(index.find({ name: 'Somebody else', uid: '17' })).toEqual([]);
	});

	test('finds a name whatever its marks, when the book has no company', () => {
		expect(book.find({ name: 'zoe muller', company: 'X' })).toEqual([
			{ id: 'zoe', reasons: ['name'] }
		]);
	});

	test('finds a name typed without its letters', () => {
		const index = new ContactIndex([{ id: 'j', name: 'Jørgen Weiß' }]);
		expect(index.find({ name: 'Jorgen Weiss' })).toEqual([{ id: 'j', reasons: ['name'] }]);
	});

	test('finds nobody else', () => {
		for (const contact of [
			{ name: 'Ada Lovelace', company: 'Other' },
			{ name: '', emails: [{ value: ' ' }], phones: [{ value: '' }] },
			{ name: 'B', phones: [{ value: '460018' }] },
			{ name: 'constructor' }
		]) {
			expect(book.find(contact)).toEqual([]);
		}
	});

	test('finds duplicates within a file, those with the strongest reason first', () => {
		const index = new ContactIndex<string>();
		index.add('draft 1', { name: 'A B' });
		index.add('draft 2', { name: 'C', emails: [{ value: 'x@y.z' }] });
		expect(index.find({ name: 'a b', emails: [{ value: 'X@Y.Z' }] })).toEqual([
			{ id: 'draft 2', reasons: ['email'] },
			{ id: 'draft 1', reasons: ['name'] }
		]);
	});

	test('compares 10,000 with 10,000 in well under a second', () => {
		const random = seededRandom(7);
		const people = Array.from({ length: 10_000 }, (_, index) => ({
			id: `p${index}`,
			name: `Given${Math.floor(random() * 500)} Family${Math.floor(random() * 500)}`,
			company: `Company ${Math.floor(random() * 300)}`,
			emails: [{ value: `mail${index}@example.com` }],
			phones: [{ value: `+1 555 ${String(index).padStart(7, '0')}` }]
		}));
		const times = [1, 2, 3].map(() => {
			const start = performance.now();
			const index = new ContactIndex(people);
			const found = people.filter((person) => index.find(person)[0]?.id === person.id);
			const time = performance.now() - start;
			expect(found).toHaveLength(people.length);
			return time;
		});
		expect(Math.min(...times)).toBeLessThan(1000);
	});
});

test.each([
	['+49 (170) 123-45 67', '701234567'],
	['0170/1234567', '701234567'],
	['0049 170 1234567', '701234567'],
	['+1-418-656-9254 ext. 102', '186569254'],
	['tel:418-656-9254;ext=102', '186569254'],
	['418-656-9254 x102', '186569254'],
	['418-656-9254,,102#', '186569254'],
	['555-1234', '5551234'],
	['00 555 12', undefined],
	['BusinessPhone', undefined],
	['', undefined]
])('the phone %s is compared as %s', (phone, key) => {
	expect(phoneKey(phone)).toBe(key);
});
