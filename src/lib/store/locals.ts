// Values kept beside a document on this device only (drafts, choices), as they lie on disk.
import { change, result, stores } from './rows';
import { isSealed, openSealed, sealBytes, type Seal } from './seal';

/** Writes all of them anew: sealed with a key, or plain. What is so already stays; can be repeated. */
export async function sealLocals(
	db: IDBDatabase,
	seal: Seal | undefined,
	to: Seal | undefined
): Promise<void> {
	const at = stores(db, ['custom'], 'readonly');
	const [keys, values] = await Promise.all([
		result(at('custom').getAllKeys()),
		result<unknown[]>(at('custom').getAll())
	]);
	for (const [index, key] of keys.entries()) {
		if (typeof key !== 'string') continue;
		const was = values[index];
		const next = to ? await sealed(to, key, was) : await plain(seal, key, was);
		if (next === undefined) continue;
		await change(db, ['custom'], (writing) => {
			const store = writing('custom');
			// Somebody may have written it meanwhile, and then in the new way.
			store.get(key).onsuccess = ({ target }) => {
				const is: unknown = (target as IDBRequest).result;
				if (typeof is === typeof was) store.put(next, key);
			};
		});
	}
}

async function sealed(seal: Seal, key: string, value: unknown): Promise<Uint8Array | undefined> {
	if (typeof value !== 'string') return undefined;
	return sealBytes(seal, key, new TextEncoder().encode(value));
}

async function plain(
	seal: Seal | undefined,
	key: string,
	value: unknown
): Promise<string | undefined> {
	if (!seal || !(value instanceof Uint8Array) || !isSealed(value)) return undefined;
	const opened = await openSealed(seal, key, value);
	return opened && new TextDecoder().decode(opened);
}
