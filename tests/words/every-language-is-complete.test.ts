// @vitest-environment node
// Nothing is said in English to those who read another language: each catalogue has every text of the
// app, with the places the text has.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/run.js';
import { allTexts } from '../../scripts/words.js';
import { Catalogue, catalogueFile, LANGUAGES, TEMPLATE } from '../../scripts/words/catalogue.js';
import { parse, placesOf } from '../../scripts/words/format.js';
import { MANIFEST } from '../../scripts/words/manifest.js';
import { translateSource } from '../../scripts/words/translate.js';

const texts = allTexts();
const RENEW = '`npm run words` brings the catalogues up to the texts there are';

test('the template holds the texts there are', () => {
	expect(readFileSync(TEMPLATE, 'utf8'), RENEW).toBe(
		new Catalogue([]).broughtUpTo(texts).print('')
	);
});

describe.each(LANGUAGES)('%s', (language) => {
	const catalogue = Catalogue.read(catalogueFile(language));

	test('has the texts there are, and no others', () => {
		expect(catalogue.print(language), RENEW).toBe(catalogue.broughtUpTo(texts).print(language));
	});

	test('says each of them', () => {
		const silent = catalogue.entries.filter(({ said }) => said === '');
		expect(silent.map(({ text, files }) => `${files[0] ?? ''}: ${text}`)).toEqual([]);
	});

	test('names the places each of them has', () => {
		const wrong = catalogue.entries.filter(({ text, said }) => {
			return placesOf(parse(said)).join() !== placesOf(parse(text)).join();
		});
		expect(wrong.map(({ text, said }) => `${text} -> ${said}`)).toEqual([]);
	});

	test('can be put into every file', () => {
		const files = new Set([...texts.values()].flatMap((some) => [...some]));
		for (const file of files) {
			if (file === MANIFEST) continue;
			const source = readFileSync(join(ROOT, file), 'utf8');
			expect(() =>
				translateSource(source, file, (text) => catalogue.translate(text, file))
			).not.toThrow();
		}
	});
});
