// One frame as bytes: the format that two pipes speak over a data channel.
//
// A frame is 4 to 16,384 bytes. Its first four are one number, most significant byte first:
//   bit 31       0: part of a message, 1: a word about the pipe itself
//   bits 30–28   part: is the last of its message · the message is deflated (RFC 1951), said with the
//                last part · 0
//                word: 000 sign of life, 001 credit with four more bytes, a number again
//   bits 27–0    how many frames this side sent before; with 268,435,455 of them the pipe is used up
// Then the part. All parts of a message but the last fill their frames.
//
// A credit says how much its sender has taken in since the last one: for each message the bytes of its
// frames and 128 more, so that a row of empty messages costs something too. A side begins no message
// while a whole window (1 MiB) or more of its own has not been taken in; one that does is cut off.

/** The largest frame, header and all: what every browser carries in one piece. */
const FRAME = 16 * 1024;
/** The largest message, before it is deflated and after. */
export const LARGEST_MESSAGE = 64 * 1024 * 1024;
/** How much may be on the way that the other side has not taken in. */
export const WINDOW = 1024 * 1024;

const HEADER = 4;
/** What one frame carries of a message. */
export const FULL = FRAME - HEADER;
/** After a frame with this number there is none. */
export const LAST_NUMBER = 0x0fffffff;

/** The upper four bits. */
export const PART = 0;
export const LAST = 4;
export const LAST_DEFLATED = 6;
export const LIFE = 8;
export const CREDIT = 9;

/** A frame taken apart. */
export interface Frame {
	readonly kind: number;
	readonly number: number;
	readonly body: Uint8Array;
}

/** What a message of so many bytes in so many frames takes of the window. */
export function costOf(bytes: number, frames: number): number {
	return bytes + frames * HEADER + 128;
}

/** A frame's bytes. */
export function writeFrame({ kind, number, body }: Frame): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(HEADER + body.length);
	new DataView(bytes.buffer).setUint32(0, kind * (LAST_NUMBER + 1) + number);
	bytes.set(body, HEADER);
	return bytes;
}

/** Takes a frame apart; undefined for what cannot be one. */
export function readFrame(data: unknown): Frame | undefined {
	if (!(data instanceof ArrayBuffer)) return undefined;
	if (data.byteLength < HEADER || data.byteLength > FRAME) return undefined;
	const header = new DataView(data).getUint32(0);
	return {
		kind: Math.floor(header / (LAST_NUMBER + 1)),
		number: header % (LAST_NUMBER + 1),
		body: new Uint8Array(data, HEADER)
	};
}

/** The body of a credit. */
export function writeCredit(cost: number): Uint8Array {
	const body = new Uint8Array(4);
	new DataView(body.buffer).setUint32(0, cost);
	return body;
}

/** How much a credit gives; undefined for a body that is none. */
export function readCredit(body: Uint8Array): number | undefined {
	if (body.length !== 4) return undefined;
	return new DataView(body.buffer, body.byteOffset, 4).getUint32(0);
}
