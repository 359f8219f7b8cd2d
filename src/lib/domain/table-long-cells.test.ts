// A cell as long as a whole file costs about as much as reading it, wherever its column goes.
import { expect, test } from 'vitest';
import { readContactFile } from './contact-file';
import { openDates, readTableContacts } from './contact-table';
import type { Day } from './day';
import { tablePlaces, type TablePlace } from './table-place';

const encoder = new TextEncoder();
const MB_10 = 10_000_000;
/** Kept well apart from the hours that a quadratic reading takes, on a busy machine too. */
const SOON = 10_000;

const drained = <Result>(reading: Generator<unknown, Result>): Result => {
	for (;;) {
		const step = reading.next();
		if (step.done) return step.value;
	}
};

/** Reads a table with one long cell, its column put to a place; gives what came of it and the time. */
function timed(cell: string, place?: TablePlace, head = 'Wer'): { took: number; many: number } {
	const bytes = encoder.encode(`Name,${head}\nAda,"${cell}"\nBo Marsh,x\nCy Foo,y\n`);
	const start = performance.now();
	const result = drained(readContactFile(bytes));
	if (!result.ok || !result.table) throw new Error('no table');
	const { table } = result;
	const places = place ? [{ place: 'name' as const }, { place, group: 'one' }] : table.guess;
	openDates(table, places);
	const plan = { file: 'x.csv', today: '2026-11-21' as Day };
	const { contacts } = drained(readTableContacts(table, { places, orders: {} }, plan));
	return { took: performance.now() - start, many: contacts.length };
}

const blanks = `1${' '.repeat(MB_10)}2`;
const listed = (separator: string): string =>
	Array.from({ length: 300_000 }, (_, index) => `1${index}${index}`).join(separator);

test.each(tablePlaces)('10 MB of blanks in a column of %s', (place) => {
	const { took, many } = timed(blanks, place);
	expect(many).toBe(3);
	expect(took).toBeLessThan(SOON);
});

test.each(['E-mail', 'Phone', 'Notes', 'Birthday', 'Children', 'Tags', 'Street', 'Anything'])(
	'10 MB under the head %s are guessed and read',
	(head) => {
		expect(timed(blanks, undefined, head).took).toBeLessThan(SOON);
		expect(timed('ab,\n'.repeat(MB_10 / 4), undefined, head).took).toBeLessThan(SOON);
	}
);

test.each<[TablePlace, string]>([
	['phone', ';'],
	['email', ';'],
	['child', ' and '],
	['tags', ','],
	['link', ' ::: '],
	['street', ' ::: '],
	['birthday', ' ::: ']
])(
	'300,000 values in one cell of %s',
	(place, separator) => {
		expect(timed(listed(separator), place).took).toBeLessThan(SOON);
	},
	20_000
);
