// The same person twice is found with a reason, looked at side by side and made one, with all that was written;
// who was said not to be the same is not offered again.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const group = (page: Page, name: string) => page.getByRole('region', { name });

async function openSame(page: Page, app: App): Promise<void> {
	await app.go('More');
	await page.getByRole('link', { name: /The same person twice/ }).click();
}

const found = (page: Page) => page.getByRole('list', { name: 'Perhaps the same person' });

test('found, compared, made one with all that was written, and taken back', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ray Okafor']);
	await app.addPerson({ name: 'Dana Whitfield', company: 'Harrow', phone: '+1 555 010 0199' });
	await app.addPerson({ name: 'Dana Whitfield-Lee', company: 'Acme', phone: '555 010 0199' });
	await openSame(page, app);
	await expect(page.getByText('1 perhaps.').or(page.getByText('1 likely.'))).toBeVisible();
	await expect(found(page).getByText('Same phone')).toBeVisible();
	await expectNoViolations(page);

	await found(page)
		.getByRole('link', { name: /^Compare/ })
		.click();
	await expect(page.getByRole('heading', { name: 'One person, or two?' })).toBeVisible();
	const outcome = group(page, 'Then one person');
	await expect(outcome.getByText('Dana Whitfield-Lee')).toBeVisible();
	await group(page, 'Which one stands?').getByText('Harrow', { exact: true }).click();
	await expect(outcome.getByText('Harrow')).toBeVisible();
	await expect(group(page, 'Kept among the facts').getByText('Acme')).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Make them one person' }).click();
	await expect(page.getByText('Nobody seems to be here twice.')).toBeVisible();
	await page.getByRole('button', { name: 'Undo', exact: true }).click();
	await expect(found(page).getByText('Same phone')).toBeVisible();

	await found(page)
		.getByRole('link', { name: /^Compare/ })
		.click();
	await page.getByRole('button', { name: 'Make them one person' }).click();
	await expect(page.getByText('Nobody seems to be here twice.')).toBeVisible();
	await (await app.findPerson('Dana')).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dana Whitfield-Lee' })).toBeVisible();
	await expect(page.getByText('Also called')).toBeVisible();

	// Also after the page was loaded anew there is a way back, from the trash.
	await app.open('#/trash');
	await page.getByRole('button', { name: /^Part again: Dana/ }).click();
	await expect(page.getByText(/are two again/)).toBeVisible();
	await app.go('People');
	await expect(app.people.getByRole('link').filter({ hasText: 'Dana' })).toHaveCount(2);
});

test('not the same stays so after a reload, until it is taken back', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ray Okafor']);
	for (const company of ['Harrow', 'Harrow']) await app.addPerson({ name: 'Dana Lee', company });
	await openSame(page, app);
	await found(page)
		.getByRole('button', { name: /^Not the same/ })
		.click();
	await expect(page.getByText('Nobody seems to be here twice.')).toBeVisible();
	await app.saved();
	await page.reload();
	await app.ready();
	await expect(page.getByText('Nobody seems to be here twice.')).toBeVisible();
	await page
		.getByRole('region', { name: 'Said not to be the same' })
		.getByText('Not the same')
		.click();
	await page.getByRole('button', { name: /^Take back/ }).click();
	await expect(found(page).getByText('Same name and company')).toBeVisible();

	// By hand, from a person's page.
	await (await app.findPerson('Ray')).click();
	await page.getByRole('link', { name: 'Same person as…' }).click();
	await page.getByRole('dialog').getByRole('button', { name: /Dana/ }).first().click();
	await page.getByRole('button', { name: 'Make them one person' }).click();
	await expect(page.getByRole('heading', { level: 1, name: /Ray|Dana/ })).toBeVisible();
	await expect(page.getByText('is one person now')).toBeVisible();
});
