// Everything by keyboard: a note with a person picked, a touch logged and taken back, a sheet left, a
// person found, a place reached, and all keys shown.
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
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
	await page.keyboard.press('Control+z');
	const said = page.getByRole('status').filter({ hasText: 'Taken back' });
	await expect(said).toContainText('Taken back: touch and note with Ada Marsh');
	await expect(happened).not.toContainText('The boat');
	await log.press('Enter');
	const words = page.getByRole('textbox', { name: /What was said/ });
	await expect(words).toHaveValue('The boat is in the water.');
	// Over a question nothing is taken back, and a text has an undo of its own.
	await words.press('Control+z');
	await page.keyboard.press('Escape');
	await expect(page.getByRole('heading', { level: 1, name: 'Ada Marsh' })).toBeVisible();
});

test('one box finds a person, a place and something to do', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh', 'Zoë Lind']);
	await page.keyboard.press('Control+k');
	const box = page.getByRole('combobox', { name: 'A person, a place or something to do' });
	await expect(box).toBeFocused();
	await expect(page.getByRole('option', { name: 'Ada Marsh' })).toBeVisible();
	await page.keyboard.type('zoe');
	const chosen = page.getByRole('option', { selected: true });
	await expect(chosen).toContainText('Zoë Lind');
	await expect(box).toHaveAttribute('aria-activedescendant', (await chosen.getAttribute('id'))!);
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Zoë Lind' })).toBeVisible();

	const log = page.getByRole('button', { name: 'Log a touch' });
	await log.focus();
	await page.keyboard.press('Control+k');
	await expect(box).toBeFocused();
	await page.keyboard.press('Escape');
	await expect(log).toBeFocused();

	await page.keyboard.press('Control+k');
	await expect(box).toBeFocused();
	await page.keyboard.type('settings');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();

	await page.keyboard.press('Control+k');
	await expect(box).toBeFocused();
	await page.keyboard.type('add per');
	await page.keyboard.press('ArrowDown');
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('textbox', { name: 'Name', exact: true })).toBeFocused();
	await page.keyboard.press('Escape');

	await page.keyboard.press('Control+k');
	await expect(box).toBeFocused();
	await page.keyboard.type('new note');
	await page.keyboard.press('Enter');
	await expect(app.note).toBeFocused();
	// On that page already, the letter leads to the box, and is no step of the history.
	const steps = await page.evaluate(() => history.length);
	await page.keyboard.press('Shift+Tab');
	await expect(app.note).not.toBeFocused();
	await page.keyboard.press('n');
	await expect(app.note).toBeFocused();
	await expect(app.note).toHaveValue('');
	expect(await page.evaluate(() => history.length)).toBe(steps);
});

test('all keys are on one sheet, and letters alone can be turned off', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await page.keyboard.press('n');
	await expect(app.note).toBeFocused();
	await page.keyboard.type('Who?');
	await expect(app.note).toHaveValue('Who?');
	await page.keyboard.press('Escape');
	await expect(app.note).toBeHidden();
	await page.keyboard.press('?');
	const sheet = page.getByRole('dialog', { name: 'Keys' });
	await expect(sheet).toContainText('Take the last change back');
	await expectNoViolations(page);
	await sheet.getByRole('link', { name: 'Settings' }).press('Enter');
	const letters = page.getByRole('switch', { name: 'Letters and signs alone are shortcuts' });
	await letters.press('Space');
	await expect(letters).not.toBeChecked();
	await page.keyboard.press('n');
	await page.keyboard.press('?');
	await expect(page.getByRole('heading', { level: 1, name: 'Settings' })).toBeVisible();
	await expect(sheet).toBeHidden();
	await page.keyboard.press('Control+k');
	await expect(page.getByRole('combobox')).toBeFocused();
	await expectNoViolations(page);
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
