// Part of `npm run bench`: a backup of 10,000 people and 100,000 entries must not hold the screen.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

/**
 * From now on keeps how long each long task took.
 * @param {Page} page
 */
async function watchTasks(page) {
	await page.evaluate(() => {
		const tasks = /** @type {number[]} */ ([]);
		Object.assign(window, { kithTasks: tasks });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(duration);
		}).observe({ type: 'longtask' });
	});
}

/**
 * Saves, reads and restores a whole book on the page Backup: how long each takes, the longest task of
 * the main thread meanwhile, and how long *Cancel* takes to answer.
 * @param {BrowserContext} context
 * @param {string} url
 * @param {(page: Page, name: string) => Promise<number>} mark waits for a performance mark
 */
export async function backupTimes(context, url, mark) {
	const begin = async () => {
		const page = await context.newPage();
		await page.goto(`${url}#/backup`);
		await mark(page, 'kith:whole');
		await page.waitForTimeout(3_000);
		await watchTasks(page);
		return page;
	};
	let page = await begin();
	/** @param {() => Promise<void>} work */
	const measure = async (work) => {
		const begun = await page.evaluate(() => {
			/** @type {{ kithTasks: number[] }} */ (/** @type {unknown} */ (window)).kithTasks.length = 0;
			return performance.now();
		});
		await work();
		const [ended, worst] = await page.evaluate(() => [
			performance.now(),
			// No task over 50 ms is reported at all.
			Math.max(
				0,
				.../** @type {{ kithTasks: number[] }} */ (/** @type {unknown} */ (window)).kithTasks
			)
		]);
		await page.waitForTimeout(1_000);
		return { ms: Math.round(ended - begun), worst: Math.round(worst) };
	};
	/** @param {string} name */
	const press = (name) => page.getByRole('button', { name }).click();
	const file = join(mkdtempSync(join(tmpdir(), 'kith-backup-')), 'backup.json');
	const save = await measure(async () => {
		const download = page.waitForEvent('download', { timeout: 300_000 });
		await press('Save backup');
		await (await download).saveAs(file);
	});
	const cancelSave = await measure(async () => {
		await press('Save backup');
		await press('Cancel');
		await page.getByText('Called off').waitFor();
	});
	/** @param {string} shows */
	const read = (shows) => async () => {
		await page.getByLabel('Backup file').setInputFiles(file);
		await page.getByText(shows).first().waitFor({ timeout: 300_000 });
	};
	const readSame = await measure(read('nothing to add or update'));
	// As if the device were new: the same origin, emptied, and a page that has nothing to forget.
	const cdp = await context.newCDPSession(page);
	await page.goto('about:blank');
	await cdp.send('Storage.clearDataForOrigin', {
		origin: new URL(url).origin,
		storageTypes: 'all'
	});
	await page.close();
	page = await begin();
	const readNew = await measure(read('Add & update'));
	const cancelRestore = await measure(async () => {
		await press('Add & update');
		await page.waitForTimeout(1_000);
		await press('Cancel');
		await page.getByText('Called off').waitFor({ timeout: 300_000 });
	});
	const restore = await measure(async () => {
		await press('Add & update');
		await page.getByText(/^Added [0-9]/).waitFor({ timeout: 600_000 });
	});
	await page.close();
	rmSync(dirname(file), { recursive: true, force: true });
	return { save, cancelSave, readSame, readNew, cancelRestore, restore };
}
