// Renders the PNG icons from the two SVG marks with the system's Chromium; run it when a mark changes.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { ensureChromium } from './prepare.js';
import { main, ROOT } from './run.js';

const FOLDER = join(ROOT, 'static/icons');

/** What to draw: file, mark, edge in pixels; the maskable mark has no round corners of its own. */
const ICONS = /** @type {const} */ ([
	['mark-192.png', 'mark.svg', 192],
	['mark-512.png', 'mark.svg', 512],
	['mark-maskable-512.png', 'mark-maskable.svg', 512],
	['apple-touch-icon.png', 'mark-maskable.svg', 180]
]);

await main(async () => {
	const browser = await chromium.launch({
		executablePath: await ensureChromium(),
		args: ['--no-sandbox']
	});
	const page = await browser.newPage();
	for (const [file, mark, edge] of ICONS) {
		const source = readFileSync(join(FOLDER, mark)).toString('base64');
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
