// `npm run words`: brings the catalogues up to the texts there are, and says what has no translation yet.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run.js';
import {
	Catalogue,
	catalogueFile,
	fromRoot,
	hasTexts,
	LANGUAGES,
	TEMPLATE
} from './words/catalogue.js';
import { findWords } from './words/find.js';
import { print } from './words/format.js';
import { MANIFEST, manifestTexts } from './words/manifest.js';

/**
 * Every text of the app and of its manifest with the files it stands in.
 * @returns {Map<string, Set<string>>}
 */
export function allTexts() {
	/** @type {Map<string, Set<string>>} */
	const texts = new Map();
	const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
		.map((path) => fromRoot(join(ROOT, 'src', path)))
		.filter(hasTexts)
		.sort();
	const add = (/** @type {string} */ text, /** @type {string} */ file) =>
		texts.set(text, (texts.get(text) ?? new Set()).add(file));
	for (const file of files) {
		for (const { message } of findWords(readFileSync(join(ROOT, file), 'utf8'), file)) {
			add(print(message), file);
		}
	}
	for (const text of manifestTexts()) add(text, MANIFEST);
	return texts;
}

if (process.argv[1] === import.meta.filename) {
	const texts = allTexts();
	writeFileSync(TEMPLATE, new Catalogue([]).broughtUpTo(texts).print(''));
	for (const language of LANGUAGES) {
		const path = catalogueFile(language);
		const catalogue = Catalogue.read(path).broughtUpTo(texts);
		writeFileSync(path, catalogue.print(language));
		const open = catalogue.entries.filter(({ said }) => said === '').length;
		console.log(`${language}: ${catalogue.entries.length} texts, ${open} not translated yet`);
	}
}
