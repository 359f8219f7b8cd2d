// Mine and the employer's: marked one by one and all at once, and each erased on its own.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { canonicalJson } from '$lib/domain/canonical';
import type { Day } from '$lib/domain/day';
import type { Owner } from '$lib/domain/records/field';
import { tableNames } from '$lib/domain/records/tables';
import type { Book } from '$lib/store/book';
import { encodeStateAsUpdate } from 'yjs';
import { aNote, anId, aPerson, aTouch, NOON } from '../../../tests/support/books';
import { TestDevice } from '../../../tests/support/devices';
import { erase } from './erasing';
import type { Kith } from './kith.svelte';
import { noPace } from '../../../tests/support/backups';
import { setOwnerOfAll, unlike } from './marking.svelte';
import { oneSide } from './one-side';
import { setOwner, type OwnedEntry } from './owners';
import { undo } from './undoing';
import { write } from './writing';

const MARKER = 'Quittenbaum';
const DAY = '2026-11-20' as Day;
const [dana, ben] = [aPerson({ name: 'Dana' }), aPerson({ name: 'Ben' })];
const gesture = { direction: 'given', kind: 'help' } as const;
const older = anId<'fact'>();
const newer = anId<'fact'>();
let device: TestDevice;
let kith: Kith;

beforeEach(async () => {
	device = new TestDevice();
	kith = await device.open();
	write(kith, (draft) => {
		draft.add('person', dana);
		draft.add('person', ben);
		draft.add('touch', aTouch({ people: [dana.id] }));
		draft.add('note', aNote({ people: [dana.id, ben.id], body: 'With both.' }));
		draft.add('fact', { id: older, person: dana.id, day: DAY, text: 'Before' });
		draft.add('fact', { id: newer, person: dana.id, day: DAY, text: 'Now', revises: older });
		draft.add('gesture', { id: anId<'gesture'>(), person: dana.id, day: DAY, ...gesture });
		draft.add('gesture', { id: anId<'gesture'>(), person: ben.id, day: DAY, ...gesture });
	});
});
afterEach(() => device.end());

const markedAs = async (owner: Owner): Promise<readonly OwnedEntry[]> =>
	(await oneSide(kith, owner, noPace)).marked;

const owners = () =>
	(['note', 'fact', 'gesture'] as const).flatMap((table) =>
		kith.book.all(table).map(({ owner }) => owner)
	);

test('an answer is marked with all it said before, and taken back in one step', async () => {
	setOwner(kith, [{ table: 'fact', id: newer }], 'employer');
	expect([older, newer].map((id) => kith.book.get('fact', id)?.owner)).toEqual([
		'employer',
		'employer'
	]);
	expect(await markedAs('employer')).toHaveLength(2);
	undo(kith);
	expect(await markedAs('employer')).toEqual([]);
	setOwner(kith, [{ table: 'fact', id: newer }], 'mine');
	setOwner(kith, [{ table: 'fact', id: newer }], undefined);
	expect(kith.book.get('fact', newer)?.owner).toBeUndefined();
});

test('all of a person’s are marked in one step; those marked already are not written again', async () => {
	setOwner(kith, [{ table: 'fact', id: newer }], 'mine');
	expect(await unlike(kith, [dana.id], 'mine', noPace)).toHaveLength(2);
	expect(await setOwnerOfAll(kith, [dana.id], 'mine', noPace)).toBe(2);
	expect(owners().filter((owner) => owner === 'mine')).toHaveLength(4);
	expect(await setOwnerOfAll(kith, [dana.id], 'mine', noPace)).toBe(0);
	expect(await setOwnerOfAll(kith, [dana.id, ben.id], undefined, noPace)).toBe(4);
	undo(kith);
	expect(owners().filter((owner) => owner === 'mine')).toHaveLength(4);
});

test('everybody’s are all there are: a company’s and those in the inbox too, in pieces, in one step', async () => {
	write(kith, (draft) => {
		draft.add('note', aNote({ people: [], company: 'Alder', body: 'A new hall.' }));
		draft.add('note', aNote({ people: [], body: 'In the inbox.' }));
		for (let many = 0; many < 250; many++) draft.add('note', aNote({ people: [dana.id] }));
	});
	const parts: number[] = [];
	const told = async (done: number, of: number): Promise<void> => void parts.push(done / of);
	expect(await setOwnerOfAll(kith, 'all', 'employer', told)).toBe(257);
	expect(owners().every((owner) => owner === 'employer')).toBe(true);
	expect(parts.filter((part) => part > 0).length).toBeGreaterThan(1);
	undo(kith);
	expect(await markedAs('employer')).toEqual([]);
});

test('nothing is marked while years are still being read', async () => {
	const reach = vi.spyOn(kith.book, 'reach', 'get').mockReturnValue('recent');
	expect(await setOwnerOfAll(kith, 'all', 'mine', noPace)).toBe(0);
	reach.mockRestore();
	expect(await markedAs('mine')).toEqual([]);
});

test('what was taken from a note goes with its side, unless it is marked itself', async () => {
	const note = aNote({ people: [dana.id], body: 'Bo, 9, rows.', owner: 'mine' });
	const from = { person: dana.id, note: note.id };
	const member = anId<'circle'>();
	const [theirs, nobodys] = [anId<'fact'>(), anId<'fact'>()];
	const day = anId<'moment'>();
	write(kith, (draft) => {
		draft.add('note', note);
		draft.add('circle', { id: member, ...from, name: 'Bo', relation: 'child' });
		draft.add('fact', { id: theirs, ...from, day: DAY, text: 'Rows', owner: 'employer' });
		draft.add('fact', { id: nobodys, ...from, day: DAY, text: 'Boats' });
		draft.add('moment', { id: day, ...from, kind: 'trip', day: DAY, yearly: false });
		draft.add('promise', { id: anId<'promise'>(), person: dana.id, text: 'Not from it' });
	});
	const { marked, taken } = await oneSide(kith, 'mine', noPace);
	expect(marked).toEqual([{ table: 'note', id: note.id }]);
	expect(taken).toEqual([
		{ table: 'fact', id: nobodys },
		{ table: 'circle', id: member },
		{ table: 'moment', id: day }
	]);
	expect((await oneSide(kith, 'employer', noPace)).taken).toEqual([]);
});

describe('one side’s part, erased', () => {
	/** Everything as it is stored, but for what carries the mark. */
	function rest(book: Book, gone: ReadonlySet<string>): string {
		return canonicalJson(
			tableNames.map((table) =>
				[...book.all(table), ...book.trashed(table)]
					.filter(({ id }) => !gone.has(id))
					.sort((a, b) => (a.id < b.id ? -1 : 1))
					.map((record) => [record, [...book.cells(table, record.id)]])
			)
		);
	}

	test('is nowhere any more, and the rest is as it was to the letter', async () => {
		const trashedAt = new Date(NOON).toISOString();
		write(kith, (draft) => {
			const employer = { owner: 'employer' } as const;
			const body = `${MARKER} body`;
			draft.add('note', aNote({ people: [dana.id], body, ...employer }));
			draft.add('note', aNote({ people: [ben.id], body, trashedAt, ...employer }));
			draft.add('fact', {
				id: anId<'fact'>(),
				person: dana.id,
				day: DAY,
				text: MARKER,
				...employer
			});
			draft.add('gesture', {
				...{ id: anId<'gesture'>(), person: ben.id, day: DAY, text: MARKER, ...gesture },
				...employer
			});
			draft.add('note', aNote({ people: [dana.id], body: 'Stays.', owner: 'mine' }));
		});
		await kith.book.saved();
		const names = [...kith.book.documents.keys()];
		await device.keeping.tend(names);
		const about = { at: trashedAt, why: 'daily', people: 2, notes: 3 } as const;
		await device.keeping.point({ ...about, names });
		const doomed = await markedAs('employer');
		expect(doomed).toHaveLength(4);
		const gone = new Set<string>(doomed.map(({ id }) => id));
		const before = rest(kith.book, gone);

		await erase(kith, doomed);

		expect(rest(kith.book, new Set())).toBe(before);
		expect(await markedAs('employer')).toEqual([]);
		expect(await markedAs('mine')).toHaveLength(1);
		for (const { doc } of kith.book.documents.values()) {
			expect(Buffer.from(encodeStateAsUpdate(doc)).includes(MARKER)).toBe(false);
		}
		for (const [path, bytes] of device.disk.files()) {
			const plain = path.startsWith('points/docs/')
				? await new Response(
						new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))
					).arrayBuffer()
				: bytes;
			expect(Buffer.from(plain as ArrayBuffer).includes(MARKER), path).toBe(false);
		}
		expect(undo(kith)).toBe(false);
		await device.close();
		const again = await device.open();
		expect(rest(again.book, new Set())).toBe(before);
		for (const id of gone) expect(again.book.isErased(id)).toBe(true);
	});
});
