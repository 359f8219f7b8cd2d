// Messages between two devices as bytes: a number for what it is, a header in JSON, and bytes.
// What was not written by `encode` is refused as a whole.
//   1 byte kind · 4 bytes length of the header, most significant first · header, UTF-8 · the rest
import type { Account } from './account';
import { joined } from './bytes';
import { isFields, read, Rest } from './message-door';
import { KINDS, type Message, type Named } from './message-kinds';

/** A message as bytes. */
export function encode(message: Message): Uint8Array {
	const { is, ...fields } = message;
	const rest: Uint8Array[] = [];
	const put = (bytes: Uint8Array): number => rest.push(bytes) && bytes.length;
	const header: Record<string, unknown> = {};
	for (const [name, value] of Object.entries(fields)) {
		if (name === 'account') {
			header[name] = [...(value as Account)].map(([document, { vector, deletions }]) => [
				document,
				put(vector),
				deletions
			]);
		} else if (name === 'updates') {
			header[name] = (value as readonly Named[]).map(([to, update]) => [to, put(update)]);
		} else header[name] = value instanceof Uint8Array ? put(value) : value;
	}
	const text = new TextEncoder().encode(JSON.stringify(header));
	const head = new Uint8Array(5);
	head[0] = KINDS.indexOf(is);
	new DataView(head.buffer).setUint32(1, text.length);
	return joined([head, text, ...rest]);
}

/** The message these bytes are; undefined when they are none. */
export function decode(bytes: Uint8Array): Message | undefined {
	const is = KINDS[bytes[0] ?? KINDS.length];
	if (!is || bytes.length < 5) return undefined;
	const length = new DataView(bytes.buffer, bytes.byteOffset).getUint32(1);
	if (length > bytes.length - 5) return undefined;
	try {
		const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(5, 5 + length));
		const fields: unknown = JSON.parse(text);
		if (!isFields(fields)) return undefined;
		const rest = new Rest(bytes.subarray(5 + length));
		const message = read(is, fields, rest);
		return rest.isEmpty ? message : undefined;
	} catch {
		return undefined;
	}
}
