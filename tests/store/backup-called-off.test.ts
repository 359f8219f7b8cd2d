// A restore that is called off leaves nothing behind; one that is cut off is told the next time.
import { afterEach, describe, expect, test, vi } from 'vitest';
import { dayOfDate } from '$lib/domain/day';
import { seededRandom } from '$lib/domain/random';
import { tableNames } from '$lib/domain/records/tables';
import { sampleBook } from '$lib/domain/sample/sample-book';
import { english as words } from '$lib/domain/sample/sample-en';
import { bindBackup, noteBackup } from '$lib/state/backup';
import { backupLine, changesSinceBackup } from '$lib/state/backup-age';
import { brokenRestore } from '$lib/state/restore-begun';
import { restore } from '$lib/state/restore';
import { Restoring } from '$lib/state/restoring.svelte';
import { Book } from '$lib/store/book';
import { aKith, backupIn, backupOf, kithOf } from '../support/backups';
import { anId, aNote, aPerson, digest, NOON, TestClock, write } from '../support/books';
import { setFields } from '$lib/store/rewrite';

function fill(book: Book, seed = 7): void {
	const today = dayOfDate(new Date(NOON));
	const content = sampleBook({ seed, words, people: 40, entries: 400, today, now: NOON });
	write(book, (draft) => {
		for (const table of tableNames) {
			for (const record of content[table] ?? []) draft.add(table, record);
		}
	});
}

/** Two books that share some people and differ in others, and the backup of the second. */
async function twoBooks(clock = new TestClock()) {
	const [here, there] = [await aKith('here', clock), await aKith('there', clock)];
	fill(here.book);
	fill(there.book);
	clock.ms += 1_000;
	const people = there.book.all('person').slice(0, 30);
	write(there.book, (draft) => {
		for (const { id } of people) draft.edit('person', id, { company: 'Elsewhere' });
		for (let more = 0; more < 300; more++) draft.add('note', aNote({ body: `More ${more}` }));
	});
	return { here, there, text: await backupOf(there) };
}

let books: Book[] = [];
afterEach(async () => {
	vi.restoreAllMocks();
	for (const book of books) await book.close();
	books = [];
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
});

async function onDisk(clock = new TestClock()) {
	const book = await Book.open({ now: clock.now, random: seededRandom(books.length + 1) });
	books.push(book);
	return kithOf(book, clock);
}

describe('called off', () => {
	test('after any piece of writing, the book reads as before and no step is left', async () => {
		let stage = 0;
		for (let isOver = false; !isOver; stage++) {
			const { here, text } = await twoBooks();
			const before = digest(here.book);
			const backup = await backupIn(text);
			const calling = new AbortController();
			const put = here.book.write.bind(here.book);
			let pieces = 0;
			vi.spyOn(here.book, 'write').mockImplementation((draft) => {
				if (pieces++ === stage) calling.abort(new DOMException('', 'AbortError'));
				return put(draft);
			});
			const restoring = restore(here, backup, 'merge', () => undefined, calling.signal);
			isOver = await restoring.then(
				() => true,
				() => false
			);
			if (isOver) expect(pieces).toBe(stage);
			else {
				expect(digest(here.book)).toBe(before);
				expect(here.steps.latest).toBeUndefined();
			}
			vi.restoreAllMocks();
		}
		expect(stage).toBeGreaterThan(4);
	});

	test('while a backup is read, nothing of it stays on the screen', async () => {
		const { here, text } = await twoBooks();
		const restoring = new Restoring(here);
		const opening = restoring.open(new File([text], 'one.json'));
		restoring.cancel();
		await opening;
		expect(restoring.reading).toBeUndefined();
		expect(restoring.failed).toBeUndefined();
		expect(restoring.done?.text).toBe('Called off. Your book is as it was.');
		await restoring.open(new File([text], 'one.json'));
		expect(restoring.reading?.name).toBe('one.json');
	});

	test('while a backup is made, none is handed out and none is noted', async () => {
		const { here } = await twoBooks();
		const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue();
		const restoring = new Restoring(here);
		const saving = restoring.save();
		restoring.cancel();
		await saving;
		expect(click).not.toHaveBeenCalled();
		expect(here.book.get('device', here.book.device)?.backedUpAt).toBeUndefined();
	});
});

describe('cut off', () => {
	test('in the middle of a restore, it is told at the next start, until it has come to its end', async () => {
		const { text } = await twoBooks();
		const kith = await onDisk();
		const backup = await backupIn(text);
		let pieces = 0;
		const put = kith.book.write.bind(kith.book);
		const keep = kith.book.setLocal.bind(kith.book);
		vi.spyOn(kith.book, 'setLocal').mockImplementation((key, value) =>
			value === '' ? new Promise(() => undefined) : keep(key, value)
		);
		const cut = new Promise<void>((resolve) => {
			vi.spyOn(kith.book, 'write').mockImplementation((draft) => {
				// The tab is gone: what was to come never comes.
				if (++pieces === 3) resolve();
				return pieces < 3 ? put(draft) : { traces: [] };
			});
		});
		void restore(kith, backup, 'merge', () => undefined);
		await cut;
		await kith.book.saved();
		await kith.book.close();
		books = [];
		vi.restoreAllMocks();

		const again = await onDisk();
		expect(await brokenRestore(again)).toEqual({ madeAt: new Date(NOON + 1_000).toISOString() });
		const restored = await restore(again, backup, 'merge', () => undefined);
		expect(restored.ok).toBe(true);
		expect(await brokenRestore(again)).toBeUndefined();
		expect(again.book.all('note').filter(({ body }) => /^More/.test(body))).toHaveLength(300);
	});
});

describe('changes since the last backup', () => {
	test('are counted once each, whatever their clock, wherever they come from', async () => {
		const clock = new TestClock();
		const kith = await onDisk(clock);
		fill(kith.book);
		const all = tableNames.reduce((sum, table) => sum + kith.book.all(table).length, 0);
		expect(await changesSinceBackup(kith)).toBe(all);
		expect(backupLine(kith, all)).toMatch(/^No backup yet on this device · [\d,]+ entries so far$/);
		await noteBackup(kith, await bindBackup(kith));
		expect(await changesSinceBackup(kith)).toBe(0);
		expect(backupLine(kith, 0)).toBe('Last backup today · nothing new since');

		const [one, two] = kith.book.all('person');
		const [note] = kith.book.all('note');
		write(kith.book, (draft) => draft.edit('person', one!.id, { company: 'A' }));
		write(kith.book, (draft) => draft.edit('person', one!.id, { company: 'B' }));
		write(kith.book, (draft) =>
			draft.edit('person', two!.id, { trashedAt: '2026-11-21T12:00:00Z' })
		);
		// Only words, no field.
		write(kith.book, (draft) => draft.edit('note', note!.id, { body: `${note!.body} More.` }));
		expect(await changesSinceBackup(kith)).toBe(3);

		// Old stamps, from another book: not in our backup either.
		const other = await aKith('other', new TestClock(NOON - 9_000_000));
		write(other.book, (draft) => draft.add('person', aPerson({ name: 'From elsewhere' })));
		await restore(kith, await backupIn(await backupOf(other)), 'merge', () => undefined);
		expect(await changesSinceBackup(kith)).toBe(4);
		clock.ms += 16 * 86_400_000;
		kith.clock.run()();
		await kith.book.saved();
		await kith.book.close();
		books = [];
		const again = await onDisk(clock);
		expect(backupLine(again, await changesSinceBackup(again))).toBe(
			'Last backup 16 days ago · 4 changes since'
		);
	});
});

test('what the reader refuses is never written: no trap and no depth of a field gets into a backup', async () => {
	const kith = await aKith('one');
	const id = anId<'person'>();
	write(kith.book, (draft) => draft.add('person', aPerson({ id, name: 'Ada' })));
	const trap = JSON.parse('[{"__proto__":{"isAdmin":true}}]') as never;
	const deep = JSON.parse(`${'['.repeat(30)}1${']'.repeat(30)}`) as never;
	write(kith.book, (draft) => setFields(draft, 'person', id, { trap, deep, ofTomorrow: 'kept' }));
	const text = await backupOf(kith);
	expect(text).toContain('ofTomorrow');
	expect(text).not.toContain('isAdmin');
	expect((await backupIn(text)).records.length).toBe(1);
});
