// One message: text with places for what is only known later, in a part of ICU's MessageFormat: `{0}`,
// `{0, plural, one {# day} other {# days}}`, and `<0>…</0>` for an element around words. A brace or an
// angle bracket that belongs to the words stands in apostrophes: `'{'`.

/**
 * @typedef {string
 *   | { readonly place: number }
 *   | { readonly plural: number, readonly forms: ReadonlyMap<string, Message> }
 *   | { readonly element: number, readonly inner: Message }} Part
 * `#` within the forms of a plural is `{ place: -1 }`.
 * @typedef {readonly Part[]} Message
 */

/** A message that cannot be read; `message` says where. */
export class UnreadableMessage extends Error {}

/** The place where a plural writes its number. */
export const NUMBER = -1;

/**
 * @param {Message} message
 * @returns {string}
 */
export function print(message) {
	return message
		.map((part) => {
			if (typeof part === 'string') return part.replace(/[{}<>#]/g, (sign) => `'${sign}'`);
			if ('place' in part) return part.place === NUMBER ? '#' : `{${part.place}}`;
			if ('element' in part) return `<${part.element}>${print(part.inner)}</${part.element}>`;
			const forms = [...part.forms].map(([form, inner]) => `${form} {${print(inner)}}`);
			return `{${part.plural}, plural, ${forms.join(' ')}}`;
		})
		.join('');
}

/**
 * @param {string} text
 * @returns {Message}
 * @throws {UnreadableMessage}
 */
export function parse(text) {
	let at = 0;
	/** @param {string} what @returns {never} */
	const refuse = (what) => {
		throw new UnreadableMessage(`${what} at ${at} of "${text}"`);
	};
	/** @param {RegExp} pattern @returns {string[] | undefined} */
	const take = (pattern) => {
		pattern.lastIndex = at;
		const found = pattern.exec(text);
		if (found) at += found[0].length;
		return found ?? undefined;
	};
	/** @param {boolean} isCounted @param {RegExp} [end] @returns {Message} */
	const parts = (isCounted, end) => {
		/** @type {Part[]} */
		const found = [];
		const add = (/** @type {string} */ words) => {
			const before = found.at(-1);
			if (typeof before === 'string') found.splice(-1, 1, before + words);
			else found.push(words);
		};
		while (at < text.length) {
			if (end && take(end)) return found;
			const quoted = take(/'([{}<>#])'/y);
			const place = quoted ? undefined : take(/\{(\d+)\}/y);
			const plural = quoted || place ? undefined : take(/\{(\d+), plural,\s*/y);
			const element = quoted || place || plural ? undefined : take(/<(\d+)>/y);
			if (quoted) add(quoted[1] ?? '');
			else if (place) found.push({ place: Number(place[1]) });
			else if (plural) found.push({ plural: Number(plural[1]), forms: forms() });
			else if (element) {
				const number = element[1] ?? '';
				const inner = parts(isCounted, new RegExp(`</${number}>`, 'y'));
				found.push({ element: Number(number), inner });
			} else if (isCounted && take(/#/y)) found.push({ place: NUMBER });
			else if (/[{}<>]/.test(text[at] ?? '')) refuse(`A stray ${text[at] ?? ''}`);
			else add(text[at++] ?? '');
		}
		if (end) refuse('Something is not closed');
		return found;
	};
	const forms = () => {
		/** @type {Map<string, Message>} */
		const found = new Map();
		while (!take(/\}/y)) {
			const form = take(/(zero|one|two|few|many|other) \{/y) ?? refuse('A plural form is missing');
			found.set(form[1] ?? '', parts(true, /\}/y));
			take(/\s*/y);
		}
		if (!found.has('other')) refuse('A plural without the form "other"');
		return found;
	};
	return parts(false);
}

/**
 * The places and elements a message names, sorted: a translation names the same ones.
 * @param {Message} message
 * @returns {string[]}
 */
export function placesOf(message) {
	/** @type {Set<string>} */
	const found = new Set();
	for (const part of message) {
		if (typeof part === 'string') continue;
		if ('place' in part) {
			if (part.place !== NUMBER) found.add(`{${part.place}}`);
		} else if ('element' in part) {
			found.add(`<${part.element}>`);
			for (const inner of placesOf(part.inner)) found.add(inner);
		} else {
			found.add(`{${part.plural}}`);
			for (const form of part.forms.values()) {
				for (const inner of placesOf(form)) found.add(inner);
			}
		}
	}
	return [...found].sort();
}
