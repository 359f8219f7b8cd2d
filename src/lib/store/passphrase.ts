// From a passphrase to a key: slow on purpose. Argon2id where the browser can, PBKDF2 where it cannot.
import * as v from 'valibot';
import { either } from '$lib/domain/records/either';
import { whole } from '$lib/domain/records/field';
import { argon2Beside, KEY_BYTES, type Argon2 } from './argon2';
import { base64ToBytes, bytesToBase64 } from './base64';

const SALT_BYTES = 16;
const MEMORY_KIB = 64 * 1024;
const PASSES = 3;
const ROUNDS = 600_000;

// Checks of our own rather than the library's: valibot is one piece, and each of its actions used
// anywhere would be loaded first.
const salt = v.custom<string>((text) => {
	const bytes = typeof text === 'string' ? (base64ToBytes(text)?.length ?? 0) : 0;
	return bytes >= 8 && bytes <= 64;
});

/**
 * What is accepted from a file. Nothing weaker than today's least advice, so that nobody is talked
 * into a cheap key; nothing that takes a phone's memory or a minute of its time.
 */
const kdfShape = either('name', [
	v.object({
		name: v.literal('argon2id'),
		salt,
		memory: whole(19 * 1024, 256 * 1024),
		passes: whole(1, 10),
		lanes: whole(1, 4)
	}),
	v.object({ name: v.literal('pbkdf2-sha256'), salt, rounds: whole(ROUNDS, 10_000_000) })
]);

/** How a passphrase was made into a key; kept beside what the key locks. */
export type Kdf = Readonly<v.InferOutput<typeof kdfShape>>;

/** Reads one from JSON; undefined when it is none, or asks for too little or too much. */
export function kdfFrom(json: unknown): Kdf | undefined {
	const result = v.safeParse(kdfShape, json);
	return result.success ? result.output : undefined;
}

/** A way for a new passphrase, with a salt of its own: the strongest that works in this browser. */
export async function newKdf(argon2: Argon2 = argon2Beside): Promise<Kdf> {
	const bytes = crypto.getRandomValues(new Uint8Array(SALT_BYTES));
	const fresh = bytesToBase64(bytes);
	// Tried with all its memory, but one pass: what fails here would fail when it is needed.
	const trial = { secret: bytes, salt: bytes, memory: MEMORY_KIB, passes: 1, lanes: 1 };
	return (await argon2(trial))
		? { name: 'argon2id', salt: fresh, memory: MEMORY_KIB, passes: PASSES, lanes: 1 }
		: { name: 'pbkdf2-sha256', salt: fresh, rounds: ROUNDS };
}

/**
 * The AES-256-GCM key of a passphrase; undefined where this browser cannot do that `kdf`. The same
 * words typed on another keyboard give the same key (NFKC).
 */
export async function keyFrom(
	passphrase: string,
	kdf: Kdf,
	argon2: Argon2 = argon2Beside
): Promise<CryptoKey | undefined> {
	const saltBytes = base64ToBytes(kdf.salt);
	// Absent where the page did not come over https or from this machine, whatever its type says.
	const subtle = crypto.subtle as SubtleCrypto | undefined;
	if (!saltBytes || !subtle) return undefined;
	const secret = new TextEncoder().encode(passphrase.normalize('NFKC'));
	const bytes =
		kdf.name === 'argon2id'
			? await argon2({ ...kdf, secret, salt: saltBytes })
			: await pbkdf2(subtle, secret, saltBytes, kdf.rounds);
	secret.fill(0);
	if (!bytes) return undefined;
	const key = await subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
	bytes.fill(0);
	return key;
}

async function pbkdf2(
	subtle: SubtleCrypto,
	secret: Uint8Array<ArrayBuffer>,
	saltBytes: Uint8Array<ArrayBuffer>,
	rounds: number
): Promise<Uint8Array<ArrayBuffer>> {
	const base = await subtle.importKey('raw', secret, 'PBKDF2', false, ['deriveBits']);
	const how = { name: 'PBKDF2', hash: 'SHA-256', salt: saltBytes, iterations: rounds };
	return new Uint8Array(await subtle.deriveBits(how, base, KEY_BYTES * 8));
}
