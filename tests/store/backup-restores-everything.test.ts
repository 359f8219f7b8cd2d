// A backup holds everything, restores everything, keeps newer words, and never hurts when damaged.
// Over 300 lines: one promise, one suite.
import fc from 'fast-check';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { changesAnything, totalOf } from '$lib/domain/backup-plan';
import { dayOfDate } from '$lib/domain/day';
import { seededRandom } from '$lib/domain/random';
import { tableNames, type Table } from '$lib/domain/records/tables';
import { sampleBook } from '$lib/domain/sample/sample-book';
import { english as words } from '$lib/domain/sample/sample-en';
import { handOutBackup } from '$lib/state/backup';
import { Book } from '$lib/store/book';
import {
	aKith,
	backupIn,
	backupOf,
	bring,
	deed,
	jsonIn,
	kithOf,
	liveDigest,
	noPace,
	planOf,
	read
} from '../support/backups';
import { anId, aNote, aPerson, digest, NOON, TestClock, write } from '../support/books';
import { runs } from '../support/runs';
import { undo } from '$lib/state/undoing';

const FIXED = { seed: 20261121 };
const deeds = fc.array(fc.tuple(deed, fc.constantFrom(0, 1, 60_000)), { maxLength: 25 });

async function booksAfter(
	stories: readonly (readonly (readonly [(book: Book) => void, number])[])[]
) {
	const clocks = stories.map(() => new TestClock());
	const kiths = await Promise.all(clocks.map((clock, index) => aKith(`device${index}`, clock)));
	stories.forEach((story, index) => {
		for (const [act, pass] of story) {
			(clocks[index] as TestClock).ms += pass;
			act(kiths[index]!.book);
		}
	});
	return { clocks, kiths };
}

function fill(book: Book, people = 40, entries = 200): void {
	const today = dayOfDate(new Date(NOON));
	const content = sampleBook({ seed: 7, words, people, entries, today, now: NOON });
	write(book, (draft) => {
		for (const table of tableNames) {
			for (const record of content[table] ?? []) draft.add(table, record);
		}
	});
}

describe('a fresh book from a backup', () => {
	test('is equal to the first, trash and all, and a second restore changes nothing', async () => {
		await fc.assert(
			fc.asyncProperty(deeds, fc.constantFrom('merge', 'replace'), async (story, mode) => {
				const { kiths } = await booksAfter([story]);
				const text = await backupOf(kiths[0]!);
				const fresh = await aKith('fresh', new TestClock(NOON + 86_400_000));
				const first = await bringAnyhow(fresh.book, text, mode);
				expect(digest(fresh.book)).toBe(digest(kiths[0]!.book));
				expect(totalOf(first).left).toBe(0);
				const again = await planOf(fresh, text, mode);
				expect(changesAnything(again)).toBe(false);
				expect(again.writes).toBe(0);
				// and what comes out again is what went in
				expect(jsonIn(await backupOf(fresh)).content).toEqual(jsonIn(text).content);
			}),
			{ ...FIXED, numRuns: runs(60) }
		);
	});

	test('holds the sample book, with all of its kinds', async () => {
		const [full, fresh] = [await aKith('full'), await aKith('fresh')];
		fill(full.book, 100, 1_000);
		const text = await backupOf(full);
		const { counts } = jsonIn(text);
		for (const table of tableNames) {
			const many = full.book.all(table).length + full.book.trashed(table).length;
			expect(counts[table]).toBe(many);
		}
		expect(Object.values(counts).filter((many) => many !== 0).length).toBeGreaterThan(10);
		await bring(fresh, text, 'merge');
		expect(digest(fresh.book)).toBe(digest(full.book));
	});
});

describe('merge', () => {
	test('in either direction ends alike: the later of both words stands in both books', async () => {
		await fc.assert(
			fc.asyncProperty(deeds, deeds, async (one, two) => {
				// Never at the same moment, so that no stamp is equal by chance.
				const { kiths } = await booksAfter([one, [[() => undefined, 7], ...two]]);
				const [a, b] = kiths as [(typeof kiths)[0], (typeof kiths)[0]];
				const [textA, textB] = [await backupOf(a), await backupOf(b)];
				await bring(a, textB, 'merge');
				await bring(b, textA, 'merge');
				for (const table of ['person', 'settings'] as const) {
					expect(visible(a.book, table)).toEqual(visible(b.book, table));
				}
				expect(changesAnything(await planOf(a, textB, 'merge'))).toBe(false);
				expect(changesAnything(await planOf(b, textA, 'merge'))).toBe(false);
			}),
			{ ...FIXED, numRuns: runs(60) }
		);
	});

	test('keeps newer words here, takes newer words from the file, field by field', async () => {
		const clock = new TestClock();
		const [here, there] = [await aKith('here', clock), await aKith('there', clock)];
		const id = anId<'person'>();
		write(there.book, (draft) => draft.add('person', aPerson({ id, company: 'A', title: 'A' })));
		await bring(here, await backupOf(there), 'merge');
		clock.ms += 1_000;
		write(there.book, (draft) => draft.edit('person', id, { company: 'B', title: 'B' }));
		clock.ms += 1_000;
		write(here.book, (draft) => draft.edit('person', id, { title: 'C' }));
		const text = await backupOf(there);
		const plan = await planOf(here, text, 'merge');
		expect(plan.changes).toMatchObject([
			{ table: 'person', differences: [{ field: 'company', before: 'A', after: 'B' }] }
		]);
		await bring(here, text, 'merge');
		expect(here.book.get('person', id)).toMatchObject({ company: 'B', title: 'C' });
	});

	test('takes the words of a note only where it can tell that they are newer', async () => {
		const clock = new TestClock();
		const [here, there] = [await aKith('here', clock), await aKith('there', clock)];
		const [known, unknown] = [anId<'note'>(), anId<'note'>()];
		for (const { book } of [here, there]) {
			write(book, (draft) => {
				draft.add('note', aNote({ id: known, body: 'First.' }));
				draft.add('note', aNote({ id: unknown, body: 'First.' }));
			});
		}
		clock.ms += 1_000;
		const editedAt = new Date(clock.ms).toISOString();
		write(there.book, (draft) => {
			draft.edit('note', known, { body: 'Newer.', editedAt });
			draft.edit('note', unknown, { body: 'Other.' });
		});
		const old = await backupOf(here);
		await bring(here, await backupOf(there), 'merge');
		expect(here.book.get('note', known)?.body).toBe('Newer.');
		expect(here.book.get('note', unknown)?.body).toBe('First.');
		await bring(there, old, 'merge');
		expect(there.book.get('note', known)?.body).toBe('Newer.');
	});

	test('is undone in one step', async () => {
		const [here, there] = [await aKith('here'), await aKith('there', new TestClock(NOON + 9_000))];
		fill(here.book, 30, 100);
		await bring(there, await backupOf(here), 'merge');
		write(there.book, (draft) => {
			for (const person of there.book.all('person')) {
				draft.edit('person', person.id, { company: 'Elsewhere' });
			}
			draft.add('person', aPerson());
			draft.add('note', aNote());
		});
		const before = digest(here.book);
		const restored = await bring(here, await backupOf(there), 'merge');
		if (!restored.ok) throw new Error(restored.fault.code);
		expect(here.book.all('person')).toHaveLength(31);
		undo(here, restored.step);
		expect(digest(here.book)).toBe(before);
	});
});

describe('replace', () => {
	let books: Book[] = [];

	async function onDisk(clock = new TestClock()) {
		const book = await Book.open({ now: clock.now, random: seededRandom(books.length + 1) });
		books.push(book);
		return kithOf(book, clock);
	}

	afterEach(async () => {
		vi.restoreAllMocks();
		for (const book of books) await book.close();
		books = [];
		for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
	});

	test('makes the live book what the backup is, whatever was there; what goes is in the trash', async () => {
		await fc.assert(
			fc.asyncProperty(deeds, deeds, async (one, two) => {
				const { kiths, clocks } = await booksAfter([one, two]);
				const [from, to] = kiths as [(typeof kiths)[0], (typeof kiths)[0]];
				clocks[1]!.ms += 1_000;
				const known = to.book.all('person').map(({ id }) => id);
				const text = await backupOf(from);
				await bringAnyhow(to.book, text, 'replace', clocks[1]);
				expect(liveDigest(to.book)).toBe(liveDigest(from.book));
				for (const id of known) expect(to.book.get('person', id)).toBeDefined();
				expect(changesAnything(await planOf(to, text, 'replace'))).toBe(false);
			}),
			{ ...FIXED, numRuns: runs(60) }
		);
	});

	test('a backup handed out is noted on this device, and as nothing the rep could undo', async () => {
		const kith = await onDisk();
		write(kith.book, (draft) => draft.add('person', aPerson()));
		const names: string[] = [];
		vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
			this: HTMLAnchorElement
		) {
			names.push(this.download);
		});
		expect(await handOutBackup(kith)).toBe(true);
		expect(names).toEqual(['kith-backup-2026-11-21.json']);
		const device = kith.book.get('device', kith.book.device);
		expect(device?.backedUpAt).toBe(new Date(NOON).toISOString());
		expect(undo(kith)).toBe(false);
	});
});

describe('a file that is no good', () => {
	test('is named for what it is', async () => {
		const text = await backupOf(await aKith('one'));
		const good = jsonIn(text);
		const codes: [code: string, text: string][] = [
			['BackupEmpty', ''],
			['BackupEmpty', '\ufeff \n'],
			['BackupNotJson', '<!doctype html><title>Sign in</title>'],
			['BackupNotJson', 'BEGIN:VCARD\nVERSION:4.0'],
			['BackupNotJson', 'PK\u0003\u0004\u0000'],
			['BackupNotJson', '{"format" "kith-backup"}'],
			['BackupCutShort', text.slice(0, -3)],
			['BackupForeign', '[]'],
			['BackupForeign', 'null'],
			['BackupForeign', '{"version":"1.0","account":{"data":[]}}'],
			['BackupTooNew', JSON.stringify({ ...good, version: 2, minReader: 2 })],
			['BackupTooNew', JSON.stringify({ ...good, version: 99 })],
			['BackupTooNew', JSON.stringify({ ...good, minReader: 2 })],
			['BackupDamaged', JSON.stringify({ ...good, sha256: '0'.repeat(64) })],
			['BackupCountsWrong', JSON.stringify({ ...good, counts: { ...good.counts, person: 1 } })],
			['BackupDamaged', JSON.stringify({ ...good, content: { person: {} } })],
			[
				'BackupTooDeep',
				`{"format":"kith-backup","version":1,"content":{"person":[${'['.repeat(50_000)}${']'.repeat(50_000)}]}}`
			]
		];
		for (const [code, file] of codes) {
			expect(await read(file), file.slice(0, 60)).toMatchObject({ ok: false, fault: { code } });
		}
		expect(await read('BEGIN:VCARD')).toMatchObject({ fault: { looksLike: 'contacts' } });
		expect(await read('{\n"a" 1}')).toMatchObject({ fault: { line: 2, column: 5 } });
	});

	test('cut anywhere is cut short; with any bit turned it is refused or means the same', async () => {
		const kith = await aKith('one');
		fill(kith.book, 12, 30);
		const bytes = new TextEncoder().encode(await backupOf(kith));
		const whole = (await backupIn(new TextDecoder().decode(bytes))).records;
		const random = seededRandom(20261121);
		for (let run = 0; run < runs(150); run++) {
			const cut = 1 + Math.floor(random() * (bytes.length - 3));
			expect(await read(new TextDecoder().decode(bytes.subarray(0, cut)))).toMatchObject({
				ok: false,
				fault: { code: 'BackupCutShort' }
			});
			const flipped = bytes.slice();
			const at = Math.floor(random() * bytes.length);
			flipped[at] = (flipped[at] ?? 0) ^ (1 << Math.floor(random() * 8));
			const result = await read(new TextDecoder().decode(flipped));
			if (result.ok) expect(result.backup.records).toEqual(whole);
		}
	});

	test('what cannot be read of it is left out and counted, and the rest comes in', async () => {
		const [good, twin] = [anId<'person'>(), anId<'note'>()];
		const text = JSON.stringify({
			format: 'kith-backup',
			version: 1,
			content: {
				person: [
					{ id: good, name: 'Ada', tags: ['dairy', 7, ''], constructor: 'x' },
					{ id: '../../etc', name: 'No id' },
					{ id: anId(), name: '' },
					'a text',
					null
				],
				note: [{ id: twin, people: [], day: '2026-11-21', body: 'Words.' }],
				spaceship: [{ id: anId() }]
			}
		});
		const kith = await aKith('one');
		const backup = await backupIn(text);
		expect(backup.unreadable).toBe(5);
		await bring(kith, text, 'merge');
		expect(kith.book.all('person')).toEqual([{ id: good, name: 'Ada', tags: ['dairy'] }]);
		expect(kith.book.get('note', twin)?.body).toBe('Words.');
		expect(changesAnything(await planOf(kith, text, 'merge'))).toBe(false);
	});

	test('a stamp from the far future is not believed, so that the rep can still change the field', async () => {
		const clock = new TestClock();
		const kith = await aKith('one', clock);
		const id = anId<'person'>();
		const json = { id, name: 'Ada', edited: { '*': 'zzzzzzzzzzzz' } };
		const text = JSON.stringify({ format: 'kith-backup', version: 1, content: { person: [json] } });
		await bring(kith, text, 'merge');
		clock.ms += 1;
		write(kith.book, (draft) => draft.edit('person', id, { name: 'Ada Byron' }));
		await bring(kith, text, 'merge');
		expect(kith.book.get('person', id)?.name).toBe('Ada Byron');
	});
});

/** Restores without a disk, where no safety copy could be kept. */
async function bringAnyhow(
	book: Book,
	text: string,
	mode: 'merge' | 'replace',
	clock = new TestClock(NOON + 86_400_000)
) {
	const kith = await kithOf(book, clock);
	const local = new Map<string, string>();
	vi.spyOn(book, 'setLocal').mockImplementation(async (key, value) => void local.set(key, value));
	vi.spyOn(book, 'getLocal').mockImplementation(async (key) => local.get(key));
	const restored = await bring(kith, text, mode);
	if (!restored.ok) throw new Error(restored.fault.code);
	await noPace();
	return restored.plan;
}

function visible(book: Book, table: Table) {
	return [...book.all(table), ...book.trashed(table)].sort((a, b) => (a.id < b.id ? -1 : 1));
}
