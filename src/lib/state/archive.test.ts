// Everything out: each file of the archive read again, and the book whole from it.
import { strFromU8, unzipSync, zipSync } from 'fflate';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import { readVcards } from '$lib/domain/vcard';
import { aKith, bring } from '../../../tests/support/backups';
import { aNote, anId, aPerson, digest, NOON, write } from '../../../tests/support/books';
import { makeArchive } from './archive';
import { BackupWork } from './backup-work';
import type { Kith } from './kith.svelte';

const DAY = '2026-11-20' as Day;
const SECRET = 'Quittenbaum';
const BACKUP = 'kith-backup-2026-11-21.json';
const [dana, ben, gone] = [
	aPerson({ name: 'Dana/Whitlock', tags: ['Dairy'], about: `Knows ${SECRET}` }),
	aPerson({ name: 'Ben 👩‍🌾', company: 'Mill' }),
	aPerson({ name: 'Gone', trashedAt: new Date(NOON).toISOString() })
];
let kith: Kith;

beforeEach(async () => {
	kith = await aKith('phone');
	write(kith.book, (draft) => {
		for (const person of [dana, ben, gone]) draft.add('person', person);
		draft.add('note', aNote({ people: [dana.id, ben.id], body: 'The <b>mill</b> by the river.' }));
		draft.add('note', aNote({ people: [], body: 'In the inbox.' }));
		draft.add('note', aNote({ people: [], company: 'Mill', body: 'They build.' }));
		draft.add('note', aNote({ people: [gone.id], body: 'About one who is gone.' }));
		const fact = { person: dana.id, day: DAY };
		draft.add('fact', { id: anId<'fact'>(), ...fact, topic: 40, text: SECRET });
		draft.add('friendsAnswer', {
			...{ id: anId<'friendsAnswer'>(), on: DAY, asked: [dana.id], friends: [dana.id] }
		});
		draft.add('circle', {
			...{ id: anId<'circle'>(), person: dana.id, self: ben.id, name: 'Ben', relation: 'sibling' }
		});
		draft.add('moment', {
			...{ id: anId<'moment'>(), person: dana.id, kind: 'birthday', yearly: true },
			day: '1978-04-12' as AnyDay
		});
		draft.add('promise', { id: anId<'promise'>(), text: 'Send the book', madeOn: DAY } as never);
		draft.edit('settings', 'settings', { cadence: 7 });
	});
});

async function filesOf(from: Kith): Promise<{ blob: Blob; texts: Record<string, string> }> {
	const { blob } = await makeArchive(from);
	const files = unzipSync(new Uint8Array(await blob.arrayBuffer()));
	const texts = Object.entries(files).map(([name, bytes]) => [name, strFromU8(bytes)] as const);
	return { blob, texts: Object.fromEntries(texts) };
}

test('it holds these files and no others, named for the day', async () => {
	const { name, type } = await makeArchive(kith);
	expect([name, type]).toEqual(['kith-everything-2026-11-21.zip', 'application/zip']);
	const { texts } = await filesOf(kith);
	expect(Object.keys(texts).sort()).toEqual(
		[
			...['README.txt', 'index.html', 'other.html', 'people/001-ben.html'],
			...['people/002-dana-whitlock.html', BACKUP, 'contacts.vcf', 'contacts.csv', 'calendar.ics']
		].sort()
	);
	for (const file of Object.keys(texts)) {
		const told = file.startsWith('people/') ? 'people/' : file;
		if (!/README|other/.test(file)) expect(texts['README.txt']).toContain(`\n${told}\r\n`);
	}
});

test('all that is known and noted stands on the pages, each note somewhere', async () => {
	const { texts } = await filesOf(kith);
	const page = texts['people/002-dana-whitlock.html'];
	for (const words of ['Dana/Whitlock', 'The &lt;b&gt;mill&lt;/b&gt;', SECRET, 'Dairy', 'friend']) {
		expect(page).toContain(words);
	}
	expect(page).not.toMatch(/What I hold about you|Who you are/);
	expect(texts['people/001-ben.html']).toContain('in the circle of Dana/Whitlock');
	expect(texts['people/001-ben.html']).toContain('The &lt;b&gt;mill');
	for (const words of ['In the inbox.', 'They build.', 'About one who is gone.', 'Send the book']) {
		expect(texts['other.html']).toContain(words);
	}
	const index = texts['index.html'];
	expect(index).toContain('<a href="people/002-dana-whitlock.html" dir="auto">Dana/Whitlock</a>');
	for (const [, href = ''] of index?.matchAll(/href="([^"#]+)"/g) ?? []) {
		expect(texts).toHaveProperty([href]);
	}
});

test('nothing sensitive is in the files for other programs', async () => {
	const { texts } = await filesOf(kith);
	for (const file of ['contacts.vcf', 'contacts.csv', 'calendar.ics']) {
		expect(texts[file], file).not.toContain(SECRET);
	}
	expect(readVcards(texts['contacts.vcf'] ?? '').cards).toHaveLength(2);
	expect(texts['contacts.csv']?.split('\r\n')).toHaveLength(4);
	const calendar = new ICAL.Component(ICAL.parse(texts['calendar.ics'] ?? '') as [string, [], []]);
	expect(calendar.getAllSubcomponents('vevent')).toHaveLength(1);
});

test('an empty book goes out too', async () => {
	const { texts } = await filesOf(await aKith('tablet'));
	expect(texts['index.html']).toContain('There is nobody in this book yet.');
	expect(texts['other.html']).not.toContain('<h2');
});

test('it can be stopped, and says how far it is', async () => {
	const parts: number[] = [];
	const calling = new AbortController();
	calling.abort();
	await expect(makeArchive(kith, { signal: calling.signal })).rejects.toThrow();
	await makeArchive(kith, { told: (part) => parts.push(part) });
	expect(parts.toSorted((a, b) => a - b)).toEqual(parts);
	expect(Math.max(0, ...parts)).toBeLessThanOrEqual(1);
});

describe('the backup inside', () => {
	test('brings the same book back', async () => {
		const { texts } = await filesOf(kith);
		const fresh = await aKith('laptop');
		await bring(fresh, texts[BACKUP] ?? '', 'replace');
		expect(digest(fresh.book)).toBe(digest(kith.book));
	});

	test('is read straight from the archive, also from one packed anew in a folder', async () => {
		const { blob, texts } = await filesOf(kith);
		const again = zipSync({ [`all/${BACKUP}`]: new TextEncoder().encode(texts[BACKUP]) });
		for (const file of [blob, new Blob([again])]) {
			const looked = await new BackupWork().look(file, NOON);
			expect(looked).toMatchObject({ is: 'backup', head: { size: 13 } });
		}
	});

	test('is missed in other zips, in damaged ones and in ones cut short', async () => {
		const { blob } = await filesOf(kith);
		const bytes = new Uint8Array(await blob.arrayBuffer());
		const spoilt = bytes.slice();
		// In the midst of the backup, which comes last.
		spoilt.fill(0, spoilt.length - 1_500, spoilt.length - 1_200);
		const files = [
			new Blob([zipSync({ 'word/document.xml': new Uint8Array(9) })]),
			new Blob([bytes.slice(0, bytes.length / 2)]),
			new Blob([spoilt])
		];
		for (const file of files) {
			expect(await new BackupWork().look(file, NOON)).toMatchObject({ is: 'fault' });
		}
	});
});
