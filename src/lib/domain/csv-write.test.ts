// Tables that open in a spreadsheet and in an address book, and never reckon.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AnyDay } from './day';
import type { Person } from './records/person';
import { csvCell, csvHead, csvRow, widthOf } from './csv-write';
import { cellText } from './table-cell';
import { readCsv as readTable } from './csv-read';

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

/** The rows as the import has them. */
function imported(text: string): string[][] {
	const reading = readTable(text, ',');
	let step = reading.next();
	while (!step.done) step = reading.next();
	expect(step.value.problems).toEqual([]);
	return step.value.rows.map(({ cells }) => cells.map(cellText));
}

test('no cell begins a formula, and our own import has every one as it was', () => {
	const words = fc.string({
		unit: fc.constantFrom(...'=+-@ab01 \t\r\n",;|(){}ñ漢😀'),
		maxLength: 40
	});
	fc.assert(
		fc.property(fc.array(words, { minLength: 1, maxLength: 6 }), (cells) => {
			const line = `${cells.map(csvCell).join(',')}\r\n`;
			const [row = []] = readCsv(line);
			for (const cell of row) {
				// A number to call is the one exception: nothing in it can be reckoned.
				expect(/^[=\-@\t\r]|^\+(?!\d[\d ]*$)/.test(cell), cell).toBe(false);
			}
			if (!cells.some((cell) => cell.trim() !== '')) return;
			const [back = []] = imported(line);
			// White space at either end says nothing, and a mark of ours is told from one that was there.
			expect(back.map((cell) => cell.trim())).toEqual(cells.map((cell) => cellText(cell).trim()));
		}),
		{ seed: 20261122, numRuns: 1_000 }
	);
});

test.each(['+1 555 0100', '+49 (0)30 1234-567', '-5', '=HYPERLINK("x")', "'quoted'"])(
	'%j comes back from the column of phones',
	(value) => {
		const person: Person = { id: ID, name: 'Ada', phones: [{ value }] };
		const width = widthOf([person]);
		const [head = [], row = []] = imported(
			`${csvHead(width).slice(1)}${csvRow({ person, birthday: undefined }, width)}`
		);
		const back = row[head.indexOf('Phone 1 - Value')] ?? '';
		expect(back.replace(/[^\w+="'-]/g, '').replace(/(?<=\d)-/g, '')).toBe(
			value.replace(/[^\w+="'-]/g, '').replace(/(?<=\d)-/g, '')
		);
	}
);
