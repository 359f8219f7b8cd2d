// One book on a quick or a slowed processor: what a rep waits for, from the start to a person's page.
import { mark, quantile, round } from './bench-marks.js';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */

const STARTS = 5;
const NOTES = 20;
const VISITS = 9;
const WHEEL_TURNS = 60;
const QUERIES = ['ann', 'kowa', 'brew', 'maria s'];

/**
 * A page on a processor that is `rate` times as slow.
 * @param {BrowserContext} context
 * @param {number} rate
 */
async function slowedPage(context, rate) {
	const page = await context.newPage();
	page.setDefaultTimeout(120_000);
	const session = await context.newCDPSession(page);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
	return { page, session };
}

/**
 * @param {BrowserContext} context
 * @param {string} url
 * @param {number} rate
 */
export async function bookTimes(context, url, rate) {
	return {
		...(await starts(context, url, rate)),
		...(await notes(context, url, rate)),
		...(await people(context, url, rate))
	};
}

/** @param {BrowserContext} context @param {string} url @param {number} rate */
async function starts(context, url, rate) {
	const ready = [];
	const whole = [];
	let heap = 0;
	for (let start = 0; start < STARTS; start++) {
		const { page, session } = await slowedPage(context, rate);
		await page.goto(url);
		ready.push(await mark(page, 'kith:ready'));
		whole.push(await mark(page, 'kith:whole'));
		await session.send('HeapProfiler.collectGarbage');
		heap = (await session.send('Runtime.getHeapUsage')).usedSize;
		await page.close();
	}
	return {
		readyMs: quantile(ready, 0.5),
		wholeMs: quantile(whole, 0.5),
		heapMb: round(heap / 1e6)
	};
}

/** @param {BrowserContext} context @param {string} url @param {number} rate */
async function notes(context, url, rate) {
	const { page } = await slowedPage(context, rate);
	await page.goto(url);
	await mark(page, 'kith:whole');
	const box = page.getByRole('textbox', { name: 'Note' });
	const link = page.getByRole('link', { name: 'New note' }).first();
	const opened = [];
	for (let visit = 0; visit < VISITS; visit++) {
		await page.evaluate(watch, 'the cursor in the box');
		await link.click();
		opened.push(await page.evaluate(waited));
		await page.goBack();
	}
	await link.click();
	const shown = [];
	const durable = [];
	for (let note = 0; note < NOTES; note++) {
		await box.fill(`Bench note ${note}, nothing in it.`);
		await page.evaluate(() => performance.clearMarks('kith:saved'));
		await page.evaluate(watch, 'the box empty again');
		await page.getByRole('button', { name: 'Save', exact: true }).click();
		shown.push(await page.evaluate(waited));
		durable.push((await mark(page, 'kith:saved')) - (await page.evaluate(tapped)));
	}
	await page.close();
	return {
		newNoteMs: quantile(opened, 0.5),
		newNoteP95Ms: quantile(opened, 0.95),
		savedOnScreenMs: quantile(shown, 0.5),
		savedOnScreenP95Ms: quantile(shown, 0.95),
		savedDurableMs: quantile(durable, 0.5),
		savedDurableP95Ms: quantile(durable, 0.95)
	};
}

/** @param {BrowserContext} context @param {string} url @param {number} rate */
async function people(context, url, rate) {
	const { page } = await slowedPage(context, rate);
	await page.goto(`${url}#/people`);
	await mark(page, 'kith:whole');
	const search = page.getByRole('searchbox', { name: 'Search people' });
	await search.waitFor();
	await page.waitForTimeout(3_000);
	const keys = await page.evaluate(type, QUERIES);
	await page.evaluate(watchTasks);
	await page.mouse.move(195, 500);
	for (let turn = 0; turn < WHEEL_TURNS; turn++) {
		await page.mouse.wheel(0, 400);
		await page.waitForTimeout(33);
	}
	const tasks = await page.evaluate(longTasks);
	const opened = [];
	for (let visit = 0; visit < VISITS; visit++) {
		await search.fill(['ann', 'maria', 'kow'][visit % 3] ?? '');
		const link = page.getByRole('list', { name: 'People' }).getByRole('link').first();
		await link.waitFor();
		await page.waitForTimeout(500);
		await page.evaluate(watch, 'what happened with a person');
		await link.click();
		opened.push(await page.evaluate(waited));
		await page.getByRole('region', { name: 'What happened' }).waitFor();
		await page.goBack();
		await search.waitFor();
	}
	await page.close();
	return {
		keystrokeP95Ms: quantile(keys, 0.95),
		scrollLongTasks: tasks.length,
		scrollLongestTaskMs: round(Math.max(0, ...tasks)),
		personMs: quantile(opened, 0.5),
		personP95Ms: quantile(opened, 0.95)
	};
}

/**
 * Runs in the page: from the next click on, looks at each frame whether something is there.
 * @param {string} what the cursor in the box, the box empty again, or what happened with a person
 */
function watch(what) {
	const isThere = () => {
		if (what === 'the cursor in the box') return document.activeElement?.tagName === 'TEXTAREA';
		if (what === 'the box empty again') return document.querySelector('textarea')?.value === '';
		return [...document.querySelectorAll('h2')].some(
			({ textContent }) => textContent.trim() === 'What happened'
		);
	};
	const wait = new Promise((resolve) => {
		const tapped = (/** @type {MouseEvent} */ { timeStamp }) => {
			Object.assign(window, { kithTapped: timeStamp });
			const look = () => {
				if (isThere()) resolve(performance.now() - timeStamp);
				else requestAnimationFrame(look);
			};
			requestAnimationFrame(look);
		};
		document.addEventListener('click', tapped, { capture: true, once: true });
	});
	Object.assign(window, { kithWait: wait });
}

/** Runs in the page: milliseconds from the click until it was there. */
function waited() {
	return /** @type {{ kithWait: Promise<number> }} */ (/** @type {unknown} */ (window)).kithWait;
}

/** Runs in the page: when the last click was. */
function tapped() {
	return /** @type {{ kithTapped: number }} */ (/** @type {unknown} */ (window)).kithTapped;
}

/**
 * Runs in the page: types into the search box; script, list and layout of each keystroke.
 * @param {readonly string[]} queries
 */
async function type(queries) {
	const box = /** @type {HTMLInputElement} */ (document.querySelector('input[type=search]'));
	const times = [];
	for (const query of queries) {
		for (let length = 0; length <= query.length; length++) {
			box.value = query.slice(0, length);
			const start = performance.now();
			box.dispatchEvent(new InputEvent('input', { bubbles: true }));
			// Svelte updates the page in microtasks after the event.
			for (let turn = 0; turn < 10; turn++) await Promise.resolve();
			// Reading a height makes the browser lay the page out now.
			if (document.body.offsetHeight >= 0) times.push(performance.now() - start);
			await new Promise((done) => setTimeout(done, 150));
		}
	}
	box.value = '';
	box.dispatchEvent(new InputEvent('input', { bubbles: true }));
	await new Promise((done) => setTimeout(done, 500));
	return times;
}

/** Runs in the page: from now on, tasks over 50 ms are noted. */
function watchTasks() {
	/** @type {number[]} */
	const tasks = [];
	new PerformanceObserver((list) =>
		tasks.push(...list.getEntries().map(({ duration }) => duration))
	).observe({ type: 'longtask' });
	Object.assign(window, { kithTasks: tasks });
}

/** Runs in the page. */
function longTasks() {
	return /** @type {{ kithTasks: number[] }} */ (/** @type {unknown} */ (window)).kithTasks;
}
