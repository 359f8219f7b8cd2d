// A book of any size, put on a browser's disk before the app opens: as stock y-indexeddb would have
// written it, one row for each document.
import type { Page } from '@playwright/test';
import { encodeStateAsUpdate, Doc, Text } from 'yjs';
import { dayOfDate } from '../../../src/lib/domain/day';
import { stampOf } from '../../../src/lib/domain/hlc';
import { sampleBook } from '../../../src/lib/domain/sample/sample-book';
import { english as words } from '../../../src/lib/domain/sample/sample-en';
import { tableNames, tables } from '../../../src/lib/domain/records/tables';

/** The documents of a book as Yjs updates, by name. */
export type StoredBook = ReadonlyMap<string, Uint8Array>;

/** What a rep writes in words, in any table; a name is one too. */
const WORDS = new Set(['name', 'nickname', 'company', 'title', 'about', 'body', 'text', 'opener']);
for (const field of ['label', 'reason', 'mention']) WORDS.add(field);

/**
 * The sample people in any number, with what happened with them over some years.
 * @param mark a word to be part of everything the rep has written, for a test that looks for it
 */
export function largeBook(
	size: { people: number; entries: number; years: number },
	mark?: string
): StoredBook {
	const now = Date.now();
	const content = sampleBook({ seed: 66, words, ...size, today: dayOfDate(new Date(now)), now });
	const docs = new Map<string, Doc>();
	const docOf = (name: string): Doc => {
		const doc = docs.get(name) ?? new Doc();
		docs.set(name, doc);
		return doc;
	};
	const writer = '2026000000000seed000000';
	const h = stampOf(now, 0);
	for (const table of tableNames) {
		for (const { id, ...record } of content[table] ?? []) {
			const year = id.slice(0, 4);
			const isCore = tables[table].home === 'core';
			const doc = docOf(isCore ? 'kith-core' : `kith-journal-${year}`);
			if (!isCore) docOf('kith-core').getMap('years').set(year, true);
			const spec = tables[table];
			const f: Record<string, unknown> = {};
			for (const [field, value] of Object.entries(record)) {
				// Sample people are taken out in one step; these are to be the rep's own.
				if (field === 'batch') continue;
				const said = marked(field, value, mark);
				if (spec.sets.includes(field)) {
					for (const member of said as string[]) f[`${field}/${member}`] = true;
				} else if (spec.body && field === 'body') {
					doc.getMap('bodies').set(`${id} ${writer}`, new Text(said as string));
				} else f[field] = said;
			}
			const key = `${id} ${writer}`;
			doc.getMap(table).set(key, JSON.stringify({ h, f }));
		}
	}
	return new Map([...docs].map(([name, doc]) => [name, encodeStateAsUpdate(doc)]));
}

function marked(field: string, value: unknown, mark: string | undefined): unknown {
	if (mark === undefined) return value;
	if (field === 'tags') return (value as string[]).map((tag) => `${mark} ${tag}`);
	if (typeof value !== 'string' || !WORDS.has(field)) return value;
	return field === 'name' ? `${value} ${mark}` : `${mark} ${value}`;
}

/** How many bytes it has. */
export function sizeOf(book: StoredBook): number {
	return [...book.values()].reduce((sum, { length }) => sum + length, 0);
}

/** Puts a book on the disk of a browser in which the app has not been opened yet. */
export async function putOnDisk(page: Page, book: StoredBook): Promise<void> {
	await page.route('**/stored-book/*', (route) => {
		const name = new URL(route.request().url()).pathname.split('/').pop() ?? '';
		return route.fulfill({ body: Buffer.from(book.get(name) ?? []) });
	});
	await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	// A file of the site that runs nothing.
	await page.goto('icons/mark-192.png');
	await page.evaluate(
		async (names) => {
			for (const name of names) {
				const bytes = new Uint8Array(await (await fetch(`/stored-book/${name}`)).arrayBuffer());
				await new Promise<void>((resolve, reject) => {
					const opening = indexedDB.open(name, 1);
					opening.onerror = () => reject(opening.error ?? new Error('refused'));
					opening.onupgradeneeded = () => {
						opening.result.createObjectStore('updates', { autoIncrement: true });
						opening.result.createObjectStore('custom');
					};
					opening.onsuccess = () => {
						const db = opening.result;
						const writing = db.transaction('updates', 'readwrite');
						writing.objectStore('updates').add(bytes);
						writing.oncomplete = () => {
							db.close();
							resolve();
						};
						writing.onabort = () => reject(writing.error ?? new Error('aborted'));
					};
				});
			}
		},
		[...book.keys()]
	);
	await page.unroute('**/stored-book/*');
	await page.unroute('**/favicon.ico');
}
