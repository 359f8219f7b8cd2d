// The promises of the app, kept or broken in a real browser against the built site.
import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/prepare.js';

const PORT = 4174;
const chromium = findChromium();
if (!chromium) throw new Error('No Chromium: `npm test` installs one, or set KITH_CHROMIUM.');

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	workers: 2,
	retries: 0,
	forbidOnly: true,
	reporter: [['line'], ['json', { outputFile: '../../node_modules/.cache/kith/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${PORT}/`,
		// A browser that asks for nothing by itself, so that every request is ours.
		launchOptions: {
			executablePath: chromium,
			args: [
				'--no-sandbox',
				'--disable-background-networking',
				'--disable-component-update',
				'--disable-sync',
				'--disable-quic'
			]
		}
	},
	projects: [
		{ name: 'laptop', use: { viewport: { width: 1280, height: 860 } } },
		{
			name: 'phone',
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
		}
	],
	webServer: {
		command: `node scripts/serve.js build ${PORT}`,
		cwd: '../..',
		url: `http://localhost:${PORT}/`,
		reuseExistingServer: false
	}
});
