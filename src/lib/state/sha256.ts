// Check sums: the browser's own where it has one, ours on pages served by plain http.
import { sha256Hex } from '$lib/domain/sha256';

/** The SHA-256 of a text's UTF-8 bytes as lower-case hex. */
export function sha256(text: string): Promise<string> {
	return sha256OfBytes(new TextEncoder().encode(text));
}

/** The SHA-256 of bytes as lower-case hex. */
export async function sha256OfBytes(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
	// Typed as always there; on an insecure origin it is not.
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	if (!subtle) return sha256Hex(bytes);
	const sum = new Uint8Array(await subtle.digest('SHA-256', bytes));
	return [...sum].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
