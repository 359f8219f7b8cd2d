// `npm run bench`: measures what the product promises in the built site and prints one JSON object;
// `-- --books` only the two books of tests/budgets/README.md, at full and at a quarter of the speed.
// Times are milliseconds in headless Chromium on this machine; sizes are gzipped bytes.
import { mkdtempSync, rmSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { backupTimes } from './bench-backup.js';
import { bookTimes } from './bench-book.js';
import { mark, quantile, round } from './bench-marks.js';
import { personTimes } from './bench-person.js';
import { DEMO, ensureBuild, ensureChromium, ensureDependencies } from './prepare.js';
import { main } from './run.js';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */

const NAVIGATIONS = 9;
const SAVES = 40;
/** People and entries of the books that are measured on a quick and on a slow processor. */
const BOOKS = /** @type {const} */ ([
	[2_000, 25_000],
	[10_000, 100_000]
]);
const QUERIES = [
	'a',
	'an',
	'ann',
	'kow',
	'kowa',
	'brew',
	'dairy',
	'volcano',
	'max',
	'maria s',
	'zz'
];

/**
 * What a browser loads until the first screen stands: every script and style sheet, gzipped.
 * @param {BrowserContext} context
 * @param {string} url
 */
async function firstLoad(context, url) {
	const page = await context.newPage();
	const sizes = { js: 0, css: 0 };
	/** @type {import('@playwright/test').Response[]} */
	const responses = [];
	page.on('response', (response) => responses.push(response));
	await page.goto(url);
	const ready = await mark(page, 'kith:ready');
	const early = await page.evaluate(
		(until) =>
			performance
				.getEntriesByType('resource')
				.filter(({ startTime }) => startTime < until)
				.map(({ name }) => name),
		ready
	);
	for (const response of responses.filter((each) => early.includes(each.url()))) {
		const kind = /\.(js|css)$/.exec(new URL(response.url()).pathname)?.[1];
		if (kind === 'js' || kind === 'css') sizes[kind] += gzipSync(await response.body()).length;
	}
	await page.close();
	return sizes;
}

/**
 * Fills a profile with the sample book, then leaves only the book behind.
 * @param {(work: (context: BrowserContext, url: string) => Promise<void>, dir: string) => Promise<void>} visit
 * @param {string} size
 */
async function fill(visit, size) {
	await visit(async (context, url) => {
		const page = await context.newPage();
		await page.goto(`${url}?${size}`);
		await page.waitForFunction(() => performance.getEntriesByName('kith:saved').length > 0, null, {
			timeout: 300_000
		});
		await page.close();
	}, DEMO);
}

/**
 * @param {BrowserContext} context
 * @param {string} url
 */
async function startUp(context, url) {
	/** @type {Record<'shell' | 'ready' | 'whole', number[]>} */
	const times = { shell: [], ready: [], whole: [] };
	for (let visit = 0; visit < NAVIGATIONS; visit++) {
		const page = await context.newPage();
		await page.goto(url);
		for (const name of /** @type {const} */ (['shell', 'ready', 'whole'])) {
			times[name].push(await mark(page, `kith:${name}`));
		}
		await page.close();
	}
	return {
		shell: quantile(times.shell, 0.5),
		ready: quantile(times.ready, 0.5),
		readyWorst: quantile(times.ready, 1),
		whole: quantile(times.whole, 0.5)
	};
}

/**
 * From the tap on *New note* to the cursor in the box, and from *Save* to the disk.
 * @param {BrowserContext} context
 * @param {string} url
 */
async function noteTimes(context, url) {
	const page = await context.newPage();
	await page.goto(url);
	await mark(page, 'kith:whole');
	await page.evaluate(() => {
		const log = { tap: 0, focus: /** @type {number[]} */ ([]) };
		Object.assign(window, { kithBench: log });
		document.addEventListener('click', ({ timeStamp }) => (log.tap = timeStamp), true);
		document.addEventListener(
			'focusin',
			({ target }) => {
				if (target instanceof HTMLTextAreaElement) log.focus.push(performance.now() - log.tap);
			},
			true
		);
	});
	for (let visit = 0; visit < NAVIGATIONS; visit++) {
		await page.getByRole('link', { name: 'New note' }).first().click();
		await page.getByRole('textbox', { name: 'Note' }).waitFor();
		await page.goBack();
	}
	const focus = await page.evaluate(
		() =>
			/** @type {{ kithBench: { focus: number[] } }} */ (/** @type {unknown} */ (window)).kithBench
				.focus
	);
	await page.getByRole('link', { name: 'New note' }).first().click();
	const saves = [];
	for (let save = 0; save < SAVES; save++) {
		await page.getByRole('textbox', { name: 'Note' }).fill(`Bench note ${save}, nothing in it.`);
		await page.evaluate(() => performance.clearMarks('kith:saved'));
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		const saved = await mark(page, 'kith:saved');
		saves.push(
			saved -
				(await page.evaluate(
					() =>
						/** @type {{ kithBench: { tap: number } }} */ (/** @type {unknown} */ (window))
							.kithBench.tap
				))
		);
	}
	await page.close();
	return { focusWorst: quantile(focus, 1), saveP95: quantile(saves, 0.95) };
}

/**
 * One keystroke in the search of People: script, list and layout, until the frame can be painted.
 * @param {BrowserContext} context
 * @param {string} url
 */
async function searchTimes(context, url) {
	const page = await context.newPage();
	await page.goto(`${url}#/people`);
	await mark(page, 'kith:whole');
	await page.getByRole('searchbox', { name: 'Search people' }).waitFor();
	await page.waitForTimeout(3_000);
	const times = await page.evaluate(async (queries) => {
		const box = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]'));
		const pause = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms));
		const times = [];
		const scripts = [];
		for (const query of queries) {
			for (let length = 1; length <= query.length; length++) {
				box.value = query.slice(0, length);
				const start = performance.now();
				box.dispatchEvent(new InputEvent('input', { bubbles: true }));
				// Svelte updates the page in microtasks after the event.
				for (let turn = 0; turn < 10; turn++) await Promise.resolve();
				scripts.push(performance.now() - start);
				// Reading a height makes the browser lay the page out now.
				if (document.body.offsetHeight >= 0) times.push(performance.now() - start);
				await pause(150);
			}
			box.value = '';
			box.dispatchEvent(new InputEvent('input', { bubbles: true }));
			await pause(150);
		}
		return { times, scripts };
	}, QUERIES);
	await page.close();
	return {
		script: quantile(times.scripts, 0.95),
		p95: quantile(times.times, 0.95),
		worst: quantile(times.times, 1)
	};
}

await main(async () => {
	await ensureDependencies();
	const executablePath = await ensureChromium();
	await ensureBuild();
	await ensureBuild({ mode: 'demo', out: DEMO });
	const { chromium } = await import('@playwright/test');
	const { startServer } = await import('./serve.js');
	const profiles = mkdtempSync(join(tmpdir(), 'kith-bench-'));

	/**
	 * Runs work in a profile of its own, with the site always at the same origin.
	 * @param {string} profile
	 * @returns {(work: (context: BrowserContext, url: string) => Promise<void>, dir?: string) => Promise<void>}
	 */
	const visitor =
		(profile) =>
		async (work, dir = 'build') => {
			const site = await startServer({ dir, port: 4176 });
			const context = await chromium.launchPersistentContext(join(profiles, profile), {
				executablePath,
				serviceWorkers: 'block',
				viewport: { width: 390, height: 844 },
				args: [
					'--no-sandbox',
					'--disable-background-networking',
					'--disable-component-update',
					'--disable-sync',
					'--disable-quic'
				]
			});
			try {
				await work(context, site.url);
			} finally {
				await context.close();
				await site.close();
			}
		};

	/** @type {Record<string, unknown>} */
	const figures = {};
	const isAll = !process.argv.includes('--books');
	try {
		for (const [people, entries] of BOOKS) {
			const book = visitor(`${people}`);
			await fill(book, `people=${people}&entries=${entries}`);
			for (const rate of [1, 4]) {
				await book(async (context, url) => {
					figures[`${people}/${entries} at ${rate}x`] = await bookTimes(context, url, rate);
				});
			}
		}
		if (!isAll) return;
		const usual = visitor('usual');
		await fill(usual, 'people=2000&entries=25000');
		await usual(async (context, url) => {
			const { js, css } = await firstLoad(context, url);
			figures['firstLoadJsBytes'] = js;
			figures['firstLoadCssBytes'] = css;
			const { shell, ready, readyWorst, whole } = await startUp(context, url);
			figures['shellMs'] = shell;
			figures['readyMs'] = ready;
			figures['readyWorstMs'] = readyWorst;
			figures['wholeMs'] = whole;
			const { focusWorst, saveP95 } = await noteTimes(context, url);
			figures['noteFocusWorstMs'] = focusWorst;
			figures['saveDurableP95Ms'] = saveP95;
		});
		const longer = visitor('longer');
		// The same pace for nine years instead of three: start-up must not grow with history.
		await fill(longer, 'people=2000&entries=75000&years=9');
		await longer(async (context, url) => {
			const { ready, whole } = await startUp(context, url);
			figures['readyMsThreeTimesTheHistory'] = ready;
			figures['wholeMsThreeTimesTheHistory'] = whole;
		});
		const large = visitor('large');
		await fill(large, 'people=10000&entries=25000');
		await large(async (context, url) => {
			const { script, p95, worst } = await searchTimes(context, url);
			figures['searchKeystrokeP95Ms'] = script;
			figures['searchKeystrokeWithLayoutP95Ms'] = p95;
			figures['searchKeystrokeWithLayoutWorstMs'] = worst;
			const { ready } = await startUp(context, url);
			figures['readyMs10000People'] = ready;
		});
		const whole = visitor('whole');
		await fill(whole, 'people=10000&entries=100000');
		await whole(async (context, url) => {
			for (const [name, { ms, worst }] of Object.entries(await backupTimes(context, url, mark))) {
				figures[`backup.${name}Ms`] = ms;
				figures[`backup.${name}LongestTaskMs`] = worst;
			}
		});
		const acquainted = visitor('acquainted');
		await acquainted(async (context, url) => {
			const { shown, longTasks, scrolled } = await personTimes(context, url, mark);
			figures['person3000FirstMs'] = round(shown[0] ?? Number.NaN);
			figures['person3000Ms'] = quantile(shown, 0.5);
			figures['person3000WorstMs'] = quantile(shown.slice(1), 1);
			figures['person3000RowsScrolled'] = scrolled;
			figures['person3000LongTasks'] = longTasks.length;
			figures['person3000LongestTaskMs'] = Math.max(0, ...longTasks);
		});
	} finally {
		rmSync(profiles, { recursive: true, force: true });
		say(figures);
	}
});

/** @param {Record<string, unknown>} figures */
function say(figures) {
	const conditions = {
		processors: cpus().length,
		model: cpus()[0]?.model ?? 'unknown',
		node: process.version,
		navigations: NAVIGATIONS,
		saves: SAVES
	};
	console.log(JSON.stringify({ ...figures, conditions }, null, '\t'));
}
