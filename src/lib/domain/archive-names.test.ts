// Names of files in an archive: safe everywhere, told apart, and still to be recognised.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pageNameOf } from './archive-names';

test.each([
	['Dana Whitlock', '042-dana-whitlock.html'],
	['Zoë O’Hara / “Ünal” Łukasz', '042-zoe-ohara-unal-lukasz.html'],
	['../../etc/passwd', '042-etc-passwd.html'],
	['CON', '042-con.html'],
	['עדה לובלייס', '042.html'],
	['👩‍🌾', '042.html'],
	['\u202egnp.exe\0', '042-gnp-exe.html'],
	['', '042.html']
])('%j is %s', (name, file) => {
	expect(pageNameOf(name, 41, 300)).toBe(file);
});

test('a long name is cut and never ends in a stroke', () => {
	expect(pageNameOf('a '.repeat(100), 0, 10_000)).toBe(
		`00001-${'a-'.repeat(20).slice(0, -1)}.html`
	);
});

test('any names give files that differ whatever the system does to case and accents', () => {
	const names = fc.array(fc.string({ unit: 'binary', maxLength: 200 }), { maxLength: 40 });
	fc.assert(
		fc.property(names, (all) => {
			const files = all.map((name, index) => pageNameOf(name, index, all.length));
			for (const file of files) expect(file).toMatch(/^\d{3,}(?:-[a-z0-9-]{1,40})?\.html$/);
			expect(new Set(files).size).toBe(all.length);
			expect(files.toSorted()).toEqual(files);
		}),
		{ seed: 20261122, numRuns: 200 }
	);
});
