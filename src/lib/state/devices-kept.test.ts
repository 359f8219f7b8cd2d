// What is kept of other devices stays on this one: in no backup, sealed under a device lock, and gone with
// everything else; and what was erased elsewhere goes here too.
import { afterEach, beforeEach, expect, test } from 'vitest';
import { backupOf } from '../../../tests/support/backups';
import { aPerson, aNote, write } from '../../../tests/support/books';
import { TestDevice } from '../../../tests/support/devices';
import { bytesToBase64 } from '$lib/store/base64';
import type { Seal } from '$lib/store/seal';
import { forgetFolder, keepFolder, keptFolder } from './backup-handle';
import { isPairedHere, kindOfDevice } from './devices-sync';
import { putInOrder } from './devices-tending';
import type { Kith } from './kith.svelte';

const KEY = Uint8Array.from({ length: 32 }, (_, at) => at * 7);
const TEXT = bytesToBase64(KEY);

let device: TestDevice;
let kith: Kith;

beforeEach(async () => {
	device = new TestDevice();
	kith = await device.open();
	const { Kept } = await import('$lib/sync/kept');
	const kept = await Kept.open(kith.book);
	expect(await isPairedHere(kith)).toBe(false);
	await kept.change((now) => ({ ...now, keys: [{ generation: 1, bytes: KEY, members: [] }] }));
});

afterEach(() => device.end());

/** Everything beside the core document, as it lies on disk. */
async function onDisk(): Promise<string> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open('kith-core');
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(new Error('kith-core'));
	});
	const all = await new Promise<unknown[]>((resolve) => {
		const request = db.transaction('custom').objectStore('custom').getAll();
		request.onsuccess = () => resolve(request.result);
	});
	db.close();
	const plain = all.map((one) => (one instanceof Uint8Array ? new TextDecoder().decode(one) : one));
	return JSON.stringify(plain);
}

test('the key is kept, in no backup, and sealed once there is a lock', async () => {
	write(kith.book, (draft) => draft.add('person', aPerson()));
	await kith.book.saved();
	expect(await isPairedHere(kith)).toBe(true);
	expect(await onDisk()).toContain(TEXT);
	expect(await backupOf(kith)).not.toContain(TEXT);
	const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
		'encrypt',
		'decrypt'
	]);
	const seal: Seal = { id: 'ab'.repeat(16), key };
	const names = [...kith.book.documents.keys()];
	await kith.book.saved();
	kith.book.seal = seal;
	await device.keeping.reseal({ names, from: undefined, to: seal });
	expect(await onDisk()).not.toContain(TEXT);
	expect(await isPairedHere(kith)).toBe(true);
	kith.book.seal = undefined;
	await device.keeping.reseal({ names, from: seal, to: undefined });
	expect(await onDisk()).toContain(TEXT);
});

test('the folder for sync and the one for backups are two', async () => {
	const handle = (name: string) => ({ name }) as unknown as FileSystemDirectoryHandle;
	await keepFolder({ handle: handle('Backups') });
	await keepFolder({ handle: handle('Syncthing') }, 'sync');
	expect((await keptFolder())?.handle.name).toBe('Backups');
	expect((await keptFolder('sync'))?.handle.name).toBe('Syncthing');
	await forgetFolder('sync');
	expect(await keptFolder('sync')).toBeUndefined();
	expect((await keptFolder())?.handle.name).toBe('Backups');
});

test('what was erased elsewhere goes from this disk; without such, steps can still be undone', async () => {
	const [ada, note] = [aPerson(), aNote({ body: 'Secret words' })];
	kith.steps.push(
		write(kith.book, (draft) => {
			draft.add('person', ada);
			draft.add('note', note);
		})
	);
	await putInOrder(kith);
	expect(kith.steps.latest).toBeDefined();
	// As an update from elsewhere does it: the mark alone.
	const { doc } = kith.book.document('kith-core');
	doc.getMap('erased').set(note.id, true);
	await kith.book.saved();
	await putInOrder(kith);
	expect(kith.steps.latest).toBeUndefined();
	const journal = kith.book.document('kith-journal-2026').doc;
	expect([...journal.getMap('note').keys()].some((key) => key.startsWith(note.id))).toBe(false);
	expect(kith.book.get('person', ada.id)).toBeDefined();
});

test('the kind of device is told by the browser', () => {
	const kind = (userAgent: string, maxTouchPoints = 0) =>
		kindOfDevice({ userAgent, maxTouchPoints });
	expect(kind('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X)', 5)).toBe('phone');
	expect(kind('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', 5)).toBe('tablet');
	expect(kind('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)')).toBe('laptop');
	expect(kind('Mozilla/5.0 (Linux; Android 15; Pixel 9) Chrome/141 Mobile')).toBe('phone');
	expect(kind('Mozilla/5.0 (Linux; Android 15; Tab) Chrome/141')).toBe('tablet');
	expect(kind('Mozilla/5.0 (Windows NT 10.0; Win64; x64)')).toBe('laptop');
});
