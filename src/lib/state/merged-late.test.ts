// What a device says that was away for long, about a record that became one with another meanwhile: it is
// neither erased with that record nor lost from sight, and looking for it leaves the page alive.
import { afterEach, expect, test, vi } from 'vitest';
import type { Id } from '$lib/domain/id';
import type { Person } from '$lib/domain/records/person';
import { aKith } from '../../../tests/support/backups';
import {
	aNote,
	aPerson,
	aTouch,
	digest,
	send,
	TestClock,
	write
} from '../../../tests/support/books';
import { CORE } from '$lib/store/documents';
import { eraseRecords } from '$lib/store/erasing';
import { beginTending } from './devices-tending';
import { erase, eraseDue, whatGoes } from './erasing';
import type { Kith } from './kith.svelte';
import { mergePeople, settleMerged } from './merge-people';
import { standsFor, standsInstead } from './merged';
import { trashOf } from './trash';

const DAY_MS = 86_400_000;
const MONTH_MS = 31 * DAY_MS;

let clock = new TestClock();
afterEach(() => {
	clock = new TestClock();
	vi.useRealTimers();
	vi.restoreAllMocks();
});

/** Two devices: one made one of two records, the other has not heard of it. */
async function apart(): Promise<{ here: Kith; away: Kith; ada: Person; twin: Person }> {
	const [here, away] = [await aKith('phone', clock), await aKith('laptop', clock)];
	const [ada, twin] = [aPerson({ name: 'Ada' }), aPerson({ name: 'Ada L' })];
	write(here.book, (draft) => {
		draft.add('person', ada);
		draft.add('person', twin);
	});
	send(here.book, away.book);
	await mergePeople(here, [[ada.id, twin.id]]);
	return { here, away, ada, twin };
}

function meet(a: Kith, b: Kith): void {
	send(a.book, b.book);
	send(b.book, a.book);
}

/** The marks of what was erased. */
const marks = ({ book }: Kith): unknown => book.document(CORE).doc.getMap('erased').toJSON();

const noteAbout = (kith: Kith, ...people: Id<'person'>[]) => {
	const note = aNote({ people, body: 'Written far away.' });
	write(kith.book, (draft) => draft.add('note', note));
	return note;
};

test('what was written far away is not erased with a merged record', async () => {
	const { here, away, ada, twin } = await apart();
	const note = noteAbout(away, twin.id);
	clock.ms += MONTH_MS;
	// It arrives, and the page is closed before anything was put in order; at the next start it is due.
	send(here.book, away.book);
	await eraseDue(away);
	expect(away.book.isErased(twin.id)).toBe(true);
	expect(away.book.get('note', note.id)?.people).toEqual([ada.id]);
});

test('erasing it by hand takes nothing along, also where the one who stays is not here yet', async () => {
	const { here, away, ada, twin } = await apart();
	const note = noteAbout(away, twin.id);
	send(away.book, here.book);
	expect(whatGoes(here, [{ table: 'person', id: twin.id }])).toEqual({
		ids: [twin.id],
		shared: []
	});
	await erase(here, [{ table: 'person', id: twin.id }]);
	expect(here.book.get('note', note.id)?.people).toEqual([ada.id]);

	const half = await aKith('tablet', clock);
	const gone = aPerson({ name: 'Gone', trashedAt: '2026-11-20T10:00:00Z' });
	const missing = aPerson({ name: 'Missing' });
	write(half.book, (draft) => draft.add('person', { ...gone, mergedInto: missing.id }));
	const late = noteAbout(half, gone.id);
	await erase(half, [{ table: 'person', id: gone.id }]);
	expect(half.book.get('note', late.id)).toBeDefined();
	write(half.book, (draft) => draft.add('person', missing));
	await settleMerged(half);
	expect(half.book.get('note', late.id)?.people).toEqual([missing.id]);
});

test('erasing the one who stays takes the records that became one with it, and all words', async () => {
	const { here, away, ada, twin } = await apart();
	const note = noteAbout(away, twin.id);
	const both = aTouch({ people: [twin.id, ada.id] });
	write(away.book, (draft) => draft.add('touch', both));
	send(away.book, here.book);
	await erase(here, [{ table: 'person', id: ada.id }]);
	for (const id of [ada.id, twin.id, note.id, both.id]) expect(here.book.isErased(id)).toBe(true);
	expect(digest(here.book)).not.toContain('Ada');
});

test('late words about a record that is erased by now find the one who stays', async () => {
	const { here, away, ada, twin } = await apart();
	const note = noteAbout(away, twin.id);
	clock.ms += MONTH_MS;
	await eraseDue(here);
	expect(here.book.isErased(twin.id)).toBe(true);
	expect(standsFor(here, twin.id)).toBe(ada.id);
	expect(standsInstead(here, ada.id)).toBeUndefined();
	meet(here, away);
	for (const kith of [here, away]) {
		expect(await settleMerged(kith)).toBe(kith === here ? 1 : 0);
		meet(here, away);
		expect(kith.book.get('note', note.id)?.people).toEqual([ada.id]);
		expect(standsInstead(kith, twin.id)).toBe(ada.id);
	}
	expect(digest(here.book)).toBe(digest(away.book));
});

test('along a row: who went to one who went and is erased as well', async () => {
	const { here, away, ada, twin } = await apart();
	const first = aPerson({ name: 'Ada the first', id: `2026${'0'.repeat(17)}` as Id<'person'> });
	write(here.book, (draft) => draft.add('person', first));
	await mergePeople(here, [[first.id, ada.id]]);
	clock.ms += MONTH_MS;
	await eraseDue(here);
	const note = noteAbout(away, twin.id);
	meet(here, away);
	await settleMerged(here);
	expect(here.book.get('note', note.id)?.people).toEqual([first.id]);
});

test('erased apart, both hold the same marks in the end, with the trace', async () => {
	for (const knows of ['both', 'one'] as const) {
		const { here, away, ada, twin } = await apart();
		if (knows === 'both') send(here.book, away.book);
		else eraseRecords(away.book, [twin.id]);
		clock.ms += MONTH_MS;
		if (knows === 'both') await eraseDue(here);
		if (knows === 'both') await eraseDue(away);
		meet(here, away);
		// Where it was erased unaware the record still lies here, and says where it went.
		await eraseDue(here);
		meet(here, away);
		expect(marks(here)).toEqual({ [twin.id]: ada.id });
		expect(marks(away)).toEqual(marks(here));
	}
	const { here, away, twin } = await apart();
	eraseRecords(away.book, [twin.id]);
	await erase(here, [{ table: 'person', id: twin.id }]);
	meet(here, away);
	expect(Object.keys(marks(here) as object)).toEqual([twin.id]);
	expect(marks(away)).toEqual(marks(here));
});

test('once settled only what has changed is looked at; a new merge has all looked at', async () => {
	const { here, away, ada, twin } = await apart();
	await settleMerged(here);
	const [one, two] = [noteAbout(away, twin.id), noteAbout(away, twin.id)];
	send(away.book, here.book);
	expect(await settleMerged(here, new Map([['note', new Set([one.id])]]))).toBe(1);
	expect(here.book.get('note', one.id)?.people).toEqual([ada.id]);
	expect(here.book.get('note', two.id)?.people).toEqual([twin.id]);
	const other = aPerson({ name: 'Ada once more' });
	write(here.book, (draft) => draft.add('person', other));
	await mergePeople(here, [[ada.id, other.id]]);
	expect(await settleMerged(here, new Map())).toBe(1);
	expect(here.book.get('note', two.id)?.people).toEqual([ada.id]);
});

test('a page that looks through all of it stays alive', async () => {
	const { here, ada } = await apart();
	write(here.book, (draft) => {
		for (let at = 0; at < 1000; at++) draft.add('note', aNote({ people: [ada.id] }));
	});
	let turns = 0;
	const beat = setInterval(() => turns++, 0);
	// On a device on which whatever is done takes long.
	let now = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
	await settleMerged(here);
	clearInterval(beat);
	expect(turns).toBeGreaterThan(10);
});

test('what the rep writes while it is looked through is not written over', async () => {
	const { here, away, ada, twin } = await apart();
	const note = noteAbout(away, twin.id);
	const omar = aPerson({ name: 'Omar' });
	send(away.book, here.book);
	let now = 0;
	vi.spyOn(performance, 'now').mockImplementation(() => (now += 20));
	const settling = settleMerged(here);
	write(here.book, (draft) => {
		draft.add('person', omar);
		draft.edit('note', note.id, { people: [omar.id, twin.id] });
	});
	await settling;
	expect(here.book.get('note', note.id)?.people).toEqual([omar.id, ada.id]);
});

test('what came in just before the page was closed is put in order at the next start', async () => {
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	vi.stubGlobal('document', {
		...{ visibilityState: 'hidden', addEventListener: () => undefined },
		removeEventListener: () => undefined
	});
	const { here, away, ada, twin } = await apart();
	const before = noteAbout(away, twin.id);
	send(away.book, here.book);
	const done = { isPaired: () => true, exchangeQuietly: vi.fn(), joinEarlier: vi.fn() };
	const end = beginTending(here, done);
	await vi.advanceTimersByTimeAsync(10_500);
	expect(here.book.get('note', before.id)?.people).toEqual([ada.id]);
	expect(done.joinEarlier).toHaveBeenCalledOnce();
	const after = noteAbout(away, twin.id);
	send(away.book, here.book);
	await vi.advanceTimersByTimeAsync(10_500);
	expect(here.book.get('note', after.id)?.people).toEqual([ada.id]);
	end();
	vi.unstubAllGlobals();
});

test('the trash says with whom it is one', async () => {
	const { here, twin } = await apart();
	expect(trashOf(here).find(({ id }) => id === twin.id)?.into).toBe('Ada');
});
