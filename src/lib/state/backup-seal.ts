// The key of a sealed backup: each has one of its own by chance, sealed in turn under the passphrase.
// So a device can go on sealing its daily copies without keeping the passphrase itself.
import type { Json } from '$lib/domain/version';
import { base64ToBytes, bytesToBase64 } from '$lib/store/base64';
import { kdfFrom, keyFrom, newKdf } from '$lib/store/passphrase';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const NAME = new TextEncoder().encode('kith-backup key');

/** What seals backups: the key itself, and the same key as a file carries it. */
export interface FileSeal {
	readonly kdf: Json;
	/** Base64, sealed under the passphrase. */
	readonly key: string;
	/** Base64, open: never in a file. */
	readonly secret: string;
}

/** Why a key could not be had. */
export type KeyFault = 'PassphraseWrong' | 'BackupKeyAbsurd' | 'BackupKeyUnknown';

/** Whether this page can seal at all: not where it came over plain http. */
export function canSeal(): boolean {
	return (crypto.subtle as SubtleCrypto | undefined) !== undefined;
}

/** A new key under a passphrase; undefined where this browser cannot do it. */
export async function sealFor(passphrase: string): Promise<FileSeal | undefined> {
	if (!canSeal()) return undefined;
	const kdf = await newKdf();
	const around = await keyFrom(passphrase, kdf);
	if (!around) return undefined;
	const secret = crypto.getRandomValues(new Uint8Array(KEY_BYTES));
	const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const how = { name: 'AES-GCM', iv, additionalData: NAME };
	const sealed = new Uint8Array(await crypto.subtle.encrypt(how, around, secret));
	const wrapped = new Uint8Array(NONCE_BYTES + sealed.length);
	wrapped.set(iv);
	wrapped.set(sealed, NONCE_BYTES);
	return { kdf: { ...kdf }, key: bytesToBase64(wrapped), secret: bytesToBase64(secret) };
}

/**
 * The key that a file carries under a passphrase, as base64. The file must be whole: then what does
 * not open with the passphrase is the passphrase's fault.
 */
export async function secretOf(
	passphrase: string,
	{ kdf: json, key }: Pick<FileSeal, 'kdf' | 'key'>
): Promise<{ readonly secret: string } | { readonly fault: KeyFault }> {
	const kdf = kdfFrom(json);
	if (!kdf) return { fault: 'BackupKeyAbsurd' };
	const around = await keyFrom(passphrase, kdf);
	if (!around) return { fault: 'BackupKeyUnknown' };
	const wrapped = base64ToBytes(key) ?? new Uint8Array(0);
	const iv = wrapped.subarray(0, NONCE_BYTES);
	try {
		const how = { name: 'AES-GCM', iv, additionalData: NAME };
		const secret = await crypto.subtle.decrypt(how, around, wrapped.subarray(NONCE_BYTES));
		return { secret: bytesToBase64(new Uint8Array(secret)) };
	} catch {
		// AES-GCM never says more than that it does not open.
		return { fault: 'PassphraseWrong' };
	}
}

/** A kept seal from its text; undefined when it is none. */
export function fileSealFrom(text: unknown): FileSeal | undefined {
	if (typeof text !== 'string' || text === '') return undefined;
	try {
		const seal = JSON.parse(text) as Partial<FileSeal> | null;
		const { kdf, key, secret } = seal ?? {};
		if (typeof key !== 'string' || typeof secret !== 'string' || !kdfFrom(kdf)) return undefined;
		return { kdf: kdf ?? null, key, secret };
	} catch {
		return undefined;
	}
}
