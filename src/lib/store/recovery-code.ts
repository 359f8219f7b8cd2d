// The recovery code: 128 bits of chance as seven groups of four letters that can be read out, copied by
// hand and typed back.
import { bytesToCode, codeToBytes as checkedBytes } from '$lib/domain/checked-code';

export { bytesToCode };

const BYTES = 16;

/** A new code's bytes. */
export function newCodeBytes(): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(BYTES));
}

/** The bytes of a code as somebody typed it; undefined when it is not whole, or has a slip in it. */
export function codeToBytes(typed: string): Uint8Array<ArrayBuffer> | undefined {
	return checkedBytes(typed, BYTES);
}
