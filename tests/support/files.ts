// The origin's own file system in memory, as `navigator.storage.getDirectory` gives it to a worker.

type Entry = Uint8Array<ArrayBuffer> | Map<string, Entry>;

/** A file system of its own, and a way to look into it. */
export interface FakeDisk {
	readonly directory: FileSystemDirectoryHandle;
	/** Every file by its path. */
	files(): Map<string, Uint8Array<ArrayBuffer>>;
	/** Puts bytes in the place of a file. */
	put(path: string, bytes: Uint8Array): void;
	/** Removes everything. */
	clear(): void;
}

/** Makes an empty file system. */
export function fakeDisk(): FakeDisk {
	const root = new Map<string, Entry>();
	const open = new Set<string>();
	const at = (path: readonly string[]) => {
		let folder = root;
		for (const name of path) {
			if (!folder.has(name)) folder.set(name, new Map());
			folder = folder.get(name) as Map<string, Entry>;
		}
		return folder;
	};
	const split = (path: string): [Map<string, Entry>, string] => {
		const parts = path.split('/');
		const name = parts.pop() ?? '';
		return [at(parts), name];
	};
	return {
		directory: directoryOf(root, '', open),
		files() {
			const found = new Map<string, Uint8Array<ArrayBuffer>>();
			const visit = (folder: Map<string, Entry>, above: string): void => {
				for (const [name, entry] of folder) {
					if (entry instanceof Map) visit(entry, `${above}${name}/`);
					else found.set(above + name, entry);
				}
			};
			visit(root, '');
			return found;
		},
		put(path, bytes) {
			const [folder, name] = split(path);
			folder.set(name, new Uint8Array(bytes));
		},
		clear: () => root.clear()
	};
}

function directoryOf(
	folder: Map<string, Entry>,
	path: string,
	open: Set<string>
): FileSystemDirectoryHandle {
	const absent = () => new DOMException('not there', 'NotFoundError');
	return {
		async getDirectoryHandle(name: string, { create = false } = {}) {
			if (!folder.has(name) && create) folder.set(name, new Map());
			const entry = folder.get(name);
			if (!(entry instanceof Map)) throw absent();
			return directoryOf(entry, `${path}${name}/`, open);
		},
		async getFileHandle(name: string, { create = false } = {}) {
			if (!folder.has(name) && create) folder.set(name, new Uint8Array());
			if (!(folder.get(name) instanceof Uint8Array)) throw absent();
			return {
				getFile: async () => new Blob([folder.get(name) as Uint8Array<ArrayBuffer>]),
				createSyncAccessHandle: async () => accessTo(folder, name, path + name, open),
				createWritable: async () => writableTo(folder, name)
			};
		},
		async removeEntry(name: string) {
			if (!folder.delete(name)) throw absent();
		},
		async *keys() {
			yield* [...folder.keys()];
		}
	} as unknown as FileSystemDirectoryHandle;
}

/** What is written stands in the file once it is closed. */
function writableTo(folder: Map<string, Entry>, name: string) {
	let written = new Uint8Array();
	return {
		write: async (bytes: Uint8Array) => void (written = new Uint8Array([...written, ...bytes])),
		close: async () => void folder.set(name, written),
		abort: async () => undefined
	};
}

function accessTo(folder: Map<string, Entry>, name: string, path: string, open: Set<string>) {
	if (open.has(path)) throw new DOMException('in use', 'NoModificationAllowedError');
	open.add(path);
	const bytes = () => folder.get(name) as Uint8Array<ArrayBuffer>;
	const resize = (length: number): Uint8Array<ArrayBuffer> => {
		const next = new Uint8Array(length);
		next.set(bytes().subarray(0, length));
		folder.set(name, next);
		return next;
	};
	return {
		write(part: Uint8Array, { at = 0 } = {}) {
			const end = at + part.length;
			(end > bytes().length ? resize(end) : bytes()).set(part, at);
			return part.length;
		},
		truncate: (length: number) => void resize(length),
		getSize: () => bytes().length,
		flush: () => undefined,
		close: () => void open.delete(path)
	};
}
