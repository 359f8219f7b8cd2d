// Passphrases: known answers of both ways, one key for one phrase however typed, bounds for files.
import { argon2id } from 'hash-wasm';
import { describe, expect, it } from 'vitest';
import type { Argon2 } from './argon2';
import { bytesToBase64 } from './base64';
import { kdfFrom, keyFrom, newKdf, type Kdf } from './passphrase';

/** The same library as the worker, here in the test's own process. */
const argon2: Argon2 = async ({ secret, salt, memory, passes, lanes }) =>
	Uint8Array.from(
		await argon2id({
			password: secret,
			salt,
			memorySize: memory,
			iterations: passes,
			parallelism: lanes,
			hashLength: 32,
			outputType: 'binary'
		})
	);

const salt = bytesToBase64(new TextEncoder().encode('somesalt'));
const small: Kdf = { name: 'argon2id', salt, memory: 256, passes: 2, lanes: 1 };
const rounds: Kdf = { name: 'pbkdf2-sha256', salt, rounds: 1000 };
const iv = new Uint8Array(12);

function hex(bytes: Uint8Array): string {
	return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What a key makes of nothing: the same for the same key only. */
async function mark(key: CryptoKey | undefined): Promise<string> {
	if (!key) return 'no key';
	const sealed = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, new Uint8Array(16));
	return hex(new Uint8Array(sealed));
}

async function markOfBytes(bytes: string): Promise<string> {
	const raw = Uint8Array.from(bytes.match(/../g) ?? [], (byte) => parseInt(byte, 16));
	return mark(await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt']));
}

describe('the key of a passphrase', () => {
	it('is what the reference implementation of Argon2id answers', async () => {
		// phc-winner-argon2, src/test.c: version 0x13, t=2, m=2^8, p=1.
		const known = '9dfeb910e80bad0311fee20f9c0e2b12c17987b4cac90c2ef54d5b3021c68bfe';
		expect(await mark(await keyFrom('password', small, argon2))).toBe(await markOfBytes(known));
	});

	it('is what PBKDF2-HMAC-SHA-256 answers', async () => {
		// RFC 7914 §11: the first 32 bytes for "Password", "NaCl", 80,000 rounds.
		const known = '4ddcd8f60b98be21830cee5ef22701f9641a4418d04c0414aeff08876b34ab56';
		const kdf: Kdf = {
			name: 'pbkdf2-sha256',
			salt: bytesToBase64(new TextEncoder().encode('NaCl')),
			rounds: 80_000
		};
		expect(await mark(await keyFrom('Password', kdf))).toBe(await markOfBytes(known));
	});

	it('is the same however the keyboard writes its letters, and another for other words', async () => {
		for (const kdf of [small, rounds]) {
			const composed = await mark(await keyFrom('Caf\u00e9 \uff11', kdf, argon2));
			expect(await mark(await keyFrom('Cafe\u0301 1', kdf, argon2))).toBe(composed);
			expect(await mark(await keyFrom('cafe\u0301 1', kdf, argon2))).not.toBe(composed);
		}
	});

	it('cannot be taken out of the browser', async () => {
		expect((await keyFrom('password', small, argon2))?.extractable).toBe(false);
	});

	it('is not there where the browser cannot do it', async () => {
		expect(await keyFrom('password', small, async () => undefined)).toBeUndefined();
		expect(await keyFrom('password', small)).toBeUndefined();
	});
});

describe('a new way', () => {
	it('is Argon2id with 64 MiB where that works, with a salt of its own', async () => {
		const [one, two] = [await newKdf(argon2), await newKdf(argon2)];
		expect(one).toMatchObject({ name: 'argon2id', memory: 65_536, passes: 3, lanes: 1 });
		expect(one.salt).not.toBe(two.salt);
		expect(kdfFrom(JSON.parse(JSON.stringify(one)))).toEqual(one);
	});

	it('is 600,000 rounds of PBKDF2 where it does not', async () => {
		const kdf = await newKdf(async () => undefined);
		expect(kdf).toMatchObject({ name: 'pbkdf2-sha256', rounds: 600_000 });
		expect(kdfFrom(JSON.parse(JSON.stringify(kdf)))).toEqual(kdf);
	});
});

describe('a way from a file', () => {
	const good = { name: 'argon2id', salt, memory: 65_536, passes: 3, lanes: 1 };
	const slow = { name: 'pbkdf2-sha256', salt, rounds: 600_000 };

	it.each([
		['four gigabytes of memory', { ...good, memory: 4 * 1024 * 1024 }],
		['next to no memory', { ...good, memory: 8 }],
		['half a kibibyte', { ...good, memory: 65_536.5 }],
		['no memory', { ...good, memory: undefined }],
		['a memory in words', { ...good, memory: '65536' }],
		['a million passes', { ...good, passes: 1_000_000 }],
		['no pass', { ...good, passes: 0 }],
		['a thousand lanes', { ...good, lanes: 1000 }],
		['a salt of one byte', { ...good, salt: 'AA==' }],
		['a salt of a kilobyte', { ...good, salt: bytesToBase64(new Uint8Array(1024)) }],
		['a salt that is no base64', { ...good, salt: 'somesalt!' }],
		['one round', { ...slow, rounds: 1 }],
		['rounds for a week', { ...slow, rounds: 1e12 }],
		['not a number of rounds', { ...slow, rounds: Number.NaN }],
		['another name', { ...slow, name: 'md5' }],
		['nothing', null],
		['a list', []],
		['a text', 'argon2id']
	])('is refused when it asks for %s', (_, json) => {
		expect(kdfFrom(good)).toEqual(good);
		expect(kdfFrom(slow)).toEqual(slow);
		expect(kdfFrom(json)).toBeUndefined();
	});

	it('keeps nothing it does not know', () => {
		expect(kdfFrom({ ...good, more: 1 })).toEqual(good);
	});
});
