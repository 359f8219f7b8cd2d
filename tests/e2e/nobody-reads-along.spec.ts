// Beside a customer or on a train: the cover hides everything and loses nothing, glance-safe mode shows no
// name and nothing that was written, and About tells the truth about this copy.
import type { Page } from '@playwright/test';
import { App } from './support/app';
import { expectNoViolations } from './support/axe';
import { largeBook, putOnDisk } from './support/large-book';
import { expect, test } from './support/test';

const FULL_NAMES = ['Nora Lindqvist', 'Harbor Mill Foods', 'Marisol Ortega', 'Oskar', 'Lindqvist'];

/** What somebody beside the rep can read: no text in a colour that does not show, none that is hidden. */
async function readAlong(page: Page): Promise<string> {
	return page.evaluate(() => {
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
		const read: string[] = [];
		while (walker.nextNode()) {
			const { parentElement: at, textContent } = walker.currentNode;
			if (!at || at.closest('script, style, option:not(:checked)')) continue;
			const style = getComputedStyle(at);
			const isSeen = at.checkVisibility({ visibilityProperty: true, opacityProperty: true });
			if (isSeen && !/^rgba\(.*, 0\)$/.test(style.color)) read.push(textContent ?? '');
		}
		for (const field of document.querySelectorAll<HTMLInputElement>('input, textarea')) {
			if (field.type === 'checkbox' || field.type === 'radio') continue;
			if (!field.checkVisibility({ visibilityProperty: true })) continue;
			const isDotted = getComputedStyle(field).getPropertyValue('-webkit-text-security') === 'disc';
			read.push(isDotted ? '' : field.value, field.placeholder);
		}
		return read.join('\n');
	});
}

async function expectNoNames(page: Page): Promise<void> {
	await expect(page.locator('html')).toHaveAttribute('data-glance', 'on');
	const read = await readAlong(page);
	expect(read).toMatch(/\p{Lu}\. \p{Lu}\./u);
	for (const name of FULL_NAMES) expect(read).not.toContain(name);
	expect(await page.title()).not.toContain('Lindqvist');
}

test('the cover hides everything, and the half-written note is as it was', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Nora Lindqvist']);
	await app.go('New note');
	await expect(page.getByText('Write every line as if the customer will read it.')).toBeVisible();
	await app.note.pressSequentially('Nora sails on Sundays');
	await app.note.evaluate((box: HTMLTextAreaElement) => box.setSelectionRange(5, 10));

	await page.keyboard.press('Control+.');
	const cover = page.getByRole('dialog', { name: 'Covered' });
	await expect(cover.getByRole('button', { name: 'Go on' })).toBeFocused();
	expect(await readAlong(page)).not.toContain('Nora');
	await expect(page).toHaveTitle('Kith');
	await expectNoViolations(page);
	await expect(app.note).toBeHidden();
	await page.keyboard.press('n');

	await page.keyboard.press('Escape');
	await expect(cover).toBeHidden();
	await expect(app.note).toBeFocused();
	await expect(page).toHaveTitle('New note · Kith');
	await page.keyboard.type('likes');
	await expect(app.note).toHaveValue('Nora likes on Sundays');

	// Back uncovers, and the page stays; loaded anew, what was covered still is.
	await page.keyboard.press('Control+.');
	await expect(cover.getByRole('button', { name: 'Go on' })).toBeFocused();
	await page.goBack();
	await expect(cover).toBeHidden();
	await expect(app.note).toBeFocused();
	await expect(app.note).toHaveValue('Nora likes on Sundays');
	await page.keyboard.press('Control+.');
	await expect(cover).toBeVisible();
	await page.reload();
	await expect(cover.getByRole('button', { name: 'Go on' })).toBeFocused();
	await page.goBack();
	await expect(cover).toBeHidden();
	await expect(page).toHaveTitle('New note · Kith');

	// Said once.
	await page.keyboard.press('Escape');
	await app.go('New note');
	await expect(app.note).toBeFocused();
	await expect(page.getByText('as if the customer will read it')).toBeHidden();
});

test('glance-safe shows no name and no word on any screen, from the first paint on', async ({
	page
}) => {
	const app = new App(page);
	await app.trySample();
	await app.go('More');
	await page.getByRole('switch', { name: 'Glance-safe' }).check();
	await app.go('Today');
	await expect(page.getByRole('heading', { name: 'You promised' })).toBeVisible();
	await expectNoNames(page);
	await app.go('Top Ten');
	await expect(page.getByRole('list', { name: 'Top Ten' })).toBeVisible();
	await expectNoNames(page);
	await app.go('People');
	await expect(app.people.getByRole('link').first()).toBeVisible();
	await expectNoNames(page);
	await page.getByRole('searchbox', { name: 'Search people' }).fill('lindq');
	await app.people.getByRole('link').first().click();
	await expect(page.getByRole('heading', { level: 1, name: 'N. L.' })).toBeVisible();
	await app.whole();
	await expectNoNames(page);
	expect(await readAlong(page)).not.toMatch(/volcanoes|whitefish|Picks up after four/i);
	expect(await readAlong(page)).not.toMatch(/saved on/);

	await expectNoViolations(page);

	// Paper holds the words, and while the question about the printer is open the screen is empty.
	await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
	expect(await readAlong(page)).not.toMatch(/\p{L}/u);
	await page.emulateMedia({ media: 'print' });
	expect(await readAlong(page)).toContain('Nora Lindqvist');
	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
	await expectNoNames(page);

	// One screen opens on purpose, and only that one.
	await page.getByRole('button', { name: 'Show this screen' }).click();
	await expect(page.getByRole('heading', { level: 1, name: 'Nora Lindqvist' })).toBeVisible();
	await page.getByRole('link', { name: 'People', exact: true }).first().click();
	await expect(app.people.getByRole('link').first()).toBeVisible();
	await expectNoNames(page);

	// Nothing is painted with names in it while the page loads anew.
	await page.addInitScript(
		(names) => {
			const look = () => {
				const text = document.querySelector<HTMLElement>('#main')?.innerText ?? '';
				if (names.some((name) => text.includes(name))) document.title = 'A name was painted';
				requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		},
		FULL_NAMES.slice(0, 1)
	);
	await app.open('#/top-ten');
	await expectNoNames(page);
	expect(await page.title()).not.toBe('A name was painted');
});

test('what was written is in the clear on no screen, and no name is in what a button is called', async ({
	page
}) => {
	test.slow();
	const mark = 'Qzx';
	await putOnDisk(page, largeBook({ people: 40, entries: 300, years: 2 }, mark));
	await page.addInitScript(() => localStorage.setItem('kith:glance', 'on'));
	const app = new App(page);
	const look = async (): Promise<void> => {
		await expect(page.locator('html')).toHaveAttribute('data-glance', 'on');
		expect(await readAlong(page), page.url()).not.toContain(mark);
		const labels = await page
			.locator('[aria-label]')
			.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''));
		// A name ends with the mark, and other words begin with it.
		for (const label of labels) expect(label).not.toMatch(new RegExp(` ${mark}(?! )`));
	};
	await app.open('#/people');
	await app.whole();
	const link = app.people.getByRole('link').first();
	const person = (await link.getAttribute('href')) ?? '';
	const lists = ['people', '', 'top-ten', 'top-ten/ritual', 'inbox', 'thanks', 'moments'];
	const others = ['companies', 'people/same', 'articles', 'insights', 'settings'];
	const parts = ['', '?edit', '/before', '/after', '/held'];
	for (const place of [...lists, ...others].map((name) => `#/${name}`)) {
		await app.open(place);
		await app.whole();
		await look();
	}
	for (const part of parts) {
		await app.open(person + part);
		await app.whole();
		await look();
	}
	// Colours that the rep forced on every page.
	await page.emulateMedia({ forcedColors: 'active' });
	await look();
});

test('About says where the book is, and every licence is there', async ({ page }) => {
	const app = new App(page);
	await app.open('#/about');
	await expect(page.getByRole('heading', { name: 'About Kith' })).toBeVisible();
	await expect(page.getByText('Nothing, unless you send it.')).toBeVisible();
	await expect(page.getByText(/Kith takes up .*here/)).toBeVisible();
	await page.getByRole('link', { name: /^Licences of Kith/ }).click();
	await page.getByText('yjs', { exact: true }).click();
	await expect(page.locator('details[open]').getByText(/Kevin Jahns/)).toBeVisible();
	await page.getByRole('link', { name: 'About' }).click();
	await page.getByRole('link', { name: /^Help/ }).click();
	await expect(page.getByRole('heading', { name: 'How do I leave Kith?' })).toBeVisible();
});
