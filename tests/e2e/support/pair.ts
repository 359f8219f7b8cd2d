// Two devices of one rep: two browsers that know nothing of each other, and the screens that make them a pair.
import type { Page } from '@playwright/test';
import { App } from './app';
import { expect } from './test';

/** The Devices screen, as a person uses it. */
export class DevicesScreen {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	async open(): Promise<void> {
		await new App(this.page).open('#/devices');
	}

	/** Writes down where the devices meet, and waits until it is reached. */
	async meetAt(address: string): Promise<void> {
		const field = this.page.getByRole('textbox', { name: 'Signalling server' });
		await field.fill(address);
		await field.press('Enter');
		await expect(field).toHaveValue(address);
	}

	/** Shows a code, and gives it. */
	async addDevice(): Promise<string> {
		await this.page.getByRole('button', { name: 'Add a device' }).click();
		return this.page.getByRole('textbox', { name: 'Pairing code' }).inputValue();
	}

	async join(code: string): Promise<void> {
		await this.page.getByRole('textbox', { name: 'Code from the other device' }).fill(code);
		await this.page.getByRole('button', { name: 'Join', exact: true }).click();
	}

	/** The words this screen shows for the second look. */
	async words(): Promise<string[]> {
		const list = this.page.getByRole('list', { name: 'Words to compare' });
		await expect(list).toBeVisible({ timeout: 20_000 });
		return list.getByRole('listitem').allInnerTexts();
	}

	async sameWords(): Promise<void> {
		await this.page.getByRole('button', { name: 'Yes, the same' }).click();
	}

	/** Says yes to the preview of a first merge. */
	async makeOneBook(): Promise<void> {
		await this.page.getByRole('button', { name: 'Make them one book' }).click();
	}

	/** Shows the first code of the way without a server, and gives it. */
	async offerByHand(): Promise<string> {
		await this.page.getByText(/^No server at all/).click();
		await this.page.getByRole('button', { name: 'Show the first code' }).click();
		return this.#shown('First code');
	}

	/** Takes the first code, and gives the answer. */
	async answerByHand(offer: string): Promise<string> {
		await this.page.getByText(/^No server at all/).click();
		await this.#paste('First code', offer);
		return this.#shown('Answer code');
	}

	/** Takes the answer. */
	async takeAnswer(answer: string): Promise<void> {
		await this.#paste('Answer code', answer);
	}

	/** Makes a file for the other device; gives where it lies. */
	async sendChanges(): Promise<string> {
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Send changes' }).click();
		const file = await download;
		const path = await file.path();
		expect(file.suggestedFilename()).toMatch(/\.kith$/);
		return path;
	}

	async receiveChanges(paths: readonly string[]): Promise<void> {
		await this.page.getByLabel('Receive changes').setInputFiles([...paths]);
	}

	async #shown(name: string): Promise<string> {
		const field = this.page.getByRole('textbox', { name });
		await expect(field).toHaveValue(/kith-/);
		return field.inputValue();
	}

	async #paste(name: string, code: string): Promise<void> {
		await this.page.getByRole('textbox', { name }).fill(code);
		await this.page.getByRole('button', { name: 'Use the pasted code' }).click();
	}

	/** Resolves when the screen says that another device is level, with so many people on both. */
	async expectLevel(people: number, timeout = 30_000): Promise<void> {
		const words = new RegExp(`Level .*${people.toLocaleString('en-US')} (person|people) on both`);
		await expect(this.page.getByText(words)).toBeVisible({ timeout });
	}
}

/**
 * Makes two devices a pair: the first one's book is joined by the second.
 * @param look looks at the second screen while it shows what would be put together
 */
export async function makePair(
	here: Page,
	there: Page,
	server: string,
	look: () => Promise<void> = () => Promise.resolve()
): Promise<void> {
	const [first, second] = [new DevicesScreen(here), new DevicesScreen(there)];
	await first.open();
	await first.meetAt(server);
	const code = await first.addDevice();
	await second.open();
	await second.join(code);
	const [said, heard] = [await first.words(), await second.words()];
	expect(said).toHaveLength(4);
	expect(heard).toEqual(said);
	await first.sameWords();
	await second.sameWords();
	await expect(there.getByRole('heading', { name: 'Look before they meet' })).toBeVisible();
	await look();
	await second.makeOneBook();
}
