// After one visit the app opens with no network at all, whichever way it is asked for.
import { expectNoViolations } from './support/axe';
import { expectReadyForOffline } from './support/offline';
import { expect, test } from './support/test';

test.describe('without a network', () => {
	// The browser itself reports that it cannot look for a newer worker.
	test.use({
		serviceWorkers: 'allow',
		expectedErrors: [/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/]
	});

	test('the shell is there, whichever way it is asked for, and can be read by everyone', async ({
		page,
		context,
		ownSite
	}) => {
		await page.goto(ownSite.url);
		await expectReadyForOffline(page);
		await ownSite.close();
		await context.setOffline(true);
		await page.reload();
		await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
		await expectNoViolations(page);
		for (const address of ['', '#/top-ten', 'index.html', '?from=home', 'no/such/page']) {
			await test.step(`at /${address}`, async () => {
				await page.goto('about:blank');
				await page.goto(ownSite.url + address);
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
				await page.reload();
				await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
			});
		}
	});
});
