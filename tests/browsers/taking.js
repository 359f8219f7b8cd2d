// Takes the flows in one browser: for each a server of its own, profiles of its own, a limit of time, and
// no error in any page.
import { join } from 'node:path';
import { startServer } from '../../scripts/serve.js';
import { Screen } from './screen.js';

/** @typedef {import('./driver.js').Driver} Driver */
/** @typedef {import('./driver.js').Page} Page */
/** @typedef {import('./flows.js').Flow} Flow */

/** A flow takes a few seconds; beside all the other tests, ten times as long. */
const FLOW_MS = 90_000;
const START_MS = 60_000;
const END_MS = 10_000;
/** A driver may leave a question without any answer. What passed at a second try only is told. */
const TRIES = 2;

/** What browsers say by themselves when a server is not there, as the flow wants it. */
const OFFLINE = /ERR_CONNECTION_REFUSED|Failed to load resource|Could not connect|NetworkError/;

/**
 * @typedef {object} Taken
 * @property {string} dir the built site
 * @property {() => Promise<Driver>} open
 * @property {(words: string) => void} say
 * @property {string | undefined} pictures a folder for one of how each flow ended
 * @property {(flow: string, fault: string | undefined, again: boolean) => void} ontaken `again`: at a second try
 */

/** @param {readonly [name: string, flow: Flow][]} flows @param {Taken} how */
export async function takeFlows(flows, { dir, open, say, pictures, ontaken }) {
	/** @type {Driver | undefined} */
	let driver;
	for (const [name, flow] of flows) {
		const start = performance.now();
		const picture = pictures && join(pictures, `${name.replaceAll(' ', '-')}.png`);
		/** @type {string | undefined} */
		let fault;
		let tries = 0;
		do {
			if (tries > 0) say(`${name}: ${fault ?? ''}; once more, in a new browser`);
			try {
				driver ??= await begun(open);
				fault = await within(takeFlow(driver, { dir, flow, say, picture }), FLOW_MS, 'it');
			} catch (error) {
				fault = wordsOf(error);
			}
			// What may still be at it must not be at it beside the next one.
			if (fault !== undefined) {
				await ended(driver);
				driver = undefined;
			}
		} while (fault !== undefined && ++tries < TRIES);
		const seconds = ((performance.now() - start) / 1000).toFixed(1);
		const mark = fault === undefined ? '✓' : '✗';
		say(`${mark} ${name}: ${fault === undefined ? 'passed' : `failed: ${fault}`} (${seconds} s)`);
		ontaken(name, fault, tries > 0);
	}
	if (driver) say(`  in ${driver.version}`);
	await ended(driver);
}

/** @param {() => Promise<Driver>} open */
function begun(open) {
	const opening = open();
	const wait = within(opening, START_MS, 'the start of the browser');
	return wait.catch((/** @type {unknown} */ error) => {
		// One that starts after all has nobody to end it.
		opening.then(ended, () => undefined);
		throw error;
	});
}

/** @param {Driver | undefined} driver */
async function ended(driver) {
	if (driver) await within(driver.close(), END_MS, 'its end').catch(() => undefined);
}

/**
 * @param {Driver} driver
 * @param {{ dir: string, flow: Flow, say: (words: string) => void, picture: string | undefined }} how
 * @returns {Promise<string | undefined>} what was wrong
 */
async function takeFlow(driver, { dir, flow, say, picture }) {
	const site = await startServer({ dir });
	/** @type {Page | undefined} */
	let page;
	let isOffline = false;
	/** @type {string[]} */
	const faults = [];
	const leave = async () => {
		const seen = (await page?.faults().catch(() => [])) ?? [];
		faults.push(...seen.filter((words) => !isOffline || !OFFLINE.test(words)));
		await page?.close().catch(() => undefined);
		page = undefined;
	};
	try {
		await flow({
			url: site.url,
			say,
			async stopServing() {
				isOffline = true;
				await site.close();
			},
			async newProfile() {
				await leave();
				page = await driver.open();
				return new Screen(page, driver.downloads);
			}
		});
	} catch (error) {
		faults.push(wordsOf(error));
	}
	if (picture !== undefined) await page?.picture(picture).catch(() => undefined);
	await leave();
	// Closing it a second time does no harm.
	await site.close();
	return faults.length > 0 ? faults.join('; ') : undefined;
}

/**
 * @template T @param {Promise<T>} work @param {number} ms @param {string} what
 * @returns {Promise<T>}
 */
async function within(work, ms, what) {
	/** @type {NodeJS.Timeout | undefined} */
	let late;
	/** @type {Promise<never>} */
	const end = new Promise((_, reject) => {
		late = setTimeout(() => reject(new Error(`${what} took longer than ${ms / 1000} s`)), ms);
	});
	try {
		return await Promise.race([work, end]);
	} finally {
		clearTimeout(late);
	}
}

/** @param {unknown} error */
function wordsOf(error) {
	return error instanceof Error ? error.message : String(error);
}
