// What a file is, where its first bytes leave room for doubt: an archive of everything is told from other
// packed files, and a stray character does not make a table something else.
import { zipSync, strToU8 } from 'fflate';
import { expect, test } from 'vitest';
import { arrivedPlaceOf } from './arrived-kind';
import { fileKindOf, otherKindOf } from './file-kind';

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

test('a short table with a stray NUL in it is a table all the same', () => {
	const bytes = new TextEncoder().encode('Name,Phone\nDa\0na,555 0101\nRay,555 0102\n');
	expect(otherKindOf(bytes)).toBe('csv');
});
