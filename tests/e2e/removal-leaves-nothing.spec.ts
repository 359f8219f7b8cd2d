// Remove everything from this device: nothing of the book is left in this browser, no tab writes it
// back, and the app begins like new.
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { LockPages } from './support/lock';
import { bystander, placesOf } from './support/storage';
import { expect, test } from './support/test';

const MARKER = 'Marsh-7Q4';

test('nothing of the book is left, in two tabs, and none writes it back', async ({ context }) => {
	const page = await context.newPage();
	const app = new App(page);
	await app.open();
	await app.startWith([`Ada ${MARKER}`]);
	await app.go('New note');
	await app.saveNote(`About ${MARKER}.`);
	const other = await context.newPage();
	const second = new App(other);
	await second.open('#/new');
	await second.note.pressSequentially(`Half of ${MARKER}`);
	await app.open('#/settings');
	await expect(page.getByText(/A second copy of all of it/)).toBeVisible({ timeout: 15_000 });
	const outside = await bystander(context);
	// A file that was shared and waits.
	await outside.evaluate(async (marker) => {
		const arrived = await caches.open('kith-arrived');
		await arrived.put('/arrived/1', new Response(marker));
	}, MARKER);
	const before = await placesOf(outside, MARKER);
	expect(before.some((place) => place.startsWith('arrived '))).toBe(true);
	expect(before.some((place) => place.startsWith('kith-core/updates'))).toBe(true);
	expect(before.some((place) => place.startsWith('file mirror/'))).toBe(true);
	expect(before.some((place) => place.startsWith('value '))).toBe(true);

	// Something in the other tab that goes on writing until the tab itself ends.
	await other.evaluate((marker) => {
		setInterval(() => {
			localStorage.setItem('kith:draft:9', marker);
			const request = indexedDB.open('kith-late');
			request.onupgradeneeded = () => request.result.createObjectStore('late').put(marker, 1);
			request.onsuccess = () => request.result.close();
		}, 20);
	}, MARKER);

	await page.getByRole('button', { name: 'Remove everything…' }).click();
	const sheet = page.getByRole('dialog');
	await expectNoViolations(page);
	await sheet.getByRole('button', { name: 'Remove everything' }).click();
	await expect(sheet.getByText('Type the word REMOVE')).toBeVisible();
	const download = page.waitForEvent('download');
	await sheet.getByRole('button', { name: 'Save a backup first' }).click();
	expect((await download).suggestedFilename()).toMatch(/^kith-backup-/);
	await expect(sheet.getByText('has been handed to you')).toBeVisible();
	await sheet.getByRole('textbox', { name: 'Type REMOVE' }).fill('REMOVE');
	await sheet.getByRole('button', { name: 'Remove everything' }).click();

	const welcome = { name: 'Who would you call just to talk?' };
	for (const tab of [page, other]) {
		await tab.bringToFront();
		await tab.waitForURL(/#\/$/);
		await expect(tab.getByRole('heading', welcome)).toBeVisible({ timeout: 15_000 });
		await expect(tab.getByRole('alert')).toHaveCount(0);
		await expect(tab.getByRole('dialog')).toHaveCount(0);
	}
	// Whatever still had something to write has had its time.
	await page.waitForTimeout(3_000);
	expect(await placesOf(outside, MARKER)).toEqual([]);
	await page.reload();
	await app.ready();
	await expect(page.getByRole('heading', welcome)).toBeVisible();
	await expect(page.getByText('put your book back')).toHaveCount(0);
	await expect(page.getByRole('alert')).toHaveCount(0);

	await app.startWith(['Bo Lind']);
	await page.reload();
	await expect(page.getByText('Bo Lind').first()).toBeVisible();
});

test('a locked book goes with its lock', async ({ page, context }) => {
	test.slow();
	const app = new App(page);
	await app.open();
	await app.startWith([`Ada ${MARKER}`]);
	await new LockPages(page).turnOn('correct horse battery');
	const outside = await bystander(context);
	expect(await placesOf(outside, 'wrapped')).toHaveLength(2);
	await page.bringToFront();
	await page.getByRole('button', { name: 'Remove everything…' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('textbox', { name: 'Type REMOVE' }).fill('REMOVE');
	await sheet.getByRole('button', { name: 'Remove everything' }).click();
	const welcome = page.getByRole('heading', { name: 'Who would you call just to talk?' });
	await expect(welcome).toBeVisible({ timeout: 15_000 });
	await page.reload();
	await expect(welcome).toBeVisible();
	await expect(page.getByLabel('Passphrase')).toHaveCount(0);
	await expect(page.getByRole('alert')).toHaveCount(0);
	expect(await placesOf(outside, 'wrapped')).toEqual([]);
});

test('a tab that does not let go is named, and removing ends when it is closed', async ({
	context
}) => {
	const page = await context.newPage();
	const app = new App(page);
	await app.open();
	await app.startWith([`Ada ${MARKER}`]);
	const outside = await bystander(context);
	await outside.evaluate(
		() =>
			new Promise<void>((resolve) => {
				indexedDB.open('kith-core').onsuccess = () => resolve();
			})
	);
	await app.open('#/settings');
	await page.getByRole('button', { name: 'Remove everything…' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('textbox', { name: 'Type REMOVE' }).fill('remove');
	await sheet.getByRole('button', { name: 'Remove everything' }).click();
	await expect(page.getByRole('alert')).toContainText('still holds the book open');
	await expectNoViolations(page);
	// Closed in the middle, it goes on with the next start.
	await page.close();
	const late = await context.newPage();
	await late.goto('#/');
	await expect(late.getByRole('alert')).toContainText('still holds the book open', {
		timeout: 25_000
	});
	await outside.close();
	await expect(late.getByRole('heading', { name: 'Who would you call just to talk?' })).toBeVisible(
		{
			timeout: 15_000
		}
	);
	await expect(late.getByRole('dialog')).toHaveCount(0);
	await expect(late.getByRole('alert')).toHaveCount(0);
	expect(await placesOf(await bystander(context), MARKER)).toEqual([]);
});
