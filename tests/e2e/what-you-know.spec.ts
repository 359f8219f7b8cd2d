// What is known about a person: read first, answered in passing, closed where it has to be, never lost.
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

test('one thing is found out at a time, where it is asked for or among all there is to know', async ({
	page
}) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Dana Whitlock']);
	await (await app.findPerson('Dana Whitlock')).click();
	const know = page.getByRole('region', { name: 'What you know' });
	const talk = page.getByRole('region', { name: 'What to talk about' });
	await expect(know).toContainText('Nothing yet');

	const toFindOut = talk.getByRole('button', { name: 'One thing to find out' });
	await expect(toFindOut).toHaveText(/hobbies and reading/);
	await toFindOut.click();
	await talk.getByRole('textbox', { name: 'Hobbies and reading' }).fill('Builds kites');
	await talk.getByRole('button', { name: 'Save' }).click();
	await expect(know).toContainText('1 thing you know');
	await expect(toFindOut).toHaveText(/children/);
	await expect(toFindOut).toBeFocused();

	// Borrowed: it is kept in the circle, and shown in both places.
	await know.getByText('Family').click();
	await know.getByRole('button', { name: 'Children', exact: true }).click();
	await page.getByRole('textbox', { name: 'Name' }).fill('Max');
	await page.getByRole('button', { name: 'Save' }).click();
	await expect(page.getByRole('region', { name: 'Circle' })).toContainText('Max, child');
	await expect(know).toContainText('2 things you know');
	await expect(know.getByRole('button', { name: 'Max, child' })).toBeVisible();

	// A changed answer leaves the old one to be read.
	await know.getByRole('button', { name: /Builds kites/ }).click();
	await know.getByRole('textbox', { name: /Hobbies/ }).fill('Builds boats');
	await know.getByRole('button', { name: 'Done' }).click();
	await know.getByRole('button', { name: /Builds boats/ }).click();
	await know.getByText('What it said before').click();
	await expect(know).toContainText('Builds kites');
	await page.keyboard.press('Escape');
	await expect(know.getByRole('button', { name: /Builds boats/ })).toBeFocused();
	await expectNoViolations(page);
});

test('health is asked about once more, stays closed, and is not found by search', async ({
	page
}) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Dana Whitlock']);
	await (await app.findPerson('Dana Whitlock')).click();
	const know = page.getByRole('region', { name: 'What you know' });
	const open = async () => {
		await know.getByText('Lifestyle').click();
		await expect(know.getByText('Hobbies and reading')).toBeVisible();
		await expect(know.getByText('Health')).toBeHidden();
		await know.getByText('Sensitive').last().click();
	};
	await open();
	const health = know.getByRole('button', { name: /^(40 )?Health/ });
	await health.click();
	await expect(know.getByText('Write down only what Dana would be happy')).toBeVisible();
	await expect(know.getByRole('textbox')).toHaveCount(0);
	await know.getByRole('button', { name: 'Leave it' }).click();
	await expect(health).toBeFocused();
	await health.click();
	await know.getByRole('button', { name: 'Write it down' }).click();
	await know.getByRole('textbox', { name: 'Health' }).fill('Asthma since a child');
	await expectNoViolations(page);
	await know.getByRole('button', { name: 'Save' }).click();
	await expect(know).toContainText('1 thing you know');
	await app.saved();

	await page.reload();
	await expect(know).toContainText('1 thing you know');
	await expect(page.getByText('Asthma')).toHaveCount(0);
	await open();
	await expect(health).toContainText('Asthma since a child');
	await app.go('People');
	await page.getByRole('searchbox', { name: 'Search people' }).fill('asthma');
	await expect(app.people.getByRole('link')).toHaveCount(0);
});

test('what they like grows into the rep’s own words, and a fact leads to the note it came from', async ({
	page
}) => {
	const app = new App(page);
	await app.trySample();
	await app.open('#/top-ten');
	await app.ten.getByRole('link').first().click();
	const know = page.getByRole('region', { name: 'What you know' });
	const likes = know.getByRole('list', { name: 'Interests and preferences' });
	await know.getByRole('button', { name: 'Add an interest or preference' }).click();
	const field = know
		.getByLabel('What they like or are after', { exact: true })
		.getByRole('combobox');
	await field.fill('Sailing');
	await field.press('Enter');
	await expect(likes.getByRole('button', { name: 'Sailing', exact: true })).toBeVisible();
	await field.fill('sailing');
	await field.press('Enter');
	await expect(know.getByRole('status')).toHaveText('“sailing” is there already.');
	await know.getByRole('button', { name: 'Done' }).click();
	await likes.getByRole('button', { name: 'Take away Sailing' }).click();
	await expect(likes.getByRole('button', { name: 'Sailing', exact: true })).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(likes.getByRole('button', { name: 'Sailing', exact: true })).toBeVisible();

	await app.whole();
	await know
		.getByRole('button', { name: /^From your note of/ })
		.first()
		.click();
	const happened = page.getByRole('region', { name: 'What happened' });
	await expect(happened.locator(':focus')).toBeInViewport();
});
