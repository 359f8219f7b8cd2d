// The keyring: the one key of a locked book, wrapped once for each way to open it. Pure but for chance;
// a check sum tells a damaged keyring from a wrong passphrase. The bare key never leaves this file.
import * as v from 'valibot';
import { canonicalJson } from '$lib/domain/canonical';
import { textLike } from '$lib/domain/records/field';
import { sha256Hex } from '$lib/domain/sha256';
import { argon2Beside, KEY_BYTES, type Argon2 } from './argon2';
import { base64ToBytes, bytesToBase64 } from './base64';
import { kdfFrom, keyFrom, newKdf, type Kdf } from './passphrase';
import { bytesToCode, codeToBytes, newCodeBytes } from './recovery-code';
import { openSealed, sealBytes, type Seal } from './seal';

/** How far the lock is: rows are being sealed, all are sealed, or are being opened again. */
export type LockState = 'turning-on' | 'on' | 'turning-off';

const base64 = v.custom<string>(
	(text) => typeof text === 'string' && text.length <= 4096 && base64ToBytes(text) !== undefined
);

const keyringShape = v.object({
	format: v.literal('kith-lock'),
	version: v.literal(1),
	/** Of the key; the same as its seal's. */
	id: textLike(/^[0-9a-f]{32}$/),
	state: v.picklist(['turning-on', 'on', 'turning-off']),
	passphrase: v.object({
		kdf: v.custom<Kdf>((kdf) => kdfFrom(kdf) !== undefined),
		wrapped: base64
	}),
	code: v.object({ salt: base64, wrapped: base64 }),
	passkey: v.exactOptional(v.object({ credential: base64, salt: base64, wrapped: base64 }))
});

/** The wrapped key and what it takes to unwrap it; nothing in it is a secret by itself. */
export type Keyring = Readonly<v.InferOutput<typeof keyringShape>>;

/** What somebody shows to open the book. */
export type Proof =
	| { readonly by: 'passphrase'; readonly words: string }
	| { readonly by: 'code'; readonly code: string }
	| { readonly by: 'passkey'; readonly secret: Uint8Array<ArrayBuffer> };

/** A passkey that can give a secret for a salt (WebAuthn's PRF). */
export interface Passkey {
	readonly credential: Uint8Array<ArrayBuffer>;
	readonly salt: Uint8Array<ArrayBuffer>;
	readonly secret: Uint8Array<ArrayBuffer>;
}

/** Why a keyring did not open. `KdfMissing`: this browser cannot make keys the way it needs. */
export type ProofFault =
	'WrongPassphrase' | 'WrongCode' | 'MistypedCode' | 'WrongPasskey' | 'KdfMissing';

/** Why a text is no keyring. */
export type KeyringFault = 'KeyringDamaged' | 'KeyringTooNew';

/** Something that worked, or the name of what stood against it. */
export type Outcome<Value, Fault> =
	({ readonly ok: true } & Value) | { readonly ok: false; readonly fault: Fault };

/** A new key and its keyring, `turning-on`; the code is shown once and kept nowhere. */
export async function makeKeyring(
	words: string,
	argon2: Argon2 = argon2Beside
): Promise<Outcome<{ keyring: Keyring; seal: Seal; code: string }, 'KdfMissing'>> {
	const bytes = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
	const id = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
		byte.toString(16).padStart(2, '0')
	).join('');
	const passphrase = await doorForPassphrase(id, bytes, words, argon2);
	if (!passphrase) return { ok: false, fault: 'KdfMissing' };
	const { door, code } = await doorForCode(id, bytes);
	const keyring: Keyring = {
		format: 'kith-lock',
		version: 1,
		id,
		state: 'turning-on',
		passphrase,
		code: door
	};
	return { ok: true, keyring, seal: await sealOf(id, bytes), code };
}

/** The seal of a keyring for somebody who can prove himself. */
export async function openKeyring(
	keyring: Keyring,
	proof: Proof,
	argon2: Argon2 = argon2Beside
): Promise<Outcome<{ seal: Seal }, ProofFault>> {
	const found = await unwrap(keyring, proof, argon2);
	return found.ok ? { ok: true, seal: await sealOf(keyring.id, found.bytes) } : found;
}

/** The same key behind another passphrase. */
export async function withPassphrase(
	keyring: Keyring,
	proof: Proof,
	words: string,
	argon2: Argon2 = argon2Beside
): Promise<Outcome<{ keyring: Keyring }, ProofFault>> {
	const found = await unwrap(keyring, proof, argon2);
	if (!found.ok) return found;
	const passphrase = await doorForPassphrase(keyring.id, found.bytes, words, argon2);
	found.bytes.fill(0);
	if (!passphrase) return { ok: false, fault: 'KdfMissing' };
	return { ok: true, keyring: { ...keyring, passphrase } };
}

/** The same key behind another recovery code; the one before opens nothing any more. */
export async function withNewCode(
	keyring: Keyring,
	proof: Proof,
	argon2: Argon2 = argon2Beside
): Promise<Outcome<{ keyring: Keyring; code: string }, ProofFault>> {
	const found = await unwrap(keyring, proof, argon2);
	if (!found.ok) return found;
	const { door, code } = await doorForCode(keyring.id, found.bytes);
	found.bytes.fill(0);
	return { ok: true, keyring: { ...keyring, code: door }, code };
}

/** The same key behind a passkey too. */
export async function withPasskey(
	keyring: Keyring,
	proof: Proof,
	{ credential, salt, secret }: Passkey,
	argon2: Argon2 = argon2Beside
): Promise<Outcome<{ keyring: Keyring }, ProofFault>> {
	const found = await unwrap(keyring, proof, argon2);
	if (!found.ok) return found;
	const passkey = {
		credential: bytesToBase64(credential),
		salt: bytesToBase64(salt),
		wrapped: await wrap(keyring.id, 'passkey', await keyOfSecret('passkey', secret), found.bytes)
	};
	found.bytes.fill(0);
	return { ok: true, keyring: { ...keyring, passkey } };
}

/** What to ask the passkey of a keyring with. */
export function passkeyOf({ passkey }: Keyring): Omit<Passkey, 'secret'> | undefined {
	const credential = base64ToBytes(passkey?.credential ?? '');
	const salt = base64ToBytes(passkey?.salt ?? '');
	return passkey && credential && salt ? { credential, salt } : undefined;
}

/** Without the passkey. */
export function withoutPasskey({ passkey: _, ...keyring }: Keyring): Keyring {
	return keyring;
}

/** The keyring in another state. */
export function inState(keyring: Keyring, state: LockState): Keyring {
	return { ...keyring, state };
}

/** As text, with its check sum. */
export function keyringToText(keyring: Keyring): string {
	return JSON.stringify({ ...keyring, sum: sumOf(keyring) });
}

/** The keyring of a text, or why it is none. */
export function textToKeyring(text: string): Outcome<{ keyring: Keyring }, KeyringFault> {
	const damaged = { ok: false, fault: 'KeyringDamaged' } as const;
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return damaged;
	}
	if (typeof json !== 'object' || json === null || !('sum' in json)) return damaged;
	const { sum, ...rest } = json;
	if (sum !== sumOf(rest)) return damaged;
	const result = v.safeParse(keyringShape, rest);
	if (result.success) return { ok: true, keyring: result.output };
	// Whole, but not as this version writes it.
	const isLater = 'version' in rest && typeof rest.version === 'number' && rest.version > 1;
	return isLater ? { ok: false, fault: 'KeyringTooNew' } : damaged;
}

function sumOf(rest: object): string {
	return sha256Hex(new TextEncoder().encode(canonicalJson(rest)));
}

async function sealOf(id: string, bytes: Uint8Array<ArrayBuffer>): Promise<Seal> {
	const key = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
	bytes.fill(0);
	return { id, key };
}

async function unwrap(
	keyring: Keyring,
	proof: Proof,
	argon2: Argon2
): Promise<Outcome<{ bytes: Uint8Array<ArrayBuffer> }, ProofFault>> {
	const { id, passphrase, code, passkey } = keyring;
	const open = async (
		wrapped: string,
		key: CryptoKey,
		fault: ProofFault
	): Promise<Outcome<{ bytes: Uint8Array<ArrayBuffer> }, ProofFault>> => {
		const sealed = base64ToBytes(wrapped) ?? new Uint8Array();
		const bytes = await openSealed({ id, key }, nameOf(id, proof.by), sealed);
		return bytes ? { ok: true, bytes } : { ok: false, fault };
	};
	if (proof.by === 'passphrase') {
		const key = await keyFrom(proof.words, passphrase.kdf, argon2);
		if (!key) return { ok: false, fault: 'KdfMissing' };
		return open(passphrase.wrapped, key, 'WrongPassphrase');
	}
	if (proof.by === 'code') {
		const typed = codeToBytes(proof.code);
		if (!typed) return { ok: false, fault: 'MistypedCode' };
		return open(code.wrapped, await keyOfSecret('code', typed, code.salt), 'WrongCode');
	}
	if (!passkey) return { ok: false, fault: 'WrongPasskey' };
	return open(passkey.wrapped, await keyOfSecret('passkey', proof.secret), 'WrongPasskey');
}

async function doorForPassphrase(
	id: string,
	bytes: Uint8Array,
	words: string,
	argon2: Argon2
): Promise<Keyring['passphrase'] | undefined> {
	const kdf = await newKdf(argon2);
	const key = await keyFrom(words, kdf, argon2);
	return key && { kdf, wrapped: await wrap(id, 'passphrase', key, bytes) };
}

async function doorForCode(
	id: string,
	bytes: Uint8Array
): Promise<{ door: Keyring['code']; code: string }> {
	const secret = newCodeBytes();
	const salt = bytesToBase64(crypto.getRandomValues(new Uint8Array(16)));
	const door = {
		salt,
		wrapped: await wrap(id, 'code', await keyOfSecret('code', secret, salt), bytes)
	};
	return { door, code: bytesToCode(secret) };
}

async function wrap(
	id: string,
	by: Proof['by'],
	key: CryptoKey,
	bytes: Uint8Array
): Promise<string> {
	return bytesToBase64(await sealBytes({ id, key }, nameOf(id, by), bytes));
}

function nameOf(id: string, by: Proof['by']): string {
	return `kith-lock:${id}:${by}`;
}

/** A key from a secret nobody can guess; so HKDF, which is quick, does. */
async function keyOfSecret(
	by: 'code' | 'passkey',
	secret: Uint8Array<ArrayBuffer>,
	salt = ''
): Promise<CryptoKey> {
	const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	const how = {
		name: 'HKDF',
		hash: 'SHA-256',
		salt: base64ToBytes(salt) ?? new Uint8Array(),
		info: new TextEncoder().encode(`kith-lock:${by}`)
	};
	const aes = { name: 'AES-GCM', length: KEY_BYTES * 8 };
	return crypto.subtle.deriveKey(how, base, aes, false, ['encrypt', 'decrypt']);
}
