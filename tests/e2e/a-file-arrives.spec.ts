// What comes from outside finds its way in: a file shared with Kith waits until it is received, shared
// words go where they went before, and a link with a code leaves no key behind.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectReadyForOffline } from './support/offline';
import { expect, test } from './support/test';

const CODE = 'K7WT-49XM-Q2HB-E8RT@wss://hello.example.net';

/** Posts to the app what the system's share sheet would; `how` of a page, or while none is looking. */
async function share(
	page: Page,
	how: 'page' | 'beside',
	{ words = {}, file }: { words?: Record<string, string>; file?: string }
): Promise<void> {
	await page.evaluate(
		async ({ how, words, file }) => {
			const form = document.createElement('form');
			form.method = 'post';
			form.enctype = 'multipart/form-data';
			form.action = location.pathname;
			for (const [name, value] of Object.entries(words)) {
				const input = document.createElement('input');
				[input.name, input.value] = [name, value];
				form.append(input);
			}
			if (file !== undefined) {
				const input = document.createElement('input');
				[input.name, input.type] = ['files', 'file'];
				const files = new DataTransfer();
				files.items.add(new File(['not a file of Kith'], file));
				input.files = files.files;
				form.append(input);
			}
			document.body.append(form);
			if (how === 'page') form.submit();
			else await fetch(form.action, { method: 'POST', body: new FormData(form) });
		},
		{ how, words, ...(file === undefined ? {} : { file }) }
	);
}

const waiting = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		if (!(await caches.has('kith-arrived'))) return 0;
		return (await (await caches.open('kith-arrived')).keys()).length;
	});

test.describe('shared with Kith', () => {
	test.use({ serviceWorkers: 'allow' });

	test('words go on, and a file is received, at once or later', async ({ page }) => {
		const app = new App(page);
		await app.open();
		await app.startWith(['Ada Marsh']);
		await expectReadyForOffline(page);

		const words = { title: 'Bees & "hives"', text: '', url: 'https://example.com/a?b=1&c=50%25' };
		await share(page, 'page', { words });
		await expect(page.getByText(words.title, { exact: true })).toBeVisible();
		await page.getByRole('button', { name: 'Keep as an article' }).click();
		await expect(page.getByRole('link', { name: 'Read it at example.com' })).toHaveAttribute(
			'href',
			words.url
		);

		await share(page, 'page', { words: { title: 'a.kith' }, file: 'a.kith' });
		await expect(page.getByRole('heading', { level: 1, name: 'Devices' })).toBeVisible();
		await expect(page.getByRole('alert')).toContainText('paired with no other yet');
		expect(await waiting(page)).toBe(1);
		await expect(page.getByText('1 file waits', { exact: true })).toBeVisible();

		// It came before its book: with the first key it is looked at.
		await page.getByRole('button', { name: 'Add a device' }).click();
		await expect(page.getByRole('textbox', { name: 'Pairing code' })).toHaveValue(
			/^[0-9A-Z-]{60,}$/
		);
		await expect(page.getByRole('alert')).toContainText('not made by Kith');
		await expect.poll(() => waiting(page)).toBe(0);

		// Nobody looks at Devices when it comes: it waits there, over a new start too.
		await app.open('#/people');
		await share(page, 'beside', { file: 'bürgermeister 100%.kith' });
		expect(await waiting(page)).toBe(1);
		await page.reload();
		await app.ready();
		expect(await waiting(page)).toBe(1);
		await app.open('#/devices');
		await expect(page.getByRole('alert')).toContainText('“bürgermeister 100%.kith” is not made by');
		await expect.poll(() => waiting(page)).toBe(0);
		await expect(page.getByText('1 file waits', { exact: true })).toBeHidden();
	});

	test('a file that finds no room is told of', async ({ page }) => {
		const app = new App(page);
		await app.open('#/devices?not-kept');
		await expect(page.getByRole('alert')).toContainText('no room for what was shared');
	});
});

test('a file that is chosen waits until it can be read, or is let go of', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.open('#/devices');
	const file = { name: 'a.kith', mimeType: 'application/octet-stream', buffer: Buffer.from('no') };
	await page.getByLabel('Receive changes').setInputFiles(file);
	await expect(page.getByRole('alert')).toContainText('paired with no other yet');
	await expect(page.getByText('1 file waits', { exact: true })).toBeVisible();
	await page.reload();
	await app.ready();
	await expect(page.getByText('1 file waits', { exact: true })).toBeVisible();
	expect(await waiting(page)).toBe(1);
	await page.getByRole('button', { name: 'Let go of it' }).click();
	await expect(page.getByText('1 file waits', { exact: true })).toBeHidden();
	expect(await waiting(page)).toBe(0);
});

test('a link with a code fills it in, and the key is not left in the address', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	const field = page.getByRole('textbox', { name: 'Code from the other device' });
	for (const code of [CODE, encodeURIComponent(CODE)]) {
		await page.goto('about:blank');
		await app.open(`#/pair/${code}`);
		await expect(field).toHaveValue(CODE);
		await expect(page).toHaveURL(/#\/pair$/);
		expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain('K7WT');
		await page.reload();
		await expect(field).toHaveValue('');
	}
	// Another link into the page that is open.
	await page.goto(`#/pair/${encodeURIComponent(CODE)}`);
	await expect(field).toHaveValue(CODE);
	await expect(page).toHaveURL(/#\/pair$/);
});
