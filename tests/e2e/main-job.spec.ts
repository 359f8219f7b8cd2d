// The main job: contacts come in, a person is found, a note is captured without network and stays.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { App } from './support/app';
import { expectReadyForOffline } from './support/offline';
import { expect, test } from './support/test';

const CORPUS = fileURLToPath(new URL('../../../shared/corpora/vcard/', import.meta.url));
const OWN = fileURLToPath(new URL('./support/contacts.vcf', import.meta.url));

test.describe('a new rep', () => {
	// The browser itself reports that it cannot look for a newer worker.
	test.use({
		serviceWorkers: 'allow',
		expectedErrors: [/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/]
	});

	test('imports contacts, finds a person, captures a note offline, and it is there', async ({
		page,
		context
	}) => {
		const app = new App(page);
		await app.open();
		await expectReadyForOffline(page);
		await app.importFile(OWN, 3);
		await (await app.findPerson('Zoë Ångström')).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Zoë Ångström' })).toBeVisible();

		await context.setOffline(true);
		await app.go('New note');
		await expect(app.note).toBeFocused();
		await app.note.pressSequentially('Lunch with @zoe');
		await expect(page.getByRole('listbox', { name: 'People' })).toBeVisible();
		await page.keyboard.press('Enter');
		await app.note.pressSequentially('. Max builds a volcano');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

		await page.goto('about:blank');
		await app.open();
		await page.reload();
		await (await app.findPerson('Zoë Ångström')).click();
		await expect(page.getByRole('region', { name: 'What happened' })).toContainText(
			'Lunch with Zoë Ångström. Max builds a volcano'
		);
		await page.getByRole('link', { name: 'People' }).first().click();
		await page.getByRole('searchbox', { name: 'Search people' }).fill('volcano');
		await expect(app.people.getByRole('link', { name: /^Zoë Ångström/ })).toBeVisible();
	});

	test('takes an import back, also after a reload', async ({ page }) => {
		const app = new App(page);
		await app.importFile(OWN, 3);
		await app.go('People');
		await expect(app.people.getByRole('link')).toHaveCount(3);
		await app.open('#/import');
		await page.reload();
		await page.getByRole('button', { name: 'Undo import' }).first().click();
		await app.go('People');
		await expect(app.people.getByRole('link')).toHaveCount(0);
	});
});

const corpus = [
	['John_Doe_ANDROID.vcf', 'jane.doe@company.com'],
	['John_Doe_EVOLUTION.vcf', 'John'],
	['John_Doe_GMAIL.vcf', 'Doe'],
	['gmail-list.vcf', 'Chris Beatle'],
	['gmail-single.vcf', 'Greg'],
	['outlook-2003.vcf', 'John Doe'],
	['rfc2426-example.vcf', 'Frank Dawson'],
	['rfc6350-example.vcf', 'Simon Perreault']
] as const;
test.describe('with a file of another program', () => {
	test.skip(!existsSync(CORPUS), 'the corpus is not beside this checkout');
	for (const [file, name] of corpus) {
		test(`reads ${file}`, async ({ page }) => {
			const app = new App(page);
			await app.open('#/import');
			await page.getByLabel('Contacts file').setInputFiles(CORPUS + file);
			await page.getByRole('button', { name: /^Import \d+ (person|people)$/ }).click();
			await expect(page.getByRole('button', { name: 'Undo import' }).first()).toBeVisible();
			await expect(await app.findPerson(name)).toBeVisible();
		});
	}
});
