// The main job: contacts come in, a person is found, a note is captured without network and stays.
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Locator, Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expectReadyForOffline } from './support/offline';
import { expect, test } from './support/test';

const CORPUS = fileURLToPath(new URL('../../../shared/corpora/vcard/', import.meta.url));
const OWN = fileURLToPath(new URL('./support/contacts.vcf', import.meta.url));

test.describe('a new rep', () => {
	// The browser itself reports that it cannot look for a newer worker.
	test.use({
		serviceWorkers: 'allow',
		expectedErrors: [/Failed to load resource: net::ERR_INTERNET_DISCONNECTED/]
	});

	test('imports contacts, finds a person, captures a note offline, and it is there', async ({
		page,
		context
	}) => {
		const app = new App(page);
		await app.open();
		await expectReadyForOffline(page);
		await app.importFile(OWN, 3);
		await (await app.findPerson('Zoë Ångström')).click();
		await expect(page.getByRole('heading', { level: 1, name: 'Zoë Ångström' })).toBeVisible();

		await context.setOffline(true);
		await app.go('New note');
		await expect(app.note).toBeFocused();
		await app.note.pressSequentially('Lunch with @zoe');
		await expect(page.getByRole('listbox', { name: 'People' })).toBeVisible();
		await page.keyboard.press('Enter');
		await app.note.pressSequentially('. Max builds a volcano');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();

		await page.goto('about:blank');
		await app.open();
		await page.reload();
		await (await app.findPerson('Zoë Ångström')).click();
		await expect(page.getByRole('region', { name: 'What happened' })).toContainText(
			'Lunch with Zoë Ångström. Max builds a volcano'
		);
		await page.getByRole('link', { name: 'People' }).first().click();
		await page.getByRole('searchbox', { name: 'Search people' }).fill('volcano');
		await expect(app.people.getByRole('link', { name: /^Zoë Ångström/ })).toBeVisible();
	});

	test('takes an import back, also after a reload', async ({ page }) => {
		const app = new App(page);
		await app.importFile(OWN, 3);
		await app.go('People');
		await expect(app.people.getByRole('link')).toHaveCount(3);
		await app.open('#/import');
		await page.reload();
		await page.getByRole('button', { name: 'Undo import' }).first().click();
		await app.go('People');
		await expect(app.people.getByRole('link')).toHaveCount(0);
	});
});

const corpus = [
	['John_Doe_ANDROID.vcf', 'jane.doe@company.com'],
	['John_Doe_EVOLUTION.vcf', 'John'],
	['John_Doe_GMAIL.vcf', 'Doe'],
	['gmail-list.vcf', 'Chris Beatle'],
	['gmail-single.vcf', 'Greg'],
	['outlook-2003.vcf', 'John Doe'],
	['rfc2426-example.vcf', 'Frank Dawson'],
	['rfc6350-example.vcf', 'Simon Perreault']
] as const;
test.describe('with a file of another program', () => {
	test.skip(!existsSync(CORPUS), 'the corpus is not beside this checkout');
	for (const [file, name] of corpus) {
		test(`reads ${file}`, async ({ page }) => {
			const app = new App(page);
			await app.open('#/import');
			await page.getByLabel('Contacts file').setInputFiles(CORPUS + file);
			await page.getByRole('button', { name: /^Import \d+ (person|people)$/ }).click();
			await expect(page.getByRole('button', { name: 'Undo import' }).first()).toBeVisible();
			await expect(await app.findPerson(name)).toBeVisible();
		});
	}
});

test.describe('the first minutes', () => {
	/** Counts how often the browser is asked to keep the book, and never lets it answer by itself. */
	async function countAsking(page: Page): Promise<() => Promise<number>> {
		await page.addInitScript(() => {
			StorageManager.prototype.persisted = () =>
				Promise.resolve(sessionStorage.getItem('asked') !== null);
			StorageManager.prototype.persist = () => {
				sessionStorage.setItem('asked', `${Number(sessionStorage.getItem('asked')) + 1}`);
				return Promise.resolve(false);
			};
		});
		return () => page.evaluate(() => Number(sessionStorage.getItem('asked')));
	}

	test('one of three doors, a tour once, keeping asked once, installing when the rep wants', async ({
		page
	}) => {
		const asked = await countAsking(page);
		const app = new App(page);
		await app.open();
		await expect(page.getByRole('link', { name: /Bring your contacts/ })).toBeInViewport();
		await expect(page.getByRole('button', { name: /Try with sample people/ })).toBeInViewport();
		await expect(page.getByRole('link', { name: 'I have Kith on another device' })).toBeVisible();
		await expectNoViolations(page);
		expect(await asked()).toBe(0);
		await app.startWith(['Ada Marsh']);
		await expect.poll(asked).toBe(1);

		await page.getByRole('button', { name: 'Take the tour' }).click();
		const tour = page.getByRole('dialog', { name: 'A two-minute tour' });
		await expect(tour).toContainText('1 of 6');
		await expectNoViolations(page);
		await page.keyboard.press('ArrowRight');
		await expect(tour.getByRole('heading', { name: 'A walk once a week' })).toBeVisible();
		await swipe(page, tour.getByRole('group', { name: 'Card' }), -120);
		await expect(tour).toContainText('3 of 6');
		await swipe(page, tour.getByRole('group', { name: 'Card' }), 120);
		await expect(tour).toContainText('2 of 6');
		await tour.getByRole('button', { name: 'Skip the rest' }).click();
		await expect(tour).toBeHidden();
		await app.open();
		await page.reload();
		await app.ready();
		await expect(page.getByText('You owe nobody anything today.')).toBeVisible();
		await expect(page.getByRole('button', { name: 'Take the tour' })).toBeHidden();

		await page.evaluate(() => {
			const offer = new Event('beforeinstallprompt', { cancelable: true });
			const userChoice = Promise.resolve({ outcome: 'dismissed' });
			const prompt = () => {
				sessionStorage.setItem('prompted', 'yes');
				return Promise.resolve();
			};
			window.dispatchEvent(Object.assign(offer, { prompt, userChoice }));
		});
		const offered = page.getByRole('region', { name: 'Install' });
		await expect(offered).toBeVisible();
		expect(await page.evaluate(() => sessionStorage.getItem('prompted'))).toBeNull();
		await offered.getByRole('button', { name: 'Install Kith' }).click();
		await expect(offered).toBeHidden();
		expect(await page.evaluate(() => sessionStorage.getItem('prompted'))).toBe('yes');

		await app.go('More');
		await page.getByRole('button', { name: /A two-minute tour/ }).click();
		await expect(tour).toContainText('1 of 6');
		await page.keyboard.press('Escape');
		await expect(tour).toBeHidden();
		await app.addPerson({ name: 'Bo Marsh' });
		expect(await asked()).toBe(1);
	});

	test.describe('in a tab on an iPhone', () => {
		test.use({
			userAgent:
				'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1'
		});

		test('installing comes first, and a book begun in the tab is told how to move', async ({
			page
		}) => {
			await page.addInitScript(() => {
				Object.defineProperty(Navigator.prototype, 'standalone', { get: () => false });
			});
			const app = new App(page);
			await app.open();
			const first = page.getByRole('heading', { name: 'Install Kith first, then write in it' });
			await expect(first).toBeVisible();
			await expect(page.getByRole('img', { name: /share button ringed/ })).toBeVisible();
			await expect(page.getByRole('img', { name: /“Add to Home Screen” ringed/ })).toBeVisible();
			await expectNoViolations(page);
			await page.getByRole('button', { name: 'Go on in this tab' }).click();
			await app.startWith(['Ada Marsh']);
			await page.reload();
			await page.getByRole('button', { name: 'Move it' }).click();
			const sheet = page.getByRole('dialog', { name: 'Move to an installed Kith' });
			await expectNoViolations(page);
			await sheet.getByRole('link', { name: 'Save a backup' }).click();
			await expect(page.getByRole('heading', { level: 1, name: 'Backup' })).toBeVisible();
			await expect(sheet).toBeHidden();
			await app.go('Today');
			await page.getByRole('button', { name: 'Not now' }).click();
			await page.reload();
			await expect(page.getByRole('button', { name: 'Take the tour' })).toBeVisible();
			await expect(page.getByRole('button', { name: 'Move it' })).toBeHidden();
		});
	});
});

/** A finger that goes so many pixels to the right; to the left when they are negative. */
async function swipe(page: Page, on: Locator, along: number): Promise<void> {
	const box = await on.boundingBox();
	if (!box) throw new Error('nothing to swipe on');
	const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
	const touch = await page.context().newCDPSession(page);
	const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', x?: number) =>
		touch.send('Input.dispatchTouchEvent', {
			type,
			touchPoints: x === undefined ? [] : [{ x, y: at.y }]
		});
	await send('touchStart', at.x);
	await send('touchMove', at.x + along / 2);
	await send('touchMove', at.x + along);
	await send('touchEnd');
	await touch.detach();
}
