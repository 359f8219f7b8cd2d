// What is erased from the trash is in no store of this device, in the built app.
import { expect, test } from './support/test';
import { App } from './support/app';
import { placesOf } from './support/storage';

const MARKER = 'Quittenbaum';

test('a person erased from the trash is nowhere on this device', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith([`Ada ${MARKER}`, 'Bo Marsh']);
	await app.whole();
	await (await app.findPerson(MARKER)).click();
	await expect(page.getByRole('heading', { level: 1, name: MARKER })).toBeVisible();
	await app.open('#/backup');
	await page.getByRole('button', { name: 'Make one now' }).click();
	await expect(page.getByText('There is a restore point')).toBeVisible();
	expect((await placesOf(page, MARKER)).length).toBeGreaterThan(2);

	await (await app.findPerson(MARKER)).click();
	await page.getByRole('button', { name: 'Move to trash' }).click();
	await app.open('#/trash');
	await page.getByRole('button', { name: /^Erase Ada/ }).click();
	await page.getByRole('button', { name: 'Erase for good' }).click();
	await expect(page.getByText('Nothing of it is left on this device')).toBeVisible();
	expect(await placesOf(page, MARKER)).toEqual([]);
	await page.reload();
	await app.whole();
	expect(await placesOf(page, MARKER)).toEqual([]);
	await app.go('People');
	await expect(app.people.getByRole('link')).toHaveCount(1);
});
