// The app's manifest in another language: what an installed app is called and offers before it is open.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../run.js';
import { SOURCE_LANGUAGE } from './catalogue.js';
import { parse, print } from './format.js';

/** The manifest in the language of the source, from the root of the project. */
export const MANIFEST = 'static/manifest.webmanifest';

/**
 * @typedef {Record<string, unknown> & {
 *   readonly description: string,
 *   readonly shortcuts: readonly Record<string, unknown>[],
 *   readonly screenshots: readonly Record<string, unknown>[]
 * }} Manifest
 */

/** The file of a language, beside the page. @param {string} language */
export const manifestFile = (language) =>
	language === SOURCE_LANGUAGE ? 'manifest.webmanifest' : `manifest.${language}.webmanifest`;

/** Its texts as messages, in the order they stand. @returns {string[]} */
export function manifestTexts() {
	/** @type {string[]} */
	const texts = [];
	read((text) => {
		texts.push(print([text]));
		return text;
	});
	return texts;
}

/**
 * The manifest in another language; all else in it is the same, its `id` above all: it stays one app.
 * @param {string} language
 * @param {(text: string, file: string) => string | undefined} translate
 * @returns {string}
 */
export function manifestIn(language, translate) {
	const said = read((text) => {
		const translated = translate(print([text]), MANIFEST);
		return translated === undefined ? text : parse(translated).map(String).join('');
	});
	return `${JSON.stringify({ ...said, lang: language }, null, '\t')}\n`;
}

/**
 * The manifest with all that people read in it said anew; the app's own name is the same everywhere.
 * @param {(text: string) => string} say
 * @returns {Record<string, unknown>}
 */
function read(say) {
	/** @type {unknown} */
	const read = JSON.parse(readFileSync(join(ROOT, MANIFEST), 'utf8'));
	const manifest = /** @type {Manifest} */ (read);
	/** @param {Record<string, unknown>} held */
	const said = (held) =>
		Object.fromEntries(
			Object.entries(held).map(([key, value]) =>
				/^(?:name|description|label)$/.test(key) ? [key, say(String(value))] : [key, value]
			)
		);
	return {
		...manifest,
		description: say(manifest.description),
		shortcuts: manifest.shortcuts.map(said),
		screenshots: manifest.screenshots.map(said)
	};
}
