// What a document says, as one text in pieces: the same for every device that holds the same, whatever
// order it came in, whichever tables have been read, and however Yjs cut it up.
import { AbstractType, ContentFormat, ContentString, ContentType, type Doc, type Item } from 'yjs';
import { canonicalJson } from '$lib/domain/canonical';

/** Letters in one piece. */
const PIECE = 32 * 1024;
/** Keys that are sorted, entries that are read, before there may be a pause. */
const STEP = 512;

type Any = AbstractType<unknown>;

/**
 * A line for each root type that holds anything, one for each of its keys, and one for what lies in a
 * row in it; keys and root types in code-unit order. Where the pieces end depends on the text alone.
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
		for (const key of yield* sorted(keys)) {
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
	if (value instanceof Uint8Array) return `bytes(${value.join()})`;
	try {
		return canonicalJson(value);
	} catch {
		return `other(${typeof value === 'bigint' ? value : typeof value})`;
	}
}

/** Keys in code-unit order, with pauses: sorting a hundred thousand in one go would be felt. */
function* sorted(keys: readonly string[]): Generator<string, readonly string[]> {
	let runs: (readonly string[])[] = [];
	for (let at = 0; at < keys.length; at += STEP) {
		runs.push(keys.slice(at, at + STEP).sort());
		yield '';
	}
	while (runs.length > 1) {
		const merged: (readonly string[])[] = [];
		for (let at = 0; at < runs.length; at += 2) {
			const [a = [], b = []] = runs.slice(at, at + 2);
			merged.push(b.length === 0 ? a : yield* merge(a, b));
		}
		runs = merged;
	}
	return runs[0] ?? [];
}

function* merge(a: readonly string[], b: readonly string[]): Generator<string, readonly string[]> {
	const all: string[] = [];
	let [fromA, fromB] = [0, 0];
	while (fromA < a.length || fromB < b.length) {
		const [left, right] = [a[fromA], b[fromB]];
		const takesLeft = right === undefined || (left !== undefined && left < right);
		all.push((takesLeft ? left : right) as string);
		if (takesLeft) fromA++;
		else fromB++;
		if (all.length % STEP === 0) yield '';
	}
	return all;
}
