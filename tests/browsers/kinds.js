// The browsers the flows are tried in: where each one lies on Debian, what installs it, how it opens.
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { aptInstall } from '../../scripts/apt.js';
import { ensureChromium } from '../../scripts/prepare.js';
import { openChromium, openFirefox } from './puppeteer.js';
import { openWebKit } from './webkit.js';

/** @typedef {import('./driver.js').Driver} Driver */

/**
 * @typedef {object} Kind
 * @property {readonly string[]} packages Debian's
 * @property {() => boolean} isThere
 * @property {(folder: string) => Promise<Driver>} open `folder` is for its files
 * @property {boolean} keepsFaults its driver has no log: the page has to keep its errors itself
 */

const FIREFOX = '/usr/bin/firefox-esr';
const WEBKIT = { driver: '/usr/bin/WebKitWebDriver', xvfb: '/usr/bin/Xvfb' };

/** Each browser by its name. @type {Record<string, Kind>} */
export const KINDS = {
	chromium: {
		packages: ['chromium', 'fonts-liberation'],
		// It has an installer of its own, which every other script uses, too.
		isThere: () => true,
		open: async (folder) => openChromium(await ensureChromium(), folder),
		keepsFaults: false
	},
	firefox: {
		packages: ['firefox-esr'],
		isThere: () => existsSync(FIREFOX),
		open: (folder) => openFirefox(FIREFOX, folder),
		keepsFaults: false
	},
	webkit: {
		packages: ['webkit2gtk-driver', 'xvfb'],
		isThere: () => Object.values(WEBKIT).every((path) => existsSync(path)) && !!miniBrowser(),
		open: (folder) => openWebKit({ ...WEBKIT, browser: miniBrowser() ?? '' }, folder),
		keepsFaults: true
	}
};

/** WebKit's own small browser, in a folder named for the system and the version of its interface. */
function miniBrowser() {
	for (const libraries of readdirSync('/usr/lib').filter((name) => name.includes('-linux-'))) {
		const folder = join('/usr/lib', libraries);
		const path = readdirSync(folder)
			.filter((name) => name.startsWith('webkit2gtk-'))
			.map((name) => join(folder, name, 'MiniBrowser'))
			.find((one) => existsSync(one));
		if (path) return path;
	}
	return undefined;
}

/**
 * Installs a browser unless it is there.
 * @param {string} name @param {Kind} kind @param {(words: string) => void} say
 * @returns {Promise<string | undefined>} why it cannot be had
 */
export async function ensureBrowser(name, kind, say) {
	if (kind.isThere()) return undefined;
	say(`Installing ${kind.packages.join(' and ')} …`);
	const trouble = await aptInstall(kind.packages);
	if (kind.isThere()) return undefined;
	if (trouble?.output) say(trouble.output.trimEnd().split('\n').slice(-3).join('\n'));
	return `no ${name} here, and ${trouble?.reason ?? 'apt-get installed it, yet it is not found'}`;
}
