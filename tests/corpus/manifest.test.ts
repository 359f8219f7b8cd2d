// The manifest promises what is there: files of the stated size, places that exist, and the kinds of file
// that the screens take.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ROOT } from '../../scripts/run.js';
import { Catalogue, catalogueFile, LANGUAGES } from '../../scripts/words/catalogue.js';
import { manifestIn, manifestTexts } from '../../scripts/words/manifest.js';

interface Picture {
	readonly src: string;
	readonly sizes: string;
	readonly type: string;
	readonly form_factor?: 'narrow' | 'wide';
	readonly label?: string;
}
interface Manifest {
	readonly id: string;
	readonly name: string;
	readonly lang: string;
	readonly icons: readonly Picture[];
	readonly screenshots: readonly Picture[];
	readonly shortcuts: readonly { name: string; url: string; icons: readonly Picture[] }[];
	readonly share_target: { params: { files: readonly [{ accept: readonly string[] }] } };
	readonly file_handlers: readonly { action: string; accept: Record<string, readonly string[]> }[];
	readonly display_override: readonly string[];
}

const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const manifest = JSON.parse(read('static/manifest.webmanifest')) as Manifest;

/** Width and height, as the first bytes of a PNG or a simple WebP say them. */
function sizeOf(path: string): string {
	const bytes = readFileSync(join(ROOT, 'static', path));
	if (path.endsWith('.svg')) return 'any';
	if (path.endsWith('.png')) return `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`;
	const isPlain = bytes.toString('latin1', 12, 16) === 'VP8 ';
	const side = (plain: number, extended: number): number =>
		isPlain ? bytes.readUInt16LE(plain) & 0x3fff : bytes.readUIntLE(extended, 3) + 1;
	return `${side(26, 24)}x${side(28, 27)}`;
}

/** What a file field of a screen takes. */
function takenBy(component: string): string[] {
	const [, accept = ''] = /accept="([^"]+)"/.exec(read(`src/lib/features/${component}`)) ?? [];
	return accept.split(',');
}

/** Text that is no card, table or book is shared as words, and `.txt` belongs to every editor. */
const ASKED_FOR_ONLY = ['.txt'];
const SCREENS = [
	['#/devices', takenBy('devices/ByFile.svelte')],
	['#/import', takenBy('import/ChooseContacts.svelte')],
	['#/backup', takenBy('backup/Home.svelte')]
] as const;

const { icons, screenshots, shortcuts } = manifest;
const pictures = [...icons, ...screenshots, ...shortcuts.flatMap(({ icons }) => icons)];

test.each(pictures.map(({ src, sizes, type }) => [src, sizes, type]))(
	'%s is there, %s large and %s',
	(src, sizes, type) => {
		expect(sizeOf(src)).toBe(sizes);
		expect(type).toContain(src.split('.').pop());
	}
);

test('pictures of the app are light to load, named, and there for a phone and a laptop', () => {
	for (const { src, label } of screenshots) {
		expect(readFileSync(join(ROOT, 'static', src)).length, src).toBeLessThan(150_000);
		expect(label, src).toBeTruthy();
	}
	const kinds = new Set(screenshots.map(({ form_factor, sizes }) => `${form_factor} ${sizes}`));
	// One size for each, or a shop shows none of them.
	expect([...kinds]).toEqual(['narrow 780x1688', 'wide 1280x860']);
});

test.each([
	...shortcuts.map(({ url }) => url),
	...manifest.file_handlers.map(({ action }) => action)
])('%s is a place in the app', (url) => {
	expect(url).toMatch(/^\.\/#\//);
	expect(existsSync(join(ROOT, 'src/routes', url.slice(4), '+page.svelte'))).toBe(true);
});

test('files open on the screens that take them', () => {
	const opened = manifest.file_handlers.map(({ action, accept }) => [
		action.slice(2),
		[...new Set(Object.values(accept).flat())].sort()
	]);
	const taken = SCREENS.map(([place, accept]) => [
		place,
		accept.filter((kind) => kind.startsWith('.') && !ASKED_FOR_ONLY.includes(kind)).sort()
	]);
	// An account of Monica's is JSON as well: what is in a file decides once it is open.
	const asked = taken.map(([place, kinds]) =>
		place === '#/import'
			? [place, (kinds as string[]).filter((kind) => kind !== '.json')]
			: [place, kinds]
	);
	expect(opened).toEqual(asked);
});

test('what a screen takes can be shared to it', () => {
	const [{ accept }] = manifest.share_target.params.files;
	const taken = SCREENS.flatMap(([, accept]) => accept);
	const missing = taken.filter((kind) => !accept.includes(kind) && !ASKED_FOR_ONLY.includes(kind));
	expect(missing).toEqual([]);
	const promised = accept.filter((kind) => kind.startsWith('.'));
	expect(promised.filter((kind) => !taken.includes(kind))).toEqual([]);
});

test('where the window’s buttons lie over the page, the page begins below them', () => {
	expect(manifest.display_override[0]).toBe('window-controls-overlay');
	expect(read('src/lib/ui/tokens.css')).toContain('--title-bar: env(titlebar-area-height, 0px)');
	expect(read('src/lib/ui/base.css')).toContain('padding-block-start: var(--title-bar)');
});

test.each(LANGUAGES)('in %s it is the same app, and each of its texts is said', (language) => {
	const catalogue = Catalogue.read(catalogueFile(language));
	const other = manifestIn(language, (text, file) => catalogue.translate(text, file));
	const { id, name, share_target, file_handlers, shortcuts, screenshots, lang } = JSON.parse(
		other
	) as Manifest;
	expect({ id, name, share_target, file_handlers }).toEqual({
		...{ id: manifest.id, name: manifest.name, share_target: manifest.share_target },
		file_handlers: manifest.file_handlers
	});
	expect(shortcuts.map(({ url }) => url)).toEqual(manifest.shortcuts.map(({ url }) => url));
	expect(screenshots.map(({ src }) => src)).toEqual(manifest.screenshots.map(({ src }) => src));
	expect(lang).toBe(language);
	const left = manifestTexts().filter((text) => other.includes(`"${text}"`));
	// What it is called in both.
	expect(left).toEqual(['Top Ten']);
});
