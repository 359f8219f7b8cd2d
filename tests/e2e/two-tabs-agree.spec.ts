// Two tabs of one device: what one saves the other shows, and edits at the same time both stay.
import { App } from './support/app';
import { expect, test } from './support/test';

test('a note saved in one tab is there in the other, without a reload', async ({ context }) => {
	const [one, two] = [new App(await context.newPage()), new App(await context.newPage())];
	await one.open();
	await one.startWith(['Ada Marsh']);
	await two.open('#/people');
	await expect(two.people.getByRole('link', { name: /^Ada Marsh/ })).toBeVisible();
	await one.open('#/new');
	await one.saveNote('Ada Marsh got the boat.');
	await two.page.getByRole('link', { name: /^Ada Marsh/ }).click();
	await one.open();
	await one.addPerson({ name: 'Bo Marsh' });
	await two.go('People');
	await expect(two.people.getByRole('link', { name: /^Bo Marsh/ })).toBeVisible();
});

test('two edits of one person in two tabs both stay', async ({ context }) => {
	const [one, two] = [new App(await context.newPage()), new App(await context.newPage())];
	await one.open();
	await one.startWith(['Ada Marsh']);
	await one.go('People');
	await one.people.getByRole('link', { name: /^Ada Marsh/ }).click();
	await expect(one.page.getByRole('heading', { level: 1, name: 'Ada Marsh' })).toBeVisible();
	await two.open(new URL(one.page.url()).hash);
	for (const { page } of [one, two])
		await page.getByRole('button', { name: 'Edit' }).first().click();
	await one.page.getByRole('textbox', { name: 'Company' }).fill('Harrow Foods');
	await two.page.getByRole('textbox', { name: 'Title' }).fill('Plant manager');
	for (const app of [one, two]) await app.saved();
	for (const { page } of [one, two]) {
		await page.reload();
		await expect(page.getByText(/Plant manager.*Harrow Foods/).first()).toBeVisible();
	}
});
