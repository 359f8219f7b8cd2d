// Brings packages, browser and build up to date, quickly when they are already; knows only Node.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { aptInstall } from './apt.js';
import { ROOT, run, Trouble } from './run.js';

/** Where stamps and reports are kept: outside what is served and outside version control. */
export const CACHE = join(ROOT, 'node_modules/.cache/kith');

/** Where the build that opens with the sample book goes, beside the usual one. */
export const DEMO = '.svelte-kit/demo';

/** @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean }} Locked */

/**
 * The packages a lock file names.
 * @param {string} path
 * @returns {Record<string, Locked>}
 */
function lockedPackages(path) {
	const lock = /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')));
	return /** @type {{ packages?: Record<string, Locked> }} */ (lock).packages ?? {};
}

/**
 * Whether node_modules is what package-lock.json asks for. npm writes a lock file of its own into
 * node_modules as the last thing it does: a missing one means an interrupted installation, and
 * optional packages (other systems' binaries) may be absent from it.
 */
function dependenciesAreInstalled() {
	const installedLock = join(ROOT, 'node_modules/.package-lock.json');
	if (!existsSync(installedLock)) return false;
	const installed = lockedPackages(installedLock);
	return Object.entries(lockedPackages(join(ROOT, 'package-lock.json'))).every(([path, wanted]) => {
		if (path === '') return true;
		const found = installed[path];
		if (!found) return wanted.optional === true || wanted.devOptional === true;
		return found.version === wanted.version && found.integrity === wanted.integrity;
	});
}

/** Installs the packages of package-lock.json unless exactly those are installed. */
export async function ensureDependencies() {
	if (dependenciesAreInstalled()) return;
	console.log('Installing packages …');
	const { code, output } = await run('npm', ['ci', '--no-fund', '--no-audit']);
	if (code !== 0) {
		throw new Trouble(`${output}\nThe packages could not be installed; npm's own words are above.`);
	}
}

/**
 * The path of a Chromium on this machine; KITH_CHROMIUM goes before the PATH.
 * @returns {string | undefined}
 */
export function findChromium() {
	const named = process.env['KITH_CHROMIUM'];
	if (named) return existsSync(named) ? named : undefined;
	const folders = (process.env['PATH'] ?? '').split(delimiter);
	const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
	return names
		.flatMap((name) => folders.map((folder) => join(folder, name)))
		.find((path) => existsSync(path));
}

/**
 * Installs Debian's Chromium unless one is there.
 * @returns {Promise<string>} its path
 */
export async function ensureChromium() {
	const found = findChromium();
	if (found) return found;
	const named = process.env['KITH_CHROMIUM'];
	if (named) throw new Trouble(`KITH_CHROMIUM names ${named}, and there is no such file.`);
	const advice = 'Install Chromium yourself, or set KITH_CHROMIUM to the path of one.';
	console.log('Installing Chromium …');
	const trouble = await aptInstall(['chromium', 'fonts-liberation']);
	if (trouble) {
		const { reason, output } = trouble;
		throw new Trouble(`${output}\nThere is no Chromium here, and ${reason}. ${advice}`.trim());
	}
	const installed = findChromium();
	if (!installed) throw new Trouble(`apt-get installed Chromium, yet it is not found. ${advice}`);
	return installed;
}

/** Installs the fonts the pictures of tests/look are drawn with, unless they are there. */
export async function ensureFonts() {
	const { output } = await run('fc-list', [':', 'family']);
	if (/Liberation Serif/.test(output) && /Liberation Sans/.test(output)) return;
	console.log('Installing fonts …');
	const refused = await aptInstall(['fontconfig', 'fonts-liberation']);
	if (!refused) return;
	throw new Trouble(
		`${refused.output}\nThe Liberation fonts are not here: ${refused.reason}. Install them yourself.`
	);
}

/** All that the build is made from, as paths from the root; unit tests are not. */
function buildInputs() {
	const below = ['src', 'static'].flatMap((folder) =>
		readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && !entry.name.endsWith('.test.ts'))
			.map((entry) => join(entry.parentPath, entry.name))
	);
	const settings = readdirSync(ROOT)
		.filter((name) => /\.config\.[a-z]+$|^package-lock\.json$|^tsconfig\.json$/.test(name))
		.map((name) => join(ROOT, name));
	const making = readdirSync(join(ROOT, 'scripts/words')).map((name) => join('words', name));
	const scripts = ['build.js', 'first-load.js', ...making].map((name) =>
		join(ROOT, 'scripts', name)
	);
	return [...below, ...settings, ...scripts].sort();
}

/**
 * @param {string} mode
 * @param {string} base
 */
function hashOfInputs(mode, base) {
	const hash = createHash('sha256').update(JSON.stringify([mode, base, process.version]));
	for (const path of buildInputs()) hash.update(`\0${path}\0`).update(readFileSync(path));
	return hash.digest('hex');
}

/**
 * The version that Kit wrote into a built site, by which a stamp knows its build again.
 * @param {string} out
 */
function builtVersion(out) {
	const path = join(ROOT, out, '_app/version.json');
	return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
}

/**
 * Builds unless the folder holds a build of these very files for this mode and base path.
 * @param {{ mode?: string, out?: string }} [options]
 */
export async function ensureBuild({ mode = 'production', out = 'build' } = {}) {
	const inputs = hashOfInputs(mode, process.env['BASE_PATH'] ?? '');
	const stamp = join(CACHE, `built-${out.replaceAll(/\W+/g, '-')}`);
	const stampFor = (/** @type {string | undefined} */ version) => `${inputs} ${version}`;
	const version = builtVersion(out);
	if (version && existsSync(stamp) && readFileSync(stamp, 'utf8') === stampFor(version)) return;
	console.log('Building …');
	// What builds uses packages, which may only just have been installed.
	const { buildSite } = await import('./build.js');
	await buildSite({ mode, out });
	mkdirSync(CACHE, { recursive: true });
	writeFileSync(stamp, stampFor(builtVersion(out)));
}
