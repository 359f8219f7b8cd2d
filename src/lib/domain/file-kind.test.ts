// An archive of everything is told from other packed files, so that it is sent where it can be brought back.
import { zipSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { arrivedPlaceOf } from './arrived-kind';
import { fileKindOf } from './file-kind';

const zip = (...names: readonly string[]) =>
	zipSync(Object.fromEntries(names.map((name) => [name, strToU8(`What ${name} says.`)])));

test('an archive of everything is a backup, whatever it is called', () => {
	const archive = zip('README.txt', 'people/001-dana-whitlock.html', 'index.html', 'kith.json');
	expect(fileKindOf(archive)).toBe('backup');
	expect(arrivedPlaceOf('download (1).zip', archive)).toBe('backup');
});

test('another packed file is none', () => {
	const other = zip('README.txt', 'src/index.html');
	expect(fileKindOf(other)).toBe('archive');
	expect(arrivedPlaceOf('contacts.zip', other)).toBe('import');
});
