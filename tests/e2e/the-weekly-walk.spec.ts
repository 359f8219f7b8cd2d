// The weekly walk: through the ten with a reload in the middle and no network, into the calendar, and onto Today.
import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expectReadyForOffline } from './support/offline';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

test.skip(
	({ isMobile }) => !isMobile,
	'walked on a phone; the layout is looked at in every-screen'
);
// The browser itself reports that it cannot look for a newer worker.
test.use({
	serviceWorkers: 'allow',
	expectedErrors: [/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/]
});

class TheWalk {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async at(name: string, where: string): Promise<void> {
		await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible();
		await expect(this.page.getByText(where, { exact: true })).toBeVisible();
	}

	async choose(name: string): Promise<void> {
		// The input lies unseen under its chip, and a forced press could land on the bar above both.
		const radio = this.page.getByRole('radio', { name, exact: true });
		await this.page.locator('label').filter({ has: radio }).click();
		await expect(radio).toBeChecked();
	}

	async book(day: string): Promise<void> {
		await this.page.getByRole('button', { name: `Book ${day}, go on` }).click();
	}

	async notThisWeek(): Promise<void> {
		await this.page.getByRole('button', { name: 'Not this week' }).click();
	}

	/** The calendar file's events, and its text. */
	async calendar(): Promise<{ events: ICAL.Event[]; text: string }> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Calendar file' }).click();
		const file = await download;
		expect(file.suggestedFilename()).toBe('kith-calls.ics');
		const text = await readFile(await file.path(), 'utf8');
		const calendar = new ICAL.Component(ICAL.parse(text) as [string, [], []]);
		const found = calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event));
		return { events: found.sort((a, b) => a.startDate.compare(b.startDate)), text };
	}
}

test('from the ten through the walk to the day of the call', async ({ page, context, ownSite }) => {
	const clock = await StillClock.at(page, '2026-11-23T08:00');
	const app = new App(page);
	const walk = new TheWalk(page);
	await app.open(`${ownSite.url}#/`);
	await app.startWith(['Ada Marsh', 'Bo Marsh', 'Cy Marsh', 'Dee Marsh']);
	await app.go('Top Ten');
	await expectReadyForOffline(page);
	await ownSite.close();
	await context.setOffline(true);

	await page.getByRole('link', { name: 'Begin' }).click();
	await walk.at('Ada Marsh', '1 of 4');
	await expect(page.getByRole('region', { name: 'What to talk about' })).toBeVisible();
	await walk.choose('My own words');
	await page.getByRole('textbox', { name: 'How you will open' }).fill('Max and his volcano');
	await walk.choose('Another time');
	await page.getByLabel('Time', { exact: true }).fill('16:20');
	await walk.book('Tuesday');
	await walk.at('Bo Marsh', '2 of 4');
	await expect(page.getByRole('heading', { level: 1 })).toBeFocused();
	await walk.notThisWeek();
	await walk.at('Cy Marsh', '3 of 4');
	await app.saved();

	await page.reload();
	await walk.at('Cy Marsh', '3 of 4');
	await page.getByRole('button', { name: 'The person before' }).click();
	await walk.at('Bo Marsh', '2 of 4');
	await page.getByRole('button', { name: 'The person before' }).click();
	await walk.at('Ada Marsh', '1 of 4');
	await expect(page.getByRole('region', { name: 'Booked' })).toContainText('Max and his volcano');
	await page.getByRole('button', { name: 'Go on' }).click();
	await walk.at('Cy Marsh', '3 of 4');

	// Tuesday has a call already, so the day after is suggested.
	await walk.choose('Another day');
	await page.getByRole('button', { name: 'Book, go on' }).click();
	await expect(page.getByLabel('Day', { exact: true })).toBeFocused();
	await expect(page.getByText('Choose a day.')).toBeVisible();
	await page.getByLabel('Day', { exact: true }).fill('2026-12-24');
	await walk.book('Dec 24');
	await walk.at('Dee Marsh', '4 of 4');
	await walk.book('Wednesday');

	await expect(
		page.getByRole('heading', { level: 1, name: 'Three calls booked, one not this week.' })
	).toBeFocused();
	await expectNoViolations(page);
	const { events } = await walk.calendar();
	expect(events.map(({ summary, startDate }) => `${summary} ${startDate.toString()}`)).toEqual([
		'Call Ada Marsh 2026-11-24T16:20:00',
		'Call Dee Marsh 2026-11-25',
		'Call Cy Marsh 2026-12-24'
	]);
	await clock.moveTo('2026-11-23T08:01');
	await page.getByRole('switch', { name: 'Initials only' }).check({ force: true });
	const later = await walk.calendar();
	expect(later.text).not.toMatch(/Ada|Marsh|volcano/);
	expect(later.events.map(({ uid }) => uid)).toEqual(events.map(({ uid }) => uid));
	for (const [index, { sequence }] of later.events.entries()) {
		expect(sequence).toBe((events[index]?.sequence ?? 0) + 60);
	}

	await page.getByRole('button', { name: 'None of them' }).click();
	await expect(page.getByText('None so far.')).toBeVisible();
	await expect(page.getByText('You will be asked again in January.')).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Finish' }).click();
	await expect(app.ten.nth(0)).toContainText('Tue 24');
	await expect(app.ten.nth(1).getByRole('link', { name: 'Book' })).toBeVisible();
	await expect(page.getByText('In November you would have called none of them')).toBeVisible();
	await app.saved();

	await clock.moveTo('2026-11-24T08:00');
	await app.go('Today');
	await expect(page).toHaveURL(/#\/$/);
	await page.reload();
	await app.ready();
	const booked = page.getByRole('region', { name: 'Booked' });
	await expect(booked).toContainText('Ada Marsh');
	await expect(booked).toContainText('Max and his volcano');
	await expect(booked).not.toContainText('Dee Marsh');
});

test('with nobody in the ten it leads to the ten', async ({ page }) => {
	const app = new App(page);
	await app.open('#/top-ten/ritual');
	await expect(page.getByText('Nobody sits in your Top Ten yet.')).toBeVisible();
	await page.getByRole('link', { name: 'Choose your ten' }).click();
	await expect(page.getByRole('list', { name: 'Top Ten' })).toBeVisible();
});
