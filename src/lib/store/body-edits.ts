// Writing note bodies by the smallest edit, so that what two devices did apart can be merged.
import { Text } from 'yjs';
import type { Bodies } from './bodies';

/** Makes a note's body, or changes it to a new text. */
export function editBody(bodies: Bodies, record: string, writer: string, body: string): void {
	const [first, ...others] = bodies.texts(record);
	if (!first) {
		const key = `${record} ${writer}`;
		bodies.map.set(key, new Text(body));
		bodies.note(key);
		return;
	}
	if (others.length > 0 && body === bodies.read(record)) return;
	editText(first, body);
	for (const other of others) other.delete(0, other.length);
}

/** Takes away the body a writer made. */
export function removeBody(bodies: Bodies, record: string, writer: string): void {
	bodies.map.delete(`${record} ${writer}`);
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
