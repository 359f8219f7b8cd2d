// Files of the origin's own file system (OPFS): no dialog, no permission, beside IndexedDB and apart
// from it. Reading works everywhere; writing takes a worker, the one place all browsers allow it.

/** The part of the file system that is needed, so that tests can hold one in memory. */
export interface Files {
	/** The bytes of a file; undefined when there is none. */
	read(path: string): Promise<Uint8Array | undefined>;
	/** The names of the files in a folder; none when there is no such folder. */
	list(folder: string): Promise<string[]>;
	/** Removes a file or a folder with all that is in it; well when there is none. */
	remove(path: string): Promise<void>;
	/** Opens a file for writing, alone; makes it when there is none. Only in a worker. */
	open(path: string): Promise<OpenFile>;
}

/** A file open for writing. Its words are safe from a killed browser at once, from a power cut after `flush`. */
export interface OpenFile {
	/** Writes at a place; what lies beyond stays. */
	write(bytes: Uint8Array, at: number): void;
	/** Cuts the file off. */
	truncate(length: number): void;
	size(): number;
	flush(): void;
	close(): void;
}

/** The origin's own files, or undefined where the browser has none (some private windows). */
export async function openFiles(): Promise<Files | undefined> {
	try {
		return filesOf(await navigator.storage.getDirectory());
	} catch {
		return undefined;
	}
}

function filesOf(root: FileSystemDirectoryHandle): Files {
	const folder = async (path: readonly string[], create: boolean) => {
		let at = root;
		for (const name of path) at = await at.getDirectoryHandle(name, { create });
		return at;
	};
	const split = (path: string): [string[], string] => {
		const parts = path.split('/');
		return [parts, parts.pop() ?? ''];
	};
	return {
		async read(path) {
			const [above, name] = split(path);
			try {
				const file = await (await (await folder(above, false)).getFileHandle(name)).getFile();
				return new Uint8Array(await file.arrayBuffer());
			} catch (error) {
				if (isAbsent(error)) return undefined;
				throw error;
			}
		},
		async list(path) {
			try {
				const names: string[] = [];
				for await (const name of (await folder(path.split('/'), false)).keys()) names.push(name);
				return names.sort();
			} catch (error) {
				if (isAbsent(error)) return [];
				throw error;
			}
		},
		async remove(path) {
			const [above, name] = split(path);
			try {
				await (await folder(above, false)).removeEntry(name, { recursive: true });
			} catch (error) {
				if (!isAbsent(error)) throw error;
			}
		},
		async open(path) {
			const [above, name] = split(path);
			const handle = await (await folder(above, true)).getFileHandle(name, { create: true });
			const file = await handle.createSyncAccessHandle();
			return {
				write: (bytes, at) => {
					const own = bytes as Uint8Array<ArrayBuffer>;
					if (file.write(own, { at }) !== own.length) {
						throw new DOMException('the file took only a part', 'QuotaExceededError');
					}
				},
				truncate: (length) => file.truncate(length),
				size: () => file.getSize(),
				flush: () => file.flush(),
				close: () => file.close()
			};
		}
	};
}

function isAbsent(error: unknown): boolean {
	return error instanceof DOMException && error.name === 'NotFoundError';
}
