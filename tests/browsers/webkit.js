// WebKit as Debian has it: MiniBrowser on a screen of its own (Xvfb), driven by selenium over WebDriver.
// It tells no driver what its console says, so the page keeps its errors itself: `withFaultsKept`.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Builder, Capabilities } from 'selenium-webdriver';
import { elementOf, isThere, keepFaults, keptFaults, pressedOf } from './in-page.js';

/** @typedef {import('node:child_process').ChildProcess} ChildProcess */
/** @typedef {import('selenium-webdriver').WebDriver} WebDriver */
/** @typedef {import('selenium-webdriver').WebElement} WebElement */
/** @typedef {import('./driver.js').Driver} Driver */
/** @typedef {import('./driver.js').Page} Page */

const START_MS = 20_000;
/** A question that comes while the page changes may never be answered: then it is asked again. */
const SCRIPT_MS = 4_000;
const LOAD_MS = 20_000;

/**
 * Puts into the page of a built site what keeps its errors, above all that the page itself has there,
 * its Content-Security-Policy included.
 * @param {string} site a copy of the built site
 */
export function withFaultsKept(site) {
	for (const name of readdirSync(site).filter((one) => one.endsWith('.html'))) {
		const path = join(site, name);
		const page = readFileSync(path, 'utf8');
		writeFileSync(
			path,
			page.replace('<head>', () => `<head><script>(${String(keepFaults)})()</script>`)
		);
	}
}

/**
 * @param {{ driver: string, browser: string, xvfb: string }} paths
 * @param {string} folder for its files
 * @returns {Promise<Driver>}
 */
export async function openWebKit(paths, folder) {
	mkdirSync(folder, { recursive: true });
	const xvfb = spawn(
		paths.xvfb,
		['-displayfd', '3', '-screen', '0', '1400x1000x24', '-nolisten', 'tcp'],
		{ stdio: ['ignore', 'ignore', 'ignore', 'pipe'] }
	);
	/** @type {ChildProcess[]} */
	const running = [xvfb];
	const end = () => {
		for (const child of running) child.kill('SIGKILL');
	};
	process.on('exit', end);
	try {
		const display = await displayOf(xvfb);
		const port = await freePort();
		const service = spawn(paths.driver, [`--port=${port}`, '--host=127.0.0.1'], {
			stdio: 'ignore',
			env: {
				...process.env,
				...{ DISPLAY: display, HOME: folder, XDG_CONFIG_HOME: folder },
				...{ LANG: 'en_US.UTF-8', LANGUAGE: 'en_US' }
			}
		});
		running.unshift(service);
		const address = `http://127.0.0.1:${port}`;
		await untilItAnswers(address);
		return {
			version: await versionOf(address, paths.browser),
			// Without a folder for downloads they land at home.
			downloads: folder,
			open: async () => pageOf(await begin(address, paths.browser)),
			async close() {
				end();
				await Promise.all(running.map(gone));
				process.off('exit', end);
			}
		};
	} catch (error) {
		end();
		throw error;
	}
}

/** @param {string} address @param {string} binary */
function begin(address, binary) {
	const capabilities = new Capabilities({
		browserName: 'MiniBrowser',
		'webkitgtk:browserOptions': { binary, args: ['--automation'] }
	});
	return new Builder()
		.usingServer(address)
		.disableEnvironmentOverrides()
		.withCapabilities(capabilities)
		.build();
}

/** @param {string} address @param {string} binary */
async function versionOf(address, binary) {
	const browser = await begin(address, binary);
	const version = (await browser.getCapabilities()).getBrowserVersion();
	await browser.quit();
	return `WebKitGTK ${version ?? ''}`;
}

/** @param {WebDriver} browser @returns {Promise<Page>} */
async function pageOf(browser) {
	await browser.manage().setTimeouts({ script: SCRIPT_MS, pageLoad: LOAD_MS });
	await browser.manage().window().setRect({ width: 1280, height: 900 });
	/** @param {string} expression @returns {Promise<WebElement | undefined>} */
	const find = async (expression) =>
		(await browser.executeScript(/** @type {string} */ (`return ${expression}`))) ?? undefined;
	return {
		goto: (url) => browser.get(url),
		reload: () => browser.navigate().refresh(),
		has: (wanted) => browser.executeScript(/** @type {string} */ (`return ${isThere(wanted)}`)),
		async click(wanted) {
			const found = await find(pressedOf(wanted));
			await found?.click();
			return found !== undefined;
		},
		async type(wanted, text) {
			const found = await find(elementOf(wanted));
			await found?.sendKeys(text);
			return found !== undefined;
		},
		press: (key) => browser.actions().sendKeys({ Enter: '\uE007' }[key]).perform(),
		async choose(wanted, path) {
			const found = await find(elementOf(wanted));
			await found?.sendKeys(path);
			return found !== undefined;
		},
		run: (work, ...given) =>
			browser.executeScript(
				/** @type {string} */ (`return (${String(work)})(...arguments)`),
				...given
			),
		faults: () => browser.executeScript(`return (${String(keptFaults)})()`),
		async picture(path) {
			writeFileSync(path, await browser.takeScreenshot(), 'base64');
		},
		close: () => browser.quit()
	};
}

/** The screen it opened. @param {ChildProcess} xvfb @returns {Promise<string>} */
function displayOf(xvfb) {
	return new Promise((resolve, reject) => {
		xvfb.once('error', reject);
		xvfb.once('exit', () => reject(new Error('Xvfb did not start')));
		xvfb.stdio[3]?.once('data', (/** @type {Buffer} */ said) => {
			resolve(`:${said.toString().trim()}`);
		});
	});
}

/** @returns {Promise<number>} */
function freePort() {
	return new Promise((resolve, reject) => {
		const server = createServer().once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
		});
	});
}

/** @param {string} address */
async function untilItAnswers(address) {
	for (const end = Date.now() + START_MS; ;) {
		try {
			await fetch(`${address}/status`);
			return;
		} catch (error) {
			if (Date.now() > end) throw error;
			await pause(50);
		}
	}
}

/** @param {ChildProcess} child */
async function gone(child) {
	while (child.exitCode === null && child.signalCode === null) await pause(20);
}
