// What is taken out in one language is brought back in any other: the names of files are words for people, and
// Kith finds its backup without reading them.
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, test, vi } from 'vitest';
import * as archiveWords from '$lib/state/archive-words';
import { backupInZip } from '$lib/state/backup-zipped';
import { Catalogue, catalogueFile, LANGUAGES } from '../../scripts/words/catalogue.js';
import { aKith, bring } from '../support/backups';
import { aPerson, digest, write } from '../support/books';

const FILE = 'src/lib/state/archive-words.ts';

afterEach(() => {
	vi.doUnmock('$lib/state/archive-words');
	vi.resetModules();
});

describe.each(LANGUAGES)('in %s', (language) => {
	const catalogue = Catalogue.read(catalogueFile(language));
	const archiveFiles = Object.fromEntries(
		Object.entries(archiveWords.archiveFiles).map(([file, name]) => [
			file,
			catalogue.translate(name, FILE)
		])
	);

	test('an archive has safe names and is restored by any Kith', async () => {
		vi.doMock('$lib/state/archive-words', () => ({ ...archiveWords, archiveFiles }));
		const { makeArchive } = await import('$lib/state/archive');
		const kith = await aKith('phone');
		write(kith.book, (draft) => draft.add('person', aPerson({ name: 'Jürgen Weiß' })));
		const { blob, name } = await makeArchive(kith);
		const names = Object.keys(unzipSync(new Uint8Array(await blob.arrayBuffer())));
		expect(names).toHaveLength(8);
		for (const each of [...names, name]) expect(each).toMatch(/^[\w-]+(?:\/[\w-]+)?\.[a-z]+$/);
		expect(names).not.toContain(archiveWords.archiveFiles.readme);
		const other = await aKith('tablet');
		await bring(other, (await backupInZip(blob)) ?? '', 'replace');
		expect(digest(other.book)).toEqual(digest(kith.book));
	});
});
