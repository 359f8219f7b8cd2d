// Everything by keyboard: a note with a person picked, a touch logged, a sheet left, a person found.
import { App } from './support/app';
import { expect, test } from './support/test';

test.skip(({ isMobile }) => isMobile, 'a phone has no keyboard to be alone with');

test('a note is begun, a person picked, and the note saved', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Tomasz Zieliński', 'Tom Akers']);
	await page.keyboard.press('Tab');
	await page.keyboard.press('n');
	await expect(app.note).toBeFocused();
	await page.keyboard.type('Lunch with @toma');
	const list = page.getByRole('listbox', { name: 'People' });
	await expect(list.getByRole('option').first()).toContainText('Tomasz Zieliński');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(list).toBeHidden();
	await expect(app.note).toHaveValue(/Lunch with Tomasz Zieliński/);
	await page.keyboard.type(' at the mill');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	await expect(app.note).toHaveValue('');
	await page.keyboard.press('Escape');
	await expect(app.note).toBeHidden();
});

test('a new name offers to add the person', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/new');
	await expect(app.note).toBeFocused();
	await page.keyboard.type('Met @Brandon Oakes');
	await page.getByRole('option', { name: /Brandon Oakes/ }).waitFor();
	await page.keyboard.press('Enter');
	await page.keyboard.press('Control+Enter');
	await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	await expect(await app.findPersonFrom('#/people', 'Brandon Oakes')).toBeVisible();
});

test('a touch is logged and a sheet is left with focus where it was', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await (await app.findPerson('Ada Marsh')).press('Enter');
	const log = page.getByRole('button', { name: 'Log a touch' });
	await log.focus();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('radiogroup', { name: 'Kind' })).toBeVisible();
	await page.keyboard.press('Escape');
	await expect(log).toBeFocused();
	await page.keyboard.press('Enter');
	await page.getByRole('radio', { name: 'Call', exact: true }).focus();
	await page.keyboard.press('ArrowRight');
	await expect(page.getByRole('radio', { name: 'Text', exact: true })).toBeChecked();
	await page.getByRole('textbox', { name: /What was said/ }).focus();
	await page.keyboard.type('The boat is in the water.');
	await page.getByRole('button', { name: 'Save', exact: true }).press('Enter');
	const happened = page.getByRole('region', { name: 'What happened' });
	await expect(happened).toContainText('The boat is in the water.');
	await expect(happened).toContainText('Text');
});

test('the first Tab leads past the navigation', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await page.reload();
	await app.ready();
	await page.keyboard.press('Tab');
	await expect(page.getByRole('link', { name: 'Skip to the page' })).toBeFocused();
	await page.keyboard.press('Enter');
	await expect(page.getByRole('main')).toBeFocused();
});
