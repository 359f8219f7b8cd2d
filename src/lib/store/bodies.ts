// The bodies of notes as Y.Text, so that two offline edits of one note both survive.
// A body is keyed `"noteId writer"` by who made it: two devices that restore one backup make two.
import { Text, type Doc, type Map as YMap } from 'yjs';
import { recordOfKey } from './versions';

/** Reads the note bodies of one journal; body-edits.ts writes them. */
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
		return this.texts(record).length > 0;
	}

	/** The text of a note: its one body, or all that differ when several devices made one. */
	read(record: string): string {
		const texts = this.texts(record);
		const first = texts[0];
		if (texts.length < 2) return first ? first.toJSON() : '';
		return joinBodies(texts.map((text) => text.toJSON()));
	}

	/** The texts that make a note's body, in a fixed order. */
	texts(record: string): Text[] {
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
