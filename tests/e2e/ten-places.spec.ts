// Ten places: free ones are offered, the eleventh asks whose it is to be, the order is the rep's.
import { App } from './support/app';
import { expect, test } from './support/test';

const NAMES = ['Ada', 'Bo', 'Cy', 'Dee', 'Eli', 'Fay', 'Gus', 'Hal', 'Ivy', 'Jo'].map(
	(name) => `${name} Marsh`
);

test('ten are seated, an eleventh swaps in, and who left is kept', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(NAMES.slice(0, 4));
	for (const name of NAMES.slice(4)) {
		await app.addPerson({ name });
		await page.getByRole('button', { name: 'Add to Top Ten' }).click();
	}
	await app.go('Top Ten');
	await expect(app.ten).toHaveCount(10);
	for (const [index, name] of NAMES.entries()) await expect(app.ten.nth(index)).toContainText(name);

	await app.addPerson({ name: 'Kim Eleventh' });
	await page.getByRole('button', { name: 'Add to Top Ten' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('radio', { name: /Cy Marsh/ }).check({ force: true });
	await sheet.getByRole('textbox', { name: /Why/ }).fill('Moved away');
	await sheet.getByRole('button', { name: 'Swap' }).click();
	await app.go('Top Ten');
	await expect(app.ten.nth(2)).toContainText('Kim Eleventh');
	await expect(app.ten.filter({ hasText: 'Cy Marsh' })).toHaveCount(0);
	await page.getByText('Among the ten before').click();
	await expect(page.getByText('Moved away')).toBeVisible();
	await page.reload();
	await expect(app.ten.nth(2)).toContainText('Kim Eleventh');
});

test('the order is changed by keyboard and stays', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(NAMES.slice(0, 4));
	await app.go('Top Ten');
	await page.getByRole('button', { name: 'Reorder' }).click();
	const handle = page.getByRole('button', { name: /Move Ada Marsh/ });
	await handle.focus();
	await page.keyboard.press('Space');
	await expect(handle).toHaveAttribute('data-lifted');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowDown');
	// The names were saved, too; it is the order that counts.
	await page.evaluate(() => performance.clearMarks('kith:saved'));
	await page.keyboard.press('Space');
	await expect(app.ten.nth(2)).toContainText('Ada Marsh');
	await app.saved();
	await page.reload();
	for (const [index, name] of ['Bo', 'Cy', 'Ada', 'Dee'].entries()) {
		await expect(app.ten.nth(index)).toContainText(`${name} Marsh`);
	}
});

test('the order is changed by dragging', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(NAMES.slice(0, 4));
	await app.go('Top Ten');
	await page.getByRole('button', { name: 'Reorder' }).click();
	const grip = await page.getByRole('button', { name: /Move Dee Marsh/ }).boundingBox();
	const first = await app.ten.nth(0).boundingBox();
	if (!grip || !first) throw new Error('nothing to drag');
	const x = grip.x + grip.width / 2;
	await page.mouse.move(x, grip.y + grip.height / 2);
	await page.mouse.down();
	await page.mouse.move(x, first.y + 40, { steps: 12 });
	await page.mouse.move(x, first.y + 4, { steps: 6 });
	await page.mouse.up();
	await expect(app.ten.nth(0)).toContainText('Dee Marsh');
	await expect(app.ten.nth(1)).toContainText('Ada Marsh');
});

test('warmth opens to its arithmetic, the two counts stand side by side', async ({ page }) => {
	const app = new App(page);
	await app.trySample();
	await app.go('Top Ten');
	const fading = app.ten.filter({ hasText: /Fading · / }).first();
	await expect(fading).toContainText(/\d+ days since you just talked/);
	await expect(fading).toContainText(/90 days\s*\d+ just talked · \d+ selling/);
	await fading.getByText(/since you just talked/).click();
	await expect(fading).toContainText(/\d+ ÷ 30 = 1\.\d/);
	await expect(app.ten.filter({ hasText: 'One-way street' }).first()).toBeVisible();
});
