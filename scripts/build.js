// Builds the app in every language and puts the builds into one site: English at `_app`, each other
// language at `_<language>`, and one page that begins in the language the rep reads.
import { createHash } from 'node:crypto';
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { ROOT, runTool, Trouble } from './run.js';
import { Catalogue, catalogueFile, LANGUAGES, SOURCE_LANGUAGE } from './words/catalogue.js';
import { manifestFile, manifestIn } from './words/manifest.js';

/**
 * The first files of a language: those its page asks for in advance, and those that start it.
 * @typedef {{ ahead: readonly string[], start: readonly string[] }} Beginning
 */

/**
 * @param {{ mode?: string, out?: string }} [options]
 * @throws {Trouble} with Vite's own words
 */
export async function buildSite({ mode = 'production', out = 'build' } = {}) {
	const version = String(Date.now());
	const apart = LANGUAGES.map((language) => ({ language, out: apartOf(out, language) }));
	const builds = await Promise.all(
		[{ language: undefined, out }, ...apart].map((one) => build(mode, version, one))
	);
	const failed = builds.find(({ code }) => code !== 0);
	if (failed) throw new Trouble(`${failed.output}\nThe build failed; Vite's own words are above.`);
	for (const one of apart) {
		takeIn(out, one);
		writeManifest(out, one.language);
	}
	beginInOneOf(out, apart);
}

/** Where another language is built before it is put into the site. */
const apartOf = (/** @type {string} */ out, /** @type {string} */ language) =>
	join('.svelte-kit', language, out.replaceAll(/\W+/g, '-'));

/**
 * @param {string} mode
 * @param {string} version the same for all, or the parts would not know each other
 * @param {{ language?: string | undefined, out: string }} which
 */
function build(mode, version, { language, out }) {
	return runTool('vite/bin/vite.js', ['build', '--mode', mode], {
		env: {
			...{ KITH_OUT: out, KITH_VERSION: version, NODE_ENV: 'production' },
			...(language === undefined ? {} : { KITH_LANGUAGE: language })
		}
	});
}

/** @param {string} folder @returns {string[]} all files below it, as paths from it */
function filesBelow(folder) {
	return readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
		.sort();
}

/**
 * Copies what a language has of its own; styles and pictures are the same in all and stay where
 * English has them.
 * @param {string} out
 * @param {{ language: string, out: string }} apart
 */
function takeIn(out, { language, out: from }) {
	const site = resolve(ROOT, out);
	const own = join(site, `_${language}`);
	rmSync(own, { recursive: true, force: true });
	cpSync(resolve(ROOT, from, `_${language}`), own, { recursive: true });
	const assets = 'immutable/assets';
	const shared = readdirSync(join(own, assets)).filter((name) =>
		existsSync(join(site, '_app', assets, name))
	);
	for (const name of shared) rmSync(join(own, assets, name));
	for (const path of filesBelow(own).filter((file) => file.endsWith('.js'))) {
		const code = readFileSync(join(own, path), 'utf8');
		// As seen from a file two folders below that of the language.
		const moved = shared.reduce(
			(text, name) => text.replaceAll(`../assets/${name}`, `../../../_app/${assets}/${name}`),
			code
		);
		if (moved !== code) writeFileSync(join(own, path), moved);
	}
}

/** What the app is called and offers before it is open. @param {string} out @param {string} language */
function writeManifest(out, language) {
	const catalogue = Catalogue.read(catalogueFile(language));
	const said = manifestIn(language, (text, file) => catalogue.translate(text, file));
	writeFileSync(resolve(ROOT, out, manifestFile(language)), said);
}

/** @param {string} html @returns {Beginning} */
function beginningOf(html) {
	const all = (/** @type {RegExp} */ pattern) =>
		[...html.matchAll(pattern)].map(([, at = '']) => at);
	return {
		ahead: all(/<link href="([^"]+)" rel="modulepreload">/g),
		start: all(/import\("([^"]+\/entry\/[^"]+)"\)/g)
	};
}

/**
 * Gives the page all languages to begin in, and the service worker their files.
 * @param {string} out
 * @param {readonly { language: string, out: string }[]} apart
 */
function beginInOneOf(out, apart) {
	const site = resolve(ROOT, out);
	const page = join(site, 'index.html');
	const html = readFileSync(page, 'utf8');
	const others = apart.map(({ language, out: from }) => {
		const other = beginningOf(readFileSync(resolve(ROOT, from, 'index.html'), 'utf8'));
		return /** @type {const} */ ([language, other]);
	});
	const languages = Object.fromEntries([[SOURCE_LANGUAGE, beginningOf(html)], ...others]);
	const begun = html
		.replaceAll(/\s*<link href="[^"]+" rel="modulepreload">/g, '')
		.replace(
			/<link rel="manifest"[^>]*>/,
			(link) => `${link}\n\t\t<script>${choice(languages)}</script>`
		)
		.replace(
			/Promise\.all\(\[\s*import\([\s\S]*?\]\)/,
			'Promise.all(kithStart.map((file) => import(file)))'
		);
	writeFileSync(page, withHashes(begun));

	const files = apart.flatMap(({ language }) => [
		manifestFile(language),
		...filesBelow(join(site, `_${language}`)).map((path) => `_${language}/${path}`)
	]);
	const worker = join(site, 'service-worker.js');
	const list = `self.KITH_OTHER_FILES=${JSON.stringify(files)};\n`;
	writeFileSync(worker, list + readFileSync(worker, 'utf8'));
}

/**
 * What chooses the language before anything else is loaded: the rep's own choice (`state/language-choice`), or
 * the first of the device's languages that Kith speaks.
 * @param {Record<string, Beginning>} languages
 */
const choice = (languages) => `
			var kithLanguages = ${JSON.stringify(languages)}, kithChosen;
			try { kithChosen = localStorage.getItem('kith:language'); } catch (refused) {}
			document.documentElement.lang = [kithChosen].concat((navigator.languages || []).map(function (name) {
				return name.slice(0, 2);
			})).find(function (name) { return kithLanguages[name]; }) || '${SOURCE_LANGUAGE}';
			if (document.documentElement.lang !== '${SOURCE_LANGUAGE}') {
				var kithManifest = document.querySelector('link[rel=manifest]');
				kithManifest.href = kithManifest.href.replace(
					/[^/]+$/,
					'${manifestFile('#')}'.replace('#', document.documentElement.lang)
				);
			}
			var kithStart = kithLanguages[document.documentElement.lang].start;
			kithLanguages[document.documentElement.lang].ahead.forEach(function (file) {
				var link = document.createElement('link');
				link.rel = 'modulepreload';
				link.href = file;
				document.head.append(link);
			});
		`;

/** The page with the hashes of its own scripts in its Content-Security-Policy. @param {string} html */
function withHashes(html) {
	const hashes = [...html.matchAll(/<script>([\s\S]*?)<\/script>/g)].map(([, text = '']) => {
		const hash = createHash('sha256').update(text).digest('base64');
		return `'sha256-${hash}'`;
	});
	return html.replace(/script-src 'self'[^;]*/, `script-src 'self' ${hashes.join(' ')}`);
}

if (process.argv[1] === import.meta.filename) {
	const { values } = parseArgs({ options: { mode: { type: 'string' } } });
	const out = process.env['KITH_OUT'];
	await buildSite({ ...(values.mode ? { mode: values.mode } : {}), ...(out ? { out } : {}) });
}
