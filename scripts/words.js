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

/**
 * Every text of the app with the files it stands in.
 * @returns {Map<string, Set<string>>}
 */
export function allTexts() {
	/** @type {Map<string, Set<string>>} */
	const texts = new Map();
	const files = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
		.map((path) => fromRoot(join(ROOT, 'src', path)))
		.filter(hasTexts)
		.sort();
	for (const file of files) {
		for (const { message } of findWords(readFileSync(join(ROOT, file), 'utf8'), file)) {
			const text = print(message);
			const known = texts.get(text) ?? new Set();
			texts.set(text, known.add(file));
		}
	}
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
