// Bytes as base64 and back, without the browser's newer methods; what is no base64 is undefined.

/** Bytes as base64. */
export function bytesToBase64(bytes: Uint8Array): string {
	let text = '';
	for (const byte of bytes) text += String.fromCharCode(byte);
	return btoa(text);
}

/** The bytes of a base64 text, or undefined for anything that is not exactly that. */
export function base64ToBytes(text: string): Uint8Array<ArrayBuffer> | undefined {
	try {
		const bytes = Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
		return bytesToBase64(bytes) === text ? bytes : undefined;
	} catch {
		return undefined;
	}
}
