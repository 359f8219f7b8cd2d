// The whole of a grown book as one archive, and all its days as one calendar: how long it takes, how large it
// is, and that the screen is never held meanwhile.
import { readFileSync, statSync } from 'node:fs';
import type { Download, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { App } from './support/app';
import { largeBook, putOnDisk } from './support/large-book';
import { expect, test } from './support/test';

const PEOPLE = 10_000;
const ENTRIES = 100_000;
const LONGEST_TASK = 50;

/** Presses a button that makes a file; how long it took, and the longest task meanwhile. */
async function measured(
	page: Page,
	button: string
): Promise<{ file: Download; ms: number; worst: number }> {
	await page.waitForTimeout(3_000);
	await page.evaluate(() => {
		const tasks: number[] = [];
		Object.assign(window, { kithTasks: tasks });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) tasks.push(duration);
		}).observe({ type: 'longtask' });
	});
	const download = page.waitForEvent('download', { timeout: 120_000 });
	const begun = Date.now();
	await page.getByRole('button', { name: button }).click();
	const file = await download;
	const ms = Date.now() - begun;
	const worst = await page.evaluate(() =>
		// No task under 50 ms is reported at all.
		Math.max(0, ...(window as unknown as { kithTasks: number[] }).kithTasks)
	);
	return { file, ms, worst };
}

test('10,000 people and 100,000 entries go out', async ({ page }) => {
	test.setTimeout(240_000);
	await putOnDisk(page, largeBook({ people: PEOPLE, entries: ENTRIES, years: 5 }));
	const app = new App(page);
	await app.open('#/export');
	await app.whole();
	const archive = await measured(page, 'Save everything');
	const path = await archive.file.path();
	const { size } = statSync(path);
	const pages = Object.keys(unzipSync(readFileSync(path), { filter: () => true }));
	expect(pages.filter((name) => name.startsWith('people/'))).toHaveLength(PEOPLE);

	await app.open('#/moments');
	await app.whole();
	const calendar = await measured(page, 'Calendar file');
	const events = readFileSync(await calendar.file.path(), 'utf8').split('BEGIN:VEVENT').length - 1;
	console.warn(
		[
			`archive ${(archive.ms / 1000).toFixed(1)} s, ${(size / 1e6).toFixed(1)} MB, longest task ${archive.worst} ms`,
			`calendar of ${events} events ${(calendar.ms / 1000).toFixed(1)} s, longest task ${calendar.worst} ms`
		].join('; ')
	);
	expect(archive.worst).toBeLessThanOrEqual(LONGEST_TASK);
	expect(calendar.worst).toBeLessThanOrEqual(LONGEST_TASK);
});
