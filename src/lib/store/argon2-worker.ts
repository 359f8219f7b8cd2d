// Beside the page: one Argon2id hash, then the page ends this worker. Answers undefined if it fails.
import { argon2id } from 'hash-wasm';
import { KEY_BYTES, type Argon2Wish } from './argon2';

self.onmessage = async ({ data }: MessageEvent<Argon2Wish>) => {
	const { secret, salt, memory, passes, lanes } = data;
	const hash = argon2id({
		password: secret,
		salt,
		memorySize: memory,
		iterations: passes,
		parallelism: lanes,
		hashLength: KEY_BYTES,
		outputType: 'binary'
	});
	self.postMessage(await hash.catch(() => undefined));
};
