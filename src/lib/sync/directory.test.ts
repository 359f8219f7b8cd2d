// A folder of the computer: what is there is read, what is not is nothing, and a folder gone says so.
import { describe, expect, test } from 'vitest';
import { fakeDisk } from '../../../tests/support/files';
import { directoryOf } from './directory';

const BYTES = Uint8Array.of(1, 2, 3);
const PATH = 'devices/phone/000001-abc.kith';

/** A handle whose every call fails in one way. */
function failing(name: string): FileSystemDirectoryHandle {
	const fail = () => {
		throw new DOMException('', name);
	};
	return {
		getDirectoryHandle: fail,
		getFileHandle: fail,
		removeEntry: fail,
		keys: () => ({ [Symbol.asyncIterator]: () => ({ next: fail }), next: fail })
	} as unknown as FileSystemDirectoryHandle;
}

describe('a folder', () => {
	test('keeps a file with the folders above it, and lists and removes it', async () => {
		const disk = fakeDisk();
		const folder = directoryOf(disk.directory);
		await folder.write(PATH, BYTES);
		expect(disk.files().get(PATH)).toEqual(BYTES);
		expect(await folder.list('devices')).toEqual(['phone']);
		expect(await folder.list('devices/phone')).toEqual(['000001-abc.kith']);
		expect(await folder.read(PATH)).toEqual(BYTES);
		await folder.remove(PATH);
		await folder.remove(PATH);
		expect(await folder.read(PATH)).toBeUndefined();
		expect(folder.state).toBe('there');
	});

	test('has nothing where there is nothing, or a folder in the place of a file', async () => {
		const folder = directoryOf(fakeDisk().directory);
		expect(await folder.list('devices')).toEqual([]);
		expect(await folder.read(PATH)).toBeUndefined();
		await folder.write(PATH, BYTES);
		expect(await folder.read('devices/phone')).toBeUndefined();
		expect(folder.state).toBe('there');
	});

	test.each([
		['NotFoundError', 'gone'],
		['NotAllowedError', 'refused'],
		['InvalidStateError', 'gone']
	])('never throws; after %s it is %s', async (name, state) => {
		const folder = directoryOf(failing(name));
		expect(await folder.list('devices')).toEqual([]);
		expect(folder.state).toBe(state);
		expect(await folder.read(PATH)).toBeUndefined();
		await folder.write(PATH, BYTES);
		await folder.remove(PATH);
		expect(folder.state).toBe(state);
	});
});
