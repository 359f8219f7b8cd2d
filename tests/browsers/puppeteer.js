// Chromium and Firefox, driven by puppeteer: Firefox over WebDriver BiDi, the standard for it.
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import puppeteer from 'puppeteer-core';
import { elementOf, isPressable, isThere, pressedOf } from './in-page.js';

/** @typedef {import('puppeteer-core').Browser} Browser */
/** @typedef {import('puppeteer-core').ElementHandle<Element>} Handle */
/** @typedef {import('./driver.js').Driver} Driver */
/** @typedef {import('./driver.js').Page} Page */

/** What a module or a style is said to have come to that was not fetched to its end. */
const STOPPED = /error loading dynamically imported module|Unable to load \S+\.css/;

const VIEW = { width: 1280, height: 860 };

/**
 * @param {string} executablePath
 * @param {string} folder for its files
 * @returns {Promise<Driver>}
 */
export async function openChromium(executablePath, folder) {
	const browser = await puppeteer.launch({
		executablePath,
		defaultViewport: VIEW,
		// A browser that asks for nothing by itself.
		args: [
			'--no-sandbox',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--disable-quic'
		]
	});
	return driverOf(browser, folder);
}

/**
 * @param {string} executablePath
 * @param {string} folder for its files
 * @returns {Promise<Driver>}
 */
export async function openFirefox(executablePath, folder) {
	const browser = await puppeteer.launch({
		browser: 'firefox',
		protocol: 'webDriverBiDi',
		executablePath,
		defaultViewport: VIEW,
		extraPrefsFirefox: {
			'browser.download.folderList': 2,
			'browser.download.dir': downloadsIn(folder),
			'browser.download.useDownloadDir': true,
			'intl.accept_languages': 'en-US'
		}
	});
	return driverOf(browser, folder);
}

/** @param {string} folder */
function downloadsIn(folder) {
	const path = join(folder, 'downloads');
	mkdirSync(path, { recursive: true });
	return path;
}

/** @param {Browser} browser @param {string} folder @returns {Promise<Driver>} */
async function driverOf(browser, folder) {
	const downloads = downloadsIn(folder);
	return {
		version: await browser.version(),
		downloads,
		open: () => openPage(browser, downloads),
		close: () => browser.close()
	};
}

/** @param {Browser} browser @param {string} downloadPath @returns {Promise<Page>} */
async function openPage(browser, downloadPath) {
	const isFirefox = (await browser.version()).startsWith('firefox');
	const context = await browser.createBrowserContext(
		// Firefox knows it from its profile.
		isFirefox ? {} : { downloadBehavior: { policy: 'allow', downloadPath } }
	);
	const page = await context.newPage();
	/** @type {string[]} */
	const faults = [];
	let isLeaving = false;
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
	});
	page.on('pageerror', (error) => {
		const words = error instanceof Error ? (error.stack ?? error.message) : String(error);
		// Firefox says of what it stops loading, because it leaves the page, that it could not be loaded.
		if (isLeaving && STOPPED.test(words)) return;
		faults.push(`page error: ${words}`);
	});

	/** @param {string} expression @returns {Promise<Handle | undefined>} */
	const find = async (expression) => {
		const found = await page.evaluateHandle(expression);
		return /** @type {Handle | null} */ (found.asElement()) ?? undefined;
	};
	/** @param {() => Promise<unknown>} go */
	const leave = async (go) => {
		isLeaving = true;
		try {
			await go();
		} finally {
			isLeaving = false;
		}
	};
	return {
		goto: (url) => leave(() => page.goto(url)),
		reload: () => leave(() => page.reload()),
		has: async (wanted) => (await page.evaluate(isThere(wanted))) === true,
		async click(wanted) {
			const found = await find(pressedOf(wanted));
			if (!(await found?.evaluate(isPressable))) return false;
			await found?.click();
			return true;
		},
		async type(wanted, text) {
			const found = await find(elementOf(wanted));
			await found?.type(text);
			return found !== undefined;
		},
		press: (key) => page.keyboard.press(key),
		async choose(wanted, path) {
			const found = await find(elementOf(wanted));
			await /** @type {import('puppeteer-core').ElementHandle<HTMLInputElement> | undefined} */ (
				found
			)?.uploadFile(path);
			return found !== undefined;
		},
		// Only plain values go in, which is more than the types of `evaluate` can know.
		run: (work, ...given) =>
			page.evaluate(/** @type {(...all: unknown[]) => any} */ (work), ...given),
		faults: () => Promise.resolve(faults),
		async picture(path) {
			await page.screenshot({ path: /** @type {`${string}.png`} */ (path) });
		},
		close: () => context.close()
	};
}
