// The check sum of a row: CRC-32 as in ISO 3309 and PNG, which finds every single flipped bit.

// Four bytes are taken at a time (“slicing by 4”, Kounavis and Berry 2005): a book is tens of megabytes,
// and all of it is summed at each start.

/** What a byte makes of the rest; then the same for a byte that one, two, three others follow. */
const TABLE = new Int32Array(4 * 256);
for (let byte = 0; byte < 256; byte++) {
	let rest = byte;
	for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
	TABLE[byte] = rest;
}
for (let at = 256; at < TABLE.length; at++) {
	const before = TABLE[at - 256] ?? 0;
	TABLE[at] = (before >>> 8) ^ (TABLE[before & 0xff] ?? 0);
}

/** The CRC-32 of bytes, as a whole number from 0 to 2³² − 1. */
export function crc32(bytes: Uint8Array): number {
	const table = (which: number, byte: number): number =>
		TABLE[which * 256 + (byte & 0xff)] as number;
	const byte = (at: number): number => bytes[at] as number;
	let rest = -1;
	let at = 0;
	for (const last = bytes.length - 3; at < last; at += 4) {
		rest ^= byte(at) | (byte(at + 1) << 8) | (byte(at + 2) << 16) | (byte(at + 3) << 24);
		rest = table(3, rest) ^ table(2, rest >>> 8) ^ table(1, rest >>> 16) ^ table(0, rest >>> 24);
	}
	for (; at < bytes.length; at++) rest = (rest >>> 8) ^ table(0, rest ^ byte(at));
	return ~rest >>> 0;
}
