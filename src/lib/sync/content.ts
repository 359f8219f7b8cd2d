// What a document says, as one text in pieces: the same for every device that holds the same, whatever
// order it came in, whichever tables have been read, and however Yjs cut it up.
import { AbstractType, ContentFormat, ContentString, ContentType, type Doc, type Item } from 'yjs';
import { canonicalJson } from '$lib/domain/canonical';

/** Letters in one piece. */
const PIECE = 32 * 1024;
/** Keys that are sorted, entries that are read, before there may be a pause. */
const STEP = 512;
/** Keys in one heap, about. */
const HEAP = 64;
/** Letters of a key that say which heap it belongs to: the writer's name and the end of the record's id. */
const TAIL = 40;

type Any = AbstractType<unknown>;

/**
 * A line for each root type that holds anything, one for each of its keys, and one for what lies in a
 * row in it, root types by name and keys in an order of their own. Where the pieces end depends on the text alone.
 * An empty piece means nothing but that there may be a pause; between two pieces the document must
 * not change.
 */
export function* contentOf(doc: Doc): Generator<string> {
	let piece = '';
	for (const name of [...doc.share.keys()].sort()) {
		const type = doc.share.get(name) as Any;
		const keys = yield* keysOf(type);
		const row = rowOf(type);
		if (keys.length === 0 && row === '[]') continue;
		piece += `#${JSON.stringify(name)}\n`;
		let many = 0;
		for (const key of yield* inOrder(keys)) {
			piece += `${JSON.stringify(key)}:${valueOf(type._map.get(key) as Item)}\n`;
			if (piece.length >= PIECE) {
				yield piece;
				piece = '';
			} else if (++many % STEP === 0) yield '';
		}
		if (row !== '[]') piece += `${row}\n`;
	}
	if (piece !== '') yield piece;
}

function* keysOf(type: Any): Generator<string, readonly string[]> {
	const keys: string[] = [];
	let many = 0;
	for (const [key, item] of type._map) {
		if (!item.deleted) keys.push(key);
		if (++many % STEP === 0) yield '';
	}
	return keys;
}

/** A map's value, or one item of a row. */
function valueOf({ content }: Item): string {
	if (content instanceof ContentType) return nested(content.type as Any);
	return plain(content.getContent().at(-1));
}

/** A type inside another: its keys, and what lies in a row in it. */
function nested(type: Any): string {
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
	// Nearly all of a book is such: as it stands, after how long it is.
	if (typeof value === 'string') return `${value.length}"${value}`;
	if (value instanceof Uint8Array) return `bytes(${value.join()})`;
	try {
		return canonicalJson(value);
	} catch {
		return `other(${typeof value === 'bigint' ? value : typeof value})`;
	}
}

/**
 * Keys in an order that depends on nothing but which keys there are, with pauses: in small heaps by a
 * check sum of their last letters, sorted in each. To sort a hundred thousand in one go would be felt.
 */
function* inOrder(keys: readonly string[]): Generator<string, readonly string[]> {
	let many = 1;
	while (many * HEAP < keys.length) many *= 2;
	const heaps = Array.from({ length: many }, (): string[] => []);
	for (const [at, key] of keys.entries()) {
		let sum = 0;
		for (let end = key.length - 1, from = Math.max(end - TAIL, 0); end >= from; end--) {
			sum = (Math.imul(sum, 31) + key.charCodeAt(end)) | 0;
		}
		heaps[(sum ^ (sum >>> 15)) & (many - 1)]?.push(key);
		if (at % STEP === STEP - 1) yield '';
	}
	const all: string[] = [];
	for (const heap of heaps) {
		for (const key of heap.sort()) all.push(key);
		if (all.length % STEP < heap.length) yield '';
	}
	return all;
}
