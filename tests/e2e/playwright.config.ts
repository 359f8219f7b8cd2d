// The promises of the app, kept or broken in a real browser against the built site.
import { defineConfig } from '@playwright/test';
import { findChromium } from '../../scripts/prepare.js';

// Another build than the usual one is tried with KITH_OUT=folder KITH_PORT=number.
const PORT = process.env['KITH_PORT'] ?? '4174';
const SITE = process.env['KITH_OUT'] ?? 'build';
/** What happens on disk and between tabs is the same on either screen: each is tried on one. */
const ON_A_PHONE = [
	'a-long-acquaintance',
	'a-file-arrives',
	'a-note-becomes-knowledge',
	'a-newer-version',
	'a-second-look',
	'a-table-is-mapped',
	'back-is-one-step',
	'an-article-is-passed-on',
	'an-import-is-whole',
	'backup-passphrase',
	'device-lock.spec.ts',
	'everything-goes-out',
	'erased-is-gone',
	'main-job.spec.ts',
	'nobody-reads-along',
	'not-saved-is-said',
	'read-by-anybody',
	'removal-leaves-nothing',
	'ten-places',
	'what-i-hold-about-you',
	'what-is-shared',
	'what-was-lost-is-said',
	'what-you-know',
	'works-without-network'
];
const ON_A_LAPTOP = [
	'a-code-comes-first',
	'a-folder-carries',
	'backup-folder',
	'backup-restores-everything',
	'found-by-a-tester',
	'insights-are-true',
	'moves-and-companies',
	'one-person-twice',
	'people-are-found',
	'two-devices-agree',
	'device-lock-on-disk',
	'two-tabs-agree',
	'words-are-kept'
];
/** What measures how fast something is wants the machine to itself: `npm run bench:large`. */
const MEASURED = [
	'a-large-book-arrives',
	'a-large-book-goes-out',
	'a-large-book-is-searched',
	'a-large-file-comes-in'
];
const files = (names: readonly string[]) => names.map((name) => `**/${name}*`);

/**
 * Faults that take long to bring about: kills, folders, thousands of entries. Beside all others they
 * would take `npm test` beyond its fifteen minutes: `npm run test:long`.
 */
const LONG = [
	'a-folder-carries',
	'a-long-acquaintance',
	'a-week-of-a-rep',
	'backup-folder',
	'device-lock-on-disk',
	'insights-are-true',
	'removal-leaves-nothing'
];
/** What a run leaves out, and what it is for when it is one of the long ones. */
const isLong = process.env['KITH_LONG'] !== undefined;
const only = isLong ? { testMatch: files(LONG) } : {};
const apart = [...MEASURED, ...(isLong ? [] : LONG)];

const MEASURING = {
	name: 'measured',
	testMatch: files(MEASURED),
	use: { viewport: { width: 1280, height: 860 } }
};

const chromium = findChromium();
if (!chromium) throw new Error('No Chromium: `npm test` installs one, or set KITH_CHROMIUM.');

export default defineConfig({
	testDir: '.',
	outputDir: '../../test-results',
	// Much of a test is waiting: three keep two cores busy.
	workers: 3,
	// A machine with other work to do is slower, and says nothing about the app.
	timeout: 90_000,
	// What measures takes as long as it takes.
	globalTimeout: process.env['KITH_MEASURED'] ? 0 : 15 * 60_000,
	// A machine may stumble; what passed at a second try only is named at the end of `npm test`.
	retries: 1,
	forbidOnly: true,
	reporter: [['line'], ['json', { outputFile: '../../node_modules/.cache/kith/e2e.json' }]],
	use: {
		baseURL: `http://localhost:${PORT}/`,
		// Filling the offline cache is a third of what a short test does; the specs that go offline allow it.
		serviceWorkers: 'block',
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
		{
			name: 'laptop',
			...only,
			testIgnore: files([...ON_A_PHONE, ...apart]),
			use: { viewport: { width: 1280, height: 860 } }
		},
		{
			name: 'phone',
			...only,
			testIgnore: files([...ON_A_LAPTOP, ...apart]),
			use: { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
		},
		...(process.env['KITH_MEASURED'] ? [MEASURING] : [])
	],
	webServer: {
		command: `node scripts/serve.js ${SITE} ${PORT}`,
		cwd: '../..',
		url: `http://localhost:${PORT}/`,
		reuseExistingServer: false
	}
});
