// Closing and opening of sealed backups with their own key: compress, seal, base64, and back.
import {
	boundText,
	SEALED_VERSION,
	textToSum,
	type SealedFile,
	type SealedHead
} from '$lib/domain/backup-envelope';
import { BACKUP_FORMAT } from '$lib/domain/backup';
import type { BackupTitle } from '$lib/domain/backup-write';
import type { BackupFault } from '$lib/domain/backup-fault';
import { base64ToBytes, bytesToBase64 } from '$lib/store/base64';
import type { FileSeal } from './backup-seal';
import { sha256 } from './sha256';

const NONCE_BYTES = 12;
/** Bytes turned into base64 at once: whole threes, or the pieces would not fit together. */
const PIECE = 3 * 8_192;
/** A backup opens to no more than this: what is larger was made to fill the memory. */
export const MOST_BYTES = 480_000_000;

/** A plain backup, given in parts, as the parts of a sealed one. */
export async function closeBackup(
	plain: readonly string[],
	title: BackupTitle,
	seal: FileSeal
): Promise<string[]> {
	const key = await importKey(seal.secret);
	if (!key) throw new Error('the kept key of the backups is none');
	const canCompress = typeof CompressionStream === 'function';
	const iv = crypto.getRandomValues(new Uint8Array(NONCE_BYTES));
	const head: SealedHead = {
		format: BACKUP_FORMAT,
		version: SEALED_VERSION,
		minReader: SEALED_VERSION,
		madeAt: title.madeAt,
		device: title.device,
		sealed: {
			cipher: 'AES-256-GCM',
			kdf: seal.kdf,
			key: seal.key,
			iv: bytesToBase64(iv),
			...(canCompress ? { compressed: 'gzip' as const } : {})
		}
	};
	const text = new Blob([...plain]);
	const bytes = canCompress
		? await new Response(text.stream().pipeThrough(new CompressionStream('gzip'))).arrayBuffer()
		: await text.arrayBuffer();
	const how = { name: 'AES-GCM', iv, additionalData: bound(head) };
	const sealed = new Uint8Array(await crypto.subtle.encrypt(how, key, bytes));
	const data = toBase64(sealed);
	const top = JSON.stringify(head, null, '\t').slice(0, -2);
	const sum = await sha256(textToSum(head, data));
	return [`${top},\n\t"sha256": "${sum}",\n\t"data": "`, data, '"\n}\n'];
}

/** Whether a sealed file is what it was when it was made; says nothing of its passphrase. */
export async function isWhole({ head, data, sha256: carried }: SealedFile): Promise<boolean> {
	return (await sha256(textToSum(head, data))) === carried;
}

/** The text inside a sealed file that is whole. */
export async function openBackup(
	{ head, data }: SealedFile,
	secret: string
): Promise<{ readonly text: string } | { readonly fault: BackupFault }> {
	const altered = { fault: { code: 'BackupAltered' } } as const;
	const key = await importKey(secret);
	const iv = base64ToBytes(head.sealed.iv);
	const sealed = fromBase64(data);
	if (!key || !iv || !sealed) return altered;
	let bytes: ArrayBuffer;
	try {
		const how = { name: 'AES-GCM', iv, additionalData: bound(head) };
		bytes = await crypto.subtle.decrypt(how, key, sealed);
	} catch {
		return altered;
	}
	if (!head.sealed.compressed) return { text: new TextDecoder().decode(bytes) };
	if (typeof DecompressionStream !== 'function') return { fault: { code: 'BackupKeyUnknown' } };
	const text = await inflate(bytes);
	return text === undefined ? altered : { text };
}

async function inflate(bytes: ArrayBuffer): Promise<string | undefined> {
	const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
	const reader = stream.getReader();
	const decoder = new TextDecoder();
	const parts: string[] = [];
	let size = 0;
	try {
		for (;;) {
			const { done, value } = await reader.read();
			if (done) break;
			size += value.length;
			if (size > MOST_BYTES) return undefined;
			parts.push(decoder.decode(value, { stream: true }));
		}
	} catch {
		// Sealed well, but no gzip: not of our making.
		return undefined;
	}
	return parts.join('') + decoder.decode();
}

async function importKey(secret: string): Promise<CryptoKey | undefined> {
	const bytes = base64ToBytes(secret);
	if (bytes?.length !== 32) return undefined;
	return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']);
}

function bound(head: SealedHead): Uint8Array<ArrayBuffer> {
	return new TextEncoder().encode(boundText(head));
}

function toBase64(bytes: Uint8Array): string {
	const parts: string[] = [];
	for (let at = 0; at < bytes.length; at += PIECE) {
		parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))));
	}
	return parts.join('');
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
	if (text.length % 4 !== 0) return undefined;
	const bytes = new Uint8Array((text.length / 4) * 3);
	let length = 0;
	try {
		for (let at = 0; at < text.length; at += (PIECE / 3) * 4) {
			const piece = atob(text.slice(at, at + (PIECE / 3) * 4));
			for (let index = 0; index < piece.length; index++) {
				bytes[length++] = piece.charCodeAt(index);
			}
		}
	} catch {
		return undefined;
	}
	return bytes.subarray(0, length);
}
