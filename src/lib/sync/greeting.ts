// How two devices prove to each other, in this order, that they hold the book key and that each is the
// device it says it is. Everything is bound to this one connection, so that nothing can be used twice
// or passed on.
import { wordsOf } from '$lib/domain/pairing-words';
import { areEqual, joined } from './bytes';
import { sharedSecret } from './handover';
import type { DeviceKeys } from './kept';
import { deriveBytes, type BookKey } from './keys';
import { PROTOCOL } from './talk';

const NONCE = 16;
const MARK = [0x6b, 0x69] as const; // "ki"

/** What is said first, in the open. */
export interface Hello {
	readonly protocol: number;
	readonly nonce: Uint8Array;
}

/** The first message of this device. */
export function newHello(): Hello {
	return { protocol: PROTOCOL, nonce: newNonce() };
}

/** 16 random bytes. */
export function newNonce(): Uint8Array<ArrayBuffer> {
	return crypto.getRandomValues(new Uint8Array(NONCE));
}

/** A hello as bytes: a mark, the version in two bytes, the nonce. The mark and version never change place. */
export function encodeHello({ protocol, nonce }: Hello): Uint8Array {
	return joined([Uint8Array.of(...MARK, protocol >> 8, protocol & 255), nonce]);
}

/** The hello these bytes are. One of another version may look different after the version. */
export function decodeHello(bytes: Uint8Array): Hello | undefined {
	const [one, two, high = 0, low = 0] = bytes;
	if (bytes.length < 4 || one !== MARK[0] || two !== MARK[1]) return undefined;
	const hello = { protocol: high * 256 + low, nonce: bytes.slice(4) };
	return hello.protocol !== PROTOCOL || hello.nonce.length === NONCE ? hello : undefined;
}

/** That whoever sent `from` in answer to `to` holds the book key, on the connection of this binding. */
export async function keyProof(
	key: BookKey,
	from: Hello,
	to: Hello,
	binding: Uint8Array
): Promise<Uint8Array<ArrayBuffer>> {
	const proving = await hmacKey(await deriveBytes(key, 'proof'));
	return hmac(proving, 'kith proof 1', from.nonce, to.nonce, binding);
}

/** One of two devices that are getting to know each other. */
export interface Side {
	readonly hello: Hello;
	/** Its card and promise, as they were sent. */
	readonly card: Uint8Array;
}

/** A check sum of all that was said up to the cards: the same on both sides. */
export async function transcriptOf(
	a: Side,
	b: Side,
	binding: Uint8Array
): Promise<Uint8Array<ArrayBuffer>> {
	const [first, second] = isFirst(a, b) ? [a, b] : [b, a];
	return sha256(
		'kith transcript 1',
		binding,
		...[first, second].flatMap(({ hello, card }) => [hello.nonce, card])
	);
}

/** Proofs and tags by which two devices know each other's words from anyone else's. */
export class Pair {
	readonly #own: CryptoKey;
	readonly #their: CryptoKey;
	#sent = 0;
	#received = 0;

	private constructor(own: CryptoKey, their: CryptoKey) {
		this.#own = own;
		this.#their = their;
	}

	/** Undefined when the other public key is not one. */
	static async of(
		own: DeviceKeys,
		theirPublicKey: string,
		transcript: Uint8Array,
		sides: { readonly own: Side; readonly their: Side }
	): Promise<Pair | undefined> {
		const secret = await sharedSecret(own, theirPublicKey);
		if (!secret) return undefined;
		const base = await hmacKey(secret);
		const keys = [
			await hmacKey(await hmac(base, 'kith first device 1', transcript)),
			await hmacKey(await hmac(base, 'kith second device 1', transcript))
		] as const;
		return isFirst(sides.own, sides.their)
			? new Pair(keys[0], keys[1])
			: new Pair(keys[1], keys[0]);
	}

	/** That this device is the one of its card. */
	proof(): Promise<Uint8Array> {
		return hmac(this.#own, 'kith device 1');
	}

	/** Whether the other device is the one of its card. */
	async isTheirs(proof: Uint8Array): Promise<boolean> {
		return areEqual(proof, await hmac(this.#their, 'kith device 1'));
	}

	/** A message with a tag that says who sent it, and as which. To be called in the order of sending. */
	async tagged(message: Uint8Array): Promise<Uint8Array> {
		const tag = await tagOf(this.#own, this.#sent++, message);
		return joined([message, tag]);
	}

	/** The message without its tag; undefined when it is not the other device's next one. */
	async untagged(bytes: Uint8Array): Promise<Uint8Array | undefined> {
		const end = Math.max(bytes.length - NONCE, 0);
		const message = bytes.subarray(0, end);
		const tag = await tagOf(this.#their, this.#received++, message);
		return areEqual(bytes.subarray(end), tag) ? message : undefined;
	}
}

/** What a device promises its part of the words with, before it has seen the other's. */
export function promiseOf(part: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
	return sha256('kith promise 1', part);
}

/**
 * The words both reps see: the same on both screens of one connection. Since each side had to promise
 * its part first, nobody in between can choose parts that make two connections look alike.
 */
export async function wordsFor(
	transcript: Uint8Array,
	a: Uint8Array,
	b: Uint8Array
): Promise<readonly string[]> {
	const sorted = isLess(a, b) ? [a, b] : [b, a];
	return wordsOf(await sha256('kith words 1', transcript, ...sorted));
}

function isFirst(a: Side, b: Side): boolean {
	return isLess(a.hello.nonce, b.hello.nonce);
}

function isLess(a: Uint8Array, b: Uint8Array): boolean {
	for (const [at, byte] of a.entries()) {
		if (byte !== b[at]) return byte < (b[at] ?? 0);
	}
	return false;
}

async function tagOf(key: CryptoKey, count: number, message: Uint8Array): Promise<Uint8Array> {
	return (await hmac(key, `kith message 1 ${count}`, message)).subarray(0, NONCE);
}

function hmacKey(bytes: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
	return crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
}

async function hmac(
	key: CryptoKey,
	label: string,
	...parts: readonly Uint8Array[]
): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await crypto.subtle.sign('HMAC', key, framed(label, parts)));
}

async function sha256(
	label: string,
	...parts: readonly Uint8Array[]
): Promise<Uint8Array<ArrayBuffer>> {
	return new Uint8Array(await crypto.subtle.digest('SHA-256', framed(label, parts)));
}

/** A label and parts, each with its length before it, so that no two rows of parts look the same. */
function framed(label: string, parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
	const all = [new TextEncoder().encode(label), ...parts];
	const pieces = all.flatMap((part) => {
		const length = new Uint8Array(4);
		new DataView(length.buffer).setUint32(0, part.length);
		return [length, part];
	});
	return joined(pieces) as Uint8Array<ArrayBuffer>;
}
