// What other programs hand to Kith is shown where it belongs before anything of it is written: contacts in
// the preview of an import, a backup in that of a restore, somebody's lines in the form of a person.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectReadyForOffline } from './support/offline';
import { expect, test } from './support/test';

const CARD = 'BEGIN:VCARD\nVERSION:3.0\nFN:Dana Whitlock\nTEL:+49 170 1234567\nEND:VCARD\n';
const SIGNATURE =
	'Best regards,\nDana Whitlock\nHead of Purchasing | Acme Foods GmbH\nTel. +49 30 1234567\ndana@acme.example\nBees at noon';

/** Posts to the app what the system's share sheet would. */
async function share(
	page: Page,
	{ words = {}, file }: { words?: Record<string, string>; file?: { name: string; text: string } }
): Promise<void> {
	await page.evaluate(
		({ words, file }) => {
			const form = document.createElement('form');
			form.method = 'post';
			form.enctype = 'multipart/form-data';
			form.action = location.pathname;
			for (const [name, value] of Object.entries(words)) {
				const text = document.createElement('textarea');
				[text.name, text.value] = [name, value];
				form.append(text);
			}
			if (file) {
				const input = document.createElement('input');
				[input.name, input.type] = ['files', 'file'];
				const files = new DataTransfer();
				files.items.add(new File([file.text], file.name));
				input.files = files.files;
				form.append(input);
			}
			document.body.append(form);
			form.submit();
		},
		{ words, ...(file ? { file } : {}) }
	);
}

const waiting = (page: Page): Promise<number> =>
	page.evaluate(async () => (await (await caches.open('kith-arrived')).keys()).length);

/** The phone's own contacts, as its picker would give them. */
async function withPicker(page: Page, contacts: readonly object[]): Promise<void> {
	await page.addInitScript((contacts) => {
		const picker = {
			getProperties: () => Promise.resolve(['name', 'tel', 'email', 'icon']),
			select: () => Promise.resolve(contacts)
		};
		Object.defineProperty(navigator, 'contacts', { value: picker, configurable: true });
	}, contacts);
}

test.describe('shared with Kith', () => {
	test.use({ serviceWorkers: 'allow' });

	test('contacts, a backup and a signature', async ({ page }, info) => {
		const app = new App(page);
		await app.open();
		await app.startWith(['Ada Marsh']);
		await expectReadyForOffline(page);
		const { path } = await app.backup(info.outputPath('book.json'));

		// Whatever it is called: what is in it decides.
		await share(page, { file: { name: 'contact.txt', text: CARD } });
		await expect(page.getByRole('button', { name: 'Import 1 person' })).toBeVisible();
		// The page closes before it is decided: it is shown again, and nothing was written.
		await page.reload();
		await app.ready();
		await expect(page.getByRole('button', { name: 'Import 1 person' })).toBeVisible();
		expect(await waiting(page)).toBe(1);
		await page.getByRole('button', { name: 'Import 1 person' }).click();
		await expect(page.getByRole('button', { name: 'Undo import' }).first()).toBeVisible();
		await expect.poll(() => waiting(page)).toBe(0);

		await share(page, { file: { name: 'download', text: readFileSync(path, 'utf8') } });
		await expect(
			page.getByRole('heading', { level: 1, name: 'Look before you restore' })
		).toBeVisible();
		await expect(page).toHaveURL(/#\/backup$/);
		expect(await waiting(page)).toBe(1);
		await page.getByRole('button', { name: 'Leave it' }).click();
		await expect.poll(() => waiting(page)).toBe(0);

		await share(page, { words: { text: SIGNATURE } });
		await expect(page.getByRole('button', { name: 'Write a note' })).toBeVisible();
		await page.getByRole('button', { name: 'Add person' }).click();
		const sheet = page.getByRole('dialog');
		await expect(sheet.getByRole('textbox', { name: 'Company' })).toHaveValue('Acme Foods GmbH');
		await sheet.getByRole('button', { name: 'Save person' }).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Dana Whitlock' })).toBeVisible();
		await expect(page.getByText('Bees at noon').first()).toBeVisible();
		await app.open('#/new');
		await expect(app.note).toHaveValue('');
	});
});

test('a signature pasted into the name fills the form, is corrected with one tap, and taken back', async ({
	page
}) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.go('People');
	await page.getByRole('button', { name: 'Add person' }).first().click();
	const name = page.getByRole('textbox', { name: 'Name', exact: true });
	const company = page.getByRole('textbox', { name: 'Company' });
	const paste = (text: string): Promise<void> =>
		name.evaluate((input, text) => {
			const clipboardData = new DataTransfer();
			clipboardData.setData('text/plain', text);
			const how = { clipboardData, bubbles: true, cancelable: true };
			const isTaken = !input.dispatchEvent(new ClipboardEvent('paste', how));
			if (!isTaken) (input as HTMLInputElement).value = text;
		}, text);

	await company.fill('Acme, the one in York');
	await paste(SIGNATURE);
	await expect(name).toHaveValue('Dana Whitlock');
	await expect(company).toHaveValue('Acme, the one in York');
	await expect(page.getByRole('textbox', { name: 'Phone' })).toHaveValue('+49 30 1234567');
	await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('dana@acme.example');
	const piece = (text: string) => page.getByRole('combobox', { name: text });
	await expect(piece('Head of Purchasing')).toHaveValue('title');
	await expect(piece('Bees at noon')).toHaveValue('note');
	await expect(page.getByText('What you had written stays.')).toBeVisible();
	// Each line in turn stands clear of the button that saves.
	const save = await page.getByRole('button', { name: 'Save person' }).boundingBox();
	for (const choice of await page.getByRole('dialog').getByRole('combobox').all()) {
		await choice.focus();
		const box = await choice.boundingBox();
		expect(box && save && save.y - box.y - box.height).toBeGreaterThan(12);
	}
	await piece('Acme Foods GmbH').selectOption('Company');
	await expect(company).toHaveValue('Acme Foods GmbH');

	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(name).toHaveValue('');
	await expect(company).toHaveValue('Acme, the one in York');
	await paste(SIGNATURE);
	await page.getByRole('button', { name: 'Save person' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Dana Whitlock' })).toBeVisible();
	await expect(page.getByText('Bees at noon').first()).toBeVisible();
});

test('one of the phone’s contacts fills the form, several are looked at first', async ({
	page
}) => {
	const ben = { name: ['Ben Okoro'], tel: ['555-010-1000'], email: ['ben@okoro.example'] };
	await withPicker(page, [ben]);
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.go('People');
	await page.getByRole('button', { name: 'Add person' }).first().click();
	await page.getByRole('button', { name: 'Choose from the phone’s contacts' }).click();
	await expect(page.getByRole('textbox', { name: 'Email' })).toHaveValue('ben@okoro.example');

	await withPicker(page, [ben, { name: ['Cleo Adeyemi'], tel: ['555-010-2000'] }]);
	await page.reload();
	await app.ready();
	await page.getByRole('button', { name: 'Add person' }).first().click();
	await page.getByRole('button', { name: 'Choose from the phone’s contacts' }).click();
	await expect(page.getByRole('button', { name: 'Import 2 people' })).toBeVisible();
	await page.getByRole('button', { name: 'Leave it' }).click();
	await page.getByRole('button', { name: 'Choose from the phone’s contacts' }).click();
	await expect(page.getByRole('button', { name: 'Import 2 people' })).toBeVisible();
});
