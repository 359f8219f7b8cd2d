// Back from a call or a text: asked once, also by the next page; what is said is logged, and No is silent.
import type { Locator, Page } from '@playwright/test';
import { App } from './support/app';
import { awayAndBack, keepHere, question } from './support/away';
import { expectNoViolations } from './support/axe';
import { StillClock } from './support/still-clock';
import { expect, test } from './support/test';

test.skip(({ isMobile }) => !isMobile, 'links that leave the app are tapped on a phone');

const THURSDAY = '2026-11-19T10:31';

/** A phone on which links that reach for somebody lead out of the app, as far as the page can tell. */
async function aPhone(page: Page): Promise<App> {
	await StillClock.at(page, THURSDAY);
	await keepHere(page);
	return new App(page);
}

const happened = (page: Page): Locator => page.getByRole('region', { name: 'What happened' });

async function aPersonWith(app: App, phone: string): Promise<void> {
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.addPerson({ name: 'Dana Whitlock', phone });
}

test('a call is asked about once, logs what was booked, and books the next', async ({ page }) => {
	const app = await aPhone(page);
	await aPersonWith(app, '+1 555 0100');
	await page.getByRole('button', { name: 'Book the next touch' }).click();
	await page.getByLabel('Day').fill('2026-11-19');
	await page.getByRole('button', { name: 'Book', exact: true }).click();
	const next = page.getByRole('region', { name: 'Next' });
	await expect(next).toContainText('today');

	await page.getByRole('link', { name: 'Call', exact: true }).click();
	await expect(question(page)).toHaveCount(0);
	await awayAndBack(page);
	await expect(question(page)).toContainText('You called at 10:31');
	await expectNoViolations(page);
	await expect(page.getByRole('radio', { name: 'Reached' })).toBeChecked();
	await expect(page.getByRole('radio', { name: 'Just talked' })).toBeChecked();
	const wasBooked = 'This was the call booked for today.';
	await expect(question(page)).toContainText(wasBooked);
	await page.getByRole('radio', { name: 'Left word' }).click({ force: true });
	await expect(question(page)).not.toContainText(wasBooked);
	await page.getByRole('radio', { name: 'Reached' }).click({ force: true });
	await page.getByRole('button', { name: /Dec 3|3 Dec/ }).click();
	await page.getByRole('button', { name: 'Add a word' }).click();
	await page.getByRole('textbox', { name: 'What was said' }).fill('Max sails.');
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(question(page)).toHaveCount(0);
	await expect(happened(page)).toContainText('Call');
	await expect(next).not.toContainText('today');
	await expect(next).toContainText(/Dec 3|3 Dec/);

	await awayAndBack(page);
	await expect(question(page)).toHaveCount(0);
	await page.getByRole('button', { name: 'Undo' }).click();
	await expect(next).toContainText('today');
	await expect(next).not.toContainText(/Dec 3|3 Dec/);
	await expect(happened(page)).not.toContainText('Call');

	// The words are back as well, and the touch does what is booked from here too.
	await page.getByRole('button', { name: 'Log a touch' }).click();
	await expect(page.getByRole('textbox', { name: 'What was said' })).toHaveValue('Max sails.');
	await expect(page.getByRole('dialog', { name: 'Log a touch' })).toContainText(wasBooked);
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(next).not.toContainText('today');
	await expect(happened(page)).toContainText('Call');
});

test('a page that was discarded asks when it starts again; No logs nothing', async ({ page }) => {
	const app = await aPhone(page);
	await aPersonWith(app, '+1 555 0100');
	await page.getByRole('link', { name: 'Text', exact: true }).click();
	await page.reload();
	await expect(question(page)).toContainText('You texted at 10:31');
	await expect(page.getByRole('radio', { name: 'Left word' })).toBeChecked();
	await page.getByRole('radio', { name: 'No', exact: true }).click({ force: true });
	await expect(page.getByRole('radio', { name: 'Just talked' })).toHaveCount(0);
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(question(page)).toHaveCount(0);
	await page.reload();
	await app.whole();
	await awayAndBack(page);
	await expect(question(page)).toHaveCount(0);
	await expect(happened(page)).not.toContainText('Text');
});

test('one tab asks; when it is gone unanswered, the other does', async ({ context }) => {
	const one = await aPhone(await context.newPage());
	await aPersonWith(one, '+1 555 0100');
	const two = await aPhone(await context.newPage());
	await two.open('#/people');
	await one.page.getByRole('link', { name: 'Call', exact: true }).click();
	for (const { page } of [one, two]) await awayAndBack(page);
	const asking = async (): Promise<App[]> => {
		const counts = await Promise.all([one, two].map(({ page }) => question(page).count()));
		return [one, two].filter((_, at) => counts[at]);
	};
	const areWaiting = async (): Promise<boolean> => {
		const { pending = [] } = await one.page.evaluate(() => navigator.locks.query());
		return pending.some(({ name }) => name === 'kith-acted');
	};
	// The other tab has come to ask as well, and waits.
	await expect.poll(areWaiting).toBe(true);
	await expect.poll(async () => (await asking()).length).toBe(1);
	const [first] = await asking();
	const last = first === one ? two : one;
	await first!.page.close();
	await question(last.page).getByRole('radio', { name: 'Left word' }).click({ force: true });
	await last.page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(last.page.getByText('Logged with Dana')).toBeVisible();
});

test('two taps log a call without an agenda; one touch may be with several', async ({ page }) => {
	const app = await aPhone(page);
	await aPersonWith(app, '+1 555 0100');
	await page.getByRole('button', { name: 'Log a touch' }).click();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(happened(page)).toContainText('Call');
	await expect(happened(page)).toContainText(/just talked/i);

	await page.getByRole('button', { name: 'Log a touch' }).click();
	await page.getByRole('radio', { name: 'Meal' }).click({ force: true });
	await page.getByRole('button', { name: 'Add somebody', exact: true }).click();
	const picker = page.getByRole('dialog', { name: 'Who else was there?' });
	await picker.getByRole('button', { name: 'Ada Marsh' }).click();
	await expect(page.getByRole('button', { name: 'Without Ada Marsh' })).toBeVisible();
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await expect(page.getByText('Logged with 2 people')).toBeVisible();
	await (await app.findPerson('Ada Marsh')).click();
	await expect(happened(page)).toContainText('Meal');
});

test('one text a day: about one thing, by name, in the rep’s own words', async ({ page }) => {
	const app = await aPhone(page);
	await aPersonWith(app, '+1 555 0100');
	await page.getByText('We text', { exact: true }).click();
	await app.go('Today');
	const letter = page.getByRole('region', { name: 'Text one person today' });
	await expect(letter).toContainText('You text Dana, and know nobody’s name around them yet.');
	await letter.getByRole('link', { name: 'Open Dana' }).click();
	await page.getByRole('button', { name: 'Add to the circle' }).click();
	await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Max');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await app.go('Today');

	const draft = letter.getByRole('textbox', { name: 'Draft to Dana' });
	await expect(draft).toHaveValue('Max ');
	await expect(letter).toContainText('Write a line about Max.');
	await draft.fill('How did the volcano go? And the quote?');
	await expect(letter).toContainText('Say Max by name.');
	await expect(letter).toContainText('“quote” sounds like business.');
	await expect(letter.getByRole('button', { name: 'Text Dana' })).toBeDisabled();
	await draft.fill('How did Max’s volcano go?');
	await expectNoViolations(page);
	await page.reload();
	await expect(draft).toHaveValue('How did Max’s volcano go?');
	const send = letter.getByRole('link', { name: 'Text Dana' });
	const words = encodeURIComponent('How did Max’s volcano go?');
	await expect(send).toHaveAttribute('href', `sms:+15550100?&body=${words}`);
	await expect(letter.getByRole('link', { name: 'WhatsApp Dana' })).toHaveAttribute(
		'href',
		`https://wa.me/15550100?text=${words}`
	);

	await send.click();
	await awayAndBack(page);
	await page.getByRole('button', { name: 'Done', exact: true }).click();
	await expect(letter).toHaveCount(0);
	await page.reload();
	await app.whole();
	await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
	await expect(letter).toHaveCount(0);
});
