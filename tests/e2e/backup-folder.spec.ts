// Backups in a chosen folder: daily, read back, never half of one, and earlier ones always stay.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const DAY_MS = 86_400_000;

/** A browser with a folder to choose; the folder lies in the browser's own storage. */
async function withFolder(page: Page, days = 0): Promise<void> {
	await page.addInitScript((ahead) => {
		const now = Date.now.bind(Date);
		Date.now = () => now() + ahead;
		Object.assign(window, {
			showDirectoryPicker: async () =>
				(await navigator.storage.getDirectory()).getDirectoryHandle('chosen', { create: true })
		});
	}, days * DAY_MS);
}

/** Names and sizes of what lies in the folder. */
function filesIn(page: Page): Promise<[name: string, bytes: number][]> {
	return page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('chosen', { create: true });
		const found: [string, number][] = [];
		for await (const [name, handle] of folder.entries()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			// Renamed or taken away since it was listed.
			const file = await handle.getFile().catch(() => undefined);
			if (file) found.push([name, file.size]);
		}
		return found.sort(([a], [b]) => (a < b ? -1 : 1));
	});
}

async function choose(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Choose a folder' }).click();
	await expect(page.getByText('The first backup is in the folder')).toBeVisible();
}

test('the first at once, then one a day; the last fourteen of this device stay', async ({
	page,
	context
}) => {
	test.slow();
	await withFolder(page);
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/backup');
	await app.whole();
	await choose(page);
	await expectNoViolations(page);
	const [[name, bytes] = ['', 0]] = await filesIn(page);
	expect(name).toMatch(/^kith-backup-\d{4}-\d{2}-\d{2}\.json$/);
	expect(bytes).toBeGreaterThan(300);
	await expect(page.getByText('nothing new since')).toBeVisible();
	const device = await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('chosen');
		for await (const [, handle] of folder.entries()) {
			if (!(handle instanceof FileSystemFileHandle)) continue;
			return (JSON.parse(await (await handle.getFile()).text()) as { device: { id: string } })
				.device.id;
		}
		return '';
	});
	// Fourteen earlier days of this device, one of another, and one that was cut off.
	await page.evaluate(async (tail) => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('chosen');
		const names = Array.from(
			{ length: 14 },
			(_, day) => `kith-backup-2026-01-${String(day + 10)}-daily-${tail}.json`
		);
		names.push('kith-backup-2026-01-01-daily-other0.json', `${names[0]!}.part`);
		for (const name of names) await folder.getFileHandle(name, { create: true });
	}, device.slice(-6));
	await page.close();

	const tomorrow = await context.newPage();
	await withFolder(tomorrow, 1);
	await tomorrow.goto('#/');
	await expect
		.poll(async () => (await filesIn(tomorrow)).filter(([name]) => /-daily-/.test(name)).length, {
			timeout: 30_000
		})
		.toBe(15);
	await expect
		.poll(async () => (await filesIn(tomorrow)).map(([name]) => name))
		.not.toContain(`kith-backup-2026-01-10-daily-${device.slice(-6)}.json`);
	const files = await filesIn(tomorrow);
	const names = files.map(([each]) => each);
	expect(names).toContain(name);
	expect(names).toContain('kith-backup-2026-01-01-daily-other0.json');
	expect(names.filter((each) => each.endsWith('.part'))).toEqual([]);
	expect(files.filter(([each]) => each.endsWith(`-daily-${device.slice(-6)}.json`))).toHaveLength(
		14
	);
	expect(files.find(([each]) => each.startsWith('kith-backup-2026-01-11'))).toBeDefined();
});

const faults: [name: string, says: RegExp, spoil: () => void][] = [
	[
		'a full drive',
		/No room in the folder/,
		() => {
			FileSystemWritableFileStream.prototype.write = () =>
				Promise.reject(new DOMException('', 'QuotaExceededError'));
		}
	],
	[
		'a write that is cut short',
		/did not arrive whole/,
		() => {
			const write = FileSystemWritableFileStream.prototype.write;
			FileSystemWritableFileStream.prototype.write = function (chunk) {
				return write.call(this, (chunk as Blob).slice(0, 200));
			};
		}
	],
	[
		'a folder that is gone',
		/The folder is not there/,
		() => {
			FileSystemDirectoryHandle.prototype.getFileHandle = () =>
				Promise.reject(new DOMException('', 'NotFoundError'));
		}
	],
	[
		'a permission withdrawn in between',
		/closed to Kith/,
		() => {
			FileSystemFileHandle.prototype.createWritable = () =>
				Promise.reject(new DOMException('', 'NotAllowedError'));
		}
	],
	[
		'a rename that did not happen',
		/The backup is in the folder, read back and whole/,
		() => {
			Object.assign(FileSystemFileHandle.prototype, {
				move: () => Promise.reject(new DOMException('', 'NotAllowedError'))
			});
		}
	]
];

for (const [name, says, spoil] of faults) {
	test(`${name} is said in words, and the earlier files stay as they were`, async ({ page }) => {
		await withFolder(page);
		const app = new App(page);
		await app.open();
		await app.startWith(['Ada Marsh']);
		await app.open('#/backup');
		await app.whole();
		await choose(page);
		const before = await filesIn(page);
		await page.evaluate(spoil);
		await page.getByRole('button', { name: 'Save into the folder' }).click();
		await expect(page.getByText(says).first()).toBeVisible();
		await page.reload();
		const after = await filesIn(page);
		expect(after).toEqual(expect.arrayContaining(before));
		// Nothing half-written under a good name, and nothing left over.
		for (const [each, bytes] of after) {
			expect(each).toMatch(/^kith-backup-[\d-]+\.json$/);
			expect(bytes).toBeGreaterThanOrEqual(before[0]![1]);
		}
	});
}

test('a browser that wants to be asked again gets one quiet line and one button', async ({
	page
}) => {
	await withFolder(page);
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/backup');
	await app.whole();
	await choose(page);
	await page.addInitScript(() => {
		let leave: PermissionState = 'prompt';
		Object.assign(FileSystemHandle.prototype, {
			queryPermission: () => Promise.resolve(leave),
			requestPermission: () => Promise.resolve((leave = 'granted'))
		});
	});
	await page.reload();
	await expect(page.getByText('wants to be asked again')).toBeVisible();
	await expect(page.getByRole('alert')).toHaveCount(0);
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Allow the folder again' }).click();
	await expect(page.getByText('The backup is in the folder')).toBeVisible();
	expect(await filesIn(page)).toHaveLength(2);
	await page.getByRole('button', { name: 'Stop this' }).click();
	await expect(page.getByRole('button', { name: 'Choose a folder' })).toBeVisible();
	expect(await filesIn(page)).toHaveLength(2);
});

test('with a passphrase, the copies in the folder are sealed', async ({ page }) => {
	test.slow();
	await withFolder(page);
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/backup');
	await app.whole();
	await choose(page);
	await page.getByRole('button', { name: 'Add a passphrase' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByLabel('Passphrase', { exact: true }).fill('four words of mine');
	await sheet.getByLabel('The same once more').fill('four words of mine');
	await sheet.getByRole('button', { name: 'Protect them' }).click();
	// Slow on purpose, and more so on a busy machine.
	await expect(page.getByText('They want your passphrase')).toBeVisible({ timeout: 30_000 });
	await page.getByRole('button', { name: 'Save into the folder' }).click();
	await expect(page.getByText('The backup is in the folder')).toBeVisible();
	const texts = await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		const folder = await root.getDirectoryHandle('chosen');
		const found: string[] = [];
		for await (const [, handle] of folder.entries()) {
			if (handle instanceof FileSystemFileHandle) found.push(await (await handle.getFile()).text());
		}
		return found;
	});
	expect(texts.filter((text) => text.includes('Ada Marsh'))).toHaveLength(1);
	const sealed = texts.find((text) => !text.includes('Ada Marsh')) ?? '';
	await page.getByLabel('Backup file').setInputFiles({
		name: 'sealed.json',
		mimeType: 'application/json',
		buffer: Buffer.from(sealed)
	});
	await page.getByLabel('Passphrase of the backup').fill('four words of mine');
	await page.getByRole('button', { name: 'Unlock' }).click();
	await expect(page.getByText('Your book already has all of this')).toBeVisible({
		timeout: 30_000
	});
});
