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
		const manifest = page.locator('link[rel=manifest]');
		await expect(manifest).toHaveAttribute('href', /\/manifest\.de\.webmanifest$/);
		const { name, lang } = await page.evaluate(
			async (href) => (await fetch(href)).json() as Promise<{ name: string; lang: string }>,
			(await manifest.getAttribute('href')) ?? ''
		);
		expect([name, lang]).toEqual(['Kith', 'de']);
	});

	test('takes English when the rep says so, and keeps to it', async ({ page }) => {
		const app = new App(page);
		await app.open('#/settings');
		await page.getByRole('radio', { name: 'English' }).check({ force: true });
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
		await expect(page.getByRole('radio', { name: 'English' })).toBeFocused();
		await page.reload();
		await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible();
		await expect(page.getByRole('radio', { name: 'English' })).not.toBeFocused();
	});

	test('and another tab is asked to go along, with its half-written words', async ({
		page,
		context
	}) => {
		const [app, other] = [new App(page), new App(await context.newPage())];
		await app.open('#/settings');
		await other.open('#/new');
		const note = other.page.getByRole('textbox').first();
		await note.fill('Ihr Boot heißt');
		await page.getByRole('radio', { name: 'English' }).check({ force: true });
		await expect(page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(other.page.locator('html')).toHaveAttribute('lang', 'de');
		await expect(other.page.getByRole('status').filter({ hasText: 'English' })).toBeVisible();
		await other.page.getByRole('button', { name: 'Hier auch' }).click();
		await expect(other.page.locator('html')).toHaveAttribute('lang', 'en');
		await expect(note).toHaveValue('Ihr Boot heißt');
	});
});
