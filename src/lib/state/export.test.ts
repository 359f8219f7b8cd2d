// Exports: what is chosen goes out, what is not is counted, and a part of a book can be added and replaces none.
import { beforeEach, describe, expect, test } from 'vitest';
import { anniversaryId } from '$lib/domain/anniversaries';
import { readContactFile } from '$lib/domain/contact-file';
import type { Day } from '$lib/domain/day';
import { readParsed } from '$lib/domain/backup-read';
import { changesAnything, totalOf } from '$lib/domain/backup-plan';
import { sha256 } from '$lib/state/sha256';
import { aKith, bring, jsonIn, noPace, planOf } from '../../../tests/support/backups';
import { aNote, anId, aPerson, NOON, write } from '../../../tests/support/books';
import { makeExport } from './export';
import type { ExportChoice } from './export-choice';
import { goesOut, staysHere } from './export-words';
import type { Kith } from './kith.svelte';

const DAY = '2026-11-20' as Day;
const [dana, ben] = [
	aPerson({ name: 'Dana', tags: ['Dairy'], about: 'Knows Eva' }),
	aPerson({ name: 'Ben' })
];
const everything: ExportChoice = {
	...{ who: { are: 'all' }, whose: 'everything', unmarked: false, sensitive: true }
};
let kith: Kith;

beforeEach(async () => {
	kith = await aKith('phone');
	write(kith.book, (draft) => {
		draft.add('person', dana);
		draft.add('person', ben);
		draft.add('note', aNote({ people: [dana.id], body: 'Mine.', owner: 'mine' }));
		draft.add('note', aNote({ people: [dana.id], body: 'Theirs.', owner: 'employer' }));
		draft.add('note', aNote({ people: [ben.id], body: 'Nobody’s.' }));
		draft.add('note', aNote({ people: [], body: 'In the inbox.' }));
		const trashedAt = new Date(NOON).toISOString();
		draft.add('note', aNote({ people: [dana.id], body: 'In the trash.', trashedAt }));
		const fact = { person: dana.id, day: DAY };
		draft.add('fact', { id: anId<'fact'>(), ...fact, topic: 38, text: 'Eva', owner: 'employer' });
		draft.add('fact', { id: anId<'fact'>(), ...fact, text: 'Boats', owner: 'mine' });
		draft.add('closeness', { id: anId<'closeness'>(), person: dana.id, kind: 'friend', on: DAY });
		draft.edit('settings', 'settings', { cadence: 7 });
	});
});

async function notesOf(choice: Partial<ExportChoice>): Promise<unknown[]> {
	const { blob } = await makeExport(kith, { ...everything, ...choice }, 'json');
	return (jsonIn(await blob.text()).content['note'] ?? []).map(({ body }) => body).sort();
}

describe('what goes out', () => {
	test('is everything outside the trash', async () => {
		expect(await notesOf({})).toEqual(['In the inbox.', 'Mine.', 'Nobody’s.', 'Theirs.']);
	});

	test('is one side’s, and what is not marked only where the rep says so', async () => {
		expect(await notesOf({ whose: 'mine' })).toEqual(['Mine.']);
		expect(await notesOf({ whose: 'employer' })).toEqual(['Theirs.']);
		const marked = await notesOf({ whose: 'employer', unmarked: true });
		expect(marked).toEqual(['In the inbox.', 'Nobody’s.', 'Theirs.']);
	});

	test('is about the people chosen', async () => {
		expect(await notesOf({ who: { are: 'tagged', tag: 'Dairy' } })).toEqual(['Mine.', 'Theirs.']);
		expect(await notesOf({ who: { are: 'ten' } })).toEqual([]);
	});

	test('is counted, as is what stays', async () => {
		const choice = { ...everything, whose: 'employer', sensitive: false } as const;
		const { going, blob, name } = await makeExport(kith, choice, 'json');
		expect(going.stays).toEqual({ sensitive: 1, others: 2, unmarked: 2 });
		expect(goesOut(going, 'json')).toBe(
			'2 people, 1 note, 0 facts, 0 gestures and 0 other entries go out.'
		);
		expect(staysHere(going, 'json')).toEqual([
			'2 entries marked yours',
			'2 entries without a mark',
			'1 entry that is sensitive or touches on what is'
		]);
		const json = JSON.parse(await blob.text()) as Record<string, unknown>;
		expect(json['partial']).toEqual({ whose: 'employer', sensitive: false, leftOut: 5 });
		expect(name).toBe('kith-export-2026-11-21.json');
		// How close the rep is to people is no employer's.
		expect(going.records.get('closeness')).toBeUndefined();
	});
});

describe('the employer’s part', () => {
	const note = aNote({ people: [dana.id], body: 'Bo rows.', owner: 'mine' });
	const from = { person: dana.id, note: note.id };

	beforeEach(() => {
		write(kith.book, (draft) => {
			draft.edit('person', dana.id, { texting: 'we-text', closeness: 'friend', cadence: 30 });
			draft.add('note', note);
			draft.add('circle', { id: anId<'circle'>(), ...from, name: 'Bo', relation: 'child' });
			draft.add('fact', { id: anId<'fact'>(), ...from, day: DAY, text: 'Rowing' });
			draft.add('moment', {
				...{ id: anId<'moment'>(), ...from, kind: 'other', label: 'Regatta' },
				...{ day: DAY, yearly: false }
			});
			draft.add('promise', { id: anId<'promise'>(), ...from, text: 'Bring an oar' });
			draft.add('promise', { id: anId<'promise'>(), person: dana.id, text: 'Send the offer' });
		});
	});

	test('has nothing of the rep’s own: no note to self, nothing taken from a note of his', async () => {
		const choice = { ...everything, whose: 'employer', unmarked: true } as const;
		const { blob, going } = await makeExport(kith, choice, 'json');
		const text = await blob.text();
		const [person] = jsonIn(text).content['person'] ?? [];
		expect(person).toMatchObject({ name: 'Dana', cadence: 30 });
		for (const field of ['about', 'texting', 'closeness']) expect(person).not.toHaveProperty(field);
		for (const word of ['Bo', 'Rowing', 'Regatta', 'oar']) expect(text).not.toContain(word);
		expect(text).toContain('Send the offer');
		expect(going.stays.others).toBe(7);
	});

	test('is not the rep’s: what was taken from his notes is in his', async () => {
		const { blob } = await makeExport(kith, { ...everything, whose: 'mine' }, 'json');
		const text = await blob.text();
		for (const word of ['Knows Eva', 'Bo', 'Rowing', 'Regatta', 'oar'])
			expect(text).toContain(word);
	});
});

test('a card has no day that is only counted, seen to or not', async () => {
	write(kith.book, (draft) => {
		draft.edit('person', dana.id, { company: 'Alder', since: '2020-11-25' as Day });
		draft.add('moment', {
			...{ id: anniversaryId(dana.id), person: dana.id, kind: 'work-anniversary' },
			...{ day: '2019-11-25' as Day, yearly: true, doneFor: DAY }
		});
	});
	for (const format of ['vcard4', 'vcard3'] as const) {
		const { blob } = await makeExport(kith, everything, format);
		expect(await blob.text()).not.toContain('X-ABDATE');
	}
});

describe('a part of a book', () => {
	test('is read as one, and added to an empty book it is what it says', async () => {
		const { blob } = await makeExport(kith, everything, 'json');
		const text = await blob.text();
		const read = await readParsed(JSON.parse(text) as Record<string, unknown>, {
			...{ sha256, now: NOON, pace: noPace }
		});
		expect(read).toMatchObject({ ok: true, backup: { isPartial: true, unreadable: 0 } });
		const fresh = await aKith('laptop');
		await bring(fresh, text, 'merge');
		for (const table of ['person', 'note', 'fact', 'closeness'] as const) {
			const sorted = (of: Kith) => of.book.all(table).toSorted((a, b) => (a.id < b.id ? -1 : 1));
			expect(sorted(fresh)).toEqual(sorted(kith));
		}
	});

	test('changes nothing in the book it came from, words left out of people included', async () => {
		const { blob } = await makeExport(kith, { ...everything, sensitive: false }, 'json');
		const text = await blob.text();
		expect(text).not.toContain('Eva');
		expect(changesAnything(await planOf(kith, text, 'merge'))).toBe(false);
	});

	test('puts nothing in the trash, even where everything was to be replaced', async () => {
		const { blob } = await makeExport(kith, { ...everything, whose: 'mine' }, 'json');
		const plan = await planOf(kith, await blob.text(), 'replace');
		expect(totalOf(plan).trashed).toBe(0);
		expect(changesAnything(plan)).toBe(false);
	});
});

test.each(['vcard4', 'vcard3'] as const)('contacts are read back, %s', async (format) => {
	const { blob, name } = await makeExport(kith, everything, format);
	expect(name).toBe('kith-contacts-2026-11-21.vcf');
	const reading = readContactFile(new Uint8Array(await blob.arrayBuffer()), 1_000);
	let step = reading.next();
	while (!step.done) step = reading.next();
	expect(step.value).toMatchObject({
		ok: true,
		contacts: expect.arrayContaining([
			expect.objectContaining({ name: 'Dana', tags: ['Dairy'], notes: [{ body: 'Knows Eva' }] })
		]) as unknown,
		problems: []
	});
});

test('ten thousand people go out in pieces, and can be called off', async () => {
	write(kith.book, (draft) => {
		for (let many = 0; many < 10_000; many++) {
			draft.add('person', aPerson({ name: `Person ${many}`, phones: [{ value: '+1 555 0100' }] }));
		}
	});
	const parts: number[] = [];
	const { blob } = await makeExport(kith, everything, 'vcard4', {
		told: (part) => parts.push(part)
	});
	expect((await blob.text()).match(/^BEGIN:VCARD/gm)).toHaveLength(10_002);
	expect(parts.every((part, index) => part >= (parts[index - 1] ?? 0) && part <= 1)).toBe(true);
	const calling = new AbortController();
	const made = makeExport(kith, everything, 'csv', {
		...{ signal: calling.signal, told: () => calling.abort() }
	});
	await expect(made).rejects.toThrow();
});
