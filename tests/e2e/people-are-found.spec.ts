// People are found as one types, looked at one way or another, and the way back leads to the same line.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expect, test } from './support/test';

async function openPeople(page: Page, place = '#/people'): Promise<App> {
	const app = new App(page);
	await app.trySample();
	await app.open(place);
	await expect(app.people.getByRole('link').first()).toBeVisible();
	return app;
}

const search = (page: Page) => page.getByRole('searchbox', { name: 'Search people' });

test('the way back leads to the same line, by the browser and by the navigation', async ({
	page
}) => {
	const app = await openPeople(page);
	for (let times = 0; times < 5; times++) {
		await page.mouse.move(400, 500);
		await page.evaluate(() => scrollBy(0, 700));
		await page.waitForTimeout(100);
	}
	const name = await page.evaluate(() => {
		const links = [...document.querySelectorAll('[role="list"] a')];
		const middle = links.find((link) => link.getBoundingClientRect().top > innerHeight / 2);
		return middle?.querySelector('.name')?.textContent ?? '';
	});
	expect(await page.evaluate(() => scrollY)).toBeGreaterThan(3000);
	const same = app.people.getByRole('link', { name: new RegExp(`^${name}`) }).first();
	// Rows that came into view have been measured by now.
	await page.waitForTimeout(500);
	const before = await same.evaluate((line) => line.getBoundingClientRect().top);
	for (const back of [() => page.goBack(), () => app.go('People')]) {
		// By key: to click, Playwright may scroll the line elsewhere.
		await same.press('Enter');
		await expect(page).toHaveURL(/#\/people\/\w+/);
		await expect(app.people).toHaveCount(0);
		await back();
		await expect(same).toBeInViewport();
		const after = await same.evaluate((line) => line.getBoundingClientRect().top);
		expect(Math.abs(after - before)).toBeLessThan(4);
	}
});

test('what is shown is kept in the address: back from a person, after a reload, as a link', async ({
	page
}) => {
	const app = await openPeople(page);
	await page.getByRole('button', { name: 'Cold', exact: true }).click();
	await search(page).pressSequentially('food');
	await expect(page).toHaveURL(/#\/people\?q=food&show=cold$/);
	const names = await app.people.getByRole('link').allTextContents();
	await app.people.getByRole('link').first().click();
	await expect(page).toHaveURL(/#\/people\/\w+/);
	await page.goBack();
	await expect(search(page)).toHaveValue('food');
	await expect.poll(() => app.people.getByRole('link').allTextContents()).toEqual(names);
	await page.reload();
	await expect(search(page)).toHaveValue('food');
	await expect(page.getByRole('button', { name: 'Cold', exact: true })).toHaveAttribute(
		'aria-pressed',
		'true'
	);
	await search(page).fill('R&D + 100% wool');
	await expect(page).toHaveURL(/100%25/);
	for (let times = 0; times < 3; times++) {
		await page.reload();
		await expect(search(page)).toHaveValue('R&D + 100% wool');
	}
	await app.go('People');
	await expect(search(page)).toHaveValue('');
	await search(page).fill('dairy');
	await expect(page).toHaveURL(/q=dairy/);
	await app.go('People');
	await expect(search(page)).toHaveValue('');
	await expect(page).toHaveURL(/#\/people$/);
});

test('an address nobody can read is a place that is not there, and leads on', async ({ page }) => {
	const app = new App(page);
	for (const address of ['/?1#/companies/%E0%A4%A', '/?2#/100%', '/?3#%zz']) {
		await app.open(address);
		await expect(
			page.getByRole('heading', { level: 1, name: 'There is nothing at this place' })
		).toBeVisible();
	}
	await page.getByRole('link', { name: 'Go to Today' }).click();
	await expect(page).toHaveURL(/#\/$/);
	await page.evaluate(() => (location.hash = '#/people/%'));
	await expect(page.getByText('There is nothing at this place')).toBeVisible();
});

test('words of a note lead to the person, with the line they stand in', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Dana Whitlock', 'Bo Nyström']);
	await app.open('#/new');
	await app.note.fill('Max builds a volcano for @Dana');
	await page.keyboard.press('Enter');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await app.open('#/people');
	await search(page).fill('volcano');
	const found = app.people.getByRole('link', { name: /^Dana Whitlock/ });
	await expect(found).toContainText('Max builds a volcano');
	await expect(found.locator('mark')).toHaveText('volcano');
	await expect(app.people.getByRole('link')).toHaveCount(1);
	await search(page).fill('nystrom');
	await expect(app.people.getByRole('link')).toHaveText([/^\s*Bo Nyström/]);
});

test('nobody found: the name is carried into the form, and a likeness is pointed out', async ({
	page
}) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Dana Whitlock']);
	await app.open('#/people');
	await search(page).fill('Brandon Lee');
	await expect(page.getByText('Nobody called “Brandon Lee”')).toBeVisible();
	await page.getByRole('button', { name: 'Add Brandon Lee' }).click();
	const name = page.getByRole('textbox', { name: 'Name', exact: true });
	await expect(name).toHaveValue('Brandon Lee');
	await name.fill('');
	await page.getByRole('button', { name: 'Save person' }).click();
	await expect(page.getByText('A name is needed')).toBeVisible();
	await expect(name).toBeFocused();
	await name.fill('dana whitlock');
	await expect(page.getByText('Looks like Dana Whitlock')).toBeVisible();
	await name.fill('Brandon Lee');
	await page.keyboard.press('Enter');
	await expect(page.getByRole('heading', { level: 1, name: 'Brandon Lee' })).toBeVisible();
});

test('several are chosen, tagged and trashed, each in one step that can be undone', async ({
	page
}) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Marsh', 'Cy Marsh', 'Dee Marsh']);
	await app.open('#/people');
	await page.getByRole('button', { name: 'Choose', exact: true }).click();
	await page.getByRole('checkbox', { name: 'Ada Marsh' }).click();
	await page.getByRole('checkbox', { name: 'Cy Marsh' }).click({ modifiers: ['Shift'] });
	await expect(page.getByText('3 chosen')).toBeVisible();
	await page.getByRole('toolbar').getByRole('button', { name: 'Tag' }).click();
	await page.getByRole('textbox', { name: 'Tag' }).fill('dairy');
	await page.keyboard.press('Enter');
	await expect(page.getByText('3 people tagged “dairy”')).toBeVisible();
	await page.getByRole('button', { name: 'Move to trash' }).click();
	await expect(page.getByText('3 people are in the trash')).toBeVisible();
	await expect(page.getByRole('checkbox')).toHaveCount(1);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(page.getByRole('checkbox')).toHaveCount(4);
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await search(page).fill('dairy');
	await expect(app.people.getByRole('link')).toHaveCount(3);
});
