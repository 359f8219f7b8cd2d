// A table of people comes in: a known one by itself, an unknown one once the rep has said what goes where,
// and the second time it is known.
import { fileURLToPath } from 'node:url';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const LINKEDIN = fileURLToPath(new URL('../corpus/csv/linkedin.csv', import.meta.url));
const table = (name: string) => ({
	name: 'club.csv',
	mimeType: 'text/csv',
	buffer: Buffer.from(
		[
			'Wer;Erreichbar;Kontakt;Seit;Extra',
			`${name} Vogel;030 5550120;vogel@club.example;03/04/1980;Tennis`,
			'Cem Arslan;030 5550121;cem@club.example;05/06/1990;',
			'Dan Rose;;;31/31/1990;'
		].join('\n')
	)
});

test('a file from LinkedIn is known, and what goes where can be changed', async ({ page }) => {
	const app = new App(page);
	await app.open('#/import');
	await page.getByLabel('Contacts file').setInputFiles(LINKEDIN);
	await expect(page.getByRole('heading', { name: 'Look before you import' })).toBeVisible();
	await expect(page.getByText(/^3 people, 2 entries could not be read$/).first()).toBeVisible();
	await expect(page.getByText('Dana Whitlock')).toBeVisible();
	await expect(page.getByText(/Row 7\./)).toBeVisible();

	await page.getByText('What goes where', { exact: true }).click();
	await page.getByRole('button', { name: 'Change what goes where' }).click();
	await expect(page.getByText('This looks like a file from LinkedIn.')).toBeVisible();
	await page.getByRole('combobox', { name: 'Position' }).selectOption('Tags');
	await page.getByRole('button', { name: 'Look at everybody' }).click();
	await expect(page.getByRole('heading', { name: 'Look before you import' })).toBeVisible();
	await page.getByRole('button', { name: 'Import 3 people' }).click();
	await expect(page.getByRole('heading', { name: '3 people added' })).toBeVisible();
	await (await app.findPerson('Dana Whitlock')).click();
	await expect(page.getByText('VP Sales').first()).toBeVisible();
});

test('an unknown table is settled once, with a date that could be either', async ({ page }) => {
	const app = new App(page);
	await app.open('#/import');
	const field = page.getByLabel('Contacts file');
	await field.setInputFiles(table('Ida'));
	await expect(page.getByRole('heading', { name: 'What goes where' })).toBeFocused();
	const people = page.getByRole('region', { name: 'The first people, as it stands' });
	await expect(people.getByText('Ida Vogel')).toBeVisible();
	await page.getByRole('combobox', { name: 'Extra' }).selectOption('Tags');
	await page.getByRole('combobox', { name: 'Seit' }).selectOption('Birthday');
	const onward = page.getByRole('button', { name: 'Look at everybody' });
	await expect(onward).toBeDisabled();
	await expectNoViolations(page);
	await page.getByText('April 3, 1980', { exact: true }).click();
	await expect(people).toContainText('Apr 3, 1980');
	await onward.click();
	await expect(page.getByText(/“31\/31\/1990”/)).toBeVisible();
	await page.getByRole('button', { name: 'Import 3 people' }).click();
	await expect(page.getByRole('heading', { name: '3 people added' })).toBeVisible();

	// After a reload too: the same columns are known, and the dates with them.
	await page.reload();
	await app.ready();
	await field.setInputFiles(table('Eva'));
	await expect(page.getByRole('heading', { name: 'Look before you import' })).toBeVisible();
	await expect(page.getByText('Eva Vogel')).toBeVisible();
});

test('the first row may be somebody, and one file of several be left out', async ({ page }) => {
	const app = new App(page);
	await app.open('#/import');
	const csv = (name: string, text: string) => ({
		...{ name, mimeType: 'text/csv', buffer: Buffer.from(text) }
	});
	await page
		.getByLabel('Contacts file')
		.setInputFiles([
			csv(
				'guests.csv',
				'Ann Lee,Ask her,1.2.1980\nBob Ray,030 5550120,3.4.1981\nCy Foo,030 5550121,'
			),
			csv('mails.csv', 'dan@rose.example\neve@moss.example\n')
		]);
	await expect(page.getByRole('heading', { name: 'What goes where' })).toBeVisible();
	const people = page.getByRole('region', { name: 'The first people, as it stands' });
	const first = page.getByRole('switch', { name: /^The first row is a person/ });
	await expect(first).toBeChecked();
	await expect(people).toContainText('Ann Lee');
	await first.uncheck();
	await expect(people).not.toContainText('Ann Lee');
	await expect(page.getByRole('combobox', { name: 'Ann Lee' })).toBeVisible();
	await first.check();
	await expect(first).toBeFocused();
	await expect(people).toContainText('Ann Lee');
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Look at everybody' }).click();
	await expect(page.getByText('mails.csv, 2 rows')).toBeVisible();
	await expect(people).toContainText('dan@rose.example');
	await page.getByRole('button', { name: 'Leave this file out' }).click();
	await expect(page.getByRole('button', { name: 'Import 3 people' })).toBeVisible();
});
