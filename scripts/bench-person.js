// The page of somebody with 3,000 entries: from the tap to the page, and whether scrolling through it stutters.
import { longAcquaintance } from './long-acquaintance.js';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */

/** What is measured by the bench. */
const USUAL = { visits: 9, turns: 12, others: { people: 2_000, entries: 22_000 } };

/**
 * Restores the book into an empty one and measures in it, on a phone-sized screen.
 * @param {BrowserContext} context
 * @param {string} url
 * @param {(page: Page, name: string) => Promise<number>} mark
 * @param {typeof USUAL} [size]
 * @returns {Promise<{ shown: number[], longTasks: number[], scrolled: number }>} milliseconds from the tap
 * to the frame with name and timeline, one a visit; tasks over 50 ms while scrolling; rows scrolled over
 */
export async function personTimes(context, url, mark, { visits, turns, others } = USUAL) {
	const page = await context.newPage();
	await page.goto(`${url}#/backup`);
	await page.getByLabel('Backup file').setInputFiles({
		name: 'kith-backup-2026-01-01.json',
		mimeType: 'application/json',
		buffer: Buffer.from(longAcquaintance(Date.now(), others))
	});
	await page.getByRole('button', { name: 'Add & update' }).click({ timeout: 120_000 });
	await page.getByText(/^Added .* other entries/).waitFor({ timeout: 300_000 });
	await page.close();
	const again = await context.newPage();
	await again.goto(`${url}#/people`);
	await mark(again, 'kith:whole');
	await again.evaluate(watch);
	const shown = [];
	for (let visit = 0; visit < visits; visit++) {
		await again.getByRole('searchbox', { name: 'Search people' }).fill('Ada Marsh');
		const link = again.getByRole('list', { name: 'People' }).getByRole('link').first();
		await link.waitFor();
		await again.waitForTimeout(500);
		await link.click();
		await again
			.getByRole('region', { name: 'What happened' })
			.getByRole('listitem')
			.first()
			.waitFor();
		shown.push(await again.evaluate(lastShown));
		if (visit < visits - 1) await again.goBack();
	}
	await again.waitForTimeout(1_000);
	await again.evaluate(forget);
	for (;;) {
		const older = again.getByRole('button', { name: 'Show older' });
		await wheelDown(again, turns);
		if ((await older.count()) === 0) break;
		await older.click();
	}
	const longTasks = await again.evaluate(tasks);
	const scrolled = await again
		.getByRole('region', { name: 'What happened' })
		.getByRole('listitem')
		.count();
	await again.close();
	return { shown, longTasks, scrolled };
}

/** @param {Page} page @param {number} turns of the wheel */
async function wheelDown(page, turns) {
	for (let turn = 0; turn < turns; turn++) {
		await page.mouse.wheel(0, 900);
		await page.waitForTimeout(40);
	}
}

/* What runs in the page. */

function watch() {
	const log = { tap: 0, shown: 0, tasks: /** @type {number[]} */ ([]) };
	Object.assign(window, { kithPerson: log });
	document.addEventListener(
		'click',
		({ timeStamp }) => {
			log.tap = timeStamp;
			log.shown = 0;
		},
		true
	);
	let isAwaited = false;
	new MutationObserver(() => {
		if (isAwaited || log.shown > 0 || !location.hash.startsWith('#/people/')) return;
		const region = [...document.querySelectorAll('section')].find(
			(section) => section.querySelector('h2')?.textContent.trim() === 'What happened'
		);
		if (!region?.querySelector('li')) return;
		isAwaited = true;
		requestAnimationFrame(() => {
			// The task after the frame: by then it has been painted.
			const channel = new MessageChannel();
			channel.port1.onmessage = () => {
				log.shown = performance.now() - log.tap;
				isAwaited = false;
			};
			channel.port2.postMessage(0);
		});
	}).observe(document.body, { childList: true, subtree: true });
	new PerformanceObserver((list) => {
		for (const { duration } of list.getEntries()) log.tasks.push(duration);
	}).observe({ type: 'longtask' });
}

async function lastShown() {
	const { kithPerson } = /** @type {{ kithPerson: { shown: number } }} */ (
		/** @type {unknown} */ (window)
	);
	while (kithPerson.shown === 0) await new Promise((done) => setTimeout(done, 10));
	return kithPerson.shown;
}

function forget() {
	/** @type {{ kithPerson: { tasks: number[] } }} */ (
		/** @type {unknown} */ (window)
	).kithPerson.tasks.length = 0;
}

function tasks() {
	return /** @type {{ kithPerson: { tasks: number[] } }} */ (/** @type {unknown} */ (window))
		.kithPerson.tasks;
}
