// One archive has the whole book: pages that open without Kith, a backup that comes back whole, and contacts
// and days that other programs, and Kith itself, read again.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { strFromU8, unzipSync } from 'fflate';
import ICAL from 'ical.js';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const WORDS = 'Keeps bees behind the <b>old</b> mill & sells “honey”.';

interface Backup {
	readonly counts: Readonly<Record<string, number>>;
	readonly content: Readonly<Record<string, unknown[]>>;
}

/** The content without this device's own record, which every profile has its own of. */
function contentOf(text: string): Record<string, unknown[]> {
	const { content } = JSON.parse(text) as Backup;
	return Object.fromEntries(Object.entries(content).filter(([table]) => table !== 'device'));
}

test('the archive is read without Kith, and brings the book back', async ({
	page,
	anotherDevice,
	browser
}, info) => {
	test.slow();
	const app = new App(page);
	await app.trySample();
	await app.open('#/new');
	await app.saveNote(WORDS);
	await app.open('#/people');
	await app.addPerson({ name: 'Zoë/O’Hara 🐝', company: 'Mill' });
	await app.open('#/export');
	await app.whole();
	await expect(page.getByText('with all sensitive parts, and nothing is locked')).toBeVisible();
	const download = page.waitForEvent('download');
	await page.getByRole('button', { name: 'Save everything' }).click();
	const file = await download;
	expect(file.suggestedFilename()).toMatch(/^kith-everything-\d{4}-\d{2}-\d{2}\.zip$/);
	await expect(page.getByText('The archive is made.')).toBeVisible();
	await expectNoViolations(page);
	const zip = info.outputPath('everything.zip');
	await file.saveAs(zip);

	const files = unzipSync(readFileSync(zip));
	const folder = info.outputPath('everything');
	for (const [name, bytes] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, name)), { recursive: true });
		writeFileSync(join(folder, name), bytes);
	}
	const names = Object.keys(files);
	expect(names.filter((name) => name.startsWith('people/'))).toHaveLength(241);
	expect(names).toEqual(
		expect.arrayContaining([
			...['README.txt', 'index.html', 'other.html', 'contacts.vcf', 'contacts.csv', 'calendar.ics']
		])
	);

	// From the disk, without a network.
	const apart = await browser.newContext({ offline: true });
	const reader = await apart.newPage();
	await reader.goto(pathToFileURL(join(folder, 'index.html')).href);
	await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Everybody in this book');
	await reader.getByRole('link', { name: 'Zoë/O’Hara 🐝' }).click();
	await expect(reader.getByRole('heading', { level: 1 })).toHaveText('Zoë/O’Hara 🐝');
	await expect(reader.getByText('Mill').first()).toBeVisible();
	await reader.getByRole('link', { name: 'Everybody' }).click();
	await reader.getByRole('link', { name: 'What is about nobody in particular' }).click();
	await expect(reader.getByText(WORDS)).toBeVisible();
	await apart.close();

	const calendar = new ICAL.Component(
		ICAL.parse(strFromU8(files['calendar.ics']!)) as [string, [], []]
	);
	expect(calendar.getAllSubcomponents('vevent').length).toBeGreaterThan(100);

	// Kith reads its own contacts again, and the whole archive, packed as it is.
	const other = new App(await anotherDevice());
	await other.open('#/import');
	for (const name of ['contacts.vcf', 'contacts.csv']) {
		await other.page.goto('about:blank');
		await other.open('#/import');
		await other.page.getByLabel('Contacts file').setInputFiles(join(folder, name));
		await expect(
			other.page.getByRole('button', { name: /^Import 241 people/ }),
			name
		).toBeVisible();
	}
	await other.open('#/backup');
	await other.page.getByLabel('Backup file').setInputFiles(zip);
	await other.page.getByRole('button', { name: 'Add & update' }).click();
	await other.saved();
	const again = await other.backup(info.outputPath('again.json'));
	const backup = names.find((name) => name.startsWith('kith-backup-'))!;
	expect(contentOf(again.text)).toEqual(contentOf(strFromU8(files[backup]!)));
});

test('a person’s days go into the calendar by themselves', async ({ page }) => {
	const app = new App(page);
	await app.trySample();
	await app.open('#/moments');
	await app.whole();
	const eventsOf = async (): Promise<ICAL.Component[]> => {
		const download = page.waitForEvent('download');
		await page.getByRole('button', { name: 'Calendar file' }).click();
		const file = await download;
		const text = readFileSync(await file.path(), 'utf8');
		const calendar = new ICAL.Component(ICAL.parse(text) as [string, [], []]);
		return calendar.getAllSubcomponents('vevent');
	};
	const textsOf = (events: readonly ICAL.Component[]): string[] =>
		events.map((event) => {
			// When a file was made is all that may differ.
			event.removeAllProperties('dtstamp');
			return event.toString();
		});
	const all = textsOf(await eventsOf());
	const first = page.getByRole('main').getByRole('listitem').getByRole('link').first();
	const name = await first.locator('.name').innerText();
	await first.click();
	await expect(page.getByRole('heading', { level: 1 })).toHaveText(name);
	await page.getByText('Their days in your calendar').click();
	await expect(page.getByRole('switch', { name: 'Initials only' })).toBeVisible();
	const own = textsOf(await eventsOf());
	expect(own.length).toBeGreaterThan(0);
	expect(all).toEqual(expect.arrayContaining(own));
	expect(all.filter((text) => text.includes(`SUMMARY:${name}`)).toSorted()).toEqual(
		own.filter((text) => text.includes(`SUMMARY:${name}`)).toSorted()
	);
});

test('making the archive can be stopped', async ({ page }) => {
	const app = new App(page);
	await app.trySample();
	await app.open('#/export');
	await app.whole();
	await page.getByRole('button', { name: 'Save everything' }).click();
	await page.getByRole('button', { name: 'Stop' }).click();
	await expect(page.getByText('Stopped. No file was made.')).toBeVisible();
	await expect(page.getByRole('button', { name: 'Save everything' })).toBeEnabled();
});
