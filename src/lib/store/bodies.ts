// The bodies of notes as Y.Text, so that two offline edits of one note both survive.
// A body is keyed `"noteId writer"` by who made it: two devices that restore one backup make two.
import { Text, type Doc, type Map as YMap } from 'yjs';
import { recordOfKey } from './versions';

/** Reads and writes the note bodies of one journal. */
export class Bodies {
	readonly map: YMap<unknown>;
	readonly #keys = new Map<string, string[]>();

	constructor(doc: Doc) {
		this.map = doc.getMap('bodies');
	}

	/** Takes note of a key, on reading the document or when it changed; gives its note's id. */
	note(key: string): string {
		const record = recordOfKey(key);
		const keys = this.#keys.get(record);
		if (!keys) this.#keys.set(record, [key]);
		else if (!keys.includes(key)) keys.push(key);
		return record;
	}

	/** Whether a note has a body at all. */
	has(record: string): boolean {
		return this.#texts(record).length > 0;
	}

	/** The text of a note: its one body, or all that differ when several devices made one. */
	read(record: string): string {
		const texts = this.#texts(record);
		const first = texts[0];
		if (texts.length < 2) return first ? first.toJSON() : '';
		return joinBodies(texts.map((text) => text.toJSON()));
	}

	/** Makes a note's body, or changes it to a new text by the smallest edit. */
	write(record: string, writer: string, body: string): void {
		const [first, ...others] = this.#texts(record);
		if (!first) {
			const key = `${record} ${writer}`;
			this.map.set(key, new Text(body));
			this.note(key);
			return;
		}
		if (others.length > 0 && body === this.read(record)) return;
		editText(first, body);
		for (const other of others) other.delete(0, other.length);
	}

	/** Takes away the body a writer made. */
	remove(record: string, writer: string): void {
		this.map.delete(`${record} ${writer}`);
	}

	#texts(record: string): Text[] {
		const keys = this.#keys.get(record) ?? [];
		const sorted = keys.length > 1 ? keys.toSorted() : keys;
		return sorted.map((key) => this.map.get(key)).filter((value) => value instanceof Text);
	}
}

/**
 * One text from the bodies that several devices made of one note: each that is not already part of
 * another, in a fixed order. Nothing anybody wrote is left out.
 */
function joinBodies(texts: readonly string[]): string {
	const whole = [...new Set(texts)].filter(
		(text) => text !== '' && !texts.some((other) => other !== text && other.includes(text))
	);
	return whole.join('\n\n');
}

/** Changes a Y.Text to `wanted` by replacing only what lies between the common start and end. */
function editText(text: Text, wanted: string): void {
	const held = text.toJSON();
	if (held === wanted) return;
	const shorter = Math.min(held.length, wanted.length);
	let start = 0;
	while (start < shorter && held[start] === wanted[start]) start++;
	let end = 0;
	while (end < shorter - start && held.at(-1 - end) === wanted.at(-1 - end)) end++;
	// A surrogate pair is never cut in two.
	if (start > 0 && isHighSurrogate(held.charCodeAt(start - 1))) start--;
	if (end > 0 && isLowSurrogate(held.charCodeAt(held.length - end))) end--;
	text.delete(start, held.length - start - end);
	text.insert(start, wanted.slice(start, wanted.length - end));
}

function isHighSurrogate(unit: number): boolean {
	return unit >= 0xd800 && unit <= 0xdbff;
}

function isLowSurrogate(unit: number): boolean {
	return unit >= 0xdc00 && unit <= 0xdfff;
}
