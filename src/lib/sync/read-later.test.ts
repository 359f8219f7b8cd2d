// @vitest-environment node
// What a long transfer brings is compared at once and read once it is over, and nothing is lost by that.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { encodeStateAsUpdate } from 'yjs';
import { seededRandom } from '$lib/domain/random';
import { wholeBook } from '$lib/state/whole-book';
import type { Book, BookListener } from '$lib/store/book';
import { journalName } from '$lib/store/documents';
import { eraseRecords } from '$lib/store/erasing';
import {
	aBook,
	anId,
	aNote,
	aPerson,
	aTouch,
	digest,
	send,
	write
} from '../../../tests/support/books';
import { aPair, both, nextTask, talk, until, type Device } from '../../../tests/support/talks';
import { readLaterOf } from './read-later';
import { takeAsItCame } from './taking';

const JOURNAL = journalName(2026);

let phone: Book;
let laptop: Book;

/** What the phone has and the laptop lacks of the journal, kept back to be read later. */
function takeLater(pause = nextTask): void {
	const { doc } = phone.document(JOURNAL);
	const reader = readLaterOf(laptop, pause);
	takeAsItCame(laptop, JOURNAL, encodeStateAsUpdate(doc), 'phone', reader.keep);
}

function addNotes(many: number): void {
	write(phone, (draft) => {
		for (let at = 0; at < many; at++) draft.add('note', aNote({ body: `Said ${at}` }));
	});
}

beforeEach(async () => {
	[phone, laptop] = [await aBook('phone'), await aBook('laptop')];
	await laptop.openYears(2026, nextTask);
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(async () => {
	vi.restoreAllMocks();
	vi.useRealTimers();
	await phone.close();
	await laptop.close();
});

describe('records kept back', () => {
	it('are compared at once, seen once it is quiet, and wait for nobody to ask', async () => {
		addNotes(100);
		takeLater();
		expect(encodeStateAsUpdate(laptop.document(JOURNAL).doc)).toEqual(
			encodeStateAsUpdate(phone.document(JOURNAL).doc)
		);
		expect(laptop.all('note')).toHaveLength(0);
		const whole = vi.fn();
		void wholeBook(laptop).then(whole);
		await vi.advanceTimersByTimeAsync(400);
		expect(laptop.all('note')).toHaveLength(0);
		expect(whole).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(200);
		expect(whole).toHaveBeenCalled();
		expect(digest(laptop)).toBe(digest(phone));
	});

	it('are told to listeners once they are read, and not before', async () => {
		addNotes(3);
		const onchange = vi.fn<NonNullable<BookListener['onchange']>>();
		laptop.listen({ onchange });
		takeLater();
		await vi.advanceTimersByTimeAsync(400);
		expect(onchange).not.toHaveBeenCalled();
		await vi.advanceTimersByTimeAsync(2000);
		const ids = onchange.mock.calls.flatMap(([changed]) => [...(changed.get('note') ?? [])]);
		expect(ids.sort()).toEqual(
			phone
				.all('note')
				.map(({ id }) => id)
				.sort()
		);
	});

	it('are read in slices, and wait again where more comes meanwhile', async () => {
		addNotes(100);
		let time = 0;
		vi.spyOn(performance, 'now').mockImplementation(() => (time += 5));
		let resume = (): void => undefined;
		takeLater(() => new Promise((resolve) => (resume = resolve)));
		await vi.advanceTimersByTimeAsync(500);
		const first = laptop.all('note').length;
		expect(first).toBeGreaterThan(0);
		expect(first).toBeLessThan(100);
		addNotes(1);
		takeLater();
		resume();
		await vi.advanceTimersByTimeAsync(400);
		expect(laptop.all('note')).toHaveLength(first);
		for (let slice = 0; slice < 10; slice++) {
			await vi.advanceTimersByTimeAsync(200);
			resume();
		}
		expect(laptop.all('note')).toHaveLength(101);
		expect(laptop.reach).toBe('whole');
	});

	it('are read at once where they are written here, and both words stay', async () => {
		const touch = aTouch({ people: [anId<'person'>(), anId<'person'>()] });
		write(phone, (draft) => draft.add('touch', touch));
		takeLater();
		write(laptop, (draft) => draft.edit('touch', touch.id, { outcome: 'reached-out' }));
		expect(laptop.get('touch', touch.id)).toEqual({ ...touch, outcome: 'reached-out' });
		await vi.advanceTimersByTimeAsync(600);
		expect(laptop.get('touch', touch.id)).toEqual({ ...touch, outcome: 'reached-out' });
		send(laptop, phone);
		expect(digest(laptop)).toBe(digest(phone));
	});

	it('are never those that are on screen already: what is written there builds on what came', () => {
		const note = aNote({ body: 'Max builds a volcano.' });
		write(phone, (draft) => draft.add('note', note));
		send(phone, laptop);
		write(phone, (draft) => draft.edit('note', note.id, { body: 'Max builds a volcano. Ask!' }));
		addNotes(1);
		takeLater();
		expect(laptop.all('note').map(({ body }) => body)).toEqual(['Max builds a volcano. Ask!']);
	});

	it('stay unseen where they are erased before they were read', async () => {
		addNotes(2);
		const [gone, stays] = phone.all('note');
		takeLater();
		eraseRecords(laptop, [gone?.id ?? '']);
		await vi.advanceTimersByTimeAsync(600);
		expect(laptop.all('note')).toEqual([stays]);
	});
});

describe('a long transfer', () => {
	beforeEach(() => void vi.useRealTimers());

	const chance = seededRandom(11);
	/** 40,000 letters that no other note has. */
	function someWords(): string {
		return Array.from({ length: 4000 }, () =>
			chance().toString(36).padEnd(14, 'x').slice(3, 13)
		).join('');
	}

	/** Two devices; the first has a core of a million bytes and a journal of two. */
	async function aLongOne(): Promise<[Device, Device]> {
		const [one, other] = (await aPair('phone', 'laptop')) as [Device, Device];
		await other.book.openYears(2026, nextTask);
		write(one.book, (draft) => {
			for (let at = 0; at < 60; at++) {
				draft.add('note', aNote({ body: someWords() }));
			}
			for (let at = 0; at < 30; at++) {
				draft.add('person', aPerson({ name: `Somebody ${at}`, about: someWords() }));
			}
		});
		return [one, other];
	}

	it('is level before its entries are read, and its people are there', async () => {
		const [one, other] = await aLongOne();
		const talked = talk(one, other);
		await both(talked, 'level');
		expect(await other.digests.all()).toEqual(await one.digests.all());
		expect(other.book.all('person')).toHaveLength(30);
		expect(other.book.all('note')).toHaveLength(0);
		expect(other.book.reach).not.toBe('whole');
		await wholeBook(other.book);
		expect(digest(other.book)).toBe(digest(one.book));
		talked.a.end();
		await both(talked, 'parted');
	});

	it('that ends in the middle leaves all that came to be read', async () => {
		const [one, other] = await aLongOne();
		let bytes = 0;
		const talked = talk(one, other, {
			there: (frame) => ((bytes += frame.length) < 1_250_000 ? [frame] : [])
		});
		await until(() => other.book.reach === 'recent' && bytes > 1_250_000);
		talked.pipes.channelA.cut();
		await both(talked, 'parted');
		await wholeBook(other.book);
		const again = await aBook('again');
		send(other.book, again);
		expect(again.all('note').length).toBeGreaterThan(5);
		expect(again.all('note').length).toBeLessThan(60);
		expect(digest(again)).toBe(digest(other.book));
		await again.close();
	});

	it('keeps no other device waiting while it is still to be read', async () => {
		const [one, other] = (await aPair('phone', 'laptop')) as [Device, Device];
		await other.book.openYears(2026, nextTask);
		// As one on a disk; only such a book has years that could still be missing.
		vi.spyOn(other.book, 'getLocal').mockResolvedValue('device');
		[phone, laptop] = [one.book, other.book];
		addNotes(100);
		let time = 0;
		vi.spyOn(performance, 'now').mockImplementation(() => (time += 10));
		takeLater(() => new Promise(() => undefined));
		const talked = talk(one, other);
		await both(talked, 'level');
		expect(other.book.reach).toBe('recent');
		talked.a.end();
		await both(talked, 'parted');
	});
});
