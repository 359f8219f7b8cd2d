// `npm run pictures`: takes the pictures of the app with its sample people anew, for the manifest and the
// README, always of the same day. `--dir <folder>` for another build than its own.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO, ensureBuild, ensureChromium, ensureDependencies } from './prepare.js';
import { main, ROOT, Trouble } from './run.js';

/** @typedef {import('@playwright/test').Page} Page */

const FOLDER = join(ROOT, 'static/screenshots');
const DAY = new Date('2026-03-03T09:20:00-05:00');
const AT_MOST = 150_000;
const QUALITY = 0.86;

/** @typedef {{ viewport: { width: number, height: number }, deviceScaleFactor: number, isMobile: boolean, hasTouch: boolean }} Device */
/** @type {Record<'laptop' | 'phone', Device>} */
const DEVICES = {
	laptop: {
		viewport: { width: 1280, height: 860 },
		deviceScaleFactor: 1,
		isMobile: false,
		hasTouch: false
	},
	phone: {
		viewport: { width: 390, height: 844 },
		deviceScaleFactor: 2,
		isMobile: true,
		hasTouch: true
	}
};

const heading = (/** @type {Page} */ page, /** @type {string | RegExp} */ name) =>
	page.getByRole('heading', { name }).first().waitFor();
const firstOfTen = (/** @type {Page} */ page) =>
	page.getByRole('list', { name: 'Top Ten' }).getByRole('link').first();

/** How to get to each screen, from Today with the sample book. */
const SCREENS = {
	today: (/** @type {Page} */ page) => heading(page, 'You promised'),
	'top-ten': async (/** @type {Page} */ page) => {
		await page.goto('#/top-ten');
		await firstOfTen(page).waitFor();
	},
	person: async (/** @type {Page} */ page) => {
		await page.goto('#/top-ten');
		await firstOfTen(page).click();
		await heading(page, 'What to talk about');
	},
	'new-note': async (/** @type {Page} */ page) => {
		await page.goto('#/top-ten');
		const name = (await firstOfTen(page).locator('.name').first().textContent())?.trim() ?? '';
		await page.goto('#/new');
		const note = page.getByRole('textbox', { name: 'Note', exact: true });
		await note.pressSequentially('Coffee with @');
		await note.pressSequentially(name.split(' ')[0] ?? '');
		await page.getByRole('listbox', { name: 'People' }).waitFor();
		await note.press('Enter');
		await note.pressSequentially(
			'. New garden, mostly roses, and the dog has eaten two of them. Send the name of that nursery by Friday.'
		);
	}
};

/** @type {readonly (readonly [name: string, screen: keyof typeof SCREENS, device: keyof typeof DEVICES, scheme: 'light' | 'dark'])[]} */
const PICTURES = [
	.../** @type {const} */ (['today', 'person', 'top-ten', 'new-note']).flatMap((screen) =>
		/** @type {const} */ (['laptop', 'phone']).map(
			(device) => /** @type {const} */ ([`${screen}-${device}`, screen, device, 'light'])
		)
	),
	['today-phone-dark', 'today', 'phone', 'dark']
];

/**
 * The same picture as WebP, a third as large.
 * @param {Page} page any page that allows it
 * @param {Buffer} png
 */
async function toWebp(page, png) {
	const url = await page.evaluate(
		async ([source, quality]) => {
			const picture = new Image();
			picture.src = `data:image/png;base64,${source}`;
			await picture.decode();
			const canvas = document.createElement('canvas');
			[canvas.width, canvas.height] = [picture.naturalWidth, picture.naturalHeight];
			canvas.getContext('2d')?.drawImage(picture, 0, 0);
			return canvas.toDataURL('image/webp', quality);
		},
		/** @type {const} */ ([png.toString('base64'), QUALITY])
	);
	return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64');
}

await main(async () => {
	const { values } = parseArgs({ options: { dir: { type: 'string' } } });
	await ensureDependencies();
	if (!values.dir) await ensureBuild({ mode: 'demo', out: DEMO });
	const { chromium } = await import('@playwright/test');
	const { startServer } = await import('./serve.js');
	const site = await startServer({ dir: values.dir ?? DEMO });
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: ['--no-sandbox']
	});
	const painter = await browser.newPage();
	mkdirSync(FOLDER, { recursive: true });
	for (const [name, screen, device, colorScheme] of PICTURES) {
		const context = await browser.newContext({
			...DEVICES[device],
			...{ colorScheme, locale: 'en-US', timezoneId: 'America/New_York' },
			...{ baseURL: site.url, serviceWorkers: 'block', reducedMotion: 'reduce' }
		});
		const page = await context.newPage();
		await page.clock.setFixedTime(DAY);
		await page.goto('');
		await SCREENS.today(page);
		await SCREENS[screen](page);
		// What comes after the first screen, and what was said about the sample people, is over.
		await page.waitForTimeout(9_500);
		const webp = await toWebp(painter, await page.screenshot({ animations: 'disabled' }));
		if (webp.length > AT_MOST)
			throw new Trouble(`${name}.webp has ${webp.length} bytes, too many.`);
		writeFileSync(join(FOLDER, `${name}.webp`), webp);
		console.log(`${name}.webp: ${Math.round(webp.length / 1000)} KB`);
		await context.close();
	}
	await browser.close();
	await site.close();
});
