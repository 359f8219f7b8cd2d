// The catalogue: every text of the app in English with what it is in another language, as a gettext PO
// file that translators' programs read. A text that needs other words in one file than elsewhere has an
// entry of its own with that file as its context.
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { po } from 'gettext-parser';
import { ROOT } from '../run.js';

/** The language the source is written in. */
export const SOURCE_LANGUAGE = 'en';

/** The languages there is a catalogue for. */
export const LANGUAGES = /** @type {const} */ (['de']);

/** @param {string} language */
export const catalogueFile = (language) => join(ROOT, `src/words/${language}.po`);

/** All texts with nothing beside them, for a new language to begin with. */
export const TEMPLATE = join(ROOT, 'src/words/kith.pot');

/**
 * @typedef {object} Entry
 * @property {string} text the English message
 * @property {string} file its context, '' for all files
 * @property {string} said what it is in the other language, '' where nobody has said yet
 * @property {readonly string[]} files where it stands
 */

const key = (/** @type {string} */ text, /** @type {string} */ file) => `${file}\u0004${text}`;

export class Catalogue {
	/** @type {Map<string, Entry>} */
	#entries;

	/** @param {Iterable<Entry>} entries */
	constructor(entries) {
		this.#entries = new Map([...entries].map((entry) => [key(entry.text, entry.file), entry]));
	}

	/** @param {string} path @returns {Catalogue} empty where there is no such file */
	static read(path) {
		if (!existsSync(path)) return new Catalogue([]);
		const { translations } = po.parse(readFileSync(path, 'utf8'));
		const entries = Object.values(translations)
			.flatMap((context) => Object.values(context))
			.filter(({ msgid }) => msgid !== '')
			.map(({ msgid, msgctxt = '', msgstr, comments }) => ({
				text: msgid,
				file: msgctxt,
				said: msgstr[0] ?? '',
				files: (comments?.reference ?? '').split('\n').filter((file) => file !== '')
			}));
		return new Catalogue(entries);
	}

	get entries() {
		return [...this.#entries.values()];
	}

	/**
	 * What a text is in the other language, where it is known.
	 * @param {string} text
	 * @param {string} file where it stands, from the root of the project
	 * @returns {string | undefined}
	 */
	translate(text, file) {
		const said = (this.#entries.get(key(text, file)) ?? this.#entries.get(key(text, '')))?.said;
		return said === '' ? undefined : said;
	}

	/**
	 * The same catalogue for the texts there are now: new ones come with nothing beside them, those
	 * nobody says any more go.
	 * @param {ReadonlyMap<string, ReadonlySet<string>>} texts the files of each text
	 */
	broughtUpTo(texts) {
		const own = this.entries.filter(({ file, text }) => file !== '' && texts.get(text)?.has(file));
		const ofFile = new Set(own.map((entry) => key(entry.text, entry.file)));
		// A text that every file says in its own way needs no word for all.
		const general = [...texts].filter(([text, files]) =>
			[...files].some((file) => !ofFile.has(key(text, file)))
		);
		const shared = general.map(([text, files]) => ({
			text,
			file: '',
			said: this.#entries.get(key(text, ''))?.said ?? '',
			files: [...files].sort()
		}));
		return new Catalogue([...shared, ...own.map((entry) => ({ ...entry, files: [entry.file] }))]);
	}

	/**
	 * @param {string} language
	 * @returns {string} the PO file, ordered by where the texts stand
	 */
	print(language) {
		const ordered = this.entries.sort(
			(a, b) =>
				compare(a.files[0] ?? '', b.files[0] ?? '') ||
				compare(a.text, b.text) ||
				compare(a.file, b.file)
		);
		/** @type {Record<string, Record<string, import('gettext-parser').GetTextTranslation>>} */
		const translations = {};
		for (const { text, file, said, files } of ordered) {
			(translations[file] ??= {})[text] = {
				msgid: text,
				...(file === '' ? {} : { msgctxt: file }),
				msgstr: [said],
				comments: {
					reference: files.join('\n'),
					translator: '',
					extracted: '',
					flag: '',
					previous: ''
				}
			};
		}
		const headers = {
			'Project-Id-Version': 'Kith',
			Language: language,
			'Content-Type': 'text/plain; charset=utf-8',
			'Content-Transfer-Encoding': '8bit'
		};
		const printed = po.compile({ charset: 'utf-8', headers, translations }, { foldLength: 0 });
		return `${printed.toString('utf8').trim()}\n`;
	}
}

/** By code points: the order of a file must not depend on the language of who made it. */
function compare(/** @type {string} */ a, /** @type {string} */ b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether a source file can hold texts. @param {string} path from the root of the project */
export function hasTexts(path) {
	return (
		/^src\/(?:lib\/(?:state|features|ui)|routes)\/.*\.(?:ts|svelte)$/.test(path) &&
		!/\.(?:test|d)\.ts$/.test(path)
	);
}

/** A file's path from the root of the project. @param {string} path */
export function fromRoot(path) {
	return relative(ROOT, path).replaceAll('\\', '/');
}
