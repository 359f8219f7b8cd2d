// Tables as real programs write them give exactly the people in them, whatever is the matter with the file.
// Over 300 lines, because what is in each file is written out.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readContactFile } from '$lib/domain/contact-file';
import { openDates, readTableContacts, type TableSettled } from '$lib/domain/contact-table';
import { csvHead, csvRow, widthOf } from '$lib/domain/csv-write';
import type { AnyDay, Day } from '$lib/domain/day';
import type { Person } from '$lib/domain/records/person';

const folder = join(import.meta.dirname, 'csv');
const encoder = new TextEncoder();

function drained<Result>(reading: Generator<unknown, Result>): Result {
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
}

function tableIn(bytes: Uint8Array) {
	const result = drained(readContactFile(bytes));
	if (!result.ok || !result.table) throw new Error('no table');
	return result.table;
}

function peopleIn(bytes: Uint8Array, file = 'people.csv', settled: Partial<TableSettled> = {}) {
	const table = tableIn(bytes);
	const all = { places: table.guess, orders: {}, ...settled };
	const open = openDates(table, all.places).map(({ example }) => example);
	const read = drained(readTableContacts(table, all, { file, today: '2026-11-21' as Day }));
	return { format: table.format, open, ...read };
}

const corpus = (file: string) => peopleIn(readFileSync(join(folder, file)), file);
const text = (words: string) => peopleIn(encoder.encode(words));

/** A contact of whom nothing is known but what is given. */
function only(fields: Readonly<Record<string, unknown>>) {
	return { circle: [], moments: [], notes: [], vcard: [], ...fields };
}

const yearly = (kind: string, day: string) => ({ kind, day, yearly: true });

describe('the corpus of tables', () => {
	test('Google, current', () => {
		const { format, contacts, problems, mapped } = corpus('google.csv');
		expect([format, problems]).toEqual(['google', []]);
		expect(contacts).toEqual([
			only({
				name: 'Dr. Marta Elena Okafor',
				givenName: 'Marta',
				familyName: 'Okafor',
				nickname: 'Tilly',
				company: 'Harbour Dairy',
				title: 'Head of Purchasing',
				phones: [
					{ value: '+1 563-555-0101', label: 'mobile' },
					{ value: '+1 563-555-0102', label: 'work fax' }
				],
				emails: [
					{ value: 'marta@harbour.example', label: 'work' },
					{ value: 'm.okafor@harbour.example', label: 'work' },
					{ value: 'marta@home.example', label: 'home' }
				],
				links: [{ value: 'https://harbour.example/marta', label: 'profile' }],
				addresses: [
					{
						street: '1 Quay St\nFloor 2',
						city: 'Dubuque',
						region: 'IA',
						postcode: '52001',
						country: 'US',
						label: 'work'
					}
				],
				tags: ['Dairy'],
				circle: [
					{ name: 'Joel', relation: 'spouse' },
					{ name: 'Ana', relation: 'child' }
				],
				moments: [yearly('birthday', '1978-04-12'), yearly('wedding', '2004-06-05')],
				notes: [
					{ body: 'Met at the fair.\nLikes to talk in the morning.' },
					{ body: 'From google.csv:\nOrganization Department: Purchasing\nCoffee: black' }
				]
			}),
			only({
				name: 'Bo',
				givenName: 'Bo',
				phones: [{ value: '555 0103' }],
				moments: [yearly('birthday', '--02-29')]
			}),
			only({
				name: 'Northwind Feeds',
				company: 'Northwind Feeds',
				emails: [{ value: 'office@northwind.example' }]
			})
		]);
		expect(mapped).toContainEqual({ from: 'Photo', to: 'left-out', many: 1 });
	});

	test('Google, old, in UTF-16', () => {
		const { format, contacts } = corpus('google-old.csv');
		expect(format).toBe('google-old');
		expect(contacts[0]).toMatchObject({
			name: 'Zoë Brandt',
			company: 'Brandt & Söhne',
			tags: ['Customers'],
			phones: [{ value: '+49 30 5550104' }],
			notes: [
				{ body: 'Ask about the boat.' },
				{ body: 'From google-old.csv:\nHobby: Sailing\nSkype: zoe.b' }
			]
		});
		expect(contacts[1]).toMatchObject({ name: 'Łukasz 李', familyName: '李' });
	});

	test('Outlook, 92 columns, in Windows-1252', () => {
		const { format, contacts, open, problems } = corpus('outlook.csv');
		expect([format, open, problems]).toEqual(['outlook', ['6/5/1999'], []]);
		expect(contacts[0]).toMatchObject({
			name: 'Jürgen Weiß',
			company: 'Weiß Möbel',
			title: 'Buyer',
			phones: [
				{ value: '+49 221 5550106', label: 'assistant' },
				{ value: '+49 221 5550107', label: 'work fax' },
				{ value: '+49 221 5550108', label: 'work' },
				{ value: '+49 221 5550109', label: 'work' },
				{ value: '+49 171 5550110', label: 'mobile' }
			],
			addresses: [{ street: 'Hafenstraße 4\nPostfach 12', city: 'Köln', label: 'work' }],
			tags: ['Customers', 'Fair “Köln”'],
			circle: [
				{ name: 'Petra Lang', relation: 'assistant' },
				{ name: 'Nora', relation: 'child' },
				{ name: 'Tim', relation: 'child' },
				{ name: 'Lea', relation: 'child' },
				{ name: 'Ilse Weiß', relation: 'boss' },
				{ name: 'Bo Marsh', relation: 'other', about: 'referred by' },
				{ name: 'Karin', relation: 'spouse' }
			],
			notes: [
				{ body: 'Calls on Fridays.\n\nThird line after an empty one.' },
				{
					body: 'From outlook.csv:\nTitle: Mr.\nDepartment: Einkauf\nAccount: K-1077\nHobby: Rowing\nProfession: Carpenter\nUser 1: A-list'
				}
			]
		});
		expect(contacts[1]).toEqual(
			only({
				name: 'Dr. Ada Marsh Jr.',
				givenName: 'Ada',
				familyName: 'Marsh',
				emails: [{ value: 'ada@marsh.example' }]
			})
		);
	});

	test('Outlook.com, whose dates are American', () => {
		const { format, contacts, open } = corpus('outlook-com.csv');
		expect([format, open]).toEqual(['outlook-com', []]);
		expect(contacts[0]).toMatchObject({
			nickname: 'Pri',
			moments: [yearly('birthday', '1985-02-28'), yearly('wedding', '2012-09-14')],
			notes: [{ body: 'Two dogs.' }, { body: 'From outlook-com.csv:\nSchools: Loras College' }]
		});
		expect(contacts[1]).toMatchObject({ name: "Sam O'Dea" });
		const words = readFileSync(join(folder, 'outlook-com.csv'), 'utf8');
		const early = text(words.replace('2/28/1985', '2/3/1985').replace('12/31/1990', ''));
		expect(early.open).toEqual([]);
		expect(early.contacts[0]?.moments[0]?.day).toBe('1985-02-03');
	});

	test('LinkedIn, after its preamble', () => {
		const { format, contacts, problems, unread } = corpus('linkedin.csv');
		expect([format, unread]).toEqual(['linkedin', 2]);
		expect(contacts[0]).toEqual(
			only({
				name: 'Dana Whitlock',
				givenName: 'Dana',
				familyName: 'Whitlock',
				company: 'Whitlock, Inc.',
				title: 'VP Sales',
				emails: [{ value: 'dana@whitlock.example' }],
				links: [{ value: 'https://www.linkedin.com/in/danawhitlock', label: 'LinkedIn' }],
				notes: [{ body: 'Connected on LinkedIn.', day: '2026-06-15' }]
			})
		);
		expect(problems.map(({ code, row }) => [code, row])).toEqual([
			['row-without-name', 7],
			['row-without-name', 8]
		]);
	});

	test('Atomic CRM', () => {
		const { format, contacts } = corpus('atomic-crm.csv');
		expect(format).toBe('atomic-crm');
		expect(contacts[0]).toMatchObject({
			emails: [
				{ value: 'noor@haddad.example', label: 'work' },
				{ value: 'noor@home.example', label: 'home' }
			],
			tags: ['vip', 'robotics'],
			links: [{ label: 'LinkedIn' }],
			notes: [{ body: 'Worked at Acme before. "Direct" in talks.' }, {}]
		});
	});

	test('a German table by hand, in Windows-1252, with a day that is none', () => {
		const { format, contacts, problems } = corpus('deutsch.csv');
		expect(format).toBeUndefined();
		expect(contacts[0]).toMatchObject({
			name: 'Jörg Müller',
			phones: [{ label: 'work' }, { label: 'mobile' }],
			addresses: [{ street: 'Am Wall 1', city: 'Berlin', postcode: '10115' }],
			circle: [{ name: 'Jan' }, { name: 'Ute' }],
			moments: [yearly('wedding', '2004-06-05')],
			notes: [{}, { body: 'From deutsch.csv:\nGeburtstag: 31.02.1980\nKundennummer: 10023456' }]
		});
		expect(contacts[1]).toMatchObject({ moments: [yearly('birthday', '--04-12')] });
		expect(problems).toEqual([{ code: 'bad-date', line: 2, row: 2, detail: '31.02.1980' }]);
	});

	test('a table without heads', () => {
		const { contacts } = corpus('without-heads.csv');
		expect(contacts.map(({ name }) => name)).toEqual(['Ada Byron', 'Bo Marsh', 'Cy Twombly']);
		expect(contacts[0]?.emails).toEqual([{ value: 'ada@byron.example' }]);
	});
});

test('what is in a column counts for more than a head that could be anything', () => {
	const { contacts } = text(
		'Wer;Kontakt;Extra\nIda Vogel;ida@x.example;Tennis\nCem Arslan;cem@x.example;'
	);
	expect(contacts[0]).toMatchObject({ name: 'Ida Vogel', emails: [{ value: 'ida@x.example' }] });
});

describe('what is the matter with a table is named, and the good rest is read', () => {
	const head = 'Name,E-mail,Notes\n';

	test.each([
		['in rows without quotes', 'Ada,a@x.example,"open\nBo,b@x.example,\n', [2], ['Ada', 'Bo']],
		['before rows in quotes', '"Ada","a@x.example,x\n"Bo","b@x.example","y"\n', [2], ['Ada', 'Bo']],
		['in the last row', 'Ada,a@x.example,\nBo,"b@x.example', [3], ['Ada', 'Bo']]
	])('a quote never closed %s', (_, rows, lines, names) => {
		const { contacts, problems } = text(head + rows);
		expect(contacts.map(({ name }) => name)).toEqual(names);
		const open = problems.filter(({ code }) => code === 'quote-not-closed');
		expect(open.map(({ line }) => line)).toEqual(lines);
	});

	test('quotes inside, doubled or not, and lines inside stay', () => {
		const { contacts, problems } = text(
			`${head}"Ada ""A""","a@x.example","one\ntwo ""x""\n\nthree"\n`
		);
		expect(contacts[0]).toMatchObject({
			name: 'Ada "A"',
			notes: [{ body: 'one\ntwo "x"\n\nthree' }]
		});
		expect(problems).toEqual([]);
	});

	test('rows are counted as a spreadsheet does, lines as an editor does', () => {
		const { problems } = text(`${head}Ada,a@x.example,"one\r\ntwo\rthree"\n\n,,nobody\n`);
		expect(problems).toMatchObject([{ code: 'row-without-name', row: 4, line: 6 }]);
	});

	test('quotes never closed in every row cost no more than their number', () => {
		const { problems } = text(`${head}${'Ada,a@x.example,""a\n'.repeat(40_001)}`);
		expect(problems.length).toBeGreaterThan(1);
	}, 10_000);

	test('NULs, lone surrogates, formulas, long rows', () => {
		const { contacts, problems } = text(
			`${head}A\0da,a@x.example,"'=1+1"\nBo\ud800,b@x.example,x,y,z\n=HYPERLINK("x"),c@x.example,\n${'Cy,cy@x.example,a good row\n'.repeat(20)}`
		);
		expect(contacts.slice(0, 3).map(({ name }) => name)).toEqual([
			...['Ada', 'Bo\ufffd', '=HYPERLINK("x")']
		]);
		expect(contacts[0]?.notes).toEqual([{ body: '=1+1' }]);
		expect(problems).toMatchObject([{ code: 'row-too-long', row: 3, detail: 'y' }]);
		expect(contacts[1]?.notes).toContainEqual({
			body: 'From people.csv:\nBeyond the last column: y, z'
		});
	});

	test('300 columns, and 10 MB in one cell', () => {
		const wide = Array.from({ length: 297 }, (_, index) => `c${index}`);
		const row = ['Ada', 'a@x.example', `"${'x, \n'.repeat(2_500_000)}"`, ...wide];
		const { contacts } = text(
			`${['Name', 'E-mail', 'Notes', ...wide].join(',')}\n${row.join(',')}\n`
		);
		expect(contacts[0]?.notes[0]?.body.length).toBe(9_999_998);
		expect(contacts[0]?.notes[1]?.body).toContain('c296: c296');
	});
});

describe('dates are told by their column', () => {
	const moments = (days: readonly string[], orders = {}) => {
		const rows = days.map((day, index) => `P${index},p${index}@x.example,${day}`);
		const bytes = encoder.encode(`Name,E-mail,Birthday\n${rows.join('\n')}\n`);
		const { contacts, open } = peopleIn(bytes, 'x.csv', { orders });
		return { days: contacts.map((each) => each.moments[0]?.day), open };
	};

	test.each<[string, string[], string[]]>([
		['ISO', ['1980-04-03', '--04-12'], ['1980-04-03', '--04-12']],
		['days first', ['03/04/1980', '25/12/79'], ['1980-04-03', '1979-12-25']],
		['months first', ['03/04/1980', '12/25/25'], ['1980-03-04', '2025-12-25']],
		['points', ['3.4.1980', '3.4.80', '3.4.'], ['1980-04-03', '1980-04-03', '--04-03']],
		['years first', ['1980/4/3', '19800403'], ['1980-04-03', '1980-04-03']],
		[
			'words',
			['15 Jun 2026', '"June 3, 1980"', '"4. März 1981"', '5-Okt-82'],
			['2026-06-15', '1980-06-03', '1981-03-04', '1982-10-05']
		],
		['years that are none', ['1604-04-12', '1980-04-03T00:00:00Z'], ['--04-12', '1980-04-03']]
	])('%s', (_, written, days) => {
		expect(moments(written)).toEqual({ days, open: [] });
	});

	test('one that could be either is asked about, once', () => {
		expect(moments(['03/04/1980', '05/06/1981']).open).toEqual(['03/04/1980']);
		expect(moments(['03/04/1980'], { 2: 'month-day' }).days).toEqual(['1980-03-04']);
		expect(moments(['25/12/1980', '12/25/1980']).days).toEqual(['1980-12-25', '1980-12-25']);
		expect(moments(['04/04/1980']).open).toEqual([]);
		expect(moments(['25/12/1980', '12/25/1980', '03/04/1980']).open).toEqual(['03/04/1980']);
	});
});

describe('generated tables', () => {
	const words = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 });
	const word = words.map((each) => `a${each.replace(/[\s\0]+/g, ' ').trim()}`.toWellFormed());
	const cell = fc.oneof(
		word,
		fc.constantFrom('a "b" c', 'x, y; z', 'one\ntwo', 'a""', '|\t|', "'")
	);

	test.each([',', ';', '\t', '|'])('come back in every dialect: %j', (delimiter) => {
		const quoted = (text: string) =>
			/["\r\n,;\t|]|^ | $/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
		fc.assert(
			fc.property(
				fc.array(fc.tuple(word, cell), { minLength: 3, maxLength: 20 }),
				fc.constantFrom('\n', '\r\n', '\r'),
				fc.boolean(),
				(rows, end, all) => {
					const each = (text: string) => (all ? `"${text.replaceAll('"', '""')}"` : quoted(text));
					const lines = [
						['Name', 'E-mail', 'Notes'],
						...rows.map(([name, note]) => [name, 'a@x.example', note])
					];
					const { contacts, problems } = text(
						lines.map((line) => line.map(each).join(delimiter)).join(end)
					);
					expect(problems).toEqual([]);
					expect(contacts.map(({ name }) => name)).toEqual(rows.map(([name]) => name));
					expect(contacts.map(({ notes }) => notes[0]?.body)).toEqual(rows.map(([, note]) => note));
				}
			),
			{ seed: 7, numRuns: 60 }
		);
	});

	test('written by Kith give the same people', () => {
		const reach = fc.record({ value: word, label: word }, { requiredKeys: ['value'] });
		const person = fc.record(
			{
				name: word,
				nickname: word,
				company: word,
				title: word,
				about: word,
				tags: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }),
				links: fc.uniqueArray(reach, { selector: ({ value }) => value, minLength: 1, maxLength: 3 })
			},
			{ requiredKeys: ['name'] }
		);
		fc.assert(
			fc.property(fc.array(person, { minLength: 2, maxLength: 8 }), (people) => {
				const all = people.map(
					(each, index) => ({ ...each, id: String(index) }) as unknown as Person
				);
				const width = widthOf(all);
				const birthday = '1978-04-12' as AnyDay;
				const rows = all.map((each) => csvRow({ person: each, birthday }, width));
				const { format, contacts, problems } = text(csvHead(width) + rows.join(''));
				expect([format, problems]).toEqual(['kith', []]);
				expect(contacts).toEqual(
					people.map((each) => only({ ...each, moments: [yearly('birthday', birthday)] }))
				);
			}),
			{ seed: 7, numRuns: 100 }
		);
	});

	test('anything at all is read or refused, and never throws', () => {
		fc.assert(
			fc.property(
				fc.array(fc.constantFrom('"', ',', ';', '\n', '\r', 'Name', 'a@b.c', ' ', '1.2.80', '\0')),
				(parts) => {
					const result = drained(readContactFile(encoder.encode(parts.join(''))));
					if (!result.ok || !result.table) return;
					const settled = { places: result.table.guess, orders: {} };
					drained(
						readTableContacts(result.table, settled, { file: 'x', today: '2026-11-21' as Day })
					);
				}
			),
			{ seed: 7, numRuns: 1000 }
		);
	});

	test('10,000 rows are read in pieces', () => {
		const rows = Array.from(
			{ length: 10_000 },
			(_, index) =>
				`Ada ${index},Byron,ada${index}@x.example,"Acme, ${index % 50}",+1 563 555 ${index},12/25/1980,"two\nlines"`
		);
		const bytes = encoder.encode(
			`First Name,Last Name,E-mail,Company,Phone,Birthday,Notes\n${rows.join('\n')}`
		);
		const reading = readContactFile(bytes);
		let pieces = 0;
		let step = reading.next();
		for (; !step.done; step = reading.next()) pieces++;
		expect(pieces).toBeGreaterThan(10);
		const before = performance.now();
		expect(peopleIn(bytes).contacts).toHaveLength(10_000);
		if (process.env['KITH_SPEED']) expect(performance.now() - before).toBeLessThan(1000);
	});
});
