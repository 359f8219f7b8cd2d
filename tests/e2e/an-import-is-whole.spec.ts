// An import that is stopped, or cut off by a page loaded anew in the midst of it, leaves nothing half in the
// book without a word.
import { writeFileSync } from 'node:fs';
import { App } from './support/app';
import { manyCards } from './support/many-cards';
import { expect, test } from './support/test';

const MANY = 3_000;

test('an import is stopped, and one that was cut off is told and taken back', async ({ page }) => {
	const file = test.info().outputPath('contacts.vcf');
	writeFileSync(file, manyCards(MANY));
	const app = new App(page);
	await app.open('#/import');
	await app.whole();
	const begin = async (): Promise<void> => {
		await page.getByLabel('Contacts file').setInputFiles(file);
		await page.getByRole('button', { name: 'Import 3,000 people' }).click();
		const progress = page.getByRole('progressbar', { name: 'Writing…' });
		await expect
			.poll(() => progress.getAttribute('value'), { intervals: [20] })
			.toMatch(/^0\.[1-9]/);
	};

	await test.step('stopped, it is out of the book and the preview is there again', async () => {
		await begin();
		await page.getByRole('button', { name: 'Stop' }).click();
		await expect(page.getByRole('heading', { name: 'Look before you import' })).toBeVisible();
		await expect(page.getByText('Nothing of it is in your book.').first()).toBeVisible();
		await page.getByRole('button', { name: 'Leave it' }).click();
		await expect(page.getByText('Earlier imports')).toBeHidden();
	});

	await test.step('cut off, it is told on any page and taken back as a whole', async () => {
		await begin();
		await page.goto('about:blank');
		await app.open('#/more');
		await page.getByRole('button', { name: 'Look at it' }).click();
		await expect(page.getByText(/of 3,000 people are in your book/)).toBeVisible();
		await page.getByRole('button', { name: 'Take it back' }).click();
		await expect(page.getByText(/taken out again, as if never imported/).first()).toBeVisible();
		await expect(page.getByText('Earlier imports')).toBeHidden();
		await app.go('People');
		await expect(app.people).toBeHidden();
	});
});
