// Argon2id beside the page: a worker of its own for one hash, so that the page never waits and the
// memory it takes goes with it. A browser without WebAssembly or without that memory says undefined.

/** What Argon2id needs to know. */
export interface Argon2Wish {
	/** The passphrase, as the bytes to hash. */
	readonly secret: Uint8Array;
	readonly salt: Uint8Array;
	/** In KiB. */
	readonly memory: number;
	readonly passes: number;
	readonly lanes: number;
}

/** Bytes in a key: 256 bits. */
export const KEY_BYTES = 32;

/** Turns a passphrase into 32 bytes, or says that it cannot be done here. */
export type Argon2 = (wish: Argon2Wish) => Promise<Uint8Array<ArrayBuffer> | undefined>;

/** Argon2id in a worker. */
export const argon2Beside: Argon2 = (wish) =>
	new Promise((resolve) => {
		if (typeof Worker === 'undefined') return resolve(undefined);
		const worker = new Worker(new URL('./argon2-worker.ts', import.meta.url), { type: 'module' });
		const end = (bytes: Uint8Array<ArrayBuffer> | undefined): void => {
			worker.terminate();
			resolve(bytes);
		};
		worker.onmessage = ({ data }: MessageEvent<Uint8Array<ArrayBuffer> | undefined>) => end(data);
		// Refused by a Content-Security-Policy, or no memory left: the same as not having it.
		worker.onerror = () => end(undefined);
		worker.postMessage(wish);
	});
