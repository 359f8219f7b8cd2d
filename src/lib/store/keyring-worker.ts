// Beside the page: writes the keyring into the origin's own folder, through to the disk. Answers whether
// it did.
import { openFiles } from './opfs';

/** What is to be written. */
export interface KeyringToWrite {
	readonly path: string;
	readonly text: string;
}

self.onmessage = async ({ data }: MessageEvent<KeyringToWrite>) => {
	self.postMessage(await write(data).catch(() => false));
};

async function write({ path, text }: KeyringToWrite): Promise<boolean> {
	const files = await openFiles();
	if (!files) return false;
	const file = await files.open(path);
	try {
		const bytes = new TextEncoder().encode(text);
		file.write(bytes, 0);
		file.truncate(bytes.length);
		file.flush();
	} finally {
		file.close();
	}
	return true;
}
