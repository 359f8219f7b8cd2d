// Bytes made smaller and large again (deflate, RFC 1951), with a limit on how large.
import { joined } from './bytes';

/** Smaller, or undefined where the browser cannot. */
export async function deflated(bytes: Uint8Array): Promise<Uint8Array | undefined> {
	const { readable, writable } = new CompressionStream('deflate-raw');
	const [, made] = await Promise.all([feed(writable, [bytes]), collect(readable, Infinity)]);
	return made;
}

/**
 * Large again; undefined when the bytes are not a whole deflated message, or when more than `limit`
 * bytes come out. A thousand bytes may come of one, so they are put in piece by piece.
 */
export async function inflated(
	parts: readonly Uint8Array[],
	limit: number
): Promise<Uint8Array | undefined> {
	const { readable, writable } = new DecompressionStream('deflate-raw');
	const fed = feed(writable, parts);
	const made = await collect(readable, limit);
	await fed;
	return made;
}

/** Rejects never: what is wrong with the bytes shows at the other end. */
async function feed(
	writable: WritableStream<BufferSource>,
	parts: readonly Uint8Array[]
): Promise<void> {
	const writer = writable.getWriter();
	try {
		for (const part of parts) await writer.write(part as Uint8Array<ArrayBuffer>);
		await writer.close();
	} catch {
		// The reading end has it.
	}
}

async function collect(
	readable: ReadableStream<Uint8Array>,
	limit: number
): Promise<Uint8Array | undefined> {
	const reader = readable.getReader();
	const parts: Uint8Array[] = [];
	let length = 0;
	try {
		for (let { done, value } = await reader.read(); !done; { done, value } = await reader.read()) {
			if (!value) continue;
			length += value.length;
			if (length > limit) {
				await reader.cancel();
				return undefined;
			}
			parts.push(value);
		}
	} catch {
		return undefined;
	}
	return joined(parts);
}
