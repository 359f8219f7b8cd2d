// Values kept beside a document on this device only (drafts, choices), as they lie on disk.
import { change } from './row-changes';
import { result, type StoreName } from './rows';
import { isSealed, openSealed, sealBytes, type Seal } from './seal';

/** Keeps a value; resolves once it is on disk. */
export async function putLocal(
	db: IDBDatabase,
	key: string,
	value: string,
	seal: Seal | undefined
): Promise<void> {
	const stored = seal ? await sealed(seal, key, value) : value;
	await change(db, ['custom'], (at) => at('custom').put(stored, key));
}

/** A value that was sealed; undefined when it does not open. */
export async function openLocal(
	seal: Seal,
	key: string,
	value: Uint8Array
): Promise<string | undefined> {
	const opened = await openSealed(seal, key, value);
	return opened && new TextDecoder().decode(opened);
}

/** Writes all of them anew: sealed with a key, or plain. What is so already stays; can be repeated. */
export async function sealLocals(
	db: IDBDatabase,
	seal: Seal | undefined,
	to: Seal | undefined
): Promise<void> {
	const custom: StoreName = 'custom';
	const store = db.transaction(custom).objectStore(custom);
	const [keys, values] = await Promise.all([
		result(store.getAllKeys()),
		result<unknown[]>(store.getAll())
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

/** Removes what was kept for records that were erased: their ids are part of the keys. */
export async function forgetLocals(db: IDBDatabase, ids: ReadonlySet<string>): Promise<void> {
	const custom: StoreName = 'custom';
	const keys = await result(db.transaction(custom).objectStore(custom).getAllKeys());
	const theirs = keys.filter(
		(key) => typeof key === 'string' && [...ids].some((id) => key.includes(id))
	);
	await change(db, [custom], (at) => {
		for (const key of theirs) at(custom).delete(key);
	});
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
	return openLocal(seal, key, value);
}
