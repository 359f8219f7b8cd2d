// A folder that something else carries from device to device: people and notes go there and back, and a
// folder that was emptied or damaged takes nothing away.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { DevicesScreen } from './support/pair';
import { expect, test } from './support/test';

type Files = Record<string, number[]>;

/** A browser with a folder to choose; the folder lies in the browser's own storage. */
async function withFolder(page: Page): Promise<void> {
	await page.addInitScript(() => {
		Object.assign(window, {
			showDirectoryPicker: async () =>
				(await navigator.storage.getDirectory()).getDirectoryHandle('carried', { create: true })
		});
	});
}

/** All files of the folder by their paths. */
function read(page: Page): Promise<Files> {
	return page.evaluate(async () => {
		const found: Files = {};
		const walk = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
			for await (const [name, handle] of folder.entries()) {
				if (handle instanceof FileSystemDirectoryHandle) await walk(handle, `${path}${name}/`);
				else if (handle instanceof FileSystemFileHandle) {
					const bytes = await (await handle.getFile()).arrayBuffer();
					found[path + name] = [...new Uint8Array(bytes)];
				}
			}
		};
		const root = await navigator.storage.getDirectory();
		await walk(await root.getDirectoryHandle('carried', { create: true }), '');
		return found;
	});
}

/** Does what the carrier does: afterwards the folder holds these files and no others. */
async function carry(page: Page, files: Files): Promise<void> {
	await page.evaluate(async (all) => {
		const root = await navigator.storage.getDirectory();
		const carried = await root.getDirectoryHandle('carried', { create: true });
		const names: string[] = [];
		for await (const name of carried.keys()) names.push(name);
		for (const name of names) await carried.removeEntry(name, { recursive: true });
		for (const [path, bytes] of Object.entries(all)) {
			const parts = path.split('/');
			let folder = carried;
			for (const part of parts.slice(0, -1)) {
				folder = await folder.getDirectoryHandle(part, { create: true });
			}
			const file = await folder.getFileHandle(parts.at(-1) ?? '', { create: true });
			const writing = await file.createWritable();
			await writing.write(new Uint8Array(bytes));
			await writing.close();
		}
	}, files);
}

/** Goes through the folder; the first time with a device it says yes to the look before. */
async function visit(page: Page): Promise<void> {
	const button = page.getByRole('button', { name: 'Read and write now' });
	const look = page.getByRole('button', { name: 'Make them one book' });
	await button.click();
	await expect(look.or(button.and(page.locator(':enabled')))).toBeVisible();
	if (await look.isVisible()) {
		await look.click();
		await page.getByRole('button', { name: 'Back to Devices' }).click();
	}
	await expect(button).toBeEnabled();
}

test('a folder carries both ways, and an emptied or damaged one takes nothing away', async ({
	page: laptop,
	anotherDevice
}) => {
	const phone = await anotherDevice({ viewport: { width: 390, height: 844 } });
	for (const page of [laptop, phone]) await withFolder(page);
	const app = new App(laptop);
	await app.open();
	await app.startWith(['Ada Marsh', 'Bo Harrow']);
	const [here, there] = [new DevicesScreen(laptop), new DevicesScreen(phone)];
	await here.open();
	const code = await here.addDevice();
	await laptop.getByRole('button', { name: 'Choose a folder' }).click();
	await visit(laptop);
	const first = await read(laptop);
	expect(Object.keys(first)).toEqual([
		expect.stringMatching(/^devices\/\w+\/\d{6}-[0-9a-f]{12}\.kith$/)
	]);

	await there.open();
	await there.join(code);
	await carry(phone, first);
	await phone.getByRole('button', { name: 'Choose a folder' }).click();
	await visit(phone);
	const people = new App(phone);
	await people.open('#/people');
	await expect(people.people.getByRole('link')).toHaveCount(2);
	await people.open('#/new');
	await people.note.fill('Ada Marsh sails.');
	await expect(phone.getByRole('button', { name: /^Not about / })).toBeVisible();
	await people.saveNote('Ada Marsh sails.');
	await there.open();
	await visit(phone);

	const both = await read(phone);
	expect(Object.keys(both).length).toBeGreaterThan(1);
	// On the way one file is cut short, another one is still a placeholder.
	const [name = ''] = Object.keys(both).filter((path) => !(path in first));
	await carry(laptop, {
		...both,
		[name]: (both[name] ?? []).slice(0, 200),
		[`${name}.icloud`]: []
	});
	await visit(laptop);
	await carry(laptop, both);
	await visit(laptop);
	await expect(laptop.getByText(/^Level /)).toBeVisible();
	await carry(laptop, {});
	await visit(laptop);
	// The laptop has written its own part anew.
	expect(Object.keys(await read(laptop)).length).toBeGreaterThan(0);
	await app.open('#/people');
	await app.people.getByRole('link', { name: /^Ada Marsh/ }).click();
	await expect(laptop.getByRole('heading', { level: 1, name: 'Ada Marsh' })).toBeVisible();
	const happened = laptop.getByRole('region', { name: 'What happened' });
	// As it lies on disk, and the list draws what is on the screen.
	await laptop.reload();
	await happened.scrollIntoViewIfNeeded();
	await expect(happened.getByText('Ada Marsh sails.')).toHaveCount(1);
});
