// No word is lost: drafts outlive reload and closed tabs, a full disk is said at once and gets over.
import { App } from './support/app';
import { expect, test } from './support/test';

test('a half-written note survives a reload and a closed tab', async ({ context }) => {
	const app = new App(await context.newPage());
	await app.open('#/new');
	await app.note.pressSequentially('Max starts at Purdue');
	await app.page.reload();
	await expect(app.note).toHaveValue('Max starts at Purdue');
	await app.note.press('End');
	await app.note.pressSequentially(' in January');
	await app.page.close();
	const again = new App(await context.newPage());
	await again.open('#/new');
	await expect(again.note).toHaveValue('Max starts at Purdue in January');
});

test('a full disk is said at once, keeps the words, and is got over without the rep', async ({
	page
}) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await page.evaluate(() => {
		const add = IDBObjectStore.prototype.add;
		Object.assign(window, { makeRoom: () => (IDBObjectStore.prototype.add = add) });
		IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...row) {
			const request = add.apply(this, row);
			request.addEventListener('success', () => {
				this.transaction.abort();
			});
			return request;
		};
	});
	await app.go('New note');
	await app.note.fill('Said in the car park.');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	const alert = page.getByRole('alert').filter({ hasText: 'Not saved' });
	await expect(alert).toBeVisible();
	await expect(page.getByText('Said in the car park.').first()).toBeVisible();
	await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toHaveCount(0);

	const download = page.waitForEvent('download');
	await alert.getByRole('button', { name: 'Save a copy' }).click();
	expect((await download).suggestedFilename()).toMatch(/^kith-backup-/);

	await page.evaluate(() => {
		(window as unknown as { makeRoom: () => void }).makeRoom();
	});
	await expect(alert).toBeHidden({ timeout: 30_000 });
	await app.open('#/inbox');
	await page.reload();
	await expect(page.getByText('Said in the car park.')).toBeVisible();
});
