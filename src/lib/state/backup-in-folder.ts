// Backups in a folder of the rep's: written beside what is there, read back, and only then named.

/** Why there is no new backup in the folder; the earlier ones are as they were. */
export type FolderFault =
	'FolderGone' | 'FolderRefused' | 'FolderFull' | 'FolderBusy' | 'FolderUnlike' | 'FolderFailed';

/** Sums up a file beside the page. */
export type SumOf = (file: Blob) => Promise<string>;

const PART = '.part';
const REMOVE_TRIES = 10;
const REMOVE_PAUSE_MS = 100;

/**
 * Puts a file into a folder under a name that nothing there has yet, never half of it: it is written
 * under another name, read back and compared, and then renamed.
 * @returns the name it got, or why there is none
 */
export async function putIntoFolder(
	folder: FileSystemDirectoryHandle,
	name: string,
	blob: Blob,
	sumOf: SumOf
): Promise<{ readonly name: string } | { readonly fault: FolderFault }> {
	let part: string | undefined;
	try {
		const wanted = await sumOf(blob);
		const free = await freeName(folder, name);
		part = free + PART;
		const written = await write(folder, part, blob);
		if ((await sumOf(await written.getFile())) !== wanted) return await give('FolderUnlike', part);
		if (!(await rename(written, free))) {
			const again = await write(folder, free, blob);
			if ((await sumOf(await again.getFile())) !== wanted) {
				await remove(folder, free);
				return await give('FolderUnlike', part);
			}
			await remove(folder, part);
		}
		// What a rename has done is known only by looking.
		const named = await folder.getFileHandle(free);
		if ((await sumOf(await named.getFile())) !== wanted) return { fault: 'FolderUnlike' };
		return { name: free };
	} catch (error) {
		return give(faultOf(error), part);
	}

	async function give(fault: FolderFault, left: string | undefined) {
		if (left !== undefined) await remove(folder, left);
		return { fault };
	}
}

/** Takes away the oldest of the files that fit a pattern until `most` are left, and what was cut off. */
export async function tidyFolder(
	folder: FileSystemDirectoryHandle,
	ours: RegExp,
	most: number
): Promise<void> {
	const names = await namesIn(folder);
	const cutOff = names.filter(
		(name) => name.endsWith(PART) && ours.test(name.slice(0, -PART.length))
	);
	const old = names
		.filter((name) => ours.test(name))
		.sort()
		.slice(0, -most);
	for (const name of [...cutOff, ...old]) await remove(folder, name);
}

async function write(
	folder: FileSystemDirectoryHandle,
	name: string,
	blob: Blob
): Promise<FileSystemFileHandle> {
	const handle = await folder.getFileHandle(name, { create: true });
	const stream = await handle.createWritable();
	try {
		await stream.write(blob);
		await stream.close();
	} catch (error) {
		await stream.abort().catch(() => undefined);
		throw error;
	}
	return handle;
}

/** Renames a file where the browser can; false where it cannot, and nothing has happened. */
async function rename(handle: FileSystemFileHandle, name: string): Promise<boolean> {
	if (!('move' in handle) || typeof handle.move !== 'function') return false;
	try {
		await (handle.move as (name: string) => Promise<void>).call(handle, name);
		return true;
	} catch {
		return false;
	}
}

async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
	const taken = new Set(await namesIn(folder));
	if (!taken.has(name)) return name;
	const stem = name.replace(/\.json$/, '');
	for (let number = 2; ; number++) {
		const next = `${stem}-${number}.json`;
		if (!taken.has(next)) return next;
	}
}

async function namesIn(folder: FileSystemDirectoryHandle): Promise<string[]> {
	const names: string[] = [];
	for await (const name of folder.keys()) names.push(name);
	return names;
}

async function remove(folder: FileSystemDirectoryHandle, name: string): Promise<void> {
	for (let tries = 0; tries < REMOVE_TRIES; tries++) {
		try {
			await folder.removeEntry(name);
			return;
		} catch (error) {
			// Gone already, or the folder is: then there is nothing half-written to be found either. But a
			// browser may hold on to a file for a moment after its writer was called off.
			if (faultOf(error) !== 'FolderBusy') return;
			await new Promise((resolve) => setTimeout(resolve, REMOVE_PAUSE_MS));
		}
	}
}

function faultOf(error: unknown): FolderFault {
	switch (error instanceof DOMException ? error.name : '') {
		case 'NotFoundError':
			return 'FolderGone';
		case 'NotAllowedError':
		case 'SecurityError':
			return 'FolderRefused';
		case 'QuotaExceededError':
			return 'FolderFull';
		case 'NoModificationAllowedError':
		case 'InvalidModificationError':
		case 'InvalidStateError':
			return 'FolderBusy';
	}
	return 'FolderFailed';
}
