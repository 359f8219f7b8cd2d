// A newer version is offered, never forced: the page goes over to it when the rep says so, once.
import { cpSync, appendFileSync } from 'node:fs';
import { startServer } from '../../scripts/serve.js';
import { App } from './support/app';
import { expectReadyForOffline } from './support/offline';
import { expect, test } from './support/test';

test.use({ serviceWorkers: 'allow' });

test('a newer version waits until it is wanted', async ({ page, homes }, info) => {
	const dir = info.outputPath('site');
	cpSync(process.env['KITH_OUT'] ?? 'build', dir, { recursive: true });
	const site = await startServer({ dir });
	homes.add(new URL(site.url).origin);
	const app = new App(page);
	await page.goto(site.url);
	await app.ready();
	await expectReadyForOffline(page);
	await page.getByRole('textbox', { name: 'Name 1', exact: true }).fill('Ada Marsh');
	await page.getByRole('button', { name: 'Start the book' }).click();
	await app.saved();

	appendFileSync(`${dir}/service-worker.js`, '\n// the next version\n');
	await page.reload();
	const banner = page.getByText('A newer version of Kith is ready.');
	await expect(banner).toBeVisible({ timeout: 15_000 });
	await page.getByRole('button', { name: 'Use it now' }).click();
	await expect(banner).toBeHidden({ timeout: 15_000 });
	await app.ready();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await app.go('People');
	await expect(app.people.getByRole('link', { name: /^Ada Marsh/ })).toBeVisible();
	await site.close();
});
