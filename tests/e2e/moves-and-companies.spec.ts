// People move on and take everything along; companies have their people, notes and days; who introduced
// whom is known from either side.
import type { Locator, Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const group = (page: Page, name: string): Locator => page.getByRole('region', { name });

async function undo(page: Page): Promise<void> {
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
}

/** A book with these people, on the page of the last. */
async function bookWith(
	page: Page,
	people: readonly { name: string; company?: string }[]
): Promise<App> {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ray Okafor']);
	for (const person of people) await app.addPerson(person);
	return app;
}

/** The day so many days from today, in a year. */
function dayIn(days: number, year: number): string {
	const date = new Date();
	date.setDate(date.getDate() + days);
	const pad = (part: number): string => String(part).padStart(2, '0');
	return `${year}-${pad(date.getMonth() + 1)}-${pad(Math.min(28, date.getDate()))}`;
}

test('a move to a new job is one step that keeps the old one, and one undo', async ({ page }) => {
	await bookWith(page, [{ name: 'Tomasz Zielinski', company: 'Dressler & Sons' }]);
	const jobs = group(page, 'Jobs');
	await jobs.getByRole('button', { name: 'Moved to a new job' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByRole('button', { name: 'Save the move' }).click();
	await expect(sheet.getByText('Where are they now?')).toBeVisible();
	await sheet.getByLabel('New company').fill('Acme A/S #1');
	await sheet.getByLabel('New title').fill('Head of buying');
	await sheet.getByLabel('Since when').fill('2026-03-01');
	await sheet.getByRole('button', { name: 'Save the move' }).click();
	await expect(jobs.getByRole('listitem')).toHaveText([
		/Head of buying,\s+Acme A\/S #1\s+since 2026/,
		/Dressler & Sons\s+until 2026/
	]);
	await undo(page);
	await expect(jobs.getByRole('listitem')).toHaveText([/^now\s+Dressler & Sons\s*$/]);

	await jobs.getByRole('button', { name: 'Add an earlier job' }).click();
	await sheet.getByLabel('Company').fill('Tri-County Meats');
	await sheet.getByLabel('From').fill('2019');
	await sheet.getByLabel('Until').fill('soon');
	await sheet.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(sheet.getByText(/^A year, as in 2019/)).toBeVisible();
	await sheet.getByLabel('Until').fill('2023');
	await sheet.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(jobs.getByText('2019 to 2023')).toBeVisible();
	await jobs.getByRole('button', { name: 'Tri-County Meats' }).click();
	await expect(sheet.getByLabel('From')).toHaveValue('2019');
	await sheet.getByRole('button', { name: 'To the trash' }).click();
	await expect(jobs.getByText('Tri-County Meats')).toHaveCount(0);

	// The line under the name leads to the company by its name, and to the particulars beside it.
	await page
		.getByRole('button', { name: 'Change where they work' })
		.click({ position: { x: 300, y: 8 } });
	await expect(page.getByRole('textbox', { name: 'Company' })).toBeVisible();
	await page.getByRole('button', { name: 'Done' }).click();
	await page.getByRole('link', { name: 'Dressler & Sons' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dressler & Sons' })).toBeVisible();
	await expect(group(page, 'There now').getByRole('link')).toHaveText(/Tomasz Zielinski/);
});

test('a company has its people, notes and days, and takes another name everywhere', async ({
	page
}) => {
	const app = await bookWith(page, [
		{ name: 'Dana Whitlock', company: 'Harrow 100% A/S' },
		{ name: 'Omar Haddad', company: 'HARROW 100% A/S' }
	]);
	await app.open('#/companies');
	await page.getByLabel('Search companies').fill('harr');
	await page.getByRole('link', { name: /^Harrow.*2 people$/i }).click();
	const note = page.getByLabel(/^Note about/);
	await note.fill('They build a second dryer.');
	await page.waitForTimeout(300);
	// Words and address outlive the page.
	await page.reload();
	await app.ready();
	await expect(note).toHaveValue('They build a second dryer.');
	await page.getByRole('button', { name: 'Save note' }).click();
	await expect(note).toHaveValue('');
	const about = group(page, 'About the company');
	await expect(about.getByRole('button', { name: 'They build a second dryer.' })).toBeVisible();

	await page.getByRole('button', { name: 'Add a moment of the company' }).click();
	const sheet = page.getByRole('dialog');
	await expectNoViolations(page);
	await sheet.getByLabel('Day', { exact: true }).fill(dayIn(4, 1986));
	await sheet.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(group(page, 'Moments').getByText('Founding day')).toBeVisible();
	await expectNoViolations(page);

	await app.go('Today');
	const moments = group(page, 'Moments');
	await expect(moments.getByRole('link', { name: /^Harrow.*Founding day/i })).toBeVisible();
	await app.open('#/inbox');
	await expect(page.getByText(/^No notes without a person/)).toBeVisible();
	await app.go('People');
	await page.getByRole('searchbox', { name: 'Search people' }).fill('second dryer');
	await page.getByRole('link', { name: /^Harrow 100% A\/S, 2 people$/i }).click();

	await page.getByRole('button', { name: 'Rename' }).click();
	await sheet.getByLabel('New name').fill('Harrow Group');
	await sheet.getByRole('button', { name: 'Rename', exact: true }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Harrow Group' })).toBeVisible();
	await expect(group(page, 'There now').getByRole('link')).toHaveCount(2);
	await expect(group(page, 'Moments').getByText('Founding day')).toBeVisible();
	await undo(page);
	await expect(page.getByRole('heading', { level: 1, name: /^Harrow 100% A\/S/i })).toBeVisible();
	await expect(group(page, 'There now').getByRole('link')).toHaveCount(2);

	await about.getByRole('button', { name: 'They build a second dryer.' }).click();
	await page.getByRole('button', { name: 'Note to the trash' }).click();
	await app.open('#/trash');
	await expect(page.getByText(/^Note, Harrow 100% A\/S/i)).toBeVisible();
});

test('who introduced whom is seen from both sides, and never in a circle', async ({ page }) => {
	const app = await bookWith(page, [{ name: 'Yusuf Demir' }, { name: 'Ellen Voss' }]);
	const knows = group(page, 'Who knows whom');
	const sheet = page.getByRole('dialog');
	await knows.getByRole('button', { name: 'Say who introduced Ellen to you' }).click();
	await sheet.getByLabel('Search people').fill('Yusuf');
	await sheet.getByRole('button', { name: 'Yusuf Demir' }).click();
	await expect(knows.getByText(/^Introduced by Yusuf Demir$/)).toBeVisible();

	await knows.getByRole('link', { name: 'Yusuf Demir' }).first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'Yusuf Demir' })).toBeVisible();
	await expect(knows.getByText(/^Introduced Ellen Voss$/)).toBeVisible();
	await knows.getByRole('button', { name: 'Say who introduced Yusuf to you' }).click();
	await sheet.getByLabel('Search people').fill('Ellen');
	await sheet.getByRole('button', { name: 'Ellen Voss' }).click();
	await expect(sheet.getByText(/^You know Ellen Voss through Yusuf Demir/)).toBeVisible();
	await sheet.getByLabel('Search people').fill('Nora Lindqvist');
	await sheet.getByRole('button', { name: 'Add Nora Lindqvist to the book' }).click();
	await expect(knows.getByText(/^Introduced by Nora Lindqvist$/)).toBeVisible();
	await expectNoViolations(page);

	await (await app.findPerson('Ellen')).click();
	await expect(knows.getByText(/Nora Lindqvist\s*→\s*Yusuf Demir\s*→\s*Ellen Voss/)).toBeVisible();
	// The picture says the same to those who see it.
	await expect(knows.locator('svg text')).toHaveText(['Nora', 'Yusuf', 'Ellen']);
	await page.getByRole('button', { name: 'Not introduced by Yusuf Demir' }).click();
	await expect(knows.locator('svg text')).toHaveCount(0);
	await undo(page);
	await expect(knows.getByText(/^Introduced by Yusuf Demir$/)).toBeVisible();
});
