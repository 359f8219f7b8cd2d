// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fakeDisk, type FakeDisk } from '../../../tests/support/files';
import { beginRemoval, isRemovalBegun } from './removal';
import { bearWitness, readWitness } from './witness';

const { open } = IDBFactory.prototype;
const { setItem } = Storage.prototype;
let disk: FakeDisk;

function make(name: string): Promise<IDBDatabase> {
	return new Promise((resolve, reject) => {
		const request = indexedDB.open(name);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(new Error(name));
	});
}

beforeEach(() => {
	disk = fakeDisk();
	vi.stubGlobal('navigator', { storage: { getDirectory: async () => disk.directory } });
});

afterEach(async () => {
	Object.assign(IDBFactory.prototype, { open });
	Object.assign(Storage.prototype, { setItem });
	vi.unstubAllGlobals();
	localStorage.clear();
	for (const { name } of await indexedDB.databases()) if (name) indexedDB.deleteDatabase(name);
});

test('what is ours goes, and what another app of this origin keeps stays', async () => {
	for (const name of ['kith-core', 'kith-journal-2024', 'kith-handles', 'diary']) {
		(await make(name)).close();
	}
	disk.put('mirror/kith-core.1', new Uint8Array(9));
	disk.put('points/2026/kith-core', new Uint8Array(9));
	disk.put('lock', new Uint8Array(9));
	disk.put('other/file', new Uint8Array(9));
	const caches = new Set(['kith-arrived', 'kith-precache', 'diary']);
	vi.stubGlobal('caches', { delete: (name: string) => Promise.resolve(caches.delete(name)) });
	localStorage.setItem('kith:theme', 'dark');
	localStorage.setItem('kith:left:fact', 'words');
	localStorage.setItem('diary', 'words');
	sessionStorage.setItem('kith:place', 'words');
	bearWitness({ 'kith-core': { id: 'a', last: 4 } }, 12);

	const removal = await beginRemoval(['kith-core']);
	expect(isRemovalBegun()).toBe(true);
	expect(readWitness()).toEqual({ seen: {} });
	await removal.run(() => undefined);

	expect((await indexedDB.databases()).map(({ name }) => name)).toEqual(['diary']);
	expect([...disk.files().keys()]).toEqual(['other/file']);
	expect(Object.keys(localStorage)).toEqual(['diary']);
	expect(Object.keys(sessionStorage)).toEqual([]);
	expect(isRemovalBegun()).toBe(false);
	// Files that arrived and wait; the app itself goes on running offline.
	expect([...caches]).toEqual(['kith-precache', 'diary']);
});

test('once it has begun, this page puts nothing back', async () => {
	const removal = await beginRemoval([]);
	await removal.run(() => undefined);
	// happy-dom's storage does not go through its prototype, a browser's does.
	Storage.prototype.setItem.call(localStorage, 'kith:draft:0', 'words');
	indexedDB.open('kith-core');
	await new Promise((resolve) => setTimeout(resolve, 50));
	expect(Object.keys(localStorage)).toEqual([]);
	expect(await indexedDB.databases()).toEqual([]);
});

test('databases that the browser cannot list are known by the book and the witness', async () => {
	for (const name of ['kith-core', 'kith-journal-2023', 'kith-journal-2026']) {
		(await make(name)).close();
	}
	bearWitness({ 'kith-journal-2023': { id: 'a', last: 4 } });
	const databases = vi
		.spyOn(IDBFactory.prototype, 'databases')
		.mockRejectedValue(new DOMException('', 'NotSupportedError'));
	const removal = await beginRemoval(['kith-core', 'kith-journal-2026']);
	await removal.run(() => undefined);
	databases.mockRestore();
	expect(await indexedDB.databases()).toEqual([]);
});

test('whoever still holds a database is told of, and waited for', async () => {
	const held = await make('kith-core');
	const removal = await beginRemoval([]);
	const blocked = vi.fn();
	let isOver = false;
	const over = removal.run(blocked).then(() => (isOver = true));
	await vi.waitFor(() => expect(blocked).toHaveBeenCalled());
	expect(isOver).toBe(false);
	expect(isRemovalBegun()).toBe(true);
	held.close();
	await over;
	expect(isRemovalBegun()).toBe(false);
});
