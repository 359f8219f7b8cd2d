// The browser's own Back is one step: in an import, where no step is lost, and out of whatever lies over a
// page, which stays. A row pushed aside does what its button does. And the import by the keyboard and with
// letters of twice the size.
import type { Locator, Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

const LOOK = 'Look before you import';

async function choose(page: Page, name: string, text: string): Promise<void> {
	await page
		.getByLabel('Contacts file')
		.setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(text) });
}

function cards(many: number): string {
	return Array.from(
		{ length: many },
		(_, at) =>
			`BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Person ${at + 100}\r\nTEL:+1505555${1000 + at}\r\nEND:VCARD\r\n`
	).join('');
}

async function atImport(page: Page): Promise<void> {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.go('More');
	await page.getByRole('link', { name: /^Import/ }).click();
	await expect(page.getByLabel('Contacts file')).toBeVisible();
}

test('Back is one step, and what was chosen waits', async ({ page }) => {
	await atImport(page);
	await choose(page, 'contacts.vcf', cards(3));
	await expect(page.getByRole('heading', { name: LOOK })).toBeVisible();
	await page.getByRole('checkbox', { name: 'Person 101' }).uncheck();

	await page.goBack();
	await expect(
		page.getByRole('heading', { name: 'contacts.vcf is not imported yet' })
	).toBeFocused();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByRole('checkbox', { name: 'Person 101' })).not.toBeChecked();
	await page.goBack();
	await page.goForward();
	await expect(page.getByRole('checkbox', { name: 'Person 101' })).not.toBeChecked();

	await page.getByRole('button', { name: 'Import 2 people' }).click();
	await expect(page.getByRole('heading', { name: '2 people added' })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('heading', { name: 'More', exact: true })).toBeVisible();
});

test('Back from a table asked about again is the look it was', async ({ page }) => {
	await atImport(page);
	await choose(page, 'people.csv', 'Who,Firm\nDana Whitlock,Acme\nRay Castellano,Alder\n');
	await expect(page.getByRole('heading', { name: 'What goes where' })).toBeVisible();
	await page.goBack();
	await page.getByRole('button', { name: 'Go on' }).click();
	await page.getByRole('button', { name: 'Look at everybody' }).click();
	await page.getByRole('checkbox', { name: 'Dana Whitlock' }).uncheck();
	await page.getByText('What goes where', { exact: true }).click();
	await page.getByRole('button', { name: 'Change what goes where' }).click();
	await expect(page.getByRole('button', { name: 'Look at everybody' })).toBeVisible();
	await page.goBack();
	await expect(page.getByRole('checkbox', { name: 'Dana Whitlock' })).not.toBeChecked();
	await page.getByText('What goes where', { exact: true }).click();
	await page.getByRole('button', { name: 'Change what goes where' }).click();
	await page.getByRole('button', { name: 'Look at everybody' }).click();
	await expect(page.getByRole('checkbox', { name: 'Dana Whitlock' })).not.toBeChecked();
	await page.getByRole('button', { name: 'Leave it' }).click();
	await expect(page.getByLabel('Contacts file')).toBeVisible();
});

test('the same file again has nothing to do and says so', async ({ page }) => {
	await atImport(page);
	await choose(page, 'contacts.vcf', cards(3));
	await page.getByRole('button', { name: 'Import 3 people' }).click();
	await expect(page.getByRole('heading', { name: '3 people added' })).toBeVisible();
	await choose(page, 'contacts.vcf', cards(3));
	await expect(page.getByText('Everybody in it is in your book already.')).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Done' }).click();
	await expect(page.getByLabel('Contacts file')).toBeVisible();
});

test('what has the focus is never behind the foot', async ({ page }) => {
	await atImport(page);
	await choose(page, 'contacts.vcf', cards(40));
	await expect(page.getByRole('heading', { name: LOOK })).toBeVisible();
	await page.getByRole('checkbox', { name: 'All of them' }).focus();
	for (let press = 0; press < 40; press++) {
		await page.keyboard.press('Tab');
		const hidden = await page.evaluate(async () => {
			await new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
			const { activeElement } = document;
			const foot = document.querySelector('main footer');
			if (!activeElement || !foot || foot.contains(activeElement)) return 0;
			const { bottom } = activeElement.getBoundingClientRect();
			return Math.max(0, bottom - foot.getBoundingClientRect().top);
		});
		expect(hidden).toBe(0);
	}
});

async function atAda(page: Page): Promise<void> {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh', 'Ben Cole']);
	await (await app.findPerson('Ada Marsh')).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Ada Marsh' })).toBeVisible();
}

test('Back closes what lies over the page, and the page stays', async ({ page }) => {
	await atAda(page);
	const sheet = page.getByRole('dialog');
	const heading = page.getByRole('heading', { level: 1, name: 'Ada Marsh' });
	const opener = page.getByRole('button', { name: 'Book the next touch' });
	await opener.click();
	await expect(sheet).toBeVisible();
	await page.goBack();
	await expect(sheet).toBeHidden();
	await expect(heading).toBeVisible();
	await expect(opener).toBeFocused();

	const place = () => page.evaluate(() => window.navigation.currentEntry?.index);
	const before = await place();
	// Closed in another way, it leaves no step behind.
	for (const close of ['Escape', '×', 'reload']) {
		await opener.click();
		await expect(sheet).toBeVisible();
		if (close === 'Escape') await page.keyboard.press('Escape');
		else if (close === '×') await sheet.getByRole('button', { name: 'Close' }).click();
		else await page.reload();
		await expect(heading).toBeVisible();
		await expect(sheet).toBeHidden();
		await expect.poll(place).toBe(before);
	}
	await page.goBack();
	await expect(page.getByRole('searchbox', { name: 'Search people' })).toBeVisible();
});

test('a page reached from what lay over another takes its place', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.go('People');
	await app.addPerson({ name: 'Ben Cole' });
	await page.goBack();
	await expect(page.getByRole('searchbox', { name: 'Search people' })).toBeVisible();
	await expect(page.getByRole('dialog')).toBeHidden();
	await page.goForward();
	await expect(page.getByRole('heading', { level: 1, name: 'Ben Cole' })).toBeVisible();
	await page.goBack();
	await page.goBack();
	await expect(page.getByRole('heading', { level: 1, name: /day$/ })).toBeVisible();
});

/** A finger comes down on a row, moves in steps and goes up. */
async function push(page: Page, row: Locator, across: number, along = 0): Promise<void> {
	const box = await row.boundingBox();
	if (!box) throw new Error('The row is not in view.');
	const cdp = await page.context().newCDPSession(page);
	const x = box.x + box.width / 2;
	const y = box.y + box.height / 2;
	const touch = async (type: 'touchStart' | 'touchMove' | 'touchEnd', part = 0): Promise<void> => {
		const finger = { x: x + across * part, y: y + along * part };
		const touchPoints = type === 'touchEnd' ? [] : [finger];
		await cdp.send('Input.dispatchTouchEvent', { type, touchPoints });
	};
	await touch('touchStart');
	for (let part = 0.1; part < 1.05; part += 0.1) await touch('touchMove', part);
	await touch('touchEnd');
	await cdp.detach();
}

test('a row pushed aside does what its button does', async ({ page }) => {
	await atAda(page);
	await page.getByRole('button', { name: 'Move to trash' }).click();
	await new App(page).go('More');
	await page.getByRole('link', { name: /^Trash/ }).click();
	const row = page.getByRole('list', { name: 'Trash' }).getByRole('listitem');
	await expect(row).toHaveCount(1);
	const asked = page.getByRole('dialog', { name: /Erase “Ada Marsh”/ });
	// The first touch brings what is needed for it.
	await expect(async () => {
		await push(page, row, -160);
		await expect(asked).toBeVisible({ timeout: 500 });
	}).toPass();
	await page.goBack();
	await expect(asked).toBeHidden();
	await push(page, row, -60);
	await push(page, row, -120, 200);
	await expect(asked).toBeHidden();
	await expect(row).toHaveCount(1);
	await push(page, row, 160);
	await expect(row).toHaveCount(0);
	await expect(page.getByText('The trash is empty.')).toBeVisible();
});
