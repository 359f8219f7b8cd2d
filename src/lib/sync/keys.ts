// The book key: 256 random bits that make devices a pair. All else is derived from it by HKDF-SHA-256
// (RFC 5869), each under its own name, so that nothing derived tells anything of the rest.
import { bytesToHex } from './bytes';

/** One generation of the book key. Removing a device makes the next one. */
export interface BookKey {
	/** 1 for the first, then one more with each removal. */
	readonly generation: number;
	/** 32 random bytes. */
	readonly bytes: Uint8Array;
	/** The devices it was made for; empty for a first key, which whoever holds the code may use. */
	readonly members: readonly string[];
}

/** What a key is used for. */
export type Purpose = 'room' | 'password' | 'proof' | 'seal' | 'id';

/** A new key for these devices. */
export function newBookKey(generation = 1, members: readonly string[] = []): BookKey {
	return { generation, bytes: crypto.getRandomValues(new Uint8Array(32)), members };
}

/** 32 bytes for one purpose. @param salt random bytes where the same purpose serves many times */
export async function deriveBytes(
	key: Pick<BookKey, 'bytes'>,
	purpose: Purpose,
	salt: Uint8Array = new Uint8Array()
): Promise<Uint8Array<ArrayBuffer>> {
	const bits = await crypto.subtle.deriveBits(hkdf(purpose, salt), await base(key.bytes), 256);
	return new Uint8Array(bits);
}

/** Sixteen hex digits that tell keys apart and say nothing about the key. */
export async function idOfKey(key: Pick<BookKey, 'bytes'>): Promise<string> {
	return bytesToHex((await deriveBytes(key, 'id')).slice(0, 8));
}

/** AES-256-GCM for sealing what is carried. @param salt 16 random bytes of this one file */
export async function sealKey(key: Pick<BookKey, 'bytes'>, salt: Uint8Array): Promise<CryptoKey> {
	return crypto.subtle.deriveKey(
		hkdf('seal', salt),
		await base(key.bytes),
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
}

/** The newest of several keys; of two made at the same time the one with the larger bytes, on every device. */
export function newestKey(keys: readonly BookKey[]): BookKey | undefined {
	return [...keys].sort(
		(a, b) => b.generation - a.generation || (bytesToHex(a.bytes) < bytesToHex(b.bytes) ? 1 : -1)
	)[0];
}

function hkdf(purpose: Purpose, salt: Uint8Array): HkdfParams {
	const info = new TextEncoder().encode(`kith ${purpose} 1`);
	return { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(salt), info };
}

function base(bytes: Uint8Array): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', new Uint8Array(bytes), 'HKDF', false, [
		'deriveBits',
		'deriveKey'
	]);
}
