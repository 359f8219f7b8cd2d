// @vitest-environment node
// The fence bites: at every border a forbidden line is refused and a permitted one accepted.
import { ESLint, Linter } from 'eslint';
import svelte from 'eslint-plugin-svelte';
import tseslint from 'typescript-eslint';
import { describe, expect, test } from 'vitest';
import { ROOT } from '../../scripts/run.js';
import { kith } from './eslint.config.js';

const linter = new Linter();

/** The sentences our rules say about a file. */
function said(file: string, code: string): string[] {
	const config: Linter.Config = {
		files: ['**/*.ts', '**/*.svelte'],
		plugins: { kith },
		languageOptions: file.endsWith('.svelte')
			? { parserOptions: { parser: tseslint.parser } }
			: { parser: tseslint.parser },
		rules: {
			'kith/layer-fence': 'error',
			'kith/telling-names': 'error',
			...(file.includes('/domain/') ? { 'kith/pure-domain': 'error' } : {})
		}
	};
	const messages = linter.verify(code, [...svelte.configs.base, config], { filename: file });
	expect(messages.filter(({ fatal }) => fatal)).toEqual([]);
	return messages.map(({ message }) => message);
}

const inFile = {
	domain: 'src/lib/domain/day.ts',
	store: 'src/lib/store/book.ts',
	sync: 'src/lib/sync/frames.ts',
	state: 'src/lib/state/kith.svelte.ts',
	ui: 'src/lib/ui/Button.svelte',
	features: 'src/lib/features/today/Today.svelte',
	routes: 'src/routes/people/+page.svelte'
} as const;

const script = (file: string, line: string): string =>
	file.endsWith('.svelte') ? `<script lang="ts">\n\t${line}\n</script>\n` : `${line}\n`;

type Layer = keyof typeof inFile;

const REFUSED: [from: Layer, line: string, names: string][] = [
	['domain', `import { Book } from '$lib/store/book';`, "'store'"],
	['domain', `import { mount } from 'svelte';`, "'svelte'"],
	['domain', `import { Doc } from 'yjs';`, "'yjs'"],
	['domain', `import { readFile } from 'node:fs';`, "'node:fs'"],
	['store', `import { Kith } from '$lib/state/kith.svelte';`, "'state'"],
	['store', `import { untrack } from 'svelte';`, "'svelte'"],
	['store', `import { Frames } from '$lib/sync/frames';`, "'sync'"],
	['store', `import { WebrtcProvider } from 'y-webrtc';`, "'y-webrtc'"],
	['sync', `import { Kith } from '$lib/state/kith.svelte';`, "'state'"],
	['sync', `import { writable } from 'svelte/store';`, "'svelte/store'"],
	['state', `import { Frames } from '$lib/sync/frames';`, "'sync'"],
	['state', `import type { Frames } from '$lib/sync/frames';`, "'sync'"],
	['state', `import { Doc } from 'yjs';`, "'yjs'"],
	['state', `import Button from '$lib/ui/Button.svelte';`, "'ui'"],
	['state', `import { base } from '$app/paths';`, "'$app/paths'"],
	['ui', `import { dayOfDate } from '$lib/domain/day';`, "'domain'"],
	['ui', `import type { Person } from '$lib/domain/records/person';`, "'domain'"],
	['ui', `import { format } from 'date-fns';`, "'date-fns'"],
	['features', `import { Book } from '$lib/store/book';`, "'store'"],
	['features', `import type { Book } from '$lib/store/book';`, "'store'"],
	['features', `const frames = import('$lib/sync/frames');`, "'sync'"],
	['features', `import { Doc } from 'yjs';`, "'yjs'"],
	['features', `import { load } from '../../../routes/+page';`, "'routes'"],
	['routes', `import { Book } from '$lib/store/book';`, "'store'"],
	['routes', `const frames = import('$lib/sync/frames');`, "'sync'"],
	['routes', `import { encodeStateVector } from 'yjs';`, "'yjs'"]
];

const PERMITTED: [from: Layer, line: string][] = [
	['domain', `import { isId } from './id'; import { differenceInDays } from 'date-fns';`],
	['domain', `import type { Person } from '$lib/domain/records/person';`],
	['store', `import { isId } from '$lib/domain/id'; import { Doc } from 'yjs';`],
	['sync', `import { Book } from '$lib/store/book'; import { WebrtcProvider } from 'y-webrtc';`],
	['state', `import { Book } from '$lib/store/book'; import { getContext } from 'svelte';`],
	['state', `const frames = import('$lib/sync/frames');`],
	['state', `type Frames = import('$lib/sync/frames').Frames;`],
	['ui', `import Icon from './Icon.svelte'; import { VList } from 'virtua/svelte';`],
	['ui', `import type { Snippet } from 'svelte'; import down from './icons/down.svg?raw';`],
	[
		'features',
		`import { kith } from '$lib/state/kith.svelte'; import Row from '$lib/ui/Row.svelte';`
	],
	['features', `import { warmth } from '$lib/domain/warmth';`],
	[
		'routes',
		`import Today from '$lib/features/today/Today.svelte'; import { page } from '$app/state';`
	]
];

describe('the fence between the layers', () => {
	test.each(REFUSED)('%s refuses %s', (from, line, names) => {
		const messages = said(inFile[from], script(inFile[from], line));
		expect(messages.join('\n')).toContain(`${from} must not import`);
		expect(messages.join('\n')).toContain(names);
		expect(messages.join('\n'), 'says what may be imported').toContain(`it may import '`);
	});

	test.each(PERMITTED)('%s accepts %s', (from, line) => {
		expect(said(inFile[from], script(inFile[from], line))).toEqual([]);
	});

	test.each([
		`export { Book } from '$lib/store/book';`,
		`export type { Book } from '$lib/store/book';`,
		`export * as book from '$lib/store/book';`,
		`const book = import(\`$lib/store/book\`);`,
		`type Book = import('$lib/store/book').Book;`,
		`import '$lib/store';`,
		`import { Book } from '$lib/domain/../store/book';`,
		`const at = new URL('$lib/store/worker.ts', import.meta.url);`
	])('no spelling gets past it: %s', (line) => {
		expect(said(inFile.domain, line)).toHaveLength(1);
	});

	test('a relative path that leaves its layer is refused twice: as `../` and as a border', () => {
		const messages = said(inFile.domain, `import { Book } from '../store/book';`);
		expect(messages).toHaveLength(2);
		expect(messages.join('\n')).toContain("'store'");
		expect(said('src/lib/domain/records/note.ts', `import { isId } from '../id';`)).toEqual([
			expect.stringContaining("No '../'")
		]);
	});

	test('an import in the markup of a component counts as well', () => {
		const markup = `{#await import('$lib/store/book') then { Book }}{Book.name}{/await}`;
		expect(said(inFile.features, markup)).toHaveLength(1);
	});
});

describe('the domain', () => {
	test.each([
		`export const today = () => Date.now();`,
		`export const today = () => new Date();`,
		`export const today = () => Date();`,
		`export const chance = () => Math.random();`,
		`export const width = () => window.innerWidth;`,
		`export const body = () => document.body;`,
		`export const kept = () => localStorage.getItem('kith');`,
		`export const kept = () => indexedDB.open('kith');`,
		`export const asked = () => navigator.onLine;`,
		`export const passed = () => performance.now();`,
		`import { isToday } from 'date-fns';`,
		`import { formatDistanceToNow } from 'date-fns/formatDistanceToNow';`
	])('asks nobody: %s', (line) => {
		expect(said(inFile.domain, line)).toHaveLength(1);
	});

	test.each([
		`export const day = (now: number) => new Date(now);`,
		`export const utc = () => Date.UTC(2026, 10, 21);`,
		`export const first = (document: string[]) => document[0];`,
		`import { differenceInCalendarDays } from 'date-fns/differenceInCalendarDays';`
	])('works with what it is given: %s', (line) => {
		expect(said(inFile.domain, line)).toEqual([]);
	});
});

describe('names', () => {
	test.each(['index.ts', 'utils.ts', 'helpers.svelte.ts', 'common.ts'])(
		'%s says nothing',
		(name) => {
			expect(said(`src/lib/state/${name}`, `export const one = 1;`)).toHaveLength(1);
		}
	);

	test('there are no barrels', () => {
		expect(said(inFile.store, `export * from './cache';`)).toEqual([
			expect.stringContaining('export *')
		]);
	});
});

describe('the settings of this repository', () => {
	const eslint = new ESLint({
		cwd: ROOT,
		overrideConfigFile: 'tests/lint/eslint.config.js'
	});
	const severity = async (file: string, rule: string): Promise<unknown> => {
		const config = (await eslint.calculateConfigForFile(file)) as {
			rules?: Record<string, [severity: number]>;
		};
		return config.rules?.[rule]?.[0] ?? 0;
	};

	test.each(Object.values(inFile))('put the fence around %s', async (file) => {
		expect(await severity(file, 'kith/layer-fence')).toBe(2);
		expect(await severity(file, 'kith/pure-domain')).toBe(file === inFile.domain ? 2 : 0);
	});

	test('leave tests and scripts outside of it', async () => {
		expect(await severity('src/lib/domain/version.test.ts', 'kith/layer-fence')).toBe(0);
		expect(await severity('scripts/start.js', 'kith/layer-fence')).toBe(0);
	});
});
