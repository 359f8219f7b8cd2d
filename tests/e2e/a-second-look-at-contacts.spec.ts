// The look before an import: what each row would do is said before it is done. LinkedIn's list comes twice;
// the second time it knows of a new job, which is taken over, and taken back with the import.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const HEADS = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const DANA = 'Dana,Whitlock,https://www.linkedin.com/in/dana-whitlock,,';
const RAY = 'Ray,Castellano,https://www.linkedin.com/in/ray-castellano,';

async function choose(page: Page, ...rows: readonly string[]): Promise<void> {
	const text = [HEADS, ...rows, ''].join('\n');
	const buffer = Buffer.from(text);
	await page
		.getByLabel('Contacts file')
		.setInputFiles({ name: 'Connections.csv', mimeType: 'text/csv', buffer });
	await expect(page.getByRole('heading', { name: 'Look before you import' })).toBeVisible();
}

test('a new job on LinkedIn is shown, taken over, and taken back', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/import');
	await choose(
		page,
		`${DANA}Acme,Buyer,05 Mar 2021`,
		`${RAY},Alder,Director,06 Mar 2021`,
		`${RAY}ray@alder.example,Alder,Director,06 Mar 2021`
	);
	await page.getByText('What goes where', { exact: true }).click();
	await expect(page.getByText('Email Address 1')).toBeVisible();
	await page.getByRole('button', { name: 'All of Dana Whitlock' }).click();
	const sheet = page.getByRole('dialog', { name: 'Dana Whitlock' });
	await expect(sheet).toContainText('Buyer');
	await expectNoViolations(page);
	await sheet.getByRole('button', { name: 'Close' }).click();
	await page.getByText('Here twice (1)').click();
	await expect(page.getByText('Adds 1 e-mail')).toBeVisible();
	await page.getByRole('button', { name: 'Import 2 people and what 1 lacks' }).click();
	await expect(page.getByRole('heading', { name: '2 people added' })).toBeVisible();

	await choose(
		page,
		`${DANA}Northwind,Sales Lead,05 Mar 2021`,
		`${RAY},Alder,Director,06 Mar 2021`
	);
	await expect(
		page.getByText('Now Sales Lead at Northwind; your book says Buyer at Acme')
	).toBeVisible();
	await expect(page.getByText('Nothing new (1)')).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('combobox', { name: 'Dana Whitlock' }).selectOption('Take it over');
	await page.getByRole('button', { name: 'Import 1 new job' }).click();
	await expect(page.getByRole('heading', { name: '1 person moved to a new job' })).toBeVisible();

	await app.findPerson('Dana Whitlock').then((link) => link.click());
	const jobs = page.getByRole('region', { name: 'Jobs' });
	await expect(jobs).toContainText('Northwind');
	await expect(jobs).toContainText('Acme');

	await app.open('#/import');
	const past = page.getByRole('region', { name: 'Earlier imports' });
	await expect(past).toContainText('1 person moved to a new job · 1 left out');
	await past
		.getByRole('button', { name: /Undo import/ })
		.first()
		.click();
	await expect(past.getByRole('listitem')).toHaveCount(1);
	await app.findPerson('Dana Whitlock').then((link) => link.click());
	await expect(page.getByText('Buyer', { exact: false }).first()).toBeVisible();
	await expect(page.getByText('Northwind')).toHaveCount(0);
});
