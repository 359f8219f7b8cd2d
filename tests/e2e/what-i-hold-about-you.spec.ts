// What a rep holds about somebody can be read, handed over and erased; what is sensitive goes nowhere by itself.
import { readFile } from 'node:fs/promises';
import type { Download, Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { placesOf } from './support/storage';
import { expect, test } from './support/test';

const SECRET = 'Quittenbaum';

async function saved(
	page: Page,
	button: string
): Promise<{ name: string; text: string; file: Download }> {
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: button, exact: true }).click();
	const file = await download;
	return { name: file.suggestedFilename(), text: await readFile(await file.path(), 'utf8'), file };
}

/** A book with one person, a nasty note, and something sensitive. */
async function aBook(page: Page): Promise<App> {
	const app = new App(page);
	await app.open();
	await app.startWith(['Dana Whitlock', 'Bo Marsh']);
	await app.whole();
	await app.open('#/new');
	await app.saveNote('Dana Whitlock rows. <script>document.title = "gone"</script>');
	return app;
}

test('one person as a page: read, saved without what is sensitive, erased', async ({
	page,
	context
}) => {
	const app = await aBook(page);
	await (await app.findPersonFrom('#/people', 'Dana')).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dana Whitlock' })).toBeVisible();
	const person = new URL(page.url()).hash;
	// Something sensitive, put into the book as another device would have written it.
	await app.open('#/backup');
	await page.getByLabel('Backup file').setInputFiles({
		name: 'facts.json',
		mimeType: 'application/json',
		buffer: Buffer.from(
			JSON.stringify({
				...{ format: 'kith-backup', version: 1 },
				content: {
					fact: [
						{
							...{ id: '202600000000000000001', person: person.split('/')[2], day: '2026-11-02' },
							...{ topic: 40, text: SECRET, owner: 'employer' }
						},
						{
							...{ id: '202600000000000000002', person: person.split('/')[2], day: '2026-11-02' },
							...{ topic: 47, text: 'Rowing', source: 'told-me', owner: 'employer' }
						}
					]
				}
			})
		)
	});
	await page.getByRole('button', { name: 'Add & update' }).click();
	await expect(page.getByText('Added 2 entries')).toBeVisible();

	await page.goto(person);
	await page.getByRole('link', { name: 'What I hold about them' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dana Whitlock' })).toBeVisible();
	await expect(
		page.getByText('1 sensitive thing, or what touches on one, is not in it.')
	).toBeVisible();
	await expect(page.getByText('Rowing')).toBeVisible();
	await expect(page.getByText(SECRET)).toHaveCount(0);
	await expectNoViolations(page);

	const html = await saved(page, 'Save as a page');
	expect(html.name).toBe('kith-dana-whitlock.html');
	expect(html.text).toContain('Rowing');
	expect(html.text).not.toContain(SECRET);
	const alone = await context.newPage();
	await alone.setContent(html.text);
	await expect(alone.getByText('<script>document.title = "gone"</script>')).toBeVisible();
	expect(await alone.title()).toBe('What I hold about you: Dana Whitlock');
	await alone.close();
	const json = await saved(page, 'Save as JSON');
	expect(json.name).toBe('kith-dana-whitlock.json');
	expect(JSON.parse(json.text)).toMatchObject({ format: 'kith-person', version: 1, leftOut: 1 });
	expect(json.text).not.toContain(SECRET);

	await page.getByRole('switch', { name: 'With sensitive parts' }).check();
	await expect(page.getByText(SECRET)).toBeVisible();
	expect((await saved(page, 'Save as a page')).text).toContain(SECRET);

	await page.emulateMedia({ media: 'print' });
	await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
	await expect(page.getByRole('navigation', { name: 'Kith' })).toBeHidden();
	await expect(page.getByText('Rowing')).toBeVisible();
	await page.emulateMedia({ media: 'screen' });

	await page.getByText('Whose it is, and erasing it').click();
	await page.getByRole('button', { name: 'Erase everything about Dana' }).click();
	await page.getByRole('button', { name: 'Erase for good' }).click();
	await expect(page.getByText(/^Erased\./)).toBeVisible();
	expect(await placesOf(page, SECRET)).toEqual([]);
});

test('mine and the employer’s: marked, taken out, and one part erased', async ({ page }) => {
	const app = await aBook(page);
	await app.open('#/export');
	await expect(page.getByText('2 people, 1 note, 0 facts, 0 gestures')).toBeVisible();
	await page.getByText('Mark many at once').click();
	await page.getByRole('radio', { name: 'Employer’s', exact: true }).check({ force: true });
	await page.getByRole('button', { name: 'Mark 1 entry' }).click();
	await expect(page.getByText('1 entry marked as the employer’s')).toBeVisible();
	await expectNoViolations(page);

	// Not forced: a forced click would land on the bar it may have been scrolled under.
	await page.getByText('Only mine', { exact: true }).click();
	await expect(page.getByText('1 entry marked the employer’s')).toBeVisible();
	const mine = await saved(page, 'Save the file');
	expect(mine.name).toMatch(/^kith-export-\d{4}-\d{2}-\d{2}\.json$/);
	expect(mine.text).toContain('Dana Whitlock');
	expect(mine.text).not.toContain('rows.');

	await page.getByRole('radio', { name: 'vCard 4.0' }).check({ force: true });
	await expect(page.getByText('2 people go out.')).toBeVisible();
	const cards = await saved(page, 'Save the file');
	expect(cards.name).toMatch(/^kith-contacts-.*\.vcf$/);
	expect(cards.text).toContain('FN:Bo Marsh\r\n');

	await page.getByRole('button', { name: 'Erase the employer’s part' }).click();
	const sheet = page.getByRole('dialog', { name: 'Erase the employer’s part?' });
	await expect(sheet.getByText('1 note marked as the employer’s go')).toBeVisible();
	const theirs = await saved(page, 'Save it as a file first');
	expect(theirs.text).toContain('rows.');
	await sheet.getByRole('button', { name: 'Go on' }).click();
	await sheet.getByRole('button', { name: 'Erase for good' }).click();
	await expect(page.getByText('1 note erased.')).toBeVisible();
	expect(await placesOf(page, 'rows.')).toEqual([]);
	await app.go('People');
	await expect(app.people.getByRole('link')).toHaveCount(2);

	// What was taken out is read back, as the part it is.
	await app.open('#/backup');
	await page.getByLabel('Backup file').setInputFiles(await theirs.file.path());
	await expect(page.getByText('an export of a part of a book')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Replace everything' })).toHaveCount(0);
});
