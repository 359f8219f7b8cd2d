// A folder the rep chose on this computer, as the exchange sees it. It never throws: what a cloud's program
// holds on to for the moment is not readable yet, and a folder that is gone says so.
import type { Folder } from './carried';

/** A folder the rep chose. */
export interface Directory extends Folder {
	/** As the last look found it. 'gone': not there any more; 'refused': leave was taken back. */
	readonly state: 'there' | 'gone' | 'refused';
}

/** The folder behind a handle. */
export function directoryOf(handle: FileSystemDirectoryHandle): Directory {
	let state: Directory['state'] = 'there';

	async function below(path: string, create = false): Promise<FileSystemDirectoryHandle> {
		let at = handle;
		for (const name of path.split('/').filter((part) => part !== '')) {
			at = await at.getDirectoryHandle(name, { create });
		}
		return at;
	}

	/** Runs it; what fails is `otherwise`, and the state then tells when it is the folder itself. */
	async function attempt<Result>(work: () => Promise<Result>, otherwise: Result): Promise<Result> {
		try {
			const result = await work();
			state = 'there';
			return result;
		} catch (error) {
			state = stateAfter(error) ?? (await look());
			return otherwise;
		}
	}

	async function look(): Promise<Directory['state']> {
		try {
			await handle.keys().next();
			return 'there';
		} catch (error) {
			return stateAfter(error) ?? 'gone';
		}
	}

	return {
		get state() {
			return state;
		},
		list: (path) =>
			attempt(async () => {
				const names: string[] = [];
				for await (const name of (await below(path)).keys()) names.push(name);
				return names.sort();
			}, []),
		read: (path) =>
			attempt<Uint8Array | undefined>(async () => {
				const [above, name] = split(path);
				const file = await (await (await below(above)).getFileHandle(name)).getFile();
				return new Uint8Array(await file.arrayBuffer());
			}, undefined),
		write: (path, bytes) =>
			attempt(async () => {
				const [above, name] = split(path);
				const file = await (await below(above, true)).getFileHandle(name, { create: true });
				// Written beside it and put in its place whole, when it is closed.
				const stream = await file.createWritable();
				try {
					await stream.write(bytes as Uint8Array<ArrayBuffer>);
					await stream.close();
				} catch (error) {
					await stream.abort().catch(() => undefined);
					throw error;
				}
			}, undefined),
		remove: (path) =>
			attempt(async () => {
				const [above, name] = split(path);
				await (await below(above)).removeEntry(name);
			}, undefined)
	};
}

function split(path: string): [above: string, name: string] {
	const cut = path.lastIndexOf('/');
	return [path.slice(0, Math.max(cut, 0)), path.slice(cut + 1)];
}

function stateAfter(error: unknown): 'refused' | undefined {
	const name = error instanceof DOMException ? error.name : '';
	return name === 'NotAllowedError' || name === 'SecurityError' ? 'refused' : undefined;
}
