// The screens as a person uses them: by role and label, nothing else.
import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page } from '@playwright/test';

/** The navigation, and what every screen has in common. */
export class App {
	readonly page: Page;

	constructor(page: Page) {
		this.page = page;
	}

	/** Opens a place and waits until the book is there. */
	async open(place = '#/'): Promise<void> {
		await this.page.goto(place);
		await this.ready();
	}

	/** Resolves when the first screen shows what is stored. */
	async ready(): Promise<void> {
		await this.page.waitForFunction(() => performance.getEntriesByName('kith:ready').length > 0);
	}

	/** Resolves when all years have been read. */
	async whole(): Promise<void> {
		await this.page.waitForFunction(() => performance.getEntriesByName('kith:whole').length > 0);
	}

	/** Goes somewhere by the navigation. */
	async go(name: 'Today' | 'Top Ten' | 'New note' | 'People' | 'More'): Promise<void> {
		await this.page.getByRole('navigation', { name: 'Kith' }).getByRole('link', { name }).click();
	}

	/** Fills an empty book with the sample people. */
	async trySample(): Promise<void> {
		await this.open();
		await this.page.getByRole('button', { name: /Try with sample people/ }).click();
		await expect(this.page.getByRole('heading', { name: 'You promised' })).toBeVisible();
		await this.saved();
	}

	/** Resolves when something has reached the disk since the page was opened. */
	async saved(): Promise<void> {
		await this.page.waitForFunction(() => performance.getEntriesByName('kith:saved').length > 0);
	}

	/** Writes names down on the first page of an empty book. */
	async startWith(names: readonly string[]): Promise<void> {
		for (const [index, name] of names.entries()) {
			await this.page.getByRole('textbox', { name: `Name ${index + 1}`, exact: true }).fill(name);
		}
		await this.page.getByRole('button', { name: 'Start the book' }).click();
		await this.saved();
	}

	/** Adds a person through the form and lands on the person's page. */
	async addPerson(person: { name: string; company?: string; phone?: string }): Promise<void> {
		const { page } = this;
		await this.go('People');
		await page.getByRole('button', { name: 'Add person' }).first().click();
		await page.getByRole('textbox', { name: 'Name', exact: true }).fill(person.name);
		if (person.company) await page.getByRole('textbox', { name: 'Company' }).fill(person.company);
		if (person.phone) await page.getByRole('textbox', { name: 'Phone' }).fill(person.phone);
		await page.getByRole('button', { name: 'Save person' }).click();
		await expect(page.getByRole('heading', { level: 1, name: person.name })).toBeVisible();
	}

	/** The link to a person in the list of people, after searching for the name. */
	async findPerson(name: string): Promise<Locator> {
		await this.go('People');
		await this.page.getByRole('searchbox', { name: 'Search people' }).fill(name);
		return this.people.getByRole('link').filter({ hasText: name }).first();
	}

	/** As `findPerson`, from a place that has no navigation. */
	async findPersonFrom(place: string, name: string): Promise<Locator> {
		await this.open(place);
		return this.findPerson(name);
	}

	get people(): Locator {
		return this.page.getByRole('list', { name: 'People' });
	}

	get ten(): Locator {
		return this.page.getByRole('list', { name: 'Top Ten' }).getByRole('listitem');
	}

	get note(): Locator {
		return this.page.getByRole('textbox', { name: 'Note', exact: true });
	}

	/** Writes a note and waits until it is on disk. */
	async saveNote(text: string): Promise<void> {
		await this.note.fill(text);
		await this.page.getByRole('button', { name: 'Save', exact: true }).click();
		await expect(this.page.getByRole('status').filter({ hasText: 'Saved' })).toBeVisible();
	}

	/** Imports a contacts file; `count` is how many people it offers. */
	async importFile(path: string, count: number): Promise<void> {
		await this.open('#/import');
		await this.page.getByLabel('Contacts file').setInputFiles(path);
		await this.page
			.getByRole('button', { name: count === 1 ? 'Import 1 person' : `Import ${count} people` })
			.click();
		await expect(this.page.getByRole('button', { name: 'Undo import' }).first()).toBeVisible();
	}

	/** Saves a backup and keeps it at a path; gives the path, the offered name and what it says. */
	async backup(keepAt: string): Promise<{ path: string; name: string; text: string }> {
		await this.open('#/backup');
		await this.whole();
		const download = this.page.waitForEvent('download');
		await this.page.getByRole('button', { name: 'Save backup' }).click();
		const file = await download;
		await file.saveAs(keepAt);
		return { path: keepAt, name: file.suggestedFilename(), text: readFileSync(keepAt, 'utf8') };
	}
}
