// Reads and writes updates with fewer calls into the browser: a book is half a million texts, most of them
// short, and TextDecoder and TextEncoder take longer to begin than to do one. The bytes are the same.
import { applyUpdateV2, UpdateDecoderV1, UpdateEncoderV1, type Doc } from 'yjs';

/** Up to so many letters a text is read and written one by one. */
const SHORT = 320;
/** What stands before a text among values of any kind. */
const TEXT = 119;

/** Room for the letters of a text, by its length: made anew each time it would be much to clear away. */
const rows: number[][] = [];

/** As Yjs's `applyUpdate`, for updates of format 1. */
export function applyQuickly(doc: Doc, update: Uint8Array, origin: unknown): void {
	applyUpdateV2(doc, update, origin, QuickDecoder);
}

class QuickDecoder extends UpdateDecoderV1 {
	override readString(): string {
		return this.#short(0) ?? super.readString();
	}

	override readKey(): string {
		return this.#short(0) ?? super.readKey();
	}

	override readAny(): unknown {
		const { arr, pos } = this.restDecoder;
		const text = arr[pos] === TEXT ? this.#short(1) : undefined;
		return text ?? (super.readAny() as unknown);
	}

	/** A short text of ASCII letters; undefined, and nothing is read, where it is anything else. */
	#short(from: number): string | undefined {
		const { restDecoder } = this;
		const { arr } = restDecoder;
		let pos = restDecoder.pos + from;
		let length = arr[pos++] ?? Infinity;
		if (length > 127) length += ((arr[pos++] ?? Infinity) - 1) * 128;
		const end = pos + length;
		if (length > SHORT || end > arr.length) return undefined;
		const letters = (rows[length] ??= new Array<number>(length));
		for (let to = 0; pos < end; pos++, to++) {
			const letter = arr[pos] as number;
			if (letter > 127) return undefined;
			letters[to] = letter;
		}
		restDecoder.pos = end;
		return String.fromCharCode.apply(null, letters);
	}
}

/** Writes updates of format 1. */
export class QuickEncoder extends UpdateEncoderV1 {
	override writeString(text: string): void {
		if (!this.#short(text, false)) super.writeString(text);
	}

	override writeKey(text: string): void {
		if (!this.#short(text, false)) super.writeKey(text);
	}

	override writeAny(value: unknown): void {
		if (typeof value !== 'string' || !this.#short(value, true)) super.writeAny(value);
	}

	/** False, and nothing is written, where it is not a short text of ASCII letters or there is no room. */
	#short(text: string, isAny: boolean): boolean {
		const { restEncoder } = this;
		const { cbuf } = restEncoder;
		const { length } = text;
		let to = restEncoder.cpos;
		if (length > SHORT || to + length + 3 > cbuf.length) return false;
		if (isAny) cbuf[to++] = TEXT;
		if (length > 127) cbuf[to++] = length | 128;
		cbuf[to++] = length > 127 ? length >> 7 : length;
		for (let at = 0; at < length; at++, to++) {
			const letter = text.charCodeAt(at);
			if (letter > 127) return false;
			cbuf[to] = letter;
		}
		restEncoder.cpos = to;
		return true;
	}
}
