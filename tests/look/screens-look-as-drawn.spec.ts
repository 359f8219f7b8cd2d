// The main screens with the sample people look as they did when somebody last looked: on a phone in light,
// on a laptop in dark, there drawn at half the size, or the pictures would weigh twice as much.
import { expect, test, type Page } from '@playwright/test';
import { App } from '../e2e/support/app';
import { steady } from './steady';

const DEVICES = [
	{ device: 'phone', colorScheme: 'light', width: 390, height: 844 },
	{ device: 'laptop', colorScheme: 'dark', width: 1280, height: 860 }
] as const;

const PLACES = {
	today: '#/',
	'top-ten': '#/top-ten',
	walk: '#/top-ten/ritual',
	people: '#/people',
	new: '#/new',
	more: '#/more',
	settings: '#/settings',
	import: '#/import',
	backup: '#/backup'
};

function points(page: Page) {
	return page.getByRole('region', { name: 'Restore points' }).getByRole('listitem');
}

/** What a clock outside the page, the browser or its disk says. */
function said(page: Page) {
	return [page.getByText(/Kith takes up|ffline/), points(page)];
}

for (const { device, colorScheme, width, height } of DEVICES) {
	test(`on a ${device}`, async ({ browser }) => {
		const page = await browser.newPage({
			viewport: { width, height },
			deviceScaleFactor: device === 'phone' ? 1 : 0.5
		});
		await steady(page);
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
		const app = new App(page);
		const look = async (name: string): Promise<void> => {
			await expect.soft(page).toHaveScreenshot(`${name}-${device}.png`, {
				mask: said(page),
				maskColor: '#888',
				scale: 'device'
			});
		};

		await app.open();
		await expect(page.getByRole('button', { name: /Try with sample people/ })).toBeVisible();
		await look('welcome');
		await app.trySample();
		for (const [name, place] of Object.entries(PLACES)) {
			await app.open(place);
			await app.whole();
			// The day's restore point is made in its own time, and all entries are counted in theirs.
			if (name === 'backup') {
				await expect(page.getByText(/entries so far/)).toBeVisible({ timeout: 30_000 });
				await expect(points(page).first()).toBeVisible({ timeout: 30_000 });
			}
			await look(name);
		}
		await app.open('#/top-ten');
		await app.ten.getByRole('link').first().click();
		await expect(page.getByRole('region', { name: 'What happened' })).toBeVisible();
		await look('person');
		await page.close();
	});
}
