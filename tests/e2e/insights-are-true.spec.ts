// Insights say what was logged: in the tables, over any days, and as a picture.
import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

class Insights {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async log(name: string, purpose: string, day: string): Promise<void> {
		const { page } = this;
		await (await new App(page).findPerson(name)).click();
		await page.getByRole('button', { name: 'Log a touch' }).click();
		const sheet = page.getByRole('dialog');
		await sheet.getByRole('radio', { name: purpose, exact: true }).check({ force: true });
		await sheet.getByLabel('Day', { exact: true }).fill(day);
		await sheet.getByRole('button', { name: 'Save' }).click();
		await expect(sheet).toBeHidden();
	}

	async choose(time: string): Promise<void> {
		await this.page.getByRole('radio', { name: time, exact: true }).check({ force: true });
	}

	plot(words: RegExp): Locator {
		return this.page.getByRole('figure').filter({ hasText: words });
	}

	/** The lines of a plot's table in which anything stands. */
	async lines(plot: Locator): Promise<string[]> {
		const table = plot.getByRole('table');
		if (await table.isHidden()) await plot.getByText('Show as a table').click();
		await expect(table).toBeVisible();
		const rows = await table.locator('tbody tr').all();
		const texts = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()));
		return texts
			.filter(([, ...values]) => values.some((value) => !/^(0|none)$/.test(value)))
			.map((cells) => cells.join(' | '));
	}

	/** Saves a plot as a picture; gives its name, its size in pixels and all of it. */
	async picture(
		plot: Locator
	): Promise<{ name: string; width: number; height: number; bytes: string }> {
		const download = this.page.waitForEvent('download');
		await plot.getByRole('button', { name: 'Save as a picture' }).click();
		const file = await download;
		const bytes = await readFile(await file.path());
		expect([...bytes.subarray(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
		// An empty canvas of this size compresses to far less.
		expect(bytes.length).toBeGreaterThan(8_000);
		return {
			name: file.suggestedFilename(),
			width: bytes.readUInt32BE(16),
			height: bytes.readUInt32BE(20),
			bytes: bytes.toString('base64')
		};
	}
}

test('what was logged stands in the tables, over any days, and in a picture', async ({ page }) => {
	await StillClock.at(page, '2026-11-23T08:00');
	const app = new App(page);
	const insights = new Insights(page);
	await app.open('#/insights');
	await expect(page.getByText('Here you will see how your time with people goes.')).toBeVisible();
	await expect(page.getByRole('figure')).toHaveCount(0);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Marsh']);
	await insights.log('Ada Marsh', 'Just talked', '2026-11-23');
	await insights.log('Ada Marsh', 'Business', '2026-11-23');
	await insights.log('Bo Marsh', 'Asked for something', '2026-10-05');
	await insights.log('Bo Marsh', 'Just talked', '2025-03-03');
	await app.go('Top Ten');
	await page.getByRole('link', { name: 'Begin' }).click();
	for (const where of ['1 of 2', '2 of 2']) {
		await expect(page.getByText(where, { exact: true })).toBeVisible();
		await page.getByRole('button', { name: 'Not this week', exact: true }).click();
	}
	await page.getByRole('button', { name: 'Ada Marsh', exact: true }).click();
	await page.getByRole('button', { name: 'This one' }).click();
	await page.getByRole('button', { name: 'Finish' }).click();

	await app.go('More');
	await page.getByRole('link', { name: /^Insights/ }).click();
	await expect(page.getByText('Dec 1, 2025 to Nov 23, 2026')).toBeVisible();
	const purposes = insights.plot(/Touches with everybody by/);
	await expect
		.poll(() => insights.lines(purposes))
		.toEqual(['October 2026 | 0 | 0 | 1', 'November 2026 | 1 | 1 | 0']);
	// Nobody sat in the ten before today.
	const ten = insights.plot(/whoever sat in your ten/);
	await expect.poll(() => insights.lines(ten)).toEqual(['November 2026 | 1 | 1']);
	const friends = insights.plot(/Friends by your own count/);
	await expect.poll(() => insights.lines(friends)).toEqual(['Q4 2026 | 1 | 1']);
	const days = insights.plot(/day by day/);
	await expect
		.poll(() => insights.lines(days))
		.toEqual(['October 2026 | 1 | 5', 'November 2026 | 2 | 23\u00a0(2)']);
	await expect(page.getByText('Nothing given or received in this time')).toBeVisible();
	await expectNoViolations(page);

	expect(await insights.picture(purposes)).toMatchObject({
		name: 'kith-touches-2025-12-01-to-2026-11-23.png'
	});
	const { name, width, height, bytes } = await insights.picture(days);
	// It goes into documents that are light.
	await page.emulateMedia({ colorScheme: 'dark' });
	expect((await insights.picture(days)).bytes === bytes).toBe(true);
	await page.emulateMedia({ colorScheme: 'light' });
	expect(name).toBe('kith-days-2025-12-01-to-2026-11-23.png');
	expect(width).toBeGreaterThan(700);
	expect(height).toBeGreaterThan(300);

	await insights.choose('Last year');
	await expect.poll(() => insights.lines(purposes)).toEqual(['March 2025 | 1 | 0 | 0']);
	await insights.choose('From … to …');
	await page.getByLabel('From', { exact: true }).fill('2026-10-06');
	await page.getByLabel('To', { exact: true }).fill('2026-10-01');
	await page.getByRole('button', { name: 'Show these days' }).click();
	await expect(page.getByRole('alert')).toHaveText('The first day lies after the last one.');
	await page.getByLabel('From', { exact: true }).fill('2026-10-01');
	await page.getByLabel('To', { exact: true }).fill('2026-10-11');
	await page.getByRole('button', { name: 'Show these days' }).click();
	await expect(page).toHaveURL(/#\/insights\?from=2026-10-01&to=2026-10-11$/);
	await expect(page.getByText('Oct 1, 2026 to Oct 11, 2026')).toBeVisible();
	await expect.poll(() => insights.lines(purposes)).toEqual(['Oct 4, 2026 | 0 | 0 | 1']);

	await page.goBack();
	await expect(page.getByText('Jan 1, 2025 to Dec 31, 2025')).toBeVisible();
	await expect(page.getByRole('radio', { name: 'Last year' })).toBeChecked();
});
