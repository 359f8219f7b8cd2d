// Runs in a page of the app's origin while the app is closed: damages rows in its databases, and takes
// away its files. Knows of the app only how databases and stores are called.

/** Ways for a row to be wrong. */
export const KINDS = /** @type {const} */ ([
	'garbage',
	'truncated',
	'empty',
	'bit flipped',
	'missing',
	'a string',
	'an object',
	'of another document',
	'sum wrong',
	'sum missing',
	'all sums missing',
	'a stranger beside it'
]);

/** Which rows. */
export const PLACES = /** @type {const} */ (['first', 'middle', 'last', 'several', 'every']);

/** @typedef {typeof KINDS[number]} Kind */
/** @typedef {typeof PLACES[number]} Place */
/** @typedef {'core' | 'journal'} Part */
/** @typedef {{ rows: number, of: number, words: string }} Damaged how many rows of how many, and the text that stood in them */

/** Kinds that leave every row whole: nothing may be lost, and there is nothing to be told. */
export const HARMLESS = new Set(
	/** @type {Kind[]} */ (['sum wrong', 'sum missing', 'all sums missing', 'a stranger beside it'])
);

/**
 * @param {{ part: Part, kind: Kind, place: Place, chance: number }} what `chance` from 0 to 1
 * @returns {Promise<Damaged>}
 */
export async function damage({ part, kind, place, chance }) {
	/** @type {<T>(request: IDBRequest<T>) => Promise<T>} */
	const result = (request) =>
		new Promise((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error ?? new Error('refused'));
		});
	const names = (await indexedDB.databases()).map(({ name = '' }) => name);
	/** @param {Part} wanted */
	const rowsOf = async (wanted) => {
		let [most, all] = /** @type {[string, [number, Uint8Array][]]} */ (['', []]);
		for (const name of names) {
			if (wanted === 'core' ? name !== 'kith-core' : !name.startsWith('kith-journal-')) continue;
			const db = await result(indexedDB.open(name));
			const store = db.transaction('updates').objectStore('updates');
			const [keys, rows] = await Promise.all([result(store.getAllKeys()), result(store.getAll())]);
			db.close();
			if (rows.length < all.length || rows.length === 0) continue;
			most = name;
			all = keys.map((key, at) => [Number(key), /** @type {Uint8Array} */ (rows[at])]);
		}
		return { name: most, all };
	};
	const { name, all } = await rowsOf(part);
	const [other] = (await rowsOf(part === 'core' ? 'journal' : 'core')).all;
	const end = all.length - 1;
	const places = {
		first: [0],
		middle: [Math.floor(end / 2)],
		last: [end],
		several: [0.15, 0.4, 0.7].map((share) => Math.floor((share + chance * 0.2) * end)),
		every: all.map((_, at) => at)
	};
	const chosen = [...new Set(places[place])].flatMap((at) => (all[at] ? [all[at]] : []));
	const db = await result(indexedDB.open(name));
	const stores = [...db.objectStoreNames].filter((store) => /^(updates|sums)$/.test(store));
	const transaction = db.transaction(stores, 'readwrite');
	const updates = transaction.objectStore('updates');
	const sums = stores.includes('sums') ? transaction.objectStore('sums') : undefined;
	if (kind === 'all sums missing') sums?.clear();
	// An update of Yjs (version 1) that sets a text in a map named "alien".
	const alien = [1, 1, 42, 0, 40, 1, 5, 97, 108, 105, 101, 110, 1, 120, 1, 119, 1, 121, 0];
	if (kind === 'a stranger beside it') updates.add(new Uint8Array(alien));
	for (const [key, row] of chosen) {
		const bytes = new Uint8Array(row);
		if (kind === 'garbage') {
			for (let at = 0; at < bytes.length; at++) bytes[at] = (at * 151 + chance * 255) & 255;
			updates.put(bytes, key);
		} else if (kind === 'truncated') updates.put(bytes.slice(0, bytes.length / 2), key);
		else if (kind === 'empty') updates.put(new Uint8Array(), key);
		else if (kind === 'bit flipped') {
			const at = Math.floor(chance * bytes.length);
			bytes[at] = (bytes[at] ?? 0) ^ (1 << (Math.floor(chance * 997) % 8));
			updates.put(bytes, key);
		} else if (kind === 'missing') updates.delete(key);
		else if (kind === 'a string') updates.put('not a row', key);
		else if (kind === 'an object') updates.put({ not: ['a', 'row'] }, key);
		else if (kind === 'of another document') updates.put(other?.[1] ?? new Uint8Array([0, 0]), key);
		else if (kind === 'sum wrong') sums?.put([1, 2, 3], key);
		else if (kind === 'sum missing') sums?.delete(key);
	}
	await new Promise((resolve, reject) => {
		transaction.oncomplete = resolve;
		transaction.onabort = () => reject(transaction.error ?? new Error('aborted'));
	});
	db.close();
	const decoder = new TextDecoder();
	const words = chosen.map(([, row]) => decoder.decode(row)).join('\n');
	return { rows: chosen.length, of: all.length, words };
}

/** Takes away everything the app keeps as files: mirror, restore points and what else there is. */
export async function removeFiles() {
	const folder = await navigator.storage.getDirectory();
	// Listed first: taking away while listing may leave some out.
	const names = [];
	for await (const name of folder.keys()) names.push(name);
	for (const name of names) await folder.removeEntry(name, { recursive: true });
	return names;
}

/** How many bytes the app keeps as files. */
export async function fileBytes() {
	/** @param {FileSystemDirectoryHandle} folder @returns {Promise<number>} */
	const sizeOf = async (folder) => {
		let sum = 0;
		for await (const entry of folder.values()) {
			if (entry instanceof FileSystemDirectoryHandle) sum += await sizeOf(entry);
			else if (entry instanceof FileSystemFileHandle) sum += (await entry.getFile()).size;
		}
		return sum;
	};
	return sizeOf(await navigator.storage.getDirectory());
}
