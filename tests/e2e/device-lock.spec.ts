// The device lock: what opens a locked book and what does not, who locks it, and what is on screen then.
import { expectNoViolations } from './support/axe';
import { App } from './support/app';
import { LockPages } from './support/lock';
import { expect, test } from './support/test';

const WORDS = 'four plain words here';

// Making keys is slow on purpose, and these tests make many.
test.describe.configure({ timeout: 90_000 });

test('a book that is locked opens to its passphrase and its code, at the same place', async ({
	page
}) => {
	const app = new App(page);
	const lock = new LockPages(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	const code = await lock.turnOn(WORDS);

	await (await app.findPerson('Ada Marsh')).click();
	await expect(page).toHaveURL(/#\/people\//);
	expect(await page.title(), 'titles go into the history').not.toContain('Ada');
	const place = page.url();
	await page.reload();
	await expect(lock.passphrase).toBeFocused();
	expect(await page.title()).toBe('Locked · Kith');
	expect(await page.content()).not.toContain('Marsh');
	await expectNoViolations(page);
	// Back has nothing to show here, and takes the rep nowhere else.
	for (let step = 0; step < 2; step++) await page.goBack();
	expect(page.url()).not.toBe(place);

	await lock.open('four plain words');
	await expect(page.getByText('That is not the passphrase of this book.').first()).toBeVisible();
	await expect(lock.passphrase).toBeFocused();
	expect(await page.content()).not.toContain('Marsh');
	await lock.open(WORDS);
	await expect(page.getByRole('heading', { level: 1, name: 'Ada Marsh' })).toBeVisible();
	expect(page.url()).toBe(place);
	await expect(page.locator('main.lock')).toHaveCount(0);

	await page.reload();
	await page.getByRole('button', { name: 'Use the recovery code' }).click();
	await page
		.getByLabel('Recovery code')
		.fill(`${code.slice(0, -1)}${code.endsWith('A') ? 'B' : 'A'}`);
	await page.getByRole('button', { name: 'Open the book' }).click();
	await expect(page.getByText('There is a slip in that code.').first()).toBeVisible();
	await page.getByLabel('Recovery code').fill(code.toLowerCase().replaceAll('-', ' '));
	await page.getByRole('button', { name: 'Open the book' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Ada Marsh' })).toBeVisible();
});

test('another passphrase, another code, and off again', async ({ page }) => {
	const app = new App(page);
	const lock = new LockPages(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	const code = await lock.turnOn(WORDS);
	await lock.changePassphrase(WORDS, 'quite other words');
	const fresh = await lock.renewCode('quite other words');
	expect(fresh).not.toBe(code);

	await page.reload();
	await lock.open(WORDS);
	await expect(page.getByText('That is not the passphrase of this book.').first()).toBeVisible();
	await lock.openByCode(code);
	await expect(page.getByText('it is not the one of this lock').first()).toBeVisible();
	await page.getByRole('button', { name: 'Use the passphrase' }).click();
	await lock.unlock('quite other words');
	await lock.turnOff('quite other words');
	await page.reload();
	await expect(await app.findPersonFrom('#/people', 'Ada Marsh')).toBeVisible();
	const left = await page.evaluate(async () => {
		const names: string[] = [];
		for await (const name of (await navigator.storage.getDirectory()).keys()) names.push(name);
		return [localStorage.getItem('kith:lock'), names.includes('lock')];
	});
	expect(left).toEqual([null, false]);
});

test('one copy of what the lock keeps is enough; none that is whole is told apart', async ({
	page
}) => {
	const app = new App(page);
	const lock = new LockPages(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await lock.turnOn(WORDS);
	await page.evaluate(() => localStorage.clear());
	await page.goto('about:blank');
	await page.goto('/');
	await lock.open(WORDS);
	await app.ready();
	expect(await page.evaluate(() => localStorage.getItem('kith:lock'))).toContain('kith-lock');

	await page.evaluate(async () => {
		await (await navigator.storage.getDirectory()).removeEntry('lock');
	});
	await page.reload();
	await lock.open(WORDS);
	await app.ready();

	await page.evaluate(async () => {
		await (await navigator.storage.getDirectory()).removeEntry('lock');
		localStorage.setItem('kith:lock', '{"format":"kith-lock"}');
	});
	await page.reload();
	await expect(page.getByRole('alert')).toContainText('This is not about your passphrase');
	await expectNoViolations(page);
});

test('a half-written draft and words left in a form are there again, and were never in the open', async ({
	page
}) => {
	const app = new App(page);
	const lock = new LockPages(page);
	const toAda = async (): Promise<void> => {
		await (await app.findPerson('Ada Marsh')).click();
		await page.getByRole('button', { name: 'Log a touch' }).first().click();
	};
	const said = page.getByLabel('What was said, if you like');
	const inTheOpen = (): Promise<string[]> =>
		page.evaluate(() =>
			Object.entries(localStorage).flatMap(([key, value]) =>
				/draft|left/.test(key) || /boat|mast/.test(String(value)) ? [key] : []
			)
		);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await app.go('New note');
	await app.note.fill('Her boat is called');
	await page.keyboard.press('Escape');
	await toAda();
	await said.fill('The mast is broken');
	await page.keyboard.press('Escape');
	expect((await inTheOpen()).length).toBeGreaterThan(1);
	await lock.turnOn(WORDS);
	expect(await inTheOpen()).toEqual([]);

	await app.go('New note');
	await expect(app.note).toHaveValue('Her boat is called');
	await app.note.press('End');
	await app.note.pressSequentially(' Petrel');
	await expect(page.getByText('Kept as you type')).toBeVisible();
	expect(await inTheOpen()).toEqual([]);
	// Sealing takes a moment: what was typed within it is lost with a page that ends just then.
	await page.waitForTimeout(500);
	await page.reload();
	await lock.unlock(WORDS);
	await expect(app.note).toHaveValue('Her boat is called Petrel');
	await page.keyboard.press('Escape');
	await toAda();
	await expect(said).toHaveValue('The mast is broken');
	await said.press('End');
	await said.pressSequentially(' in two');
	await page.keyboard.press('Escape');
	expect(await inTheOpen()).toEqual([]);
	await page.waitForTimeout(500);
	await page.reload();
	await lock.unlock(WORDS);
	await page.getByRole('button', { name: 'Log a touch' }).first().click();
	await expect(said).toHaveValue('The mast is broken in two');
});

test('nobody there for a while, and it locks by itself, with the last words kept', async ({
	page
}) => {
	await page.addInitScript(() => {
		const now = Date.now;
		let ahead = 0;
		Date.now = () => now() + ahead;
		Object.assign(window, {
			// As a machine that slept: the clock has gone on, and then the page is looked at.
			sleep: (minutes: number) => {
				ahead += minutes * 60_000;
				window.dispatchEvent(new Event('focus'));
			}
		});
	});
	const sleep = (minutes: number): Promise<void> =>
		page.evaluate((count) => {
			(window as unknown as { sleep: (minutes: number) => void }).sleep(count);
		}, minutes);
	const app = new App(page);
	const lock = new LockPages(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await lock.turnOn(WORDS);
	await page.getByLabel('Lock by itself').selectOption('5 minutes');
	await app.go('New note');
	await app.note.fill('Half a word');
	await sleep(4);
	await app.note.press('End');
	await sleep(4);
	await expect(app.note).toBeVisible();
	// The last letter is still on its way when it locks.
	await app.note.evaluate((box: HTMLTextAreaElement) => {
		box.value += '!';
		box.dispatchEvent(new Event('input', { bubbles: true }));
		(window as unknown as { sleep: (minutes: number) => void }).sleep(6);
	});
	await expect(lock.passphrase).toBeVisible();
	expect(await page.content()).not.toContain('Half a word');
	await lock.unlock(WORDS);
	await expect(app.note).toHaveValue('Half a word!');
});

test('all tabs lock and make way together, and nothing said in one is lost', async ({
	context
}) => {
	const [one, two] = [new App(await context.newPage()), new App(await context.newPage())];
	const [lockOne, lockTwo] = [new LockPages(one.page), new LockPages(two.page)];
	await one.open();
	await one.startWith(['Ada Marsh']);
	await two.open('#/new');
	await two.note.fill('Said in the other tab');
	await two.page.getByRole('button', { name: 'Save', exact: true }).click();
	await lockOne.turnOn(WORDS);
	// The other tab has made way, with its words saved, and needs the passphrase now.
	await lockTwo.unlock(WORDS);
	await two.note.fill('Sealed from the start');
	await two.page.getByRole('button', { name: 'Save', exact: true }).click();
	await one.page.getByRole('button', { name: 'Lock now' }).click();
	await expect(lockOne.passphrase).toBeVisible();
	await expect(lockTwo.passphrase).toBeVisible();
	expect(await two.page.content()).not.toContain('Sealed');

	await lockOne.unlock(WORDS);
	await lockTwo.unlock(WORDS);
	await lockOne.turnOff(WORDS);
	// The other tab begins anew of its own accord, and an address typed in just then is passed over.
	await expect(async () => {
		await two.page.goto('#/inbox');
		await expect(two.page.getByText('Sealed from the start')).toBeVisible({ timeout: 3_000 });
	}).toPass();
	await expect(lockTwo.passphrase).toHaveCount(0);
	await expect(two.page.getByText('Said in the other tab')).toBeVisible();
});

test('a passkey opens it too, where it can give a secret', async ({ page }) => {
	const devtools = await page.context().newCDPSession(page);
	await devtools.send('WebAuthn.enable');
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			ctap2Version: 'ctap2_1',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
			hasPrf: true
		}
	});
	const app = new App(page);
	const lock = new LockPages(page);
	await app.open();
	await app.startWith(['Ada Marsh']);
	await lock.turnOn(WORDS);
	await page.getByRole('button', { name: 'Unlock with a passkey too' }).click();
	await lock.passphrase.fill(WORDS);
	await page.getByRole('button', { name: 'Make a passkey' }).click();
	await expect(page.getByRole('button', { name: 'Remove the passkey' })).toBeVisible();
	await page.reload();
	await page.getByRole('button', { name: 'Unlock with passkey' }).click();
	await expect(page.getByRole('button', { name: 'Lock now' })).toBeVisible();
	await page.getByRole('button', { name: 'Remove the passkey' }).click();
	await expect(page.getByRole('button', { name: 'Unlock with a passkey too' })).toBeVisible();
	await page.reload();
	await expect(lock.passphrase).toBeVisible();
	await expect(page.getByRole('button', { name: 'Unlock with passkey' })).toHaveCount(0);
});

test('the sheets and the section of the lock are in order', async ({ page }) => {
	const app = new App(page);
	const lock = new LockPages(page);
	await app.open('#/settings');
	await page.getByRole('button', { name: 'Turn on the lock' }).click();
	await page.getByRole('button', { name: 'Go on' }).click();
	await expect(page.getByText('At least 8 characters.')).toBeVisible();
	await expectNoViolations(page);
	await page.getByRole('button', { name: 'Close', exact: true }).click();
	await lock.turnOn(WORDS, () => expectNoViolations(page));
	await page.getByText('What the lock protects against').click();
	await expectNoViolations(page);
});
