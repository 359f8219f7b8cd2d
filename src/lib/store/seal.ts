// Sealing: bytes that nobody can read or change without the key, and that say so when they are damaged.
// Format: 8 bytes "KITHSEAL", 1 byte version, 12 bytes random nonce, then AES-256-GCM with its 16-byte tag.

/** A key that seals what lies on disk. */
export interface Seal {
	/** Tells keys apart; says nothing about the key. */
	readonly id: string;
	/** AES-256-GCM, for encryption and decryption. */
	readonly key: CryptoKey;
}

const MAGIC = new TextEncoder().encode('KITHSEAL');
const VERSION = 1;
const NONCE = 12;
const HEAD = MAGIC.length + 1 + NONCE;
const TAG = 16;

/** Whether bytes carry the mark of sealed ones; says nothing about the key they need. */
export function isSealed(bytes: Uint8Array): boolean {
	return bytes.length >= HEAD + TAG && MAGIC.every((byte, at) => bytes[at] === byte);
}

/**
 * Seals bytes.
 * @param name what they are; they open under this name only, so that nothing can be put in another's place
 */
export async function sealBytes(
	seal: Seal,
	name: string,
	bytes: Uint8Array
): Promise<Uint8Array<ArrayBuffer>> {
	const sealed = new Uint8Array(HEAD + bytes.length + TAG);
	sealed.set(MAGIC);
	sealed[MAGIC.length] = VERSION;
	const nonce = crypto.getRandomValues(sealed.subarray(MAGIC.length + 1, HEAD));
	const secret = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv: nonce, additionalData: nameBytes(name) },
		seal.key,
		new Uint8Array(bytes)
	);
	sealed.set(new Uint8Array(secret), HEAD);
	return sealed;
}

/** The bytes that were sealed under this name; undefined with another key or name, or when damaged. */
export async function openSealed(
	seal: Seal,
	name: string,
	sealed: Uint8Array
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	if (!isSealed(sealed) || sealed[MAGIC.length] !== VERSION) return undefined;
	const own = new Uint8Array(sealed);
	try {
		const opened = await crypto.subtle.decrypt(
			{
				name: 'AES-GCM',
				iv: own.subarray(MAGIC.length + 1, HEAD),
				additionalData: nameBytes(name)
			},
			seal.key,
			own.subarray(HEAD)
		);
		return new Uint8Array(opened);
	} catch {
		// The tag does not fit, which is all that AES-GCM ever says.
		return undefined;
	}
}

function nameBytes(name: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(name);
}
