// The course of an import by the browser's own Back, by the keyboard, and with letters of twice the size: no
// step is lost, nothing that has the focus is hidden, and the way on leaves the room to read.
import type { Page } from '@playwright/test';
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

test('with letters of twice the size the foot leaves the room to read', async ({ page }) => {
	await page.setViewportSize({ width: 390, height: 844 });
	await atImport(page);
	await choose(page, 'contacts.vcf', cards(40));
	const foot = page.locator('main footer');
	await expect(foot).toHaveCSS('position', 'sticky');
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '200%';
	});
	await expect(foot).toHaveCSS('position', 'static');
});
