// What a table is taken for: who is in it, what its columns are, and what no head can promise.
import { describe, expect, test } from 'vitest';
import { readContactFile } from './contact-file';
import { readTableContacts, takingFirstRow, type ContactTable } from './contact-table';
import type { Day } from './day';
import type { ColumnPlace } from './table-place';

const drained = <Result>(reading: Generator<unknown, Result>): Result => {
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
};

function fileOf(text: string) {
	return drained(readContactFile(new TextEncoder().encode(text)));
}

function tableOf(text: string): ContactTable {
	const result = fileOf(text);
	if (!result.ok || !result.table) throw new Error('no table');
	return result.table;
}

function peopleOf(table: ContactTable, places: readonly ColumnPlace[] = table.guess) {
	const plan = { file: 'x.csv', today: '2026-11-21' as Day };
	return drained(readTableContacts(table, { places, orders: {} }, plan)).contacts;
}

const people = (text: string) => peopleOf(tableOf(text));
const names = (text: string) => people(text).map(({ name }) => name);

describe('the first row', () => {
	test.each([
		['names and companies', 'Ann Lee,Acme\nBob Ray,Beta\nCy Foo,Gamma', 3],
		['in three columns', 'Ann;Lee;Acme\nBob;Ray;Beta\nCy;Foo;Gamma', 3],
		[
			'with e-mails further down only',
			'Ann;Lee;\nBob;Ray;bob@ray.example\nCy;Foo;cy@foo.example',
			3
		],
		[
			'with one missing said in words',
			'Ann Lee,n/a\nBob Ray,bob@ray.example\nCy Foo,c@foo.example',
			3
		],
		['of a company that comes again', 'Ann,Acme,Oslo\nBob,Acme,Bergen\nCy,Gamma,Voss', 3],
		['with words that are heads elsewhere', 'Ann,Manager,Customer\nBob,Manager,Supplier', 2]
	])('is somebody: %s', (_, text, many) => {
		expect(tableOf(text).table.hasHeads).toBe(false);
		expect(people(text)).toHaveLength(many);
	});

	test.each([
		[
			'words nobody knows over e-mails',
			'Prénom;Nom;Courriel\nAnn;Lee;ann@lee.example\nBob;Ray;b@r.example'
		],
		['over numbers', 'Hvem,Nummer\nAnn Lee,030 5550120\nBob Ray,030 5550121'],
		['over days', 'Hvem,Siden\nAnn Lee,1.2.2020\nBob Ray,3.4.2021'],
		['words known', 'Name,City\nAnn Lee,Oslo\nBob Ray,Bergen'],
		['one word over names of two', 'Hvem,Hvor fra\nAnn Lee,Oslo\nBob Ray,Bergen']
	])('is the heads: %s', (_, text) => {
		expect(tableOf(text).table.hasHeads).toBe(true);
		expect(people(text)).toHaveLength(2);
	});

	test('can be taken for the other, and back, and nobody is lost', () => {
		const found = tableOf('Hvem,Nummer\nAnn Lee,030 5550120\nBob Ray,030 5550121');
		const headless = takingFirstRow(found, true);
		expect(headless.table.heads).toEqual(['Column A', 'Column B']);
		expect(peopleOf(headless).map(({ name }) => name)).toEqual(['Hvem', 'Ann Lee', 'Bob Ray']);
		expect(takingFirstRow(headless, false)).toEqual(found);
	});
});

describe('a column is what is in it', () => {
	const column = (head: string, cells: readonly string[]) =>
		people(`Name,${head},More\n${cells.map((cell, at) => `P ${at},${cell},x`).join('\n')}`)[0];

	test.each(['Created At', 'Last Contacted', 'Last Email Date', 'Letzter Kontakt'])(
		'days under %s are a line, never a day of every year',
		(head) => {
			const first = column(head, ['2025-03-04', '2025-04-05', '2024-01-02']);
			expect(first?.moments).toEqual([]);
			expect(first?.emails).toBeUndefined();
			expect(first?.notes[0]?.body).toContain(`${head}: 2025-03-04`);
		}
	);

	test.each(['Birthday', 'Geburtstag', 'Wedding anniversary'])(
		'days under %s come back',
		(head) => {
			expect(column(head, ['1980-03-04'])?.moments).toMatchObject([{ yearly: true }]);
		}
	);

	test('a day chosen under a head of its own was once', () => {
		const table = tableOf('Name,Siden\nAnn,2020-03-04\nBob,2021-05-06');
		const [first] = peopleOf(table, [{ place: 'name' }, { place: 'day', label: 'Siden' }]);
		expect(first?.moments).toEqual([
			{ kind: 'other', label: 'Siden', day: '2020-03-04', yearly: false }
		]);
	});

	test.each([
		['Email Domain', ['x.example', 'y.example']],
		['Phone Verified', ['yes', 'no', 'yes']],
		['Phone Verified', ['2025-03-04', '2025-03-05']],
		['Contact ID', ['10023456', '10023457']]
	])('%s with %j is a line', (head, cells) => {
		const first = column(head, cells);
		expect([first?.emails, first?.phones]).toEqual([undefined, undefined]);
		expect(first?.notes[0]?.body).toContain(`${head}: ${cells[0]}`);
	});

	test('most of the cells tell, short numbers and words beside them too', () => {
		expect(column('Phone', ['1234', 'ask', '+1 505 555 0100 (home)'])?.phones).toEqual([
			{ value: '1234' }
		]);
		expect(column('Mail', ['Ann <ann@x.example>', '', '?'])?.emails).toHaveLength(1);
	});
});

describe('several values in one cell', () => {
	const phones = (cell: string) =>
		people(`Name,Phone\nAnn,"${cell}"\nBob,030 5550101`)[0]?.phones?.map(({ value }) => value);

	test.each([
		['+1 505 555 1234,,5', ['+1 505 555 1234,,5']],
		['+1 505 555 1234; ext. 7', ['+1 505 555 1234; ext. 7']],
		['+1 505 555 1234, x123456', ['+1 505 555 1234, x123456']],
		['+1 505 555 1234, ext 7; +1 505 555 9999', ['+1 505 555 1234, ext 7', '+1 505 555 9999']],
		['030 5550101;030 5550102\n030 5550103', ['030 5550101', '030 5550102', '030 5550103']],
		['office, 030 5550101;', ['office, 030 5550101']]
	])('%j are the numbers %j', (cell, found) => {
		expect(phones(cell)).toEqual(found);
	});

	test('e-mails are parted where both sides are one', () => {
		const [first] = people(
			'Name,Mail\nAnn,"Lee, Ann <ann@lee.example>; a@b.example"\nBob,b@c.example'
		);
		expect(first?.emails?.map(({ value }) => value)).toEqual([
			'Lee, Ann <ann@lee.example>',
			'a@b.example'
		]);
	});
});

describe('what a file is', () => {
	test('a table in which somebody kept a card is a table', () => {
		const card = 'see this:\nBEGIN:VCARD\nFN:Bo\nEND:VCARD';
		expect(names(`Name,Notes\nAnn Lee,"${card}"\nBob Ray,"BEGIN:VCARD\nEND:VCARD"`)).toEqual([
			'Ann Lee',
			'Bob Ray'
		]);
	});

	test('cards after other words are cards', () => {
		const card = 'BEGIN:VCARD\nVERSION:3.0\nFN:Bo\nTEL:1,2\nEND:VCARD\n';
		expect(fileOf(`From: me, you\nTo: them, too\n${card}${card}`)).toMatchObject({
			contacts: [{ name: 'Bo' }, { name: 'Bo' }]
		});
	});

	test.each([
		['names under a head', 'Name\nAnn\nBob', ['Ann', 'Bob']],
		['names alone', 'Ann Lee\nBob Ray\n', ['Ann Lee', 'Bob Ray']],
		['e-mails', 'ann@lee.example\nbob@ray.example', ['ann@lee.example', 'bob@ray.example']],
		['numbers under a head', 'Nummer\n030 5550101\n030 5550102', ['030 5550101', '030 5550102']]
	])('a list of one column is a table: %s', (_, text, found) => {
		expect(names(text)).toEqual(found);
	});

	test.each([
		'Dear Ada\nhow are you?\nYours',
		'One line',
		'To do\nbuy milk\ncall the bank back soon'
	])('but other words are not: %j', (text) => {
		expect(fileOf(text)).toEqual({ ok: false, kind: 'text' });
	});

	test('how far it is, is told while rows and cards are looked for', () => {
		const steps = (text: string) => [...readContactFile(new TextEncoder().encode(text))];
		const rows = steps(`Name,City\n${'Ann Lee,Oslo\n'.repeat(5_000)}`);
		expect(rows.length).toBeGreaterThan(5);
		expect(rows.every(({ inText, done, of }) => inText === true && done < of)).toBe(true);
		const cards = steps('BEGIN:VCARD\nFN:Bo\nEND:VCARD\n'.repeat(20_000));
		expect(cards.filter(({ inText }) => inText).length).toBeGreaterThan(1);
	});
});

test.each([
	['12/31/26', '1926-12-31'],
	['11/21/26', '2026-11-21'],
	['11/22/26', '1926-11-22'],
	['12/31/25', '2025-12-31']
])('a birthday of %s is not in the future: %s', (written, day) => {
	expect(people(`Name,Birthday\nAnn,${written}\nBob,12/31/1980`)[0]?.moments[0]?.day).toBe(day);
});
