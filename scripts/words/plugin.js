// Builds the app in one language: `KITH_LANGUAGE=de` takes each text from that catalogue. English, the
// language of the source, is built from the source as it stands.
import { Catalogue, catalogueFile, fromRoot, hasTexts, SOURCE_LANGUAGE } from './catalogue.js';
import { translateSource } from './translate.js';

/** Every text in brackets: what is not is not in the catalogue. ICU has this name for such a language. */
const PSEUDO = 'en-XA';

const PLURALS = 'virtual:kith-plural';

/** The rule of a language for its plural forms, and its way to write numbers. @param {string} language */
const pluralsOf = (language) => `
const rules = new Intl.PluralRules('${language}');
const numbers = new Intl.NumberFormat('${language}');
export const plural = (many, forms) => (forms[rules.select(many)] ?? forms.other)(numbers.format(many));
`;

/**
 * @param {string} language
 * @returns {import('vite').Plugin}
 */
export function words(language) {
	const catalogue = Catalogue.read(catalogueFile(language));
	const translate = (/** @type {string} */ text, /** @type {string} */ file) =>
		language === PSEUDO ? `⟦${text}⟧` : catalogue.translate(text, file);
	return {
		name: 'kith-words',
		enforce: 'pre',
		resolveId: (source) => (source === PLURALS ? `\0${PLURALS}` : undefined),
		load: (id) => (id === `\0${PLURALS}` ? pluralsOf(language) : undefined),
		transform(code, id) {
			const file = fromRoot(id);
			if (language === SOURCE_LANGUAGE || !hasTexts(file)) return undefined;
			const translated = translateSource(code, file, translate);
			return translated === code ? undefined : { code: translated, map: null };
		}
	};
}
