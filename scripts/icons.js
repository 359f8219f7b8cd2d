// Renders the PNG icons with the system's Chromium: the two marks, and what the app's shortcuts lead to;
// run it when a mark or one of those icons changes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from './prepare.js';
import { main, ROOT } from './run.js';

const FOLDER = join(ROOT, 'static/icons');

/** The mark's own ground and paper, the same in both schemes. */
const [BOTTLE, PAPER] = ['#125643', '#f6f3ea'];

/** @param {string} file */
const mark = (file) => readFileSync(join(FOLDER, file), 'utf8');

/**
 * One of the app's icons on the ground of the mark, as large as the mark stands on it.
 * @param {string} name
 */
function onBottle(name) {
	const icon = readFileSync(join(ROOT, `src/lib/ui/icons/${name}.svg`), 'utf8');
	const drawn = icon
		.replace('<svg', '<svg x="6" y="6"')
		.replace('width="24" height="24"', 'width="20" height="20"')
		.replace('currentColor', PAPER);
	const ground = `<rect width="32" height="32" rx="7.5" fill="${BOTTLE}"/>`;
	return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${ground}${drawn}</svg>`;
}

/** What to draw: file, picture, edge in pixels; the maskable mark has no round corners of its own. */
const ICONS = /** @type {const} */ ([
	['mark-192.png', mark('mark.svg'), 192],
	['mark-512.png', mark('mark.svg'), 512],
	['mark-maskable-512.png', mark('mark-maskable.svg'), 512],
	['apple-touch-icon.png', mark('mark-maskable.svg'), 180],
	['shortcut-new-note.png', onBottle('note'), 192],
	['shortcut-today.png', onBottle('today'), 192],
	['shortcut-walk.png', onBottle('call'), 192],
	['shortcut-top-ten.png', onBottle('ten'), 192],
	['shortcut-people.png', onBottle('people'), 192]
]);

await main(async () => {
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: ['--no-sandbox']
	});
	const page = await browser.newPage();
	for (const [file, picture, edge] of ICONS) {
		const source = Buffer.from(picture).toString('base64');
		const style = `display:block;inline-size:${edge}px;block-size:${edge}px`;
		await page.setViewportSize({ width: edge, height: edge });
		await page.setContent(
			`<body style="margin:0"><img style="${style}" src="data:image/svg+xml;base64,${source}">`
		);
		await page.screenshot({ path: join(FOLDER, file), omitBackground: true });
		console.log(`${file}: ${edge} × ${edge}`);
	}
	await browser.close();
});
