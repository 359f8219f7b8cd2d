// New note without its page: what is saved, what is kept until it is on disk, what comes back.
// Over 300 lines, because each is tried on one note from its first word on.
import { flushSync } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';
import type { DraftStores, KeptDraft } from '$lib/state/drafts';
import type { Day } from '$lib/domain/day';
import type { SeenKind } from '$lib/domain/thanks';
import { Kith } from '$lib/state/kith.svelte';
import { inboxOf } from '$lib/state/inbox';
import { redo, undo } from '$lib/state/undoing';
import { wordsKept } from '$lib/state/words-kept';
import { aBook, anId, aPerson, digest, NOON, write } from '../../../../tests/support/books';
import { german, type NoteLanguage } from '$lib/state/note-language';
import { Capture } from './capture.svelte';

const ends: (() => void)[] = [];
afterEach(() => ends.splice(0).forEach((end) => end()));

/** A book with Abena and Tom, and a store for drafts that can be read. */
async function aCapture(
	begin: { person?: boolean; text?: string; met?: SeenKind; language?: NoteLanguage } = {},
	kept?: KeptDraft
) {
	const book = await aBook('a');
	const abena = aPerson({ name: 'Abena Osei-Mensah' });
	const tom = aPerson({ name: 'Tom Akers' });
	write(book, (draft) => {
		draft.add('person', abena);
		draft.add('person', tom);
	});
	const kith = new Kith(book, () => NOON);
	const local = new Map<string, string>();
	if (kept) local.set('kith:draft:0', JSON.stringify(kept));
	const stores: DraftStores = {
		local: {
			getItem: (key) => local.get(key) ?? null,
			setItem: (key, value) => void local.set(key, value),
			removeItem: (key) => void local.delete(key)
		},
		disk: book,
		locks: undefined,
		now: () => NOON
	};
	let capture!: Capture;
	const end = $effect.root(() => {
		capture = new Capture(
			kith,
			{
				from: '',
				...(begin.person ? { person: abena.id } : {}),
				...(begin.met ? { met: begin.met } : {}),
				...(begin.text === undefined ? {} : { text: begin.text })
			},
			begin.language
		);
		// Somebody looks: without it nothing follows the book.
		$effect(() => void [capture.people, capture.touch, capture.promises]);
	});
	const close = capture.open(stores);
	ends.push(end, close);
	flushSync();
	await capture.learn(() => Promise.resolve(), true);
	await new Promise((resolve) => setTimeout(resolve, 5));
	const type = (text: string) => {
		capture.text = text;
		flushSync();
	};
	return { capture, kith, book, abena, tom, local, stores, close, type };
}

test('words alone go to the inbox', async () => {
	const { capture, kith, type } = await aCapture();
	type('  Max is 9\n');
	expect(capture.save()).toBe(true);
	expect(inboxOf(kith).map(({ body, people }) => [body, people])).toEqual([['Max is 9', []]]);
	expect(capture.text).toBe('');
});

test('without a word nothing is saved', async () => {
	const { capture, book, type } = await aCapture();
	type(' \n');
	expect(capture.save()).toBe(false);
	expect(book.all('note')).toEqual([]);
});

test('note, new person, touch and promise are one step, taken back together', async () => {
	const { capture, book, abena, type } = await aCapture();
	type('Lunch with Abena Osei-Mensah and Dana. Send her the article by Friday.');
	capture.linkNew('Dana');
	flushSync();
	capture.save();
	const [note] = book.all('note');
	const dana = book.all('person').find(({ name }) => name === 'Dana')!;
	expect(note?.people).toEqual([abena.id, dana.id]);
	expect(book.all('touch')).toMatchObject([
		{ kind: 'meal', purpose: 'just-talked', people: [abena.id, dana.id], id: note?.touch }
	]);
	expect(book.all('promise')).toMatchObject([
		{ text: 'Send her the article by Friday', due: '2026-11-27', person: abena.id, note: note?.id }
	]);
	capture.undo(capture.just.latest!);
	expect([...book.all('note'), ...book.all('touch'), ...book.all('promise')]).toEqual([]);
	expect(book.all('person')).toHaveLength(2);
	expect(capture.text).toContain('Lunch with');
	expect(capture.newPeople).toEqual(['Dana']);
});

const typedSince = (text: string) => (text === '' ? [] : ['The next one']);

test.each(['', 'The next one'])(
	'done again, a note leaves the box: what was there is “%s”',
	async (since) => {
		const { capture, kith, book, local, type } = await aCapture({ person: true });
		type('Lunch with Dana.');
		capture.linkNew('Dana');
		capture.save();
		const after = digest(book);
		type(since);
		const there = capture.content;
		for (let time = 0; time < 2; time++) {
			capture.undo(capture.just.latest!);
			expect(capture.text).toBe(['Lunch with Dana.', ...typedSince(since)].join('\n\n'));
			expect(capture.just.latest).toBeUndefined();
			expect(redo(kith)).toBe(true);
			expect(digest(book)).toBe(after);
			expect(capture.content).toEqual(there);
			expect(capture.just.latest?.content.text).toBe('Lunch with Dana.');
		}
		await vi.waitFor(() => expect(local.get('kith:draft:0') ?? '').not.toContain('Dana'));
	}
);

test('words changed since they came back stay, though the note is there again', async () => {
	const { capture, kith, book, type } = await aCapture();
	type('Max is 9');
	capture.save();
	undo(kith);
	type('Max is 10');
	redo(kith);
	expect(book.all('note')).toMatchObject([{ body: 'Max is 9' }]);
	expect(capture.text).toBe('Max is 10');
});

test('words left for the next note go from there, or from the box that has taken them up', async () => {
	const { capture, kith, book, close, stores, local, type } = await aCapture();
	type('Max is 9');
	capture.save();
	await capture.just.settled;
	close();
	undo(kith);
	await vi.waitFor(() => expect(local.size).toBe(1));
	redo(kith);
	await vi.waitFor(() => expect(local.size).toBe(0));
	undo(kith);
	await vi.waitFor(() => expect(local.size).toBe(1));
	const next = new Capture(kith, { from: '' });
	ends.push(next.open(stores));
	await vi.waitFor(() => expect(next.text).toBe('Max is 9'));
	redo(kith);
	expect(next.text).toBe('');
	expect(book.all('note')).toHaveLength(1);
	await vi.waitFor(() => expect(local.size).toBe(0));
});

test('with words kept on a slow disk alone they go from there as well', async () => {
	const { kith, stores, close } = await aCapture();
	close();
	const disk = new Map<string, string>();
	const slow: DraftStores = {
		...stores,
		local: undefined,
		disk: {
			getLocal: async (key) => disk.get(key),
			setLocal: async (key, value) => {
				await new Promise((resolve) => setTimeout(resolve, 5));
				disk.set(key, value);
			}
		}
	};
	const capture = new Capture(kith, { from: '' });
	const leave = capture.open(slow);
	await new Promise((resolve) => setTimeout(resolve, 5));
	capture.text = 'Max is 9';
	capture.save();
	await capture.just.settled;
	leave();
	await wordsKept(slow.disk);
	undo(kith);
	redo(kith);
	await new Promise((resolve) => setTimeout(resolve, 40));
	expect([...disk.values()].join('')).toBe('');
});

test('what came back before newer words goes again from the draft they were left in', async () => {
	const { capture, kith, tom, close, local, type } = await aCapture({ person: true });
	type('Max is 9');
	capture.save();
	await capture.just.settled;
	type('They sail');
	capture.link(tom);
	undo(kith);
	expect(capture.text).toBe('Max is 9\n\nThey sail');
	close();
	redo(kith);
	await vi.waitFor(() =>
		expect(JSON.parse(local.get('kith:draft:0')!)).toMatchObject({
			...{ text: 'They sail', people: [tom.id], saving: [] }
		})
	);
});

test('they come back into the box in view, and go from there', async () => {
	const { capture, kith, abena, tom, close, stores, local, type } = await aCapture({
		person: true
	});
	type('Max is 9');
	capture.save();
	await capture.just.settled;
	close();
	const next = new Capture(kith, { from: '', person: tom.id, met: 'visit' });
	ends.push(next.open(stores));
	next.text = 'They sail';
	const there = next.content;
	undo(kith);
	expect(next.content).toMatchObject({
		...{ text: 'Max is 9\n\nThey sail', people: [abena.id, tom.id], met: 'visit' }
	});
	await vi.waitFor(() => expect(local.get('kith:draft:0')).toContain('Max is 9'));
	redo(kith);
	expect(next.content).toEqual(there);
	expect(local.size).toBe(1);
	expect(local.get('kith:draft:0')).not.toContain('Max is 9');
});

test('what is waved away is not saved', async () => {
	const { capture, book, abena, type } = await aCapture();
	type('Lunch with Abena Osei-Mensah. Send her the article by Friday.');
	capture.declinePromise(capture.promises[0]!);
	capture.declineTouch();
	capture.unlink(abena);
	flushSync();
	type('Lunch with Abena Osei-Mensah. Send her the article by Friday, and the photos.');
	expect([capture.people, capture.promises, capture.touch]).toEqual([[], [], undefined]);
	capture.save();
	expect([...book.all('touch'), ...book.all('promise')]).toEqual([]);
	expect(book.all('note')[0]?.people).toEqual([]);
});

test('a person picked stays linked when the name goes from the text', async () => {
	const { capture, tom, type } = await aCapture();
	capture.link(tom);
	type('Tom Akers');
	type('');
	expect(capture.people).toEqual([tom]);
});

test('with nobody linked nothing happened with anybody', async () => {
	const { capture, type } = await aCapture();
	type('Lunch with a stranger');
	expect(capture.touch).toBeUndefined();
});

test('the purpose goes round, and a day makes the sentence at the caret a promise', async () => {
	const { capture, type } = await aCapture({ person: true });
	type('Lunch. The photos. Max is 9');
	type('Lunch with Abena. The photos. Max is 9');
	capture.turnPurpose();
	flushSync();
	expect(capture.touch?.purpose).toBe('business');
	capture.promiseBy('2026-12-01' as never, 25);
	flushSync();
	expect(capture.promises).toMatchObject([{ text: 'The photos', due: '2026-12-01' }]);
});

test('words handed to the book stay in the draft until they are on disk', async () => {
	const { capture, book, local, type } = await aCapture();
	let reach!: () => void;
	vi.spyOn(book, 'saved').mockReturnValue(new Promise((resolve) => (reach = resolve)));
	type('Max is 9');
	capture.save();
	type('next');
	const kept = JSON.parse(local.get('kith:draft:0') ?? '{}') as KeptDraft;
	expect(kept.text).toBe('next');
	expect(kept.saving).toMatchObject([{ text: 'Max is 9', note: book.all('note')[0]?.id }]);
	expect(capture.just.latest?.isOnDisk).toBe(false);
	reach();
	await vi.waitFor(() => expect(capture.just.latest?.isOnDisk).toBe(true));
	expect(local.get('kith:draft:0')).not.toContain('Max is 9');
	type('');
	expect(local.size).toBe(0);
});

const lost = { people: [], newPeople: [], declined: [], promises: [] };

test('a note that never reached the book comes back, in front of what was written since', async () => {
	const { capture, book } = await aCapture(
		{},
		{
			...{ ...lost, text: 'next', from: '', at: 1 },
			saving: [{ ...lost, note: '2026000000000000000ab' as never, text: 'Max is 9' }]
		}
	);
	await book.openYears(2026, () => Promise.resolve());
	await vi.waitFor(() => expect(capture.text).toBe('Max is 9\n\nnext'));
});

test('a note that did reach the book does not come back', async () => {
	const first = await aCapture();
	first.type('Max is 9');
	first.capture.save();
	const note = first.book.all('note')[0]!;
	const second = await aCapture(
		{},
		{
			...{ ...lost, text: 'next', from: '', at: 1 },
			saving: [{ ...lost, note: note.id, text: 'Max' }]
		}
	);
	write(second.book, (draft) => draft.add('note', note));
	await second.book.openYears(2026, () => Promise.resolve());
	await new Promise((resolve) => setTimeout(resolve, 5));
	expect(second.capture.text).toBe('next');
});

test('after a visit the note logs it, does what was booked, and opens a thank-you', async () => {
	const { capture, kith, book, abena, type } = await aCapture({ person: true, met: 'visit' });
	write(book, (draft) =>
		draft.add('plan', {
			...{ id: anId<'plan'>(), person: abena.id, day: kith.clock.today },
			...{ kind: 'meeting', purpose: 'just-talked' }
		})
	);
	type('Kofi goes to Purdue');
	expect(capture.touch).toMatchObject({ kind: 'visit', purpose: 'just-talked' });
	capture.meet('meeting');
	capture.choosePurpose('asked');
	capture.save();
	const [touch] = book.all('touch');
	expect(touch).toMatchObject({ kind: 'meeting', purpose: 'asked', outcome: 'reached' });
	expect(book.all('note')).toMatchObject([{ touch: touch!.id, body: 'Kofi goes to Purdue' }]);
	expect(book.all('thankYou')).toMatchObject([{ touch: touch!.id, state: 'owed' }]);
	expect(book.all('plan')).toMatchObject([{ closedOn: kith.clock.today, touch: touch!.id }]);
	expect(capture.met).toBeUndefined();
});

test.each([
	['Lunch with Abena Osei-Mensah.', 'meal', '2026-11-18', true],
	['Lunch with Abena Osei-Mensah.', 'meal', '2026-11-13', false],
	['Lunch with Abena Osei-Mensah.', 'call', '2026-11-18', false],
	['Called Abena Osei-Mensah.', 'video', '2026-11-21', true]
] as const)('“%s” does a %s booked for %s: %s', async (words, kind, day, isDone) => {
	const { capture, book, abena, type } = await aCapture();
	write(book, (draft) =>
		draft.add('plan', {
			...{ id: anId<'plan'>(), person: abena.id, day: day as Day },
			...{ kind, purpose: 'just-talked' }
		})
	);
	type(words);
	capture.save();
	const [touch] = book.all('touch');
	expect(touch).toMatchObject({ outcome: 'reached' });
	expect(book.all('plan')[0]?.touch).toBe(isDone ? touch!.id : undefined);
});

test('a note after a visit may be only a note, and stays one after a visit when it is taken up', async () => {
	const { capture, book, local, type } = await aCapture({ person: true, met: 'meal' });
	type('Max is 9');
	expect(local.get('kith:draft:0')).toContain('"met":"meal"');
	const again = await aCapture(
		{},
		{ ...lost, text: 'Max is 9', met: 'meal', from: '', saving: [], at: 1 }
	);
	expect(again.capture.met).toBe('meal');
	capture.declineTouch();
	capture.save();
	expect(book.all('touch')).toEqual([]);
	expect(book.all('note')).toHaveLength(1);
});

test('a German note is read in German: who, what happened when, and what was promised', async () => {
	const { capture, type } = await aCapture({ person: true, language: german });
	type('Gestern mit Abena telefoniert, nur geredet. Am 3. Dezember Artikel schicken.');
	expect(capture.touch).toMatchObject({
		kind: 'call',
		outcome: 'reached',
		purpose: 'just-talked',
		day: '2026-11-20'
	});
	expect(capture.promises).toMatchObject([
		{ text: 'Am 3. Dezember Artikel schicken', due: expect.stringMatching(/-12-03$/) }
	]);
});
