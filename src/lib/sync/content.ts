// What a document says, as a text of a few lines: the same for every device that holds the same, whatever
// order it came in, whichever tables have been read, and however Yjs cut it up.
import {
	AbstractType,
	ContentAny,
	ContentFormat,
	ContentString,
	ContentType,
	type Doc,
	type Item
} from 'yjs';
import { canonicalJson } from '$lib/domain/canonical';

/** Entries before there may be a pause. */
const STEP = 256;

type Any = AbstractType<unknown>;

/**
 * A line for each root type that holds anything: how many keys, the sum over all of them, and what lies in
 * a row in it; root types by name. Keys are summed instead of sorted, so that they need no order and no
 * text of the whole is ever made. Each yield means that there may be a pause; until the end the document
 * must not change.
 */
export function* contentOf(doc: Doc): Generator<undefined, string> {
	let text = '';
	for (const name of [...doc.share.keys()].sort()) {
		const type = doc.share.get(name) as Any;
		let [many, low, high, seen] = [0, 0, 0, 0];
		for (const [key, item] of type._map) {
			if (++seen % STEP === 0) yield;
			if (item.deleted) continue;
			const plainly = textIn(item);
			const [a, b] = plainly === undefined ? sumOf(key, valueOf(item), 1) : sumOf(key, plainly, 2);
			many++;
			low = (low + a) >>> 0;
			high = (high + b) >>> 0;
		}
		const row = rowOf(type);
		if (many > 0 || row !== '[]') text += `${JSON.stringify(name)} ${many} ${low} ${high} ${row}\n`;
	}
	return text;
}

/**
 * 64 bits of a key and its value, for accidents: each device says its own sums, so there is nobody to be
 * kept from making two texts of one sum. The two lanes of cyrb53, mixed each with the other.
 * @param kind tells a text from other values that read like it
 */
function sumOf(key: string, value: string, kind: number): readonly [number, number] {
	let a = Math.imul(0xdeadbeef ^ key.length, kind);
	let b = 0x41c6ce57 ^ value.length;
	for (let at = 0; at < key.length; at++) {
		const letter = key.charCodeAt(at);
		a = Math.imul(a ^ letter, 2654435761);
		b = Math.imul(b ^ letter, 1597334677);
	}
	for (let at = 0; at < value.length; at++) {
		const letter = value.charCodeAt(at);
		a = Math.imul(a ^ letter, 2654435761);
		b = Math.imul(b ^ letter, 1597334677);
	}
	const mixed = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
	const other = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
	return [mixed, other];
}

/** The text that a key has as its value, as nearly all of a book's keys do. */
function textIn({ content }: Item): string | undefined {
	const value: unknown = content instanceof ContentAny ? content.arr.at(-1) : undefined;
	return typeof value === 'string' ? value : undefined;
}

/** A map's value, or one item of a row. */
function valueOf({ content }: Item): string {
	if (content instanceof ContentType) return nested(content.type as Any);
	return plain(content.getContent().at(-1));
}

/** A type inside another: its keys, and what lies in a row in it. */
function nested(type: Any): string {
	if (type._map.size === 0) return `(${rowOf(type)})`;
	const entries = [...type._map].filter(([, item]) => !item.deleted);
	const members = entries.map(([key, item]) => `${JSON.stringify(key)}:${valueOf(item)}`).sort();
	return `(${members.join()}${rowOf(type)})`;
}

/** What lies in a row: letters that stand together as one text. Marks for bold and the like are left out. */
function rowOf(type: Any): string {
	const parts: string[] = [];
	let text = '';
	const endText = (): void => {
		if (text !== '') parts.push(JSON.stringify(text));
		text = '';
	};
	for (let item = type._start; item; item = item.right) {
		const { content } = item;
		if (item.deleted || content instanceof ContentFormat) continue;
		if (content instanceof ContentString) {
			text += content.str;
			continue;
		}
		endText();
		if (content instanceof ContentType) parts.push(nested(content.type as Any));
		else for (const value of content.getContent()) parts.push(`=${plain(value)}`);
	}
	endText();
	return `[${parts.join()}]`;
}

/** Kith writes only what JSON can carry; other values must not keep two devices from being level. */
function plain(value: unknown): string {
	if (typeof value === 'string') return `${value.length}"${value}`;
	if (value instanceof Uint8Array) return `bytes(${value.join()})`;
	try {
		return canonicalJson(value);
	} catch {
		return `other(${typeof value === 'bigint' ? value : typeof value})`;
	}
}
