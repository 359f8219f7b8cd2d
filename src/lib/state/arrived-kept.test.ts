import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Seal } from '$lib/store/seal';
import { fakeCaches } from '../../../tests/support/caches';
import { dropKept, holdFor, keepFor, keptFor, resealArrived, waitingBeside } from './arrived-kept';
import { keepArrived } from './arrived-place';
import { leaveForImport } from './contact-picker';
import { whenLaunched } from './launched-files';
import { Toasts } from './toasts.svelte';

const CARD = 'BEGIN:VCARD\nFN:Dana Whitlock\nEND:VCARD\n';
const card = (): File => new File([CARD], 'Dana Whitlock.vcf');
let seal: Seal;

beforeEach(async () => {
	const algorithm = { name: 'AES-GCM', length: 256 };
	seal = {
		id: 'one',
		key: await crypto.subtle.generateKey(algorithm, true, ['encrypt', 'decrypt'])
	};
	vi.stubGlobal('location', new URL('https://kith.example/#/import'));
});
afterEach(async () => {
	for (const place of ['import', 'backup'] as const) {
		for (const kept of await keptFor(place, seal)) await dropKept(kept);
	}
	vi.unstubAllGlobals();
});

async function textsFor(place: 'import' | 'backup'): Promise<string[]> {
	const kept = await keptFor(place, seal);
	return Promise.all(kept.map(async ({ file }) => `${file.name}: ${await file.text()}`));
}

describe('with the device lock on', () => {
	test('a file waits sealed, its name too, once, and opens as it came', async () => {
		const { texts } = fakeCaches();
		await keepFor('import', card(), seal);
		await keepFor('import', card(), seal);
		expect(await texts()).toHaveLength(1);
		expect((await texts()).join()).not.toMatch(/Dana|Whitlock/);
		expect(await textsFor('import')).toEqual([`Dana Whitlock.vcf: ${CARD}`]);
		expect(await keptFor('import', undefined)).toEqual([]);
	});

	test('one the service worker left in the open is sealed by the first look at any screen', async () => {
		const { texts } = fakeCaches();
		await keepArrived(card(), '/', 'import');
		await keepArrived(new File(['sealed by itself'], 'a.kith'), '/', 'devices');
		expect((await texts()).join()).toContain('Dana');
		expect(await keptFor('backup', seal)).toEqual([]);
		expect((await texts()).join()).not.toMatch(/Dana|Whitlock/);
		expect((await texts()).join()).toContain('sealed by itself');
		expect(await textsFor('import')).toEqual([`Dana Whitlock.vcf: ${CARD}`]);
	});

	test('one that cannot be sealed for want of room stays in memory, not on disk', async () => {
		const { kept, fill } = fakeCaches();
		await keepArrived(card(), '/', 'import');
		fill();
		expect(await textsFor('import')).toEqual([`Dana Whitlock.vcf: ${CARD}`]);
		expect(kept()).toEqual([]);
		for (const one of await keptFor('import', seal)) await dropKept(one);
		expect(await keptFor('import', seal)).toEqual([]);
	});
});

test('what waits is sealed and opened as the lock is turned on and off', async () => {
	const { texts } = fakeCaches();
	await keepFor('import', card(), undefined);
	await resealArrived(undefined, seal);
	expect((await texts()).join()).not.toMatch(/Dana|Whitlock/);
	await resealArrived(seal, undefined);
	await resealArrived(seal, undefined);
	const [kept] = await keptFor('import', undefined);
	expect([kept?.file.name, await kept?.file.text()]).toEqual(['Dana Whitlock.vcf', CARD]);
});

test('contacts chosen on the phone are handed over without being written anywhere', async () => {
	const { kept } = fakeCaches();
	leaveForImport(CARD);
	expect(await textsFor('import')).toEqual([`Contacts of this phone.vcf: ${CARD}`]);
	expect(kept()).toEqual([]);
});

describe('files Kith is opened with', () => {
	const BACKUP = JSON.stringify({ format: 'kith-backup', version: 1 });
	let toasts: Toasts;
	let opened: string[];

	/** Opens the app with files; a name alone is one that cannot be read. */
	async function launch(...files: (File | string)[]): Promise<void> {
		let consume: (launch: object) => void = () => undefined;
		vi.stubGlobal('launchQueue', {
			setConsumer: (consumer: typeof consume) => (consume = consumer)
		});
		toasts = new Toasts();
		opened = [];
		whenLaunched('import', { toasts, book: { seal: undefined } }, (own) => {
			opened.push(...own.map(({ name }) => name));
		});
		const getFile = (file: File | string) => () =>
			typeof file === 'string'
				? Promise.reject(new DOMException('gone', 'NotFoundError'))
				: Promise.resolve(file);
		consume({ files: files.map((file) => ({ getFile: getFile(file) })) });
		await vi.waitFor(() => expect(opened.length + Number(!!toasts.current)).toBeGreaterThan(0));
		await new Promise((resolve) => setTimeout(resolve, 20));
	}

	test('those for another screen are said to wait there', async () => {
		fakeCaches();
		await launch(card(), new File([BACKUP], 'a.json'), new File([`${BACKUP} `], 'b.json'));
		expect(opened).toEqual(['Dana Whitlock.vcf']);
		expect(toasts.current?.text).toBe('2 more files wait under Backup');
		expect(await waitingBeside()).toEqual(new Map([['backup', 2]]));
	});

	test('one that finds no room is said to be lost', async () => {
		fakeCaches({}, { isFull: true });
		await launch(card(), new File([BACKUP], 'a.json'));
		expect(opened).toEqual(['Dana Whitlock.vcf']);
		expect(toasts.current?.text).toContain('There was no room');
	});

	test('one that cannot be read is said, and the others are opened', async () => {
		fakeCaches();
		await launch('gone.vcf', card());
		expect(opened).toEqual(['Dana Whitlock.vcf']);
		expect(toasts.current?.text).toContain('A file could not be read');
	});
});

test('what is held waits for its own screen only', async () => {
	fakeCaches();
	holdFor('backup', card());
	expect(await keptFor('import', undefined)).toEqual([]);
	expect(await textsFor('backup')).toHaveLength(1);
});
