// Faults that were found by trying to break the app, kept as regressions.
import { App } from './support/app';
import { expect, test } from './support/test';

test('words typed into Log a touch are still there after Escape and a reload', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await (await app.findPerson('Ada Marsh')).click();
	await page.getByRole('button', { name: 'Log a touch' }).click();
	await page.getByRole('textbox', { name: /What was said/ }).fill('The boat is in the water.');
	await page.keyboard.press('Escape');
	await page.reload();
	await page.getByRole('button', { name: 'Log a touch' }).click();
	const words = page.getByRole('textbox', { name: /What was said/ });
	await expect(words).toHaveValue('The boat is in the water.');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await page.getByRole('button', { name: 'Log a touch' }).click();
	await expect(words).toHaveValue('');
});

test('a line with Undo gives way to what is done next', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.addPerson({ name: 'Jo Marsh' });
	await page.getByRole('button', { name: 'Add to Top Ten' }).click();
	await expect(page.getByText('Jo Marsh is one of your ten')).toBeVisible();
	await page.getByRole('button', { name: 'Log a touch' }).click();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText('Jo Marsh is one of your ten')).toBeHidden();
});

test('a new person deleted from the text is not created', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.go('New note');
	await app.note.pressSequentially('@Yan Novel');
	await page.getByRole('option', { name: /Yan Novel/ }).click();
	await app.saveNote('Something about nobody.');
	await page.goto('about:blank');
	await app.open('#/people');
	await expect(app.people.getByRole('link')).toHaveCount(1);
});

test('somebody brought back from the trash sits at the old place again', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Marsh']);
	await (await app.findPerson('Bo Marsh')).click();
	// What comes later moves what is below it: a press in that moment lands beside the button.
	await expect(page.getByRole('region', { name: 'What happened' })).toBeVisible();
	await page.getByRole('button', { name: 'Move to trash' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
	await app.open('#/trash');
	await page.getByRole('button', { name: 'Bring back Bo Marsh' }).click();
	await app.go('Top Ten');
	await expect(app.ten.nth(1)).toContainText('Bo Marsh');
});

test('a place that is not there says so, without a word in the console', async ({ page }) => {
	const app = new App(page);
	await app.open('#/nonsense/below');
	await expect(page.getByRole('heading', { name: /nothing at this place/ })).toBeVisible();
	await page.getByRole('link', { name: 'Go to Today' }).click();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('every number and address of a person can be read', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.addPerson({ name: 'Bo Marsh', phone: 'ask at gate 4' });
	await expect(page.getByRole('region', { name: 'How to reach them' })).toContainText(
		'ask at gate 4'
	);
});

test('a slash looks for people, and the cursor is in the box', async ({ page, isMobile }) => {
	test.skip(isMobile, 'a phone has no slash key');
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/top-ten');
	await page.keyboard.press('/');
	await expect(page.getByRole('searchbox', { name: 'Search people' })).toBeFocused();
});

test('a phone on its side does not scroll sideways', async ({ page }) => {
	await page.setViewportSize({ width: 740, height: 340 });
	const app = new App(page);
	await app.trySample();
	await app.open('#/top-ten');
	await app.whole();
	expect(
		await page.evaluate(
			() => document.documentElement.scrollWidth - document.documentElement.clientWidth
		)
	).toBeLessThanOrEqual(0);
});
