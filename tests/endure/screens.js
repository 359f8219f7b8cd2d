// The app as these trials use it, by role and name: open it, read the whole book, hear what it says.
import { readFileSync } from 'node:fs';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {{ content: Record<string, { body?: unknown, name?: unknown }[]> }} Backup */
/** @typedef {{ bodies: string[], people: string[] }} Shown the words of all notes, the names of all people */

/** As long as an app may take to open whatever it finds. */
const OPEN_MS = 30_000;

/** Words by which the app speaks of damage, of loss, and of what it brought back. */
const ABOUT_DAMAGE =
	/damage|lost|empti|missing|brought back|put back|restored|repaired|could not be read/i;

/**
 * Opens a place and waits until all years have been read.
 * @param {Page} page
 * @param {string} address
 */
export async function openWhole(page, address) {
	await openAnew(page, address);
	await marked(page, 'kith:whole');
}

/**
 * Loads a place of the app, whatever was open: a mere change of the hash would show the old page for
 * another moment, marks and all.
 * @param {Page} page
 * @param {string} address
 */
export async function openAnew(page, address) {
	await page.goto('about:blank');
	await page.goto(address);
}

/**
 * Resolves when the app has set a mark.
 * @param {Page} page
 * @param {string} name
 */
async function marked(page, name) {
	await page.waitForFunction((wanted) => performance.getEntriesByName(wanted).length > 0, name, {
		timeout: OPEN_MS
	});
}

/**
 * Begins a book with some people; resolves when they are on disk.
 * @param {Page} page
 * @param {string} url
 * @param {readonly string[]} people at most three
 */
export async function beginBook(page, url, people) {
	await openWhole(page, url);
	for (const [index, name] of people.entries()) {
		await page.getByRole('textbox', { name: `Name ${index + 1}`, exact: true }).fill(name);
	}
	await page.getByRole('button', { name: 'Start the book' }).click();
	await marked(page, 'kith:saved');
}

/**
 * All that the book on disk holds, read from a backup the app itself makes.
 * @param {Page} page
 * @param {string} url
 */
export async function readBook(page, url) {
	await openWhole(page, `${url}#/backup`);
	return readBackup(page);
}

/**
 * All that this page knows of the book, without loading it again.
 * @param {Page} page
 */
export async function readBookHere(page) {
	await page.evaluate(() => {
		const link = document.createElement('a');
		link.href = '#/backup';
		document.body.append(link);
		link.click();
		link.remove();
	});
	await marked(page, 'kith:whole');
	return readBackup(page);
}

/** @param {Page} page @returns {Promise<Shown>} */
async function readBackup(page) {
	const [download] = await Promise.all([
		page.waitForEvent('download', { timeout: OPEN_MS }),
		page.getByRole('button', { name: 'Save backup' }).click()
	]);
	const path = await download.path();
	const backup = /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')));
	const { content } = /** @type {Backup} */ (backup);
	return {
		bodies: (content['note'] ?? []).map(({ body }) => String(body)),
		people: (content['person'] ?? []).map(({ name }) => String(name))
	};
}

/**
 * What the app says of damage or loss, once it says something; '' when it stays silent.
 * @param {Page} page
 * @param {number} patienceMs
 */
export async function saidOfDamage(page, patienceMs) {
	const heard = page.locator('[role=alert], [role=status]').filter({ hasText: ABOUT_DAMAGE });
	// To Playwright a timeout of 0 is none at all.
	const late = Math.max(1, patienceMs);
	await heard
		.first()
		.waitFor({ timeout: late })
		.catch(() => undefined);
	const texts = await heard.allInnerTexts();
	return texts.join(' ').replaceAll(/\s+/g, ' ').trim();
}

/**
 * Everything the app says of itself now; for the words of a failure.
 * @param {Page} page
 */
export async function saidAtAll(page) {
	const texts = await page.locator('[role=alert], [role=status]').allInnerTexts();
	const said = texts.join(' ').replaceAll(/\s+/g, ' ').trim();
	return said === '' ? 'nothing' : `“${said}”`;
}

/**
 * Adds a person through the form; resolves when the person is on disk.
 * @param {Page} page
 * @param {string} url
 * @param {string} name
 */
export async function addPerson(page, url, name) {
	await openWhole(page, `${url}#/people`);
	await page.evaluate(() => performance.clearMarks('kith:saved'));
	await page.getByRole('button', { name: 'Add person' }).first().click();
	await page.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
	await page.getByRole('button', { name: 'Save person' }).click();
	await page.getByRole('heading', { level: 1, name }).waitFor();
	await marked(page, 'kith:saved');
}

/**
 * Opens a page of the app's origin that is not the app: a picture of it. Its scripts are ours alone.
 * @param {Page} page
 * @param {string} url
 */
export async function openBare(page, url) {
	await page.goto(`${url}icons/mark-192.png`);
}
