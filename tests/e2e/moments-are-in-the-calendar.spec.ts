// Moments: a birthday, a wedding, a holiday and a first working day, seen a year ahead and taken into a calendar.
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

test.skip(({ isMobile }) => isMobile, 'not about layout, which every-screen looks at');

class Moments {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async add(kind: string, day?: string, holiday?: string): Promise<void> {
		const { page } = this;
		await page.getByRole('button', { name: 'Add a moment' }).click();
		await page.getByLabel('Kind', { exact: true }).selectOption(kind);
		if (holiday) await page.getByLabel('Which holiday').selectOption(holiday);
		if (day) await page.getByRole('dialog').getByLabel('Day', { exact: true }).fill(day);
		if (kind !== 'Wedding anniversary') {
			await page
				.getByRole('switch', { name: 'A card or parcel goes with it' })
				.check({ force: true });
		}
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(page.getByRole('dialog')).toBeHidden();
	}

	month(name: string) {
		return this.page.getByRole('region', { name });
	}

	/** The calendar file's events: what, when first, and how it rings. */
	async calendar(): Promise<{ told: string[]; text: string }> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Calendar file' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('kith-moments.ics');
		const text = await readFile(await file.path(), 'utf8');
		const calendar = new ICAL.Component(ICAL.parse(text) as [string, [], []]);
		const events = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
		const told = events.map((event) => {
			const alarms = event.component.getAllSubcomponents('valarm').length;
			const often = event.isRecurring() ? 'yearly' : 'once';
			return `${event.summary} ${event.startDate.toString()} ${often}, rings ${alarms}`;
		});
		return { told: told.sort(), text };
	}
}

test('moments stand in the year ahead and in the calendar file', async ({ page }) => {
	await StillClock.at(page, '2026-11-23T08:00');
	const app = new App(page);
	const moments = new Moments(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await (await app.findPerson('Ada Marsh')).click();
	await moments.add('Birthday', '1978-12-20');
	await moments.add('Wedding anniversary', '2004-02-29');
	await moments.add('Holiday', undefined, 'Easter');
	await page.getByRole('button', { name: 'Edit', exact: true }).click();
	await page.getByLabel('There since').fill('2019-12-01');
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(page.getByRole('region', { name: 'Moments' })).toContainText('Work anniversary');
	await app.saved();

	await app.go('More');
	await page.getByRole('link', { name: /^Moments/ }).click();
	const december = moments.month('December 2026');
	await expect(december).toContainText('Birthday, 48; a card should leave by Dec 13');
	await expect(december).toContainText('Work anniversary, 7 years');
	const february = moments.month('February 2027');
	await expect(february).not.toContainText('Ada Marsh');
	await february.getByText('February 2027').click();
	await expect(february).toContainText('Feb 28');
	await expect(february).toContainText('Wedding anniversary, 23 years');
	await moments.month('March 2027').getByText('March 2027').click();
	await expect(moments.month('March 2027')).toContainText('Easter; a card should leave by Mar 21');

	const { told } = await moments.calendar();
	expect(told).toEqual([
		'Ada Marsh: Birthday 1978-12-20 yearly, rings 2',
		'Ada Marsh: Easter 2027-03-28 once, rings 2',
		'Ada Marsh: Easter 2028-04-16 once, rings 2',
		'Ada Marsh: Easter 2029-04-01 once, rings 2',
		'Ada Marsh: Easter 2030-04-21 once, rings 2',
		'Ada Marsh: Easter 2031-04-13 once, rings 2',
		'Ada Marsh: Wedding anniversary 2004-02-29 yearly, rings 1',
		'Ada Marsh: Work anniversary 2019-12-01 yearly, rings 1'
	]);
	await page.getByRole('switch', { name: 'Initials only' }).check({ force: true });
	expect((await moments.calendar()).text).not.toMatch(/Ada|Marsh/);
});
