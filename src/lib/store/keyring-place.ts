// Where the keyring lies: in localStorage, where it is found at once, and as a file of the origin's own
// folder, which is on disk when it says so. Losing either loses nothing.
import {
	keyringToText,
	textToKeyring,
	type Keyring,
	type KeyringFault,
	type Outcome
} from './keyring';
import { KEYRING_KEY } from './keyring-key';
import type { KeyringToWrite } from './keyring-worker';
import { openFiles } from './opfs';

/** Its name in the origin's own folder. */
const KEYRING_FILE = 'lock';

/** Both places of this browser, the one that is surely on disk first. */
export async function placesOf(local: Storage | undefined): Promise<readonly Place[]> {
	return [await filePlace(), localPlace(local)].filter((place) => place !== undefined);
}

/** A place for one text. Reading gives undefined for nothing there; writing throws when it failed. */
export interface Place {
	read(): Promise<string | undefined>;
	write(text: string): Promise<void>;
	remove(): Promise<void>;
}

function localPlace(storage: Storage | undefined): Place | undefined {
	if (!storage) return undefined;
	return {
		read: async () => storage.getItem(KEYRING_KEY) ?? undefined,
		write: async (text) => storage.setItem(KEYRING_KEY, text),
		remove: async () => storage.removeItem(KEYRING_KEY)
	};
}

async function filePlace(): Promise<Place | undefined> {
	const files = await openFiles();
	if (!files) return undefined;
	return {
		async read() {
			const bytes = await files.read(KEYRING_FILE);
			// A browser that was killed between making the file and filling it leaves an empty one.
			return bytes && bytes.length > 0 ? new TextDecoder().decode(bytes) : undefined;
		},
		write: writeBeside,
		remove: () => files.remove(KEYRING_FILE)
	};
}

/** Files are written in a worker, the one place where all browsers allow it. */
function writeBeside(text: string): Promise<void> {
	return new Promise((resolve, reject) => {
		const worker = new Worker(new URL('./keyring-worker.ts', import.meta.url), { type: 'module' });
		const end = (isWritten: boolean): void => {
			worker.terminate();
			if (isWritten) resolve();
			else reject(new Error('The keyring could not be written.'));
		};
		worker.onmessage = ({ data }: MessageEvent<boolean>) => end(data);
		worker.onerror = () => end(false);
		worker.postMessage({ path: KEYRING_FILE, text } satisfies KeyringToWrite);
	});
}

/**
 * The keyring of the first place that has a whole one, `undefined` when there is none anywhere. It is
 * the newest, for the first place is written first.
 */
export async function readKeyring(
	places: readonly Place[]
): Promise<Outcome<{ keyring: Keyring | undefined }, KeyringFault>> {
	const texts = await Promise.all(places.map((place) => place.read().catch(() => '')));
	const read = texts.flatMap((text) => (text === undefined ? [] : [textToKeyring(text)]));
	const whole = read.find((found) => found.ok);
	const tooNew = read.find((found) => !found.ok && found.fault === 'KeyringTooNew');
	return whole ?? tooNew ?? read[0] ?? { ok: true, keyring: undefined };
}

/** Writes the keyring where a copy is missing, older or damaged. */
export async function mendKeyring(places: readonly Place[], keyring: Keyring): Promise<void> {
	const text = keyringToText(keyring);
	for (const place of places) {
		const isSame = await place.read().then(
			(found) => found === text,
			() => false
		);
		// One good copy is enough for now; the next unlocking tries again.
		if (!isSame) await place.write(text).catch(() => undefined);
	}
}

/** Writes the keyring to every place, in their order; true once each has given it back. */
export async function writeKeyring(places: readonly Place[], keyring: Keyring): Promise<boolean> {
	const text = keyringToText(keyring);
	try {
		for (const place of places) {
			await place.write(text);
			if ((await place.read()) !== text) return false;
		}
	} catch {
		return false;
	}
	return places.length > 0;
}

/** Takes the keyring away from every place, in their order. */
export async function removeKeyring(places: readonly Place[]): Promise<void> {
	for (const place of places) await place.remove();
}
