// One sealed file that carries something to other devices. It opens to exactly what was sealed, or tells
// why not; never throws, and never reserves more memory than has come.
//
// Format: 8 bytes "KITHXCHG", 1 byte version, 8 bytes id of the book key, 16 bytes random salt, 12 bytes
// random nonce, 4 bytes length of the rest (big-endian); then AES-256-GCM with its 16-byte tag over a body,
// all before as additional data. The body's first byte: 0, the rest as it is; 1, the rest by gzip.
// Several such parts may follow each other in one file.
import { bytesToHex } from './bytes';
import { idOfKey, sealKey, type BookKey } from './keys';

const MAGIC = new TextEncoder().encode('KITHXCHG');
const VERSION = 1;
const AT_KEY = MAGIC.length + 1;
const AT_SALT = AT_KEY + 8;
const AT_NONCE = AT_SALT + 16;
const AT_LENGTH = AT_NONCE + 12;
const HEAD = AT_LENGTH + 4;
const TAG = 16;

const STORED = 0;
const GZIP = 1;
/** Below this, packing costs more than it saves. */
const SMALL = 2048;
/** No file of ours is larger, and nothing larger is read: ten times the largest book thought of. */
const MOST_SEALED = 256 * 1024 * 1024;
const MOST_OPENED = 768 * 1024 * 1024;
const MOST_PARTS = 32;

/** A part opened, with the key that opened it; or why not. */
export type Opened =
	| { readonly ok: true; readonly body: Uint8Array; readonly key: BookKey }
	| {
			readonly ok: false;
			readonly why: 'empty' | 'placeholder' | 'foreign' | 'other-key' | 'damaged' | 'future';
	  };

/** Seals a body that comes in pieces. Rejects when it is larger than any file may be. */
export async function sealPart(
	key: BookKey,
	pieces: AsyncIterable<Uint8Array>
): Promise<Uint8Array<ArrayBuffer>> {
	const packed = await pack(pieces);
	const length = packed.reduce((sum, piece) => sum + piece.length, 0);
	if (HEAD + length + TAG > MOST_SEALED) throw new RangeError('too large for one file');
	const head = new Uint8Array(HEAD);
	head.set(MAGIC);
	head[MAGIC.length] = VERSION;
	head.set(bytesOfHex(await idOfKey(key)), AT_KEY);
	const salt = crypto.getRandomValues(head.subarray(AT_SALT, AT_NONCE));
	const nonce = crypto.getRandomValues(head.subarray(AT_NONCE, AT_LENGTH));
	new DataView(head.buffer).setUint32(AT_LENGTH, length + TAG);
	const how = { name: 'AES-GCM', iv: nonce, additionalData: head };
	const secret = await crypto.subtle.encrypt(how, await sealKey(key, salt), joined(packed, length));
	const part = new Uint8Array(HEAD + secret.byteLength);
	part.set(head);
	part.set(new Uint8Array(secret), HEAD);
	return part;
}

/** The parts of a file, as far as it can be told without a key; at least one. */
export function partsOf(bytes: Uint8Array): readonly Uint8Array[] {
	const parts: Uint8Array[] = [];
	for (let at = 0; at < bytes.length && parts.length < MOST_PARTS;) {
		const rest = bytes.subarray(at);
		const length = isOurs(rest) && rest.length >= HEAD ? HEAD + lengthIn(rest) : rest.length;
		parts.push(rest.subarray(0, length));
		at += length;
	}
	return parts.length > 0 ? parts : [bytes];
}

/** Opens one part with the one of these keys that it asks for. */
export async function openPart(part: Uint8Array, keys: readonly BookKey[]): Promise<Opened> {
	const why = faultBefore(part);
	if (why) return { ok: false, why };
	const id = bytesToHex(part.slice(AT_KEY, AT_SALT));
	let key: BookKey | undefined;
	for (const held of keys) if ((await idOfKey(held)) === id) key = held;
	if (!key) return { ok: false, why: 'other-key' };
	try {
		const how = {
			name: 'AES-GCM',
			iv: part.slice(AT_NONCE, AT_LENGTH),
			additionalData: part.slice(0, HEAD)
		};
		const secret = part.subarray(HEAD) as Uint8Array<ArrayBuffer>;
		const salt = part.slice(AT_SALT, AT_NONCE);
		const opened = await crypto.subtle.decrypt(how, await sealKey(key, salt), secret);
		const body = await unpack(new Uint8Array(opened));
		return body ? { ok: true, body, key } : { ok: false, why: 'damaged' };
	} catch {
		// The tag does not fit, which is all that AES-GCM ever says; or gzip is not whole.
		return { ok: false, why: 'damaged' };
	}
}

/** Several runs of bytes as one. */
export function joined(
	pieces: readonly Uint8Array[],
	length = pieces.reduce((sum, piece) => sum + piece.length, 0)
): Uint8Array<ArrayBuffer> {
	const whole = new Uint8Array(length);
	let at = 0;
	for (const piece of pieces) {
		whole.set(piece, at);
		at += piece.length;
	}
	return whole;
}

function faultBefore(part: Uint8Array): Exclude<Opened, { ok: true }>['why'] | undefined {
	if (part.length === 0) return 'empty';
	if (part.every((byte, at) => at >= 4096 || byte === 0)) return 'empty';
	if (!isOurs(part)) {
		if (isPlaceholder(part)) return 'placeholder';
		// What was cut within the mark itself is ours as far as it goes.
		return part.length < MAGIC.length && part.every((byte, at) => byte === MAGIC[at])
			? 'damaged'
			: 'foreign';
	}
	const version = part[MAGIC.length];
	if (version !== undefined && version > VERSION) return 'future';
	if (version !== VERSION || part.length < HEAD + TAG + 1) return 'damaged';
	return part.length === HEAD + lengthIn(part) && part.length <= MOST_SEALED
		? undefined
		: 'damaged';
}

function isOurs(bytes: Uint8Array): boolean {
	return bytes.length >= MAGIC.length && MAGIC.every((byte, at) => bytes[at] === byte);
}

/** iCloud leaves a property list, binary or XML, where a file has not been fetched. */
function isPlaceholder(bytes: Uint8Array): boolean {
	const start = new TextDecoder('latin1').decode(bytes.subarray(0, 400));
	return start.startsWith('bplist0') || (/^\s*<\?xml/.test(start) && start.includes('<plist'));
}

function lengthIn(part: Uint8Array): number {
	return new DataView(part.buffer, part.byteOffset, part.byteLength).getUint32(AT_LENGTH);
}

async function pack(pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
	const held: Uint8Array[] = [Uint8Array.of(STORED)];
	let size = 1;
	let stream: CompressionStream | undefined;
	let out: Promise<Uint8Array[] | undefined> | undefined;
	let writer: WritableStreamDefaultWriter<BufferSource> | undefined;
	for await (const piece of pieces) {
		size += piece.length;
		if (!writer && size <= SMALL) {
			held.push(piece);
			continue;
		}
		if (!stream || !writer) {
			stream = new CompressionStream('gzip');
			out = drain(stream.readable, MOST_SEALED);
			writer = stream.writable.getWriter();
			for (const early of held.slice(1)) await writer.write(new Uint8Array(early));
		}
		await writer.write(piece as Uint8Array<ArrayBuffer>);
	}
	if (!writer) return held;
	await writer.close();
	const packed = await out;
	if (!packed) throw new RangeError('too large for one file');
	return [Uint8Array.of(GZIP), ...packed];
}

async function unpack(body: Uint8Array<ArrayBuffer>): Promise<Uint8Array | undefined> {
	if (body[0] === STORED) return body.subarray(1);
	if (body[0] !== GZIP) return undefined;
	const stream = new DecompressionStream('gzip');
	const out = drain(stream.readable, MOST_OPENED);
	const writer = stream.writable.getWriter();
	// What goes wrong is told by the reading side; the writing side must only not go unheard.
	writer.write(body.subarray(1)).catch(() => undefined);
	writer.close().catch(() => undefined);
	const pieces = await out;
	return pieces && joined(pieces);
}

/** All that comes out of a stream; undefined when it is more than `most` bytes. */
async function drain(
	readable: ReadableStream<Uint8Array>,
	most: number
): Promise<Uint8Array[] | undefined> {
	const reader = readable.getReader();
	const pieces: Uint8Array[] = [];
	let size = 0;
	for (;;) {
		const { done, value } = await reader.read();
		if (done) return pieces;
		size += value.length;
		if (size > most) {
			await reader.cancel();
			return undefined;
		}
		pieces.push(value);
	}
}

function bytesOfHex(hex: string): Uint8Array {
	return Uint8Array.from(hex.match(/../g) ?? [], (digits) => parseInt(digits, 16));
}
