// The course of an import: nothing is written before it is wanted, and every way out leaves no trace.
import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { ContactDraft } from '$lib/domain/contact-draft';
import { ImportRows } from '$lib/domain/import-row';
import { aBook, aPerson, digest, TestClock, write } from '../../../tests/support/books';
import type { FromReader, ToReader } from './contact-worker';
import { Importing } from './importing.svelte';
import { Kith } from './kith.svelte';
import { turn } from './pace';

/** A worker that says what the test tells it. */
class FakeWorker {
	readonly heard: ToReader[] = [];
	onmessage: (event: { data: FromReader }) => void = () => undefined;
	onerror: () => void = () => undefined;
	isTerminated = false;
	postMessage(message: ToReader): void {
		this.heard.push(message);
	}
	terminate(): void {
		this.isTerminated = true;
	}
	say(message: FromReader): void {
		this.onmessage({ data: message });
	}
}

const ada: ContactDraft = {
	name: 'Ada',
	circle: [],
	moments: [],
	notes: [],
	vcard: [],
	emails: [{ value: 'ada@example.com' }]
};
const file = new File(['x'], 'contacts.vcf');

let kith: Kith;
let worker: FakeWorker;
let importing: Importing;

beforeEach(async () => {
	const clock = new TestClock();
	const book = await aBook('one', clock);
	await book.openYears(2026, () => Promise.resolve());
	kith = new Kith(book, clock.now);
	importing = new Importing(kith, () => {
		worker = new FakeWorker();
		return worker as unknown as Worker;
	});
});

function fail(): never {
	throw new Error('disk');
}

/** Lets the worker read one file with these people. */
async function look(contacts: readonly ContactDraft[]): Promise<void> {
	const opening = importing.open([file]);
	const rows = new ImportRows();
	rows.know(kith.book.all('person'));
	worker.say({ say: 'progress', done: 1, of: 2 });
	expect(importing.reading?.progress).toEqual({ done: 1, of: 2 });
	worker.say({ say: 'file', file: file.name, problems: [], unread: 1, mapped: [] });
	worker.say({ say: 'rows', rows: contacts.map((each) => rows.next(each)) });
	worker.say({ say: 'end' });
	await opening;
}

describe('reading', () => {
	test('shows what there is and writes nothing', async () => {
		const before = digest(kith.book);
		await look([ada, { ...ada, name: 'Ada L.' }]);
		expect(importing.reading).toBeUndefined();
		expect(importing.said).toBe('2 people, 1 here more than once, 1 entry could not be read');
		expect(importing.preview?.choices.counts).toMatchObject({ fill: 1, add: 1 });
		expect(worker.isTerminated).toBe(true);
		expect(digest(kith.book)).toBe(before);
	});

	test('hands over the book before the files, and of people only what is compared', async () => {
		const known = aPerson({ name: 'Ada', about: 'A secret.', emails: [{ value: 'a@b.c' }] });
		write(kith.book, (draft) => draft.add('person', known));
		const opening = importing.open([file]);
		await new Promise((done) => setTimeout(done, 5));
		expect(worker.heard).toEqual([
			{ say: 'know', people: [{ id: known.id, name: 'Ada', emails: [{ value: 'a@b.c' }] }] },
			{ say: 'read', files: [file], today: kith.clock.today, remembered: [], asking: false }
		]);
		worker.say({ say: 'end' });
		await opening;
	});

	test('stops when it is cancelled', async () => {
		const opening = importing.open([file]);
		importing.leave();
		await opening;
		expect(worker.isTerminated).toBe(true);
		expect([importing.reading, importing.preview, importing.said]).toEqual([
			undefined,
			undefined,
			''
		]);
	});

	test('waits as it is while the rep goes a step back, and goes on', async () => {
		await look([ada]);
		const { preview } = importing;
		preview!.choices.choose(preview!.choices.fresh[0]!, 'leave');
		expect(importing.depth).toBe(1);
		importing.stepBack();
		expect([importing.isAside, importing.waiting]).toEqual([true, 'contacts.vcf']);
		importing.goOn();
		expect(importing.preview).toBe(preview);
		expect(importing.preview?.choices.counts.leave).toBe(1);
	});

	test('goes back from a table asked about again to the look it was, and keeps what was chosen', async () => {
		await look([ada]);
		const { preview } = importing;
		preview!.choices.choose(preview!.choices.fresh[0]!, 'leave');
		void importing.remap();
		expect(importing.depth).toBe(2);
		importing.stepBack();
		expect([importing.preview === preview, importing.depth]).toEqual([true, 1]);
		const again = importing.remap();
		const rows = new ImportRows();
		worker.say({ say: 'file', file: file.name, problems: [], unread: 0, mapped: [] });
		worker.say({ say: 'rows', rows: [rows.next(ada)] });
		worker.say({ say: 'end' });
		await again;
		expect(importing.preview?.choices.counts).toMatchObject({ leave: 1, add: 0 });
		expect(importing.depth).toBe(1);
	});

	test('stops when the rep goes back while it reads', async () => {
		const opening = importing.open([file]);
		importing.stepBack();
		await opening;
		expect([importing.depth, worker.isTerminated]).toEqual([0, true]);
	});

	test('says of a file that is none what it looks like, what is safe and what to do', async () => {
		const opening = importing.open([file]);
		worker.say({ say: 'refused', file: 'people.csv', why: 'csv' });
		worker.say({ say: 'end' });
		await opening;
		expect(importing.preview).toBeUndefined();
		expect(importing.refused).toEqual([
			{
				title: 'people.csv was not read',
				text: 'Nothing was changed. It looks like a table (CSV), but there is nobody in it. Save it once more where it came from.'
			}
		]);
	});

	test.each<[string, () => void]>([
		['to look at a row', () => vi.spyOn(kith.book, 'get').mockImplementation(() => fail())],
		[
			'because a year is lacking',
			() => {
				vi.spyOn(kith.book, 'reach', 'get').mockReturnValue('core');
				vi.spyOn(kith.book, 'trouble', 'get').mockReturnValue('StorageClosed');
			}
		],
		['to hand over', () => vi.spyOn(kith.book, 'all').mockImplementation(() => fail())]
	])('ends with a sentence when the book cannot be read %s', async (_, break_) => {
		const known = aPerson({ name: 'Ada', emails: [{ value: 'ada@example.com' }] });
		write(kith.book, (draft) => draft.add('person', known));
		const rows = new ImportRows();
		rows.know(kith.book.all('person'));
		const row = rows.next({ ...ada, notes: [{ body: 'Met.' }] });
		break_();
		const opening = importing.open([file]);
		worker.say({ say: 'file', file: file.name, problems: [], unread: 0, mapped: [] });
		worker.say({ say: 'rows', rows: [row] });
		await turn();
		worker.say({ say: 'end' });
		await opening;
		vi.restoreAllMocks();
		expect([importing.reading, importing.preview, importing.said]).toEqual([
			undefined,
			undefined,
			''
		]);
		expect(worker.isTerminated).toBe(true);
		expect(importing.refused).toMatchObject([
			{
				title: 'The contacts could not be compared with your book',
				text: expect.stringMatching(/^Nothing was changed\./) as string
			}
		]);
	});

	test('says so when the worker fails', async () => {
		const opening = importing.open([file]);
		worker.onerror();
		await opening;
		expect(importing.refused).toMatchObject([{ title: 'contacts.vcf was not read' }]);
	});
});

describe('writing', () => {
	test('and taking back says what was done', async () => {
		const before = digest(kith.book);
		await look([ada]);
		await importing.write();
		expect([importing.preview, importing.said]).toEqual([undefined, '1 person added']);
		expect(kith.book.all('person')).toMatchObject([{ name: 'Ada' }]);
		await importing.undo(importing.made!);
		expect(importing.made).toBeUndefined();
		expect(importing.said).toBe('1 person taken out again, as if never imported.');
		expect(digest(kith.book)).toBe(before);
	});

	test('keeps the preview when a newer Kith has written the book', async () => {
		kith.book.document('kith-core').doc.getMap('meta').set('minReader', 99);
		await look([ada]);
		await importing.write();
		expect(importing.preview).toBeDefined();
		expect(kith.book.all('person')).toEqual([]);
		expect(importing.doing).toBeUndefined();
	});

	test('names those who were kept', async () => {
		await look([ada]);
		await importing.write();
		const [person] = kith.book.all('person');
		write(kith.book, (draft) => draft.edit('person', person!.id, { about: 'Met.' }));
		await importing.undo(importing.made!);
		expect(importing.said).toBe(
			'Nobody was taken out for good. 1 person you have gone on with since is in the trash, with everything you wrote: Ada.'
		);
	});
});
