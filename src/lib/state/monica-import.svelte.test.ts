// An account of Monica comes into the book as a whole, is recognised when it comes again, and goes as a whole.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readContactFile } from '$lib/domain/contact-file';
import { ImportRows } from '$lib/domain/import-row';
import type { Id } from '$lib/domain/id';
import { aBook, TestClock } from '../../../tests/support/books';
import { importContacts } from './contacts';
import { knownToImport } from './contacts-known';
import { undoImport } from './contacts-undo';
import { Kith } from './kith.svelte';

const file = join(import.meta.dirname, '../../../tests/corpus/monica/account.json');

function contacts() {
	const reading = readContactFile(readFileSync(file));
	for (;;) {
		const step = reading.next();
		if (!step.done) continue;
		if (!step.value.ok || step.value.table) throw new Error('not an account');
		return step.value.contacts;
	}
}

function rowsOf(kith: Kith) {
	const rows = new ImportRows();
	rows.know(knownToImport(kith));
	return contacts().map((contact) => rows.next(contact));
}

async function aKith(): Promise<Kith> {
	const clock = new TestClock();
	const book = await aBook('one', clock);
	await book.openYears(2019, () => Promise.resolve());
	return new Kith(book, clock.now);
}

const TABLES = [
	...(['person', 'circle', 'moment', 'note', 'touch'] as const),
	...(['gesture', 'promise', 'fact'] as const)
];

function sizes({ book }: Kith) {
	return Object.fromEntries(TABLES.map((table) => [table, book.all(table).length]));
}

test('all of it lands, with relatives pointing to each other, and undo takes all back', async () => {
	const kith = await aKith();
	const chosen = rowsOf(kith).map((row) => ({ row, as: 'person' as const }));
	const outcome = await importContacts(kith, chosen, ['monica.json']);
	if (outcome.is !== 'done') throw new Error(outcome.is);
	expect(sizes(kith)).toEqual({
		person: 6,
		circle: 10,
		moment: 7,
		note: 14,
		touch: 7,
		gesture: 2,
		promise: 3,
		fact: 3
	});
	const { book } = kith;
	const named = (name: string) => book.all('person').find((each) => each.name === name)!;
	const greta = named('Greta Marie Lindqvist');
	const spouse = (id: Id<'person'>) =>
		book.about('circle', id).find(({ relation }) => relation === 'spouse')?.self;
	expect(spouse(greta.id)).toBe(named('Tomas Lindqvist').id);
	expect(spouse(named('Tomas Lindqvist').id)).toBe(greta.id);
	expect(named('Edda Krohn').cadence).toBe(0);
	const call = book.about('touch', greta.id).find(({ day }) => day === '2023-05-02')!;
	expect(book.all('note').find(({ touch }) => touch === call.id)?.day).toBe('2023-05-02');
	expect(book.about('fact', greta.id).find(({ label }) => label === 'Food')?.sensitive).toBe(true);
	expect(JSON.stringify(book.all('circle'))).not.toContain('otherUid');
	await undoImport(kith, outcome.record);
	expect(Object.values(sizes(kith)).every((size) => size === 0)).toBe(true);
});

test('the same account a second time is the same people, and adds nothing', async () => {
	const kith = await aKith();
	const chosen = rowsOf(kith).map((row) => ({ row, as: 'person' as const }));
	await importContacts(kith, chosen, ['monica.json']);
	const { book } = kith;
	const reasons = rowsOf(kith).map(({ same }) => same?.reason);
	expect(reasons).toEqual(Array(6).fill('uid'));
	const before = sizes(kith);
	const again = rowsOf(kith).map((row) => ({ row, as: 'filling' as const }));
	await importContacts(kith, again, ['monica.json']);
	expect(sizes(kith)).toEqual(before);
	expect(book.all('person')).toHaveLength(6);
});
