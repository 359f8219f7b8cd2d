// A real Chromium on a profile of ours, in a process group of its own: opened, closed, killed.
import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { chromium } from '@playwright/test';

/** @typedef {import('@playwright/test').BrowserContext} BrowserContext */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * @typedef {object} OpenBrowser
 * @property {BrowserContext} context
 * @property {Page} page its first page
 * @property {() => Promise<void>} close as a person closes it
 * @property {() => Promise<void>} kill SIGKILL to every process of it; resolves when all are gone
 */

const ARGUMENTS = [
	'--headless',
	'--no-sandbox',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
	'--disable-quic',
	'--disable-breakpad',
	// Two tabs write at once; neither is to be slowed down for not being the one in front.
	'--disable-background-timer-throttling',
	'--disable-backgrounding-occluded-windows',
	'--disable-renderer-backgrounding',
	'--remote-debugging-port=0'
];
const START_MS = 30_000;
const END_MS = 10_000;

/** Process groups of browsers that are open now. @type {Set<number>} */
const groups = new Set();
process.on('exit', () => {
	for (const group of groups) signal(group, 'SIGKILL');
});

/**
 * @param {string} executablePath
 * @param {string} profile
 * @param {readonly string[]} [more] arguments besides the usual ones
 * @returns {Promise<OpenBrowser>}
 */
export async function openBrowser(executablePath, profile, more = []) {
	const child = spawn(
		executablePath,
		[...ARGUMENTS, ...more, `--user-data-dir=${profile}`, 'about:blank'],
		{ detached: true, stdio: ['ignore', 'ignore', 'pipe'] }
	);
	const { pid } = child;
	if (pid === undefined) throw new Error(`${executablePath} did not start`);
	groups.add(pid);
	const kill = async () => {
		signal(pid, 'SIGKILL');
		await gone(pid);
	};
	try {
		const browser = await chromium.connectOverCDP(await addressOf(child.stderr));
		const context = browser.contexts()[0];
		if (!context) throw new Error('the browser has no window');
		const page = context.pages()[0] ?? (await context.newPage());
		return {
			context,
			page,
			kill,
			async close() {
				const session = await browser.newBrowserCDPSession();
				await Promise.race([session.send('Browser.close').catch(() => undefined), pause(END_MS)]);
				if (!(await gone(pid))) await kill();
			}
		};
	} catch (error) {
		await kill();
		throw error;
	}
}

/**
 * The address that the browser says it can be driven at.
 * @param {import('node:stream').Readable} stderr
 * @returns {Promise<string>}
 */
function addressOf(stderr) {
	return new Promise((resolve, reject) => {
		let said = '';
		const late = setTimeout(() => {
			reject(new Error(`the browser did not start: ${said}`));
		}, START_MS);
		stderr.on('data', (/** @type {Buffer} */ chunk) => {
			// Read on to the end, or a full pipe would hold the browser up.
			if (said.length < 10_000) said += chunk.toString();
			const address = /DevTools listening on (\S+)/.exec(said)?.[1];
			if (!address) return;
			clearTimeout(late);
			resolve(address);
		});
	});
}

/**
 * Whether a process group has ended, waiting a while for it.
 * @param {number} group
 */
async function gone(group) {
	for (const end = Date.now() + END_MS; Date.now() < end;) {
		if (!isAlive(group)) {
			groups.delete(group);
			return true;
		}
		await pause(10);
	}
	return false;
}

/**
 * Whether anything of a process group still runs. What has ended and only waits to be buried by
 * the system, which may take a second, holds no file any more.
 * @param {number} group
 */
function isAlive(group) {
	if (!signal(group, 0)) return false;
	if (process.platform !== 'linux') return true;
	return readdirSync('/proc').some((name) => {
		if (!/^\d+$/.test(name)) return false;
		try {
			const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
			const [state, , itsGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
			return Number(itsGroup) === group && state !== 'Z';
		} catch {
			// Gone while we looked.
			return false;
		}
	});
}

/**
 * @param {number} group
 * @param {NodeJS.Signals | 0} what 0 only asks
 * @returns {boolean} whether there was anybody to hear it
 */
function signal(group, what) {
	try {
		return process.kill(-group, what);
	} catch {
		return false;
	}
}
