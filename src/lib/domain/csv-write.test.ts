// Tables that open in a spreadsheet and in an address book, and never reckon.
import { expect, test } from 'vitest';
import type { AnyDay } from './day';
import type { Person } from './records/person';
import { csvCell, csvHead, csvRow, widthOf } from './csv-write';

const ID = '202600000000000000001' as Person['id'];

/** A reader of its own for RFC 4180, so that the writer is not judged by itself. */
function readCsv(text: string): string[][] {
	const rows: string[][] = [];
	const cell = /("(?:[^"]|"")*"|[^",\r\n]*)(,|\r\n)/gy;
	let row: string[] = [];
	for (let match = cell.exec(text); match; match = cell.exec(text)) {
		const [, words = '', end] = match;
		row.push(words.startsWith('"') ? words.slice(1, -1).replaceAll('""', '"') : words);
		if (end === '\r\n') {
			rows.push(row);
			row = [];
		}
	}
	return rows;
}

test('a person comes back by the names of the columns', () => {
	const person: Person = {
		...{ id: ID, name: 'Ada "Addie" Byron', givenName: 'Ada', familyName: 'Byron' },
		...{ company: 'Engines, Ltd', about: 'one\ntwo; “ü”', tags: ['Dairy', 'VIP, gold'] },
		phones: [{ value: '+1-555-0100', label: 'work' }, { value: '(563) 555' }],
		emails: [{ value: 'ada@example.com', label: 'home' }],
		addresses: [{ label: 'work', street: '1 St\nFloor 2', city: 'Paris', postcode: '01234' }]
	};
	const width = widthOf([person, { id: ID, name: 'Bo' }]);
	const text =
		csvHead(width) +
		csvRow({ person, birthday: '1978-04-12' as AnyDay }, width) +
		csvRow({ person: { id: ID, name: 'Bo' }, birthday: undefined }, width);
	expect(text.startsWith('\ufeffFirst Name,Last Name')).toBe(true);
	const [head = [], first = [], second = []] = readCsv(text.slice(1));
	expect([first.length, second.length]).toEqual([head.length, head.length]);
	const of = Object.fromEntries(head.map((name, index) => [name, first[index]]));
	expect(of).toMatchObject({
		...{ 'First Name': 'Ada', 'Last Name': 'Byron', 'File As': person.name },
		...{ 'Organization Name': 'Engines, Ltd', Birthday: '1978-04-12', Notes: 'one\ntwo; “ü”' },
		...{ Labels: 'Dairy ::: VIP, gold', 'E-mail 1 - Label': 'home' },
		...{ 'E-mail 1 - Value': 'ada@example.com', 'Phone 1 - Value': '+1 555 0100' },
		...{ 'Phone 2 - Value': '(563) 555', 'Address 1 - Street': '1 St\nFloor 2' },
		...{ 'Address 1 - City': 'Paris', 'Address 1 - Postal Code': '01234' }
	});
	expect(second.slice(0, 2)).toEqual(['Bo', '']);
});

test.each([
	['=1+1', '"\'=1+1"'],
	['@SUM(A1)', '"\'@SUM(A1)"'],
	['+1+cmd|x', '"\'+1+cmd|x"'],
	['-2', '"\'-2"'],
	['\t=1', '"\'\t=1"'],
	['\r=1', '"\'\r=1"'],
	['--04-12', '"\'--04-12"'],
	['+1 555 0100', '"+1 555 0100"'],
	['+1-555', '"\'+1-555"'],
	['a=b', 'a=b'],
	['a"b', '"a""b"'],
	['', '']
])('the cell %j is %s', (words, cell) => {
	expect(csvCell(words)).toBe(cell);
});
