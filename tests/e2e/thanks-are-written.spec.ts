// A meeting is not forgotten: it opens a thank-you, which is written, printed and posted; and a visit is
// gone into with the right names in mind and come out of with a note that is safe.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

test.skip(
	({ isMobile }) => isMobile,
	'the same on a phone; how it looks there is every-screen.spec'
);

/** A Thursday at noon. */
const THURSDAY = '2026-11-19T12:00';

async function log(page: Page, kind: string, words = ''): Promise<void> {
	await page.getByRole('button', { name: 'Log a touch' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('radio', { name: kind, exact: true }).check({ force: true });
	await sheet.getByRole('textbox', { name: /What was said/ }).fill(words);
	await sheet.getByRole('button', { name: 'Save' }).click();
	await expect(sheet).toBeHidden();
}

async function shown(page: Page): Promise<string> {
	return page.locator('body').innerText();
}

test('a meeting opens a thank-you, which is written, posted and taken back', async ({ page }) => {
	const app = new App(page);
	const clock = await StillClock.at(page, THURSDAY);
	await app.open();
	await app.startWith(['Abena Osei']);
	await app.open('#/thanks');
	await expect(page.getByText('No thank-yous to write.')).toBeVisible();
	await (await app.findPerson('Abena Osei')).click();
	await log(page, 'Meal', 'Lunch with Abena. Kofi goes to Purdue in January. Send her the quote.');

	await clock.moveTo('2026-11-20T06:30');
	await page.reload();
	await app.go('More');
	await page.getByRole('link', { name: /^Thank-yous 1 thank-you/ }).click();
	const row = page.getByRole('list', { name: 'To write' }).getByRole('listitem');
	await expect(row).toContainText('18 h');
	await expect(row).toContainText('Meal yesterday');
	await row.getByRole('link', { name: 'Write to Abena Osei' }).click();
	await expect(page.getByRole('list', { name: 'Out of your note' }).getByRole('button')).toHaveText(
		['Kofi goes to Purdue in January']
	);
	await page.getByRole('button', { name: 'Kofi goes to Purdue in January' }).click();
	const mention = page.getByRole('textbox', { name: 'One thing to mention' });
	await mention.press('End');
	await mention.pressSequentially(', at last');
	await page.reload();
	await expect(mention).toHaveValue('Kofi goes to Purdue in January, at last');

	await page.getByRole('link', { name: /^Add an address/ }).click();
	await page.getByRole('button', { name: 'Add address' }).click();
	await page.getByRole('textbox', { name: 'Street' }).fill('40 Dock Road');
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await page.goBack();
	await expect(mention).toBeVisible();
	await expect(page.getByText('40 Dock Road').first()).toBeVisible();

	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	const card = await shown(page);
	for (const words of [
		'Abena Osei',
		'40 Dock Road',
		'For the meal on',
		'Purdue in January, at last'
	]) {
		expect(card).toContain(words);
	}
	expect(card).not.toMatch(/Written|Today|More|Print/);
	const boxOf = async (): Promise<(string | undefined)[]> =>
		(await page.pdf({ preferCSSPageSize: true }))
			.toString('latin1')
			.match(/\/MediaBox ?\[[^\]]*\]/g)!
			.map((box) => /(\d+ \d+)\]/.exec(box)?.[1]);
	await page.emulateMedia({ media: null });
	expect(await boxOf()).toEqual(['612 252']);
	await page.getByRole('radio', { name: '5 × 7' }).check({ force: true });
	expect(await boxOf()).toEqual(['360 504']);

	await page.getByRole('button', { name: 'Written', exact: true }).click();
	await expect(page.getByText(/^Written, .*Still to post/)).toBeFocused();
	await app.open('#/thanks');
	await expect(page.getByRole('list', { name: 'To write' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Posted: Abena Osei' }).click();
	await expect(
		page.getByText('No thank-yous to write. Your last one went to Abena Osei today.')
	).toBeVisible();
	await (await app.findPerson('Abena Osei')).click();
	const ledger = page.getByRole('region', { name: 'Give and take' });
	await expect(ledger).toContainText('Card');
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(ledger).not.toContainText('Card');
	await app.go('More');
	await page.getByRole('link', { name: /^Thank-yous/ }).click();
	await expect(page.getByRole('list', { name: 'To post' })).toContainText('Abena Osei');
	await page.getByRole('link', { name: /^Abena Osei/ }).click();
	await page.getByRole('button', { name: 'Not needed' }).click();
	await expect(page.getByText(/^Not needed, /)).toBeFocused();
});

test('before a visit all is there at a glance, and after it the note comes first', async ({
	page
}) => {
	const app = new App(page);
	await StillClock.at(page, THURSDAY);
	await app.open();
	await app.startWith(['Dana Whitlock']);
	await (await app.findPerson('Dana Whitlock')).click();
	await log(page, 'Call', 'Max builds a volcano.');
	await page.getByRole('button', { name: 'Add to the circle' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('textbox', { name: 'Name' }).fill('Max');
	await sheet.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('button', { name: 'Add a promise' }).click();
	await sheet.getByRole('textbox', { name: 'What you will do' }).fill('The monthly figures');
	await sheet.getByLabel(/^By when/).fill('2027-01-31');
	await sheet.getByRole('combobox', { name: 'Comes back' }).selectOption('Every month');
	await expect(sheet.getByText(/When it is kept, it is owed again: .*28/)).toBeVisible();
	await sheet.getByRole('button', { name: 'Save' }).click();
	await page.getByRole('button', { name: 'Book the next touch' }).click();
	await sheet.getByLabel('Day', { exact: true }).fill('2026-11-19');
	await sheet.getByRole('combobox', { name: 'Kind' }).selectOption('Meeting');
	await sheet.getByRole('textbox', { name: /How you will open/ }).fill('Ask for the volcano');
	await sheet.getByRole('combobox', { name: 'Comes back' }).selectOption('Every 2 weeks');
	await sheet.getByRole('button', { name: 'Book' }).click();

	await page.getByRole('link', { name: 'Before a visit' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dana Whitlock' })).toBeVisible();
	for (const words of [
		...['Ask for the volcano', 'Max builds a volcano', 'Max, child', 'The monthly figures'],
		'Next: today, meeting, just talked'
	]) {
		await expect(page.getByText(words).first()).toBeVisible();
	}
	await page.emulateMedia({ media: 'print' });
	expect(await shown(page)).toContain('Ask for the volcano');
	expect(await shown(page)).not.toMatch(/Top Ten|After the visit/);
	await page.emulateMedia({ media: null });

	await page.getByRole('link', { name: 'After the visit' }).click();
	await expect(app.note).toBeFocused();
	await expect(page.getByRole('radio', { name: 'Meeting' })).toBeChecked();
	await app.note.pressSequentially('The science fair was on Monday');
	await page.reload();
	await expect(app.note).toHaveValue('The science fair was on Monday');
	await page.getByRole('radio', { name: 'Business' }).check({ force: true });
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	await page.getByRole('link', { name: 'Write the thank-you to Dana Whitlock' }).click();
	await expect(page.getByRole('button', { name: 'The science fair was on Monday' })).toBeVisible();

	await (await app.findPerson('Dana Whitlock')).click();
	const happened = page.getByRole('region', { name: 'What happened' });
	await expect(happened).toContainText('The science fair was on Monday');
	await expect(happened).toContainText('Meeting, reached, business');
	const next = page.getByRole('region', { name: 'Next' });
	await expect(next).toContainText('Every 2 weeks');
	await expect(next.getByRole('listitem')).toHaveCount(1);
	await expect(next.getByRole('listitem')).toContainText('Dec 3');
	await page.getByRole('button', { name: 'Kept: The monthly figures' }).click();
	await expect(page.getByRole('region', { name: 'You promised' })).toContainText('Feb 28');
});
