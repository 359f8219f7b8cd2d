// Names of any length and script stand where names stand, large text cuts none of them, the system's own
// colours still tell things apart, and what is printed is meant for paper.
import type { Locator, Page } from '@playwright/test';
import { App } from './support/app';
import { expect, test } from './support/test';

const LONG = 'Maximiliana-Wilhelmina Freifrau von und zu Guttenbergerhausen';
const HEBREW = 'יוסף בן־דוד הלוי';
const ARABIC = 'محمد عبد الرحمن الأنصاري';

/** Where the letters of a name begin and end, on the screen. */
function lettersOf(name: Locator): Promise<{ left: number; right: number; width: number }> {
	return name.evaluate((element) => {
		const range = document.createRange();
		range.selectNodeContents(element);
		const { left, right, width } = range.getBoundingClientRect();
		return { left, right, width };
	});
}

async function styleOf(thing: Locator, property: string): Promise<string> {
	return thing.evaluate(
		(element, name) => getComputedStyle(element).getPropertyValue(name),
		property
	);
}

async function largeText(page: Page): Promise<void> {
	await page.evaluate(() => {
		document.documentElement.style.fontSize = '200%';
	});
}

test('names of any length and script', async ({ page }) => {
	const app = new App(page);
	await app.open();
	await app.startWith(['Bo', LONG, HEBREW, ARABIC]);
	await app.go('Top Ten');
	const name = (text: string): Locator => app.ten.getByText(text, { exact: true });
	const { left } = await lettersOf(name('Bo'));
	for (const text of [LONG, HEBREW, ARABIC]) {
		expect((await lettersOf(name(text))).left, text).toBeCloseTo(left, 0);
	}
	expect(await styleOf(name(HEBREW), 'unicode-bidi')).toBe('plaintext');

	await largeText(page);
	const short = await lettersOf(name(HEBREW));
	expect(short.width, 'no name is squeezed into a column of letters').toBeGreaterThan(150);

	await name(HEBREW).click();
	const heading = page.getByRole('heading', { level: 1, name: HEBREW });
	await expect(heading).toHaveAttribute('dir', 'auto');
	await expect(heading).toBeVisible();
});

test('the way on stays in view; in large text its button does, and covers nothing', async ({
	page
}) => {
	const app = new App(page);
	await app.open('#/import');
	const cards = Array.from(
		{ length: 30 },
		(_, nth) => `BEGIN:VCARD\nVERSION:3.0\nFN:Ada Marsh ${nth}\nEND:VCARD\n`
	);
	await page.getByLabel('Contacts file').setInputFiles({
		name: 'ada.vcf',
		mimeType: 'text/vcard',
		buffer: Buffer.from(cards.join(''))
	});
	const go = page.getByRole('button', { name: 'Import 30 people' });
	const leave = page.getByRole('button', { name: 'Leave it' });
	await expect(go).toBeInViewport({ ratio: 1 });
	await expect(leave).toBeInViewport({ ratio: 1 });

	await largeText(page);
	await expect(leave).not.toBeInViewport();
	await expect(go).toBeInViewport({ ratio: 1 });
	await go.click({ trial: true });
	await leave.scrollIntoViewIfNeeded();
	await leave.click({ trial: true });
	await expect(go).toBeInViewport({ ratio: 1 });
});

test('paper and forced colours', async ({ page }) => {
	const app = new App(page);
	await app.trySample();
	await app.go('Top Ten');
	await expect(page.getByRole('button', { name: 'Print the Top Ten' })).toBeVisible();
	const first = app.ten.getByRole('link').first();
	const person = (await first.locator('.name').textContent()) ?? '';

	await page.emulateMedia({ forcedColors: 'active' });
	const here = page
		.getByRole('navigation', { name: 'Kith' })
		.getByRole('link', { name: 'Top Ten' });
	expect(await styleOf(here, 'outline-style')).toBe('solid');
	const begin = page.getByRole('link', { name: 'Begin' }).filter({ visible: true });
	const printing = page.getByRole('button', { name: 'Print the Top Ten' });
	expect(await styleOf(begin, 'background-color')).not.toBe(
		await styleOf(printing, 'background-color')
	);
	await page.emulateMedia({ forcedColors: 'none' });

	const paper = page.locator('.paper');
	const shown = (): Promise<string> => page.evaluate(() => document.body.innerText);
	await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
	await expect(paper).toBeVisible();
	await expect(paper).toContainText(person);
	await expect(paper.getByRole('listitem', { includeHidden: true })).toHaveCount(10);
	expect(await shown()).not.toMatch(/Reorder|What counts|Skip to the page/);
	await page.emulateMedia({ media: 'screen' });
	await page.getByRole('switch', { name: 'Initials only' }).check();
	await page.emulateMedia({ media: 'print' });
	await expect(paper).not.toContainText(person);
	await page.emulateMedia({ media: 'screen' });

	await first.click();
	await expect(page.getByText('Do not mention').filter({ visible: true })).toHaveCount(1);
	await expect(async () => {
		await page.evaluate(() => dispatchEvent(new Event('beforeprint')));
		await expect(paper).toHaveCount(1, { timeout: 500 });
	}).toPass();
	await page.emulateMedia({ media: 'print' });
	await expect(paper.getByText(person)).toBeVisible();
	const printed = await shown();
	expect(printed).toMatch(/reach them[^]*What I know[^]*Days that matter[^]*What happened/);
	expect(printed).not.toMatch(/Do not mention|not to be mentioned|Log a touch|Skip to/);
	await expect(
		page.locator('a, button, select, summary').filter({ visible: true }),
		'paper has nothing to press'
	).toHaveCount(0);
	await page.emulateMedia({ media: 'screen' });
	await page.evaluate(() => dispatchEvent(new Event('afterprint')));
	await expect(paper).toHaveCount(0);
});
