// What devices say to each other through a signalling server, so that the server can neither read nor
// change it: AES-256-GCM under the book key's `password`, the room's name as additional data.
import { base64ToBytes, bytesToBase64 } from '$lib/store/base64';
import { deriveBytes, type BookKey } from './keys';

const IV_BYTES = 12;

/** Seals and opens what is said in one room. */
export class SealedSignal {
	readonly #key: CryptoKey;
	readonly #room: Uint8Array<ArrayBuffer>;

	private constructor(key: CryptoKey, room: string) {
		this.#key = key;
		this.#room = new TextEncoder().encode(room);
	}

	static async of(key: BookKey, room: string): Promise<SealedSignal> {
		const bytes = await deriveBytes(key, 'password');
		const own = await crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, [
			'encrypt',
			'decrypt'
		]);
		return new SealedSignal(own, room);
	}

	/** As base64 of the initialisation vector and the sealed JSON. */
	async seal(said: unknown): Promise<string> {
		const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES));
		const plain = new TextEncoder().encode(JSON.stringify(said));
		const sealed = await crypto.subtle.encrypt(this.#how(iv), this.#key, plain);
		return bytesToBase64(new Uint8Array([...iv, ...new Uint8Array(sealed)]));
	}

	/** What was said; undefined when it was not sealed with our key for this room. */
	async open(text: string): Promise<unknown> {
		const bytes = base64ToBytes(text);
		if (!bytes || bytes.length <= IV_BYTES) return undefined;
		const how = this.#how(bytes.slice(0, IV_BYTES));
		try {
			const plain = await crypto.subtle.decrypt(how, this.#key, bytes.slice(IV_BYTES));
			return JSON.parse(new TextDecoder().decode(plain)) as unknown;
		} catch {
			return undefined;
		}
	}

	#how(iv: Uint8Array<ArrayBuffer>): AesGcmParams {
		return { name: 'AES-GCM', iv, additionalData: this.#room };
	}
}
