// Words that are not on disk are said to be, stay where they are, and are written without the rep
// once the disk takes them again.
import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { expect, test } from './support/test';

/** A fault of the browser's storage: bound before the page begins, or while it is open. */
interface Fault {
	readonly name: string;
	/** Runs in the page; gives what ends the fault. */
	readonly begin: () => () => void;
	readonly says: RegExp;
}

const whileWriting: Fault[] = [
	{
		name: 'a full disk',
		begin: () => {
			const { transaction } = IDBDatabase.prototype;
			IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...asked) {
				if (asked[1] === 'readwrite') throw new DOMException('full', 'QuotaExceededError');
				return transaction.apply(this, asked);
			};
			return () => (IDBDatabase.prototype.transaction = transaction);
		},
		says: /This device is full/
	},
	{
		name: 'a transaction that is aborted',
		begin: () => {
			const { add } = IDBObjectStore.prototype;
			IDBObjectStore.prototype.add = function (this: IDBObjectStore, ...row) {
				const request = add.apply(this, row);
				request.addEventListener('success', () => this.transaction.abort());
				return request;
			};
			return () => (IDBObjectStore.prototype.add = add);
		},
		says: /broke off while it was writing/
	},
	{
		name: 'a connection that is closed and not opened again',
		begin: () => {
			const { transaction } = IDBDatabase.prototype;
			const { open } = IDBFactory.prototype;
			IDBDatabase.prototype.transaction = function (this: IDBDatabase) {
				this.close();
				throw new DOMException('closed', 'InvalidStateError');
			};
			IDBFactory.prototype.open = () => {
				throw new DOMException('closed', 'InvalidStateError');
			};
			return () => {
				IDBDatabase.prototype.transaction = transaction;
				IDBFactory.prototype.open = open;
			};
		},
		says: /shut the book or does not answer/
	}
];

const whileOpening: Fault[] = [
	{
		name: 'refused, as in a private window',
		begin: () => {
			const { open } = IDBFactory.prototype;
			IDBFactory.prototype.open = () => {
				throw new DOMException('no', 'SecurityError');
			};
			return () => (IDBFactory.prototype.open = open);
		},
		says: /does not let Kith in/
	},
	{
		name: 'refused by a full disk',
		begin: () => {
			const { open } = IDBFactory.prototype;
			IDBFactory.prototype.open = () => {
				throw new DOMException('full', 'QuotaExceededError');
			};
			return () => (IDBFactory.prototype.open = open);
		},
		says: /This device is full/
	}
];

type WithEnd = Window & { endFault: () => void };

async function endFault(page: Page): Promise<void> {
	await page.evaluate(() => {
		sessionStorage.setItem('fault', 'over');
		(window as unknown as WithEnd).endFault();
	});
}

function alertOf(page: Page) {
	return page.getByRole('alert').filter({ hasText: 'Not saved' });
}

/** The text of the file that *Save a copy* hands out. */
async function copyOf(page: Page): Promise<{ name: string; text: string }> {
	const download = page.waitForEvent('download');
	await alertOf(page).getByRole('button', { name: 'Save a copy' }).click();
	const file = await download;
	return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

for (const { name, begin, says } of whileWriting) {
	test(`${name} is said, and got over without the rep`, async ({ page }) => {
		const app = new App(page);
		await app.open();
		await app.startWith(['Ada Marsh']);
		await app.whole();
		await app.go('New note');
		await app.note.pressSequentially('Said in the car park.');
		await page.evaluate(`window.endFault = (${begin.toString()})()`);
		await page.getByRole('button', { name: 'Save', exact: true }).click();

		const alert = alertOf(page);
		await expect(alert).toContainText(says);
		await expect(page.getByText('Said in the car park.').first()).toBeVisible();
		await expect(page.getByRole('status').filter({ hasText: /^Saved/ })).toHaveCount(0);
		await expectNoViolations(page);
		const copy = await copyOf(page);
		expect(copy.name).toMatch(/^kith-backup-\d{4}-\d\d-\d\d\.json$/);
		expect(copy.text).toContain('Said in the car park.');
		expect(copy.text).toContain('Ada Marsh');

		await endFault(page);
		await expect(alert).toBeHidden({ timeout: 30_000 });
		await app.open('#/inbox');
		await page.reload();
		await expect(page.getByText('Said in the car park.')).toBeVisible();
	});
}

for (const { name, begin, says } of whileOpening) {
	test(`a book whose opening is ${name} is not shown as an empty one`, async ({
		page,
		context
	}) => {
		const before = new App(page);
		await before.open();
		await before.startWith(['Ada Marsh']);
		await page.close();

		const late = await context.newPage();
		await late.addInitScript(
			`if (!sessionStorage.getItem('fault')) window.endFault = (${begin.toString()})()`
		);
		const app = new App(late);
		await late.goto('#/');
		const alert = alertOf(late);
		await expect(alert).toContainText('your book could not be opened');
		await expect(alert).toContainText(says);
		await expect(alert).toContainText('Nothing in it was changed');
		await expect(late.getByRole('heading', { name: 'Your book is closed' })).toBeVisible();
		await expect(late.getByText('Who would you call just to talk?')).toHaveCount(0);
		await expectNoViolations(late);
		await late.goto('#/people');
		await expect(late.getByText('Nobody here yet')).toBeHidden();

		await late.getByRole('link', { name: 'New note' }).last().click();
		await app.note.fill('Written before the door.');
		await late.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(late.getByText('Written before the door.').first()).toBeVisible();
		await expectNoViolations(late);
		const copy = await copyOf(late);
		expect(copy.name).toMatch(/^kith-backup-\d{4}-\d\d-\d\d-part\.json$/);
		expect(copy.text).toContain('Written before the door.');
		await app.note.pressSequentially('Still being typed');

		await endFault(late);
		await expect(alert).toBeHidden({ timeout: 30_000 });
		await expect(app.note).toHaveValue('Still being typed');
		await app.open('#/inbox');
		await late.reload();
		await expect(late.getByText('Written before the door.')).toBeVisible();
		await app.open('#/people');
		await expect(app.people.getByRole('link', { name: /^Ada Marsh/ })).toBeVisible();
	});
}

test('a tab that holds the book in an older version is named', async ({ page, context }) => {
	const old = await context.newPage();
	await old.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await old.goto('icons/mark.svg');
	await old.evaluate(
		() =>
			new Promise<void>((resolve) => {
				const request = indexedDB.open('kith-core', 1);
				request.onupgradeneeded = () => {
					request.result.createObjectStore('updates', { autoIncrement: true });
					request.result.createObjectStore('custom');
				};
				// No `versionchange` is listened to, as in a version of old.
				request.onsuccess = () => resolve();
			})
	);
	const app = new App(page);
	await page.goto('#/');
	const alert = alertOf(page);
	await expect(alert).toContainText('Another tab or window holds it in an older version');
	await page.getByRole('link', { name: 'New note' }).last().click();
	await app.note.fill('Written while it was held.');
	await page.getByRole('button', { name: 'Save', exact: true }).click();
	await old.close();
	await expect(alert).toBeHidden({ timeout: 30_000 });
	await app.open('#/inbox');
	await page.reload();
	await expect(page.getByText('Written while it was held.')).toBeVisible();
});
