// Bytes as hex, joined, and whether two runs of them are equal.

/** Lower-case hex, two digits a byte. */
export function bytesToHex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether two runs of bytes are equal; takes as long for any two of one length. */
export function areEqual(a: Uint8Array, b: Uint8Array): boolean {
	let difference = a.length ^ b.length;
	for (const [at, byte] of a.entries()) difference |= byte ^ (b[at] ?? 0);
	return difference === 0;
}

/** Runs of bytes one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
	if (parts.length === 1 && parts[0]) return parts[0];
	const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
	let at = 0;
	for (const part of parts) {
		whole.set(part, at);
		at += part.length;
	}
	return whole;
}
