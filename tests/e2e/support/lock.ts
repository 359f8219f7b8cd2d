// The device lock as a person uses it: the section in Settings and the lock screen.
import { expect, type Locator, type Page } from '@playwright/test';

/** Making a key is slow on purpose, and slower on a busy machine. */
const SLOW_MS = 20_000;

/** The lock screen and what Settings has for it. */
export class LockPages {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	get passphrase(): Locator {
		return this.page.getByLabel('Passphrase', { exact: true });
	}

	/** Turns the lock on from wherever the app is; gives the recovery code. */
	async turnOn(words: string, whenShown?: () => Promise<void>): Promise<string> {
		const { page } = this;
		const code = await this.beginTurnOn(words, whenShown);
		await expect(page.getByText('The lock is on.')).toBeVisible({ timeout: SLOW_MS });
		await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: SLOW_MS });
		return code;
	}

	/** As `turnOn`, up to the last press. */
	async beginTurnOn(words: string, whenShown?: () => Promise<void>): Promise<string> {
		const { page } = this;
		await this.#toSettings();
		await page.getByRole('button', { name: 'Turn on the lock' }).click();
		await page.getByLabel('New passphrase').fill(words);
		await page.getByLabel('The same once more').fill(words);
		await page.getByRole('button', { name: 'Go on' }).click();
		const code = await this.#shownCode();
		await whenShown?.();
		const go = page.getByRole('button', { name: 'Lock the book' });
		await expect(go, 'not before the code is kept').toBeDisabled();
		await page.getByRole('switch', { name: 'I have kept it' }).check();
		await go.click();
		return code;
	}

	/** As `turnOff`, up to the last press. */
	async beginTurnOff(words: string): Promise<void> {
		await this.#toSettings();
		await this.page.getByRole('button', { name: 'Turn off the lock' }).click();
		await this.passphrase.fill(words);
		await this.page.getByRole('button', { name: 'Turn it off' }).click();
	}

	async turnOff(words: string): Promise<void> {
		await this.beginTurnOff(words);
		const off = this.page.getByRole('button', { name: 'Turn on the lock' });
		await expect(off).toBeVisible({ timeout: SLOW_MS });
	}

	async changePassphrase(words: string, to: string): Promise<void> {
		const { page } = this;
		await page.getByRole('button', { name: 'Change the passphrase' }).click();
		await page.getByLabel('Passphrase until now').fill(words);
		await page.getByLabel('New passphrase').fill(to);
		await page.getByLabel('The same once more').fill(to);
		await page.getByRole('button', { name: 'Change it' }).click();
		await expect(page.getByRole('dialog')).toHaveCount(0, { timeout: SLOW_MS });
	}

	/** Makes a new recovery code and gives it. */
	async renewCode(words: string): Promise<string> {
		const { page } = this;
		await page.getByRole('button', { name: 'New recovery code' }).click();
		await this.passphrase.fill(words);
		await page.getByRole('button', { name: 'Make a new code' }).click();
		const code = await this.#shownCode();
		await page.getByRole('button', { name: 'I have kept it' }).click();
		return code;
	}

	/** Goes somewhere as a link does: an address typed in loads the page anew, and that locks it. */
	async goTo(place: string): Promise<void> {
		await this.page.evaluate((href) => {
			const link = Object.assign(document.createElement('a'), { href });
			document.body.append(link);
			link.click();
			link.remove();
		}, place);
	}

	/** Opens the locked book and waits for its first screen. */
	async unlock(words: string): Promise<void> {
		await this.open(words);
		await expect(this.page.locator('main.lock')).toHaveCount(0, { timeout: SLOW_MS });
	}

	/** Types a passphrase at the lock screen. */
	async open(words: string): Promise<void> {
		await this.passphrase.fill(words);
		await this.page.getByRole('button', { name: 'Open the book' }).click();
	}

	async openByCode(code: string): Promise<void> {
		await this.page.getByRole('button', { name: 'Use the recovery code' }).click();
		await this.page.getByLabel('Recovery code').fill(code);
		await this.page.getByRole('button', { name: 'Open the book' }).click();
	}

	async #toSettings(): Promise<void> {
		await this.goTo('#/settings');
		await this.page.getByRole('heading', { name: 'Device lock' }).waitFor();
	}

	async #shownCode(): Promise<string> {
		const shown = this.page.getByRole('dialog', { name: 'Your recovery code' });
		await expect(shown).toBeVisible({ timeout: SLOW_MS });
		const groups = await this.page.locator('.code [aria-hidden]').allTextContents();
		expect(groups).toHaveLength(7);
		return groups.join('-');
	}
}
