// Kith in German: chosen by the device or the rep, kept, whole, and there without a network.
import { App } from './support/app';
import { expect, test } from './support/test';

test.describe('a device that reads German', () => {
	test.use({ locale: 'de-AT' });

	test('begins in German, with its days, its order and its plurals', async ({ page }) => {
		const app = new App(page);
		await app.open('#/');
		await expect(page.locator('html')).toHaveAttribute('lang', 'de');
		await expect(page.getByRole('heading', { level: 1 })).not.toHaveText(/call|talk/);
		expect(await page.evaluate(() => document.title)).toBe('Heute · Kith');
	});

	test('takes English when the rep says so, and keeps to it', async ({ page }) => {
		const app = new App(page);
		await app.open('#/settings');
		await page.getByRole('radio', { name: 'English' }).check({ force: true });
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
		await page.reload();
		await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
	});
});
