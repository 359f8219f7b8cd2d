// Hands a book key to one other device, so that only it and the giver can read it.
import { base64ToBytes, bytesToBase64 } from '$lib/store/base64';
import type { DeviceKeys } from './kept';
import type { BookKey } from './keys';

const CURVE = { name: 'ECDH', namedCurve: 'P-256' } as const;
const VERSION = 1;
const SALT = 16;
const IV = 12;
const NAME = 'kith handover 1';
const MOST_MEMBERS = 300;

/** A new pair of keys for this device (ECDH, P-256). */
export async function newDeviceKeys(): Promise<DeviceKeys> {
	const pair = await crypto.subtle.generateKey(CURVE, true, ['deriveBits']);
	const publicKey = new Uint8Array(await crypto.subtle.exportKey('spki', pair.publicKey));
	return {
		publicKey: bytesToBase64(publicKey),
		privateKey: await crypto.subtle.exportKey('jwk', pair.privateKey)
	};
}

/**
 * What only two devices can work out, each from its own private and the other's public key: 32 bytes.
 * Undefined when the other key is not one.
 */
export async function sharedSecret(
	own: DeviceKeys,
	theirPublicKey: string
): Promise<Uint8Array<ArrayBuffer> | undefined> {
	const spki = base64ToBytes(theirPublicKey);
	if (!spki) return undefined;
	const mine = await crypto.subtle.importKey('jwk', own.privateKey, CURVE, false, ['deriveBits']);
	try {
		const theirs = await crypto.subtle.importKey('spki', spki, CURVE, false, []);
		const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: theirs }, mine, 256);
		return new Uint8Array(bits);
	} catch {
		return undefined;
	}
}

/** Wraps a book key for one device. Throws when that device's public key is not one. */
export async function wrapKey(
	own: DeviceKeys,
	theirPublicKey: string,
	key: BookKey
): Promise<Uint8Array<ArrayBuffer>> {
	const salt = crypto.getRandomValues(new Uint8Array(SALT));
	const iv = crypto.getRandomValues(new Uint8Array(IV));
	const secret = await sharedSecret(own, theirPublicKey);
	if (!secret) throw new Error('not a public key');
	const additionalData = bound(own.publicKey, theirPublicKey);
	const text = JSON.stringify({ ...key, bytes: bytesToBase64(key.bytes) });
	const sealed = await crypto.subtle.encrypt(
		{ name: 'AES-GCM', iv, additionalData },
		await wrapping(secret, salt),
		new TextEncoder().encode(text)
	);
	const wrapped = new Uint8Array(1 + SALT + IV + sealed.byteLength);
	wrapped.set([VERSION]);
	wrapped.set(salt, 1);
	wrapped.set(iv, 1 + SALT);
	wrapped.set(new Uint8Array(sealed), 1 + SALT + IV);
	return wrapped;
}

/** Opens a book key that another device wrapped for this one; undefined when it did not. */
export async function openWrappedKey(
	own: DeviceKeys,
	theirPublicKey: string,
	wrapped: Uint8Array
): Promise<BookKey | undefined> {
	if (wrapped[0] !== VERSION || wrapped.length < 1 + SALT + IV) return undefined;
	const secret = await sharedSecret(own, theirPublicKey);
	if (!secret) return undefined;
	const iv = wrapped.slice(1 + SALT, 1 + SALT + IV);
	const additionalData = bound(theirPublicKey, own.publicKey);
	try {
		const opened = await crypto.subtle.decrypt(
			{ name: 'AES-GCM', iv, additionalData },
			await wrapping(secret, wrapped.slice(1, 1 + SALT)),
			wrapped.slice(1 + SALT + IV)
		);
		return asKey(JSON.parse(new TextDecoder().decode(opened)) as unknown);
	} catch {
		return undefined;
	}
}

/** Binds what is wrapped to who gives it to whom. */
function bound(from: string, to: string): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(`${NAME} ${from} ${to}`);
}

async function wrapping(
	secret: Uint8Array<ArrayBuffer>,
	salt: Uint8Array<ArrayBuffer>
): Promise<CryptoKey> {
	const base = await crypto.subtle.importKey('raw', secret, 'HKDF', false, ['deriveKey']);
	return crypto.subtle.deriveKey(
		{ name: 'HKDF', hash: 'SHA-256', salt, info: new TextEncoder().encode(NAME) },
		base,
		{ name: 'AES-GCM', length: 256 },
		false,
		['encrypt', 'decrypt']
	);
}

function asKey(read: unknown): BookKey | undefined {
	const { generation, bytes, members } = read as Partial<Record<keyof BookKey, unknown>>;
	if (!Number.isSafeInteger(generation) || (generation as number) < 1) return undefined;
	const raw = typeof bytes === 'string' ? base64ToBytes(bytes) : undefined;
	if (raw?.length !== 32) return undefined;
	if (!Array.isArray(members) || members.length > MOST_MEMBERS) return undefined;
	if (!members.every((id): id is string => typeof id === 'string')) return undefined;
	return { generation: generation as number, bytes: raw, members };
}
