// Cards written are cards read: by our own reader, and by one that others made.
import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, test } from 'vitest';
import type { AnyDay } from './day';
import type { Circle } from './records/circle';
import type { Moment } from './records/moment';
import type { Person } from './records/person';
import { readVcards } from './vcard';
import { vcardToContact } from './vcard-contact';
import { writeVcard } from './vcard-write';

const VERSIONS = ['3.0', '4.0'] as const;
const ID = '202600000000000000001' as Person['id'];

function aCard(fields: Partial<Person> = {}, more: Partial<Parameters<typeof writeVcard>[0]> = {}) {
	return { person: { id: ID, name: 'Ada', ...fields }, moments: [], circle: [], ...more };
}

function birthday(day: string, more: Partial<Moment> = {}): Moment {
	return {
		id: ID as never,
		person: ID,
		kind: 'birthday',
		yearly: true,
		day: day as AnyDay,
		...more
	};
}

function member(name: string, relation: Circle['relation'], about?: string): Circle {
	return { id: ID as never, person: ID, name, relation, ...(about === undefined ? {} : { about }) };
}

function readBack(text: string) {
	const { cards, problems } = readVcards(text);
	expect(problems).toEqual([]);
	expect(cards).toHaveLength(1);
	const reading = vcardToContact(cards[0]!);
	if (!reading.ok) throw new Error(reading.problem.code);
	expect(reading.problems).toEqual([]);
	return reading.contact;
}

function lines(text: string): string[] {
	return text.replaceAll('\r\n ', '').split('\r\n');
}

/** ical.js leaves the escape of a semicolon in where a value has no parts; both RFCs allow it there. */
function leftEscaped(words: string): string {
	return words.replaceAll(';', '\\;');
}

describe('everything comes back', () => {
	const person: Partial<Person> = {
		name: 'Lady Ada King Byron',
		givenName: 'Ada',
		familyName: 'Byron',
		nickname: 'Ad, Addie',
		company: 'Engines; Sons, Ltd',
		title: 'Countess',
		phones: [
			{ value: '+1 555 0100', label: 'work' },
			{ value: '+1 555 0101', label: 'mobile' },
			{ value: '5', label: 'home fax' },
			{ value: '6', label: 'Reception, back door' },
			{ value: '7' }
		],
		emails: [{ value: 'ada@example.com', label: 'home' }, { value: 'b@c.d' }],
		links: [{ value: 'https://example.com/a;b,c', label: 'linkedin' }],
		addresses: [
			{
				label: 'work',
				street: '1 St, rear\nFloor 2',
				city: 'Paris',
				postcode: '75;1',
				country: 'F'
			},
			{ label: 'cabin', region: 'IA' }
		],
		tags: ['Dairy', 'VIP, gold; south'],
		about: 'Likes boats.\nCalls on Fridays, never earlier; bring “Ünal” 👩‍🌾',
		uid: 'urn:uuid:1',
		vcard: [
			'N:Byron;Ada;King;Lady;',
			'ORG:Engines\\; Sons\\, Ltd;Research',
			'item1.X-CUSTOM;Q="a;b":x\\, y',
			'item1.X-ABLabel:mine',
			'GENDER:F'
		]
	};
	const sources = aCard(person, {
		moments: [
			birthday('1978-04-12'),
			birthday('2009-08-08', { kind: 'wedding' }),
			birthday('--05-06', { kind: 'other', label: 'First met' })
		],
		circle: [
			member('Maria', 'spouse'),
			member('Ben', 'sibling', 'brother'),
			member('Rex', 'pet', 'Dog'),
			member('Zoe', 'child', 'rides on Sundays'),
			member('Tom', 'colleague'),
			member('Red', 'assistant')
		]
	});

	test.each(VERSIONS)('by our own reader, %s', (version) => {
		const { about, ...rest } = person;
		const contact = readBack(writeVcard(sources, version));
		expect(contact).toEqual({
			...rest,
			moments: [
				{ kind: 'birthday', day: '1978-04-12', yearly: true },
				{ kind: 'wedding', day: '2009-08-08', yearly: true },
				{ kind: 'other', label: 'First met', day: '--05-06', yearly: true }
			],
			circle: expect.arrayContaining([
				{ name: 'Maria', relation: 'spouse' },
				{ name: 'Ben', relation: 'sibling', about: 'brother' },
				{ name: 'Rex', relation: 'pet', about: 'Dog' },
				{ name: 'Zoe', relation: 'child' },
				{ name: 'Tom', relation: 'colleague' },
				{ name: 'Red', relation: 'assistant' }
			]) as unknown,
			notes: [{ body: about }]
		});
		expect(contact.circle).toHaveLength(6);
	});

	test.each(VERSIONS)('by an independent reader, %s', (version) => {
		const text = writeVcard(sources, version);
		const [, properties] = ICAL.parse(text) as unknown as [
			string,
			[string, object, string, unknown][]
		];
		const first = (name: string) => properties.find(([own]) => own === name)?.[3];
		expect(first('version')).toBe(version);
		expect(first('fn')).toBe(person.name);
		expect(first('n')).toEqual(['Byron', 'Ada', 'King', 'Lady', '']);
		expect(first('org')).toEqual(['Engines; Sons, Ltd', 'Research']);
		expect(first('note')).toBe(leftEscaped(person.about ?? ''));
		expect(first('bday')).toBe('1978-04-12');
		const tags = properties.find(([own]) => own === 'categories')?.slice(3);
		expect(tags).toEqual(person.tags?.map(leftEscaped));
		const adr = properties.find(([own]) => own === 'adr')?.[3];
		expect(adr).toEqual(['', '', '1 St, rear\nFloor 2', 'Paris', '', '75;1', 'F']);
	});

	test.each(VERSIONS)('of any text, %s', (version) => {
		const words = fc
			.string({
				unit: fc.constantFrom(...'abZ0ñß漢😀 ;:,"=.-_|^\\\'@+()\t'),
				maxLength: 90,
				size: 'max'
			})
			.map((each) => each.replace(/\s+/g, ' ').trim() || 'Ada');
		const sample = fc.record({
			...{ name: words, givenName: words, familyName: words, company: words, title: words },
			...{ about: words, tags: fc.uniqueArray(words, { maxLength: 3, minLength: 1 }) }
		});
		fc.assert(
			fc.property(sample, (fields) => {
				const text = writeVcard(aCard(fields), version);
				for (const line of text.split('\r\n')) {
					expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
				}
				const { about, ...rest } = fields;
				expect(readBack(text)).toMatchObject({ ...rest, notes: [{ body: about }], vcard: [] });
				const card = ICAL.parse(text) as unknown as [string, [string, object, string, unknown][]];
				expect(card[1].find(([name]) => name === 'note')?.[3]).toBe(leftEscaped(about));
			}),
			{ seed: 20261121, numRuns: 60 }
		);
	});
});

test('a birthday without a year is written the way each version has', () => {
	const sources = aCard({}, { moments: [birthday('--02-29')] });
	expect(lines(writeVcard(sources, '4.0'))).toContain('BDAY:--0229');
	expect(lines(writeVcard(sources, '3.0'))).toContain('BDAY;X-APPLE-OMIT-YEAR=1604:1604-02-29');
	for (const version of VERSIONS) {
		const { moments } = readBack(writeVcard(sources, version));
		expect(moments).toEqual([{ kind: 'birthday', day: '--02-29', yearly: true }]);
	}
});

test.each(['constructor', '__proto__', 'toString'])(
	'a number labelled %s is called so',
	(label) => {
		const card = writeVcard(aCard({ phones: [{ value: '+1 555 0100', label }] }), '3.0');
		expect(lines(card)).toContain('item1.TEL:+1 555 0100');
		expect(lines(card)).toContain(`item1.X-ABLabel:${label}`);
	}
);

test('a UID is one, also where the book has none and where it is no URI', () => {
	expect(lines(writeVcard(aCard(), '4.0'))).toContain(`UID:kith:${ID}`);
	expect(lines(writeVcard(aCard({ uid: 'ab 1' }), '4.0'))).toContain('UID;VALUE=text:ab 1');
	expect(lines(writeVcard(aCard({ uid: 'ab 1' }), '3.0'))).toContain('UID:ab 1');
});

describe('what was kept', () => {
	const written = (fields: Partial<Person>, version: (typeof VERSIONS)[number], day?: string) =>
		lines(writeVcard(aCard(fields, day ? { moments: [birthday(day)] } : {}), version));

	test('gives way to what the book knows by now', () => {
		const vcard = [
			'N:Old;Name;Mid;;',
			'ORG:Before;Lab',
			'BDAY;VALUE=text:around 1800',
			'UID:other'
		];
		const card = written({ company: 'Now', givenName: 'New', vcard }, '3.0', '1978-04-12');
		expect(card).toEqual(expect.arrayContaining(['N:;New;Mid;;', 'ORG:Now', 'BDAY:1978-04-12']));
		expect(card.join('\n')).not.toMatch(/Before|around|other|Old/);
		expect(written({ vcard }, '3.0')).toContain('BDAY;VALUE=text:around 1800');
	});

	test('is a picture in the spelling of the version, either way', () => {
		const binary = 'PHOTO;ENCODING=b;TYPE=JPEG:AAAA';
		const uri = 'PHOTO:data:image/jpeg;base64,AAAA';
		expect(written({ vcard: [binary] }, '4.0')).toContain(uri);
		expect(written({ vcard: [uri] }, '3.0')).toContain(binary);
		expect(written({ vcard: [binary] }, '3.0')).toContain(binary);
		expect(written({ vcard: [uri] }, '4.0')).toContain(uri);
	});

	test('cannot break out of its line', () => {
		const card = written({ vcard: ['X-A:1\r\nEND:VCARD', 'no property'] }, '4.0');
		expect(card.filter((line) => line === 'END:VCARD')).toHaveLength(1);
		expect(card).toContain('X-A:1 END:VCARD');
	});
});
