// Rewrites one source file so that it speaks another language: each text is replaced where it stands,
// so the built app holds one language only and pays nothing for there being more.
import { findWords } from './find.js';
import { NUMBER, parse, placesOf, print, UnreadableMessage } from './format.js';

/**
 * @typedef {import('./find.js').Found} Found
 * @typedef {import('./format.js').Message} Message
 * @typedef {Found & { within: Tree[] }} Tree
 */

/** What a rewritten file calls for its plurals; see plugin.js. */
const PLURAL = '__plural';

/** @param {readonly Found[]} found outer texts before those within them @returns {Tree[]} */
function nested(found) {
	/** @type {Tree[]} */
	const roots = [];
	/** @type {Tree[]} */
	const open = [];
	for (const one of found) {
		while (open.length > 0 && one.start >= (open.at(-1)?.end ?? 0)) open.pop();
		const tree = { ...one, within: [] };
		(open.at(-1)?.within ?? roots).push(tree);
		open.push(tree);
	}
	return roots;
}

/**
 * @param {string} source
 * @param {string} file its path from the root of the project
 * @param {(text: string, file: string) => string | undefined} translate
 * @returns {string}
 * @throws {UnreadableMessage} when a translation cannot be read or names other places than the text
 */
export function translateSource(source, file, translate) {
	/** Set by the first plural. */
	const needs = { plural: false };

	/** @param {number} start @param {number} end @param {readonly Tree[]} trees */
	function slice(start, end, trees) {
		let at = start;
		let out = '';
		for (const tree of trees) {
			if (tree.start < start || tree.end > end) continue;
			out += source.slice(at, tree.start) + said(tree);
			at = tree.end;
		}
		return out + source.slice(at, end);
	}

	/** @param {Tree} tree */
	function said(tree) {
		const text = print(tree.message);
		const translated = translate(text, file);
		if (translated === undefined || translated === text)
			return slice(tree.start, tree.end, tree.within);
		const message = parse(translated);
		if (placesOf(message).join() !== placesOf(tree.message).join()) {
			throw new UnreadableMessage(`${file}: "${translated}" names other places than "${text}"`);
		}
		/** @param {number} place */
		const expression = (place) => {
			const { start, end } = tree.places[place] ?? { start: 0, end: 0 };
			return slice(start, end, tree.within);
		};
		/** @param {Message} parts */
		const template = (parts) => `\`${parts.map((part) => inTemplate(part)).join('')}\``;
		/** @param {import('./format.js').Part} part @returns {string} */
		const inTemplate = (part) => {
			if (typeof part === 'string') return part.replace(/[\\`]|\$(?=\{)/g, '\\$&');
			if ('place' in part) return `\${${part.place === NUMBER ? 'n' : expression(part.place)}}`;
			if ('element' in part) throw new UnreadableMessage(`${file}: an element in "${translated}"`);
			return `\${${plural(part)}}`;
		};
		/** @param {Extract<import('./format.js').Part, { plural: number }>} part */
		const plural = (part) => {
			needs.plural = true;
			const forms = [...part.forms].map(([form, inner]) => `${form}: (n) => ${template(inner)}`);
			return `${PLURAL}(${expression(part.plural)}, { ${forms.join(', ')} })`;
		};
		/** @param {Message} parts @returns {string} */
		const inMarkup = (parts) =>
			parts
				.map((part) => {
					if (typeof part === 'string') return escape(part);
					if ('place' in part) return `{${expression(part.place)}}`;
					if ('plural' in part) return `{${plural(part)}}`;
					const { open, close } = tree.elements[part.element] ?? { open: [0, 0], close: [0, 0] };
					return slice(...open, tree.within) + inMarkup(part.inner) + slice(...close, tree.within);
				})
				.join('');
		switch (tree.kind) {
			case 'string':
				return JSON.stringify(message.map(String).join(''));
			case 'template':
				return template(message);
			case 'count':
				return message.length === 1 && typeof message[0] === 'object' && 'plural' in message[0]
					? plural(message[0])
					: template(message);
			default:
				return inMarkup(message);
		}
	}

	const out = slice(0, source.length, nested(findWords(source, file)));
	if (!needs.plural) return out;
	const line = `import { plural as ${PLURAL} } from 'virtual:kith-plural';\n`;
	if (!file.endsWith('.svelte')) return line + out;
	// The first script that is no module script, or one of its own.
	const script = /<script(?![^>]*\bmodule\b)[^>]*>/.exec(out);
	if (!script) return `<script lang="ts">${line}</script>\n${out}`;
	const at = script.index + script[0].length;
	return `${out.slice(0, at)}\n${line}${out.slice(at)}`;
}

const ENTITIES = {
	'&': '&amp;',
	'<': '&lt;',
	'>': '&gt;',
	'{': '&#123;',
	'}': '&#125;',
	'"': '&quot;'
};

/** @param {string} words */
function escape(words) {
	return words.replace(
		/[&<>{}"]/g,
		(sign) => ENTITIES[/** @type {keyof typeof ENTITIES} */ (sign)]
	);
}
