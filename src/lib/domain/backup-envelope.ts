// A backup under a passphrase, from outside: what it says without the passphrase, and what it binds.
import { BACKUP_FORMAT, isObject } from './backup';
import type { BackupFault } from './backup-fault';
import { canonicalJson } from './canonical';
import type { Json } from './version';

/** The version of a sealed backup, written and read here. Version 1 is the plain one inside. */
export const SEALED_VERSION = 2;

/** How a backup was sealed. */
export interface SealedWith {
	readonly cipher: 'AES-256-GCM';
	/** How the passphrase becomes a key; checked by whoever makes that key. */
	readonly kdf: Json;
	/** Base64: nonce and the file's own key, sealed with the key of the passphrase. */
	readonly key: string;
	/** Base64: the nonce of `data`. */
	readonly iv: string;
	readonly compressed?: 'gzip';
}

/** Everything of a sealed backup but `data` and the sum; all of it is bound to the data. */
export interface SealedHead {
	readonly format: typeof BACKUP_FORMAT;
	readonly version: number;
	readonly minReader: number;
	readonly madeAt?: string;
	readonly device?: { readonly id?: string; readonly name?: string };
	readonly sealed: SealedWith;
}

/** A sealed backup, still closed. */
export interface SealedFile {
	readonly head: SealedHead;
	/** Base64: a plain backup, perhaps compressed, sealed. */
	readonly data: string;
	/** Over head and data: tells a damaged file from a wrong passphrase. */
	readonly sha256: string;
}

/** Whether a parsed file wants to be a sealed backup. */
export function isSealedJson(parsed: Record<string, unknown>): boolean {
	return Object.hasOwn(parsed, 'sealed');
}

/** The closed backup in a parsed file, or why there is none; its sum is not checked here. */
export function sealedFileOf(
	parsed: Record<string, unknown>
):
	| { readonly ok: true; readonly file: SealedFile }
	| { readonly ok: false; readonly fault: BackupFault } {
	const { data, sha256, ...head } = parsed;
	const { version, minReader = version, sealed } = head;
	if (typeof version !== 'number' || typeof minReader !== 'number') return damaged;
	if (version > SEALED_VERSION || minReader > SEALED_VERSION) {
		return { ok: false, fault: { code: 'BackupTooNew' } };
	}
	const isWhole =
		version === SEALED_VERSION &&
		typeof data === 'string' &&
		typeof sha256 === 'string' &&
		isObject(sealed) &&
		typeof sealed['key'] === 'string' &&
		typeof sealed['iv'] === 'string';
	if (!isWhole) return damaged;
	if (
		sealed['cipher'] !== 'AES-256-GCM' ||
		(sealed['compressed'] !== undefined && sealed['compressed'] !== 'gzip')
	) {
		return { ok: false, fault: { code: 'BackupKeyUnknown' } };
	}
	// Looked through above; what else stands in the head is bound all the same.
	return { ok: true, file: { head: head as unknown as SealedHead, data, sha256 } };
}

/** The text a sealed backup's sum is made of. */
export function textToSum(head: SealedHead, data: string): string {
	return `${boundText(head)}\n${data}`;
}

/** What is bound to the sealed data, so that nobody can change it unnoticed: the version first. */
export function boundText(head: SealedHead): string {
	return `${head.version}\n${canonicalJson(head)}`;
}

const damaged = { ok: false, fault: { code: 'BackupDamaged' } } as const;
