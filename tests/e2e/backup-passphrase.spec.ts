// A backup with a passphrase opens only with it; a wrong one is told from a damaged file.
import { readFileSync, writeFileSync } from 'node:fs';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const WORDS = 'four words of mine';

test('sealed, refused without the words, restored with them', async ({ page, browser }, info) => {
	test.slow();
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/backup');
	await app.whole();
	await page.getByRole('button', { name: 'Save with a passphrase' }).click();
	const sheet = page.getByRole('dialog');
	await sheet.getByLabel('Passphrase', { exact: true }).fill('short');
	await sheet.getByRole('button', { name: 'Save it sealed' }).click();
	await expect(sheet.getByText('At least 8 characters')).toBeVisible();
	await sheet.getByLabel('Passphrase', { exact: true }).fill(WORDS);
	await sheet.getByLabel('The same once more').fill('four other words');
	await sheet.getByRole('button', { name: 'Save it sealed' }).click();
	await expect(sheet.getByText('not the same as above')).toBeVisible();
	await expectNoViolations(page);
	await sheet.getByLabel('The same once more').fill(WORDS);
	const download = page.waitForEvent('download');
	await sheet.getByRole('button', { name: 'Save it sealed' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^kith-backup-\d{4}-\d{2}-\d{2}\.json$/);
	const path = info.outputPath('sealed.json');
	await file.saveAs(path);
	const text = readFileSync(path, 'utf8');
	const head = JSON.parse(text) as { format: string; version: number; sealed: { kdf: object } };
	expect(head).toMatchObject({ format: 'kith-backup', version: 2 });
	expect(head.sealed.kdf).toMatchObject({ name: 'argon2id' });
	expect(text).not.toContain('Marsh');

	const elsewhere = await browser.newContext();
	const other = new App(await elsewhere.newPage());
	await other.open('#/backup');
	const chosen = other.page.getByLabel('Backup file');
	const damaged = info.outputPath('damaged.json');
	writeFileSync(
		damaged,
		text.replace(
			/("data": ".{40})(.)/,
			(_, start: string, one) => start + (one === 'A' ? 'B' : 'A')
		)
	);
	await chosen.setInputFiles(damaged);
	await expect(other.page.getByRole('alert')).toContainText('The backup is damaged');
	await chosen.setInputFiles(path);
	const box = other.page.getByLabel('Passphrase of the backup');
	await expect(box).toBeFocused();
	await expectNoViolations(other.page);
	await box.fill('four words of min');
	await box.press('Enter');
	await expect(other.page.getByRole('alert')).toContainText('Not this passphrase', {
		timeout: 30_000
	});
	await box.fill(WORDS);
	await box.press('Enter');
	await expect(other.page.getByRole('heading', { name: 'Look before you restore' })).toBeVisible({
		timeout: 30_000
	});
	await other.page.getByRole('button', { name: 'Add & update' }).click();
	await other.saved();
	await other.go('People');
	await expect(other.people.getByRole('link', { name: /^Ada Marsh/ })).toBeVisible();
	await elsewhere.close();
});

test('how many changes the last backup lacks is said on Backup and on More', async ({
	page
}, info) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Marsh']);
	await app.backup(info.outputPath('one.json'));
	const line = page.getByText(/^Last backup/);
	await expect(line).toHaveText('Last backup today · nothing new since');
	await app.addPerson({ name: 'Cy Later' });
	await app.open('#/new');
	await app.saveNote('Something to lose.');
	await app.open('#/more');
	await expect(line).toHaveText('Last backup today · 2 changes since');
	await app.backup(info.outputPath('two.json'));
	await expect(line).toHaveText('Last backup today · nothing new since');
	await page.reload();
	await expect(line).toHaveText('Last backup today · nothing new since');
});
