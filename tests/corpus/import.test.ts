// The sample files of real programs, through preview and import, give the book exactly their people.
// @vitest-environment happy-dom
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { readContactFile } from '$lib/domain/contact-file';
import { ImportRows } from '$lib/domain/import-row';
import { ContactChoices } from '$lib/state/contact-choices.svelte';
import { lookAtRows } from '$lib/state/contact-looks';
import { importContacts } from '$lib/state/contacts';
import { undoImport } from '$lib/state/contacts-undo';
import { Kith } from '$lib/state/kith.svelte';
import { aBook, digest, TestClock } from '../support/books';

const folder = resolve(import.meta.dirname, '../../../shared/corpora/vcard');

function rowsOf(kith: Kith, file: string) {
	const reading = readContactFile(readFileSync(join(folder, file)));
	let step = reading.next();
	while (!step.done) step = reading.next();
	const result = step.value;
	if (!result.ok) throw new Error(`${file} looks like ${result.kind}`);
	if (result.table) throw new Error(`${file} is taken for a table`);
	expect(result).toMatchObject({ problems: [], unread: 0 });
	const rows = new ImportRows();
	rows.know(kith.book.all('person'));
	return result.contacts.map((contact) => rows.next(contact));
}

async function bringIn(...args: Parameters<typeof importContacts>) {
	const outcome = await importContacts(...args);
	if (outcome.is !== 'done') throw new Error(`the import is ${outcome.is}`);
	return outcome.record;
}

describe.skipIf(!existsSync(folder))('the corpus of vCards (skipped without the folder)', () => {
	test.each<[string, { people: number; circle: number; moments: number; notes: number }]>([
		['John_Doe_ANDROID.vcf', { people: 6, circle: 0, moments: 0, notes: 1 }],
		['John_Doe_EVOLUTION.vcf', { people: 1, circle: 3, moments: 2, notes: 1 }],
		['John_Doe_GMAIL.vcf', { people: 1, circle: 1, moments: 2, notes: 1 }],
		['gmail-list.vcf', { people: 3, circle: 0, moments: 0, notes: 0 }],
		['gmail-single.vcf', { people: 1, circle: 2, moments: 2, notes: 1 }],
		['outlook-2003.vcf', { people: 1, circle: 0, moments: 1, notes: 1 }],
		['rfc2426-example.vcf', { people: 2, circle: 0, moments: 0, notes: 0 }],
		['rfc6350-example.vcf', { people: 1, circle: 0, moments: 2, notes: 0 }]
	])('%s', async (file, expected) => {
		const clock = new TestClock();
		const book = await aBook('corpus', clock);
		await book.openYears(2026, () => Promise.resolve());
		const kith = new Kith(book, clock.now);
		const before = digest(book);
		const first = new ContactChoices(rowsOf(kith, file));
		// Those without a name are left out unless the rep says otherwise.
		first.chooseAll(first.fresh, 'add');
		const made = await bringIn(kith, first.chosen, [file]);
		expect(made.added).toBe(expected.people);
		expect({
			people: book.all('person').length,
			circle: book.all('circle').length,
			moments: book.all('moment').length,
			notes: book.all('note').length
		}).toEqual(expected);
		expect(book.unreadable).toEqual([]);
		// A second time the book knows them all, and filling in finds nothing missing.
		const rows = rowsOf(kith, file);
		const again = new ContactChoices(rows, await lookAtRows(kith, rows));
		expect(again.counts).toEqual({ leave: expected.people, add: 0, fill: 0, move: 0 });
		again.chooseAll(again.known, 'fill');
		const after = digest(book);
		const second = await bringIn(kith, again.chosen, [file]);
		expect(second).toMatchObject({ added: 0 });
		expect(second.filled).toBeUndefined();
		await undoImport(kith, second);
		expect(digest(book)).toBe(after);
		await undoImport(kith, made);
		expect(digest(book)).toBe(before);
	});
});
