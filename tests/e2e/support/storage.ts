// What lies in the browser's storage, looked at and harmed from a page of the site that is not Kith.
import type { BrowserContext, Page } from '@playwright/test';

/** A page of the same origin with nothing of the app in it. */
export async function bystander(context: BrowserContext): Promise<Page> {
	const page = await context.newPage();
	await page.route('**/favicon.ico', (route) => route.fulfill({ status: 204 }));
	await page.goto('icons/mark.svg');
	return page;
}

/** Deletes databases as a browser does that has found them corrupt. */
export async function loseDatabases(page: Page): Promise<void> {
	await page.evaluate(async () => {
		for (const { name = '' } of await indexedDB.databases()) {
			await new Promise<void>((resolve, reject) => {
				const request = indexedDB.deleteDatabase(name);
				request.onsuccess = () => resolve();
				request.onblocked = () => reject(new Error(`${name} is held`));
			});
		}
	});
}

/** Deletes the second copy. */
export async function loseMirror(page: Page): Promise<void> {
	await page.evaluate(async () => {
		const root = await navigator.storage.getDirectory();
		// The worker of a page that was just closed holds its files a moment longer.
		for (let tries = 0; tries < 20; tries++) {
			try {
				await root.removeEntry('mirror', { recursive: true });
				return;
			} catch {
				await new Promise((resolve) => setTimeout(resolve, 100));
			}
		}
	});
}

/** Turns a byte in the last row of a database. */
export async function harmLastRow(page: Page, database: string): Promise<void> {
	await changeRows(page, database);
}

/** Adds a row that Yjs wrote for a program that keeps XML, as no document of Kith's does. */
export async function addRowWithXml(page: Page, database: string): Promise<void> {
	const row = [1, 1, 42, 0, 39, 1, 5, 97, 108, 105, 101, 110, 1, 120, 3, 1, 112, 0];
	await changeRows(page, database, row);
}

/** Adds a row; without one it turns a byte in the last. */
async function changeRows(page: Page, database: string, row?: readonly number[]): Promise<void> {
	await page.evaluate(
		([name, added]) =>
			new Promise<void>((resolve) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => {
					const db = request.result;
					const transaction = db.transaction('updates', 'readwrite');
					transaction.oncomplete = () => {
						db.close();
						resolve();
					};
					const store = transaction.objectStore('updates');
					if (added) {
						store.add(new Uint8Array(added));
						return;
					}
					store.openCursor(null, 'prev').onsuccess = ({ target }) => {
						const cursor = (target as IDBRequest<IDBCursorWithValue>).result;
						const bytes = cursor.value as Uint8Array;
						cursor.update(bytes.map((byte, at) => (at === 5 ? byte ^ 9 : byte)));
					};
				};
			}),
		[database, row] as const
	);
}

/** Everywhere that a text lies in this origin's storage: databases, files, values, files that arrived. */
export async function placesOf(page: Page, marker: string): Promise<string[]> {
	return page.evaluate(async (text) => {
		const places: string[] = [];
		const bytes = new TextEncoder().encode(text);
		const wide = new Uint8Array(new Uint16Array([...text].map((c) => c.charCodeAt(0))).buffer);
		const has = (hay: Uint8Array): boolean =>
			[bytes, wide].some((needle) =>
				hay.some((_, at) => needle.every((byte, within) => hay[at + within] === byte))
			);
		const look = (where: string, value: unknown): void => {
			if (value instanceof Uint8Array) {
				if (has(value)) places.push(where);
			} else if (value instanceof ArrayBuffer) look(where, new Uint8Array(value));
			else if (typeof value === 'string') {
				if (value.includes(text)) places.push(where);
			} else if (typeof value === 'object' && value !== null) {
				for (const [key, one] of Object.entries(value)) look(`${where}.${key}`, one);
			}
		};
		for (const { name = '' } of await indexedDB.databases()) {
			const db = await new Promise<IDBDatabase>((resolve) => {
				const request = indexedDB.open(name);
				request.onsuccess = () => resolve(request.result);
			});
			for (const store of db.objectStoreNames) {
				const values = await new Promise<unknown[]>((resolve) => {
					const request = db.transaction(store).objectStore(store).getAll();
					request.onsuccess = () => resolve(request.result);
				});
				look(`${name}/${store}`, values);
			}
			db.close();
		}
		const visit = async (folder: FileSystemDirectoryHandle, path: string): Promise<void> => {
			for await (const [name, handle] of folder.entries()) {
				if (handle.kind === 'directory') {
					await visit(handle, `${path}${name}/`);
				} else {
					const file = await handle.getFile();
					const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
					const isPacked = first === 0x1f && second === 0x8b;
					const stream = isPacked
						? file.stream().pipeThrough(new DecompressionStream('gzip'))
						: file.stream();
					look(`file ${path}${name}`, await new Response(stream).arrayBuffer());
				}
			}
		};
		await visit(await navigator.storage.getDirectory(), '');
		// The cache the app itself runs from holds nothing of anybody's.
		if (await caches.has('kith-arrived')) {
			const arrived = await caches.open('kith-arrived');
			for (const place of await arrived.keys()) {
				look(`arrived ${place.url}`, await (await arrived.match(place))?.arrayBuffer());
			}
		}
		for (const values of [localStorage, sessionStorage]) {
			for (const key of Object.keys(values)) look(`value ${key}`, values.getItem(key));
		}
		return places;
	}, marker);
}
