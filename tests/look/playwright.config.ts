// How the pieces of `ui` and the main screens look, held against pictures that are kept here. A difference
// nobody meant is a fault; `npm run look -- --update` takes the pictures anew once they were looked at.
import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/prepare.js';

const PORT = Number(process.env['KITH_PORT'] ?? '4176');
const SITE = process.env['KITH_OUT'] ?? 'build';
const GALLERY = PORT + 1000;

const chromium = findChromium();
if (!chromium) throw new Error('No Chromium: `npm test` installs one, or set KITH_CHROMIUM.');

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results/look',
	// One for all systems: the font is fixed, and letters are drawn without what a system adds to them.
	snapshotPathTemplate: '{testDir}/pictures/{arg}{ext}',
	workers: 2,
	fullyParallel: true,
	timeout: 90_000,
	globalTimeout: 15 * 60_000,
	forbidOnly: true,
	reporter: [['line'], ['json', { outputFile: '../../node_modules/.cache/kith/look.json' }]],
	expect: { timeout: 10_000, toHaveScreenshot: { maxDiffPixels: 40 } },
	use: {
		baseURL: `http://localhost:${PORT}/`,
		serviceWorkers: 'block',
		locale: 'en-US',
		timezoneId: 'America/Chicago',
		contextOptions: { reducedMotion: 'reduce' },
		launchOptions: {
			executablePath: chromium,
			args: ['--no-sandbox', '--font-render-hinting=none', '--disable-lcd-text']
		}
	},
	metadata: { gallery: `http://localhost:${GALLERY}/` },
	webServer: [
		{
			command: `node scripts/serve.js ${SITE} ${PORT}`,
			cwd: '../..',
			url: `http://localhost:${PORT}/`,
			reuseExistingServer: false
		},
		{
			command: `node tests/look/gallery/serve.js ${GALLERY}`,
			cwd: '../..',
			url: `http://localhost:${GALLERY}/`,
			reuseExistingServer: false
		}
	]
});
