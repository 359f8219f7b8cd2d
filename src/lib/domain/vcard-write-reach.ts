// Numbers, addresses and links on the way out, called what the rep calls them.
import { escapeText } from './content-lines';
import type { Address, Reach } from './records/person';

/** Labels made of these words are TYPEs; every other one is written beside, the way Apple does. */
const TYPES: ReadonlySet<string> = new Set(['home', 'work', 'cell', 'fax', 'pager']);
/** Apple's own words for what has a TYPE as well, so that other programs understand. */
const ALSO: ReadonlyMap<string, string> = new Map([
	['mobile', 'CELL'],
	['main', 'VOICE']
]);

/** Lines with labels; a group of its own ties a label to its line, other than any that is kept. */
export class LabelledLines {
	readonly #taken: ReadonlySet<string>;
	#made = 0;

	/** @param kept lines whose groups are in use */
	constructor(kept: readonly string[]) {
		this.#taken = new Set(kept.map((line) => /^([\w-]+)\./.exec(line)?.[1]?.toLowerCase() ?? ''));
	}

	/** A number, an e-mail address or a link. */
	reach(name: 'TEL' | 'EMAIL' | 'URL', { value, label }: Reach): string[] {
		const flat = value.replace(/\s+/g, ' ').trim();
		return this.named(name, name === 'URL' && isUri(flat) ? flat : escapeText(flat), label);
	}

	/** A property under its label. */
	named(name: string, value: string, label: string | undefined): string[] {
		const words = label?.replace(/\s+/g, ' ').trim() ?? '';
		if (words === '') return [`${name}:${value}`];
		const types = words.split(' ');
		if (types.every((type) => TYPES.has(type)) && isInOrder(types)) {
			return [`${name}${types.map((type) => `;TYPE=${type.toUpperCase()}`).join('')}:${value}`];
		}
		const also = ALSO.get(words.toLowerCase());
		return this.grouped(`${name}${also && name === 'TEL' ? `;TYPE=${also}` : ''}:${value}`, words);
	}

	/** A line and, beside it, what it is called. */
	grouped(line: string, label: string): string[] {
		let group: string;
		do group = `item${++this.#made}`;
		while (this.#taken.has(group));
		return [`${group}.${line}`, `${group}.X-ABLabel:${escapeText(label)}`];
	}
}

/**
 * Whether a value is a URI, which is written as it stands: a reader takes a backslash before its comma for a
 * part of the address. One that has a backslash itself is text.
 */
export function isUri(value: string): boolean {
	return /^[a-z][a-z0-9+.-]*:[^\s\\\p{C}]+$/iu.test(value);
}

/** The value of an ADR: no box, no building, then street, city, region, postcode, country. */
export function addressLine({ street, city, region, postcode, country }: Address): string {
	const parts = [undefined, undefined, street, city, region, postcode, country];
	return parts.map((part) => escapeText(part?.trim() ?? '')).join(';');
}

/** Whether a reader puts the words together the way they are: the place first, nothing twice. */
function isInOrder(types: readonly string[]): boolean {
	const places = types.filter((type) => type === 'home' || type === 'work');
	const isOnce = new Set(types).size === types.length;
	return isOnce && places.every((place, index) => types[index] === place);
}
