// Backup → wipe → restore gives the same book; damaged, foreign, future and empty files change nothing.
import { writeFileSync } from 'node:fs';
import { App } from './support/app';
import { expect, test } from './support/test';

interface Backup {
	format: string;
	version: number;
	sha256: string;
	counts: Record<string, number>;
	content: Record<string, unknown[]>;
}

/** The content of a backup without this device's own record, which every profile has its own of. */
function contentOf(text: string): Record<string, unknown[]> {
	const { content } = JSON.parse(text) as Backup;
	return Object.fromEntries(Object.entries(content).filter(([table]) => table !== 'device'));
}

test('a book restored into an empty one is the same', async ({ browser, context, page }, info) => {
	test.slow();
	const app = new App(page);
	await app.trySample();
	await app.open('#/new');
	await app.saveNote('The words that must come back.');
	const { path, name, text } = await app.backup(info.outputPath('one.json'));
	expect(name).toMatch(/^kith-backup-\d{4}-\d{2}-\d{2}\.json$/);
	const { format, counts } = JSON.parse(text) as Backup;
	expect(format).toBe('kith-backup');
	expect(counts['person']).toBe(240);
	await context.close();

	// Another profile is a device that has nothing.
	const elsewhere = await browser.newContext();
	const other = new App(await elsewhere.newPage());
	await other.open('#/backup');
	await other.page.getByLabel('Backup file').setInputFiles(path);
	await other.page.getByRole('button', { name: 'Add & update' }).click();
	await other.saved();
	const again = await other.backup(info.outputPath('two.json'));
	expect(contentOf(again.text)).toEqual(contentOf(text));
	await other.open('#/inbox');
	await expect(other.page.getByText('The words that must come back.')).toBeVisible();

	// The same file a second time: nothing to add, nothing to change.
	await other.open('#/backup');
	await other.page.getByLabel('Backup file').setInputFiles(path);
	await expect(other.page.getByText(/nothing (new|to)|already/i).first()).toBeVisible();
	await elsewhere.close();
});

test('bad files are refused in words and change nothing', async ({ page }, info) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	const { text } = await app.backup(info.outputPath('good.json'));
	const future = JSON.stringify({ ...(JSON.parse(text) as Backup), version: 99 });
	const damaged = text.replace('Ada Marsh', 'Bad Marsh');
	const files: [name: string, content: string, says: RegExp][] = [
		['empty.json', '', /empty/i],
		['foreign.json', '{"contacts":[{"name":"Ada"}]}', /not a backup of Kith/],
		['page.json', '<!doctype html><p>Sign in</p>', /web page|not a backup/i],
		['cut.json', text.slice(0, text.length / 2), /cut short|ends/i],
		['damaged.json', damaged, /changed or cut short/i],
		['future.json', future, /newer version/i]
	];
	for (const [name, content, says] of files) {
		const path = info.outputPath(name);
		writeFileSync(path, content);
		await app.open('#/backup');
		await page.getByLabel('Backup file').setInputFiles(path);
		await expect(page.getByRole('alert').filter({ hasText: says }), name).toBeVisible();
		await expect(page.getByRole('button', { name: 'Add & update' })).toHaveCount(0);
	}
	await app.go('People');
	await expect(app.people.getByRole('link')).toHaveCount(1);
	await expect(app.people.getByRole('link', { name: /^Ada Marsh/ })).toBeVisible();
});

test('replace makes the book as it was, after a restore point, and can be gone back on', async ({
	page
}, info) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Marsh']);
	const { path } = await app.backup(info.outputPath('before.json'));
	await app.addPerson({ name: 'Cy Later' });
	await app.open('#/backup');
	await page.getByLabel('Backup file').setInputFiles(path);
	await page.getByRole('button', { name: 'Replace everything' }).click();
	await page
		.getByRole('dialog')
		.getByRole('button', { name: /Replace/ })
		.click();
	await expect(page.getByText('Before a backup was brought in').first()).toBeVisible();
	await app.go('People');
	await expect(app.people.getByRole('link')).toHaveCount(2);
	await page.reload();
	await expect(app.people.getByRole('link')).toHaveCount(2);
	await app.open('#/backup');
	const points = page.getByRole('list', { name: 'Restore points' });
	await points
		.getByRole('listitem')
		.filter({ hasText: 'Before a backup was brought in' })
		.getByRole('button', { name: /^Look/ })
		.click();
	await page.getByRole('button', { name: 'Go back to this' }).click();
	await page.getByRole('dialog').getByRole('button', { name: 'Go back' }).click();
	await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
	await app.open('#/people');
	await expect(app.people.getByRole('link', { name: /^Cy Later/ })).toBeVisible();
});
