// Everything out: each file of the archive read again, and the book whole from it.
import { strFromU8, unzipSync, zipSync } from 'fflate';
import ICAL from 'ical.js';
import { beforeEach, describe, expect, test } from 'vitest';
import type { AnyDay, Day } from '$lib/domain/day';
import { readVcards } from '$lib/domain/vcard';
import { aKith, bring } from '../../../tests/support/backups';
import { aNote, anId, aPerson, digest, NOON, write } from '../../../tests/support/books';
import { makeArchive, type ArchiveFollowing } from './archive';
import { MOST_BYTES } from './backup-closing';
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

async function filesOf(
	from: Kith,
	following: ArchiveFollowing = {}
): Promise<{ blob: Blob; texts: Record<string, string> }> {
	const { blob } = await makeArchive(from, following);
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
	expect(page).not.toMatch(/What I hold about you|Who you are|around you/);
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

test('the backup and the files for other programs come before all pages', async () => {
	const { texts } = await filesOf(kith);
	expect(Object.keys(texts).slice(0, 5)).toEqual([
		'README.txt',
		BACKUP,
		'contacts.vcf',
		'contacts.csv',
		'calendar.ics'
	]);
});

describe('of more people than pages', () => {
	const NAMES = ['Ada', 'Ben 👩‍🌾', 'Cleo', 'Dana/Whitlock', 'Emil'];
	let texts: Record<string, string>;

	beforeEach(async () => {
		write(kith.book, (draft) => {
			for (const name of ['Ada', 'Cleo', 'Emil']) draft.add('person', aPerson({ name }));
		});
		({ texts } = await filesOf(kith, { mostPages: 3 }));
	});

	test('several stand on a page, and nobody is left out', () => {
		const pages = Object.keys(texts).filter((name) => name.startsWith('people/'));
		expect(pages).toEqual(['people/001-002.html', 'people/003-004.html', 'people/005-005.html']);
		expect(texts['README.txt']).toContain('2 people on each');
		for (const [at, name] of NAMES.entries()) {
			expect(texts[pages[at >> 1] ?? '']).toContain(`<h2 dir="auto">${name}</h2>`);
		}
		const page = texts['people/003-004.html'] ?? '';
		expect(page).toContain('<title>Cleo to Dana/Whitlock</title>');
		expect(page.indexOf(SECRET)).toBeGreaterThan(page.indexOf('>Dana/Whitlock</h2>'));
		expect(page).not.toContain('<h2 dir="auto">Notes');
	});

	test('the list leads to each of them', () => {
		const links = [
			...(texts['index.html'] ?? '').matchAll(/href="(people[^"#]+)#([^"]+)" dir="auto">([^<]+)/g)
		];
		expect(links.map(([, , , name]) => name)).toEqual(NAMES);
		for (const [, file = '', id = '', name = ''] of links) {
			expect(texts[file]).toContain(`<article id="${id}">\n<h2 dir="auto">${name}</h2>`);
		}
	});
});

test('a picture kept from an address book is named on the page, and is whole in the other files', async () => {
	const picture = 'iVBORw0KGgo+/AAA'.repeat(400);
	write(kith.book, (draft) =>
		draft.edit('person', ben.id, { vcard: [`PHOTO;ENCODING=b:${picture}`, 'X-REMARK:by the mill'] })
	);
	const { texts } = await filesOf(kith);
	const page = texts['people/001-ben.html'];
	expect(page).toContain('PHOTO: a picture, left out here\nX-REMARK:by the mill');
	expect(page).not.toContain(picture.slice(0, 16));
	expect(texts['contacts.vcf']?.replaceAll('\r\n ', '')).toContain(picture);
	expect(texts[BACKUP]).toContain(picture);
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

	test('is found in an archive larger than any backup, of which little is read', async () => {
		const { blob } = await filesOf(kith);
		const bytes = new Uint8Array(await blob.arrayBuffer());
		const looked = await new BackupWork().look(withHole(bytes, MOST_BYTES), NOON);
		expect(looked).toMatchObject({ is: 'backup', head: { size: 13 } });
	});

	test('is found among more files than a zip can count', async () => {
		const { texts } = await filesOf(kith);
		const many = Array.from({ length: 65_536 }, (_, at) => [`${at}`, new Uint8Array()] as const);
		const all = { ...Object.fromEntries(many), [BACKUP]: new TextEncoder().encode(texts[BACKUP]) };
		const looked = await new BackupWork().look(new Blob([zipSync(all, { level: 0 })]), NOON);
		expect(looked).toMatchObject({ is: 'backup', head: { size: 13 } });
	});

	test('is missed in other zips, in damaged ones and in ones cut short', async () => {
		const { blob } = await filesOf(kith);
		const bytes = new Uint8Array(await blob.arrayBuffer());
		const spoilt = bytes.slice();
		const at = indexOf(bytes, BACKUP) + BACKUP.length;
		spoilt.fill(0, at + 200, at + 500);
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

function indexOf(bytes: Uint8Array, text: string): number {
	return new TextDecoder('latin1').decode(bytes).indexOf(text);
}

/** A zip with a hole before its list, as if there were as many more bytes of files; only few may be read at once. */
function withHole(bytes: Uint8Array<ArrayBuffer>, hole: number): Blob {
	const whole = bytes.slice();
	const end = new DataView(whole.buffer, whole.length - 22);
	const list = end.getUint32(16, true);
	end.setUint32(16, list + hole, true);
	const size = whole.length + hole;
	const byteAt = (at: number): number =>
		(at < list ? whole[at] : at < list + hole ? 0 : whole[at - hole]) ?? 0;
	const slice = (from: number, to: number): Blob => {
		const last = Math.min(to, size);
		if (last - from > 100_000) throw new Error('too much is read');
		return new Blob([Uint8Array.from({ length: last - from }, (_, nth) => byteAt(from + nth))]);
	};
	return { size, slice } as Blob;
}
