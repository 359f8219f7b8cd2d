import { fileURLToPath } from 'node:url';
import { sveltekit } from '@sveltejs/kit/vite';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';
import { firstLoad } from './scripts/first-load.js';
import { licensed } from './scripts/licences.js';
import { SOURCE_LANGUAGE } from './scripts/words/catalogue.js';
import { words } from './scripts/words/plugin.js';

/** The frame and the first screen, and with them all they need: one file for the first load. */
function isFirstScreen(id: string): boolean {
	return /\/src\/routes\/\+(layout|page)\.svelte|\/kit\/src\/runtime\/client\/entry|\/client-optimized\/app\.js/.test(
		id
	);
}

/**
 * What the first tap most often leads to, each with all it needs: one file, fetched in advance, where it
 * would be 35 for a new note and 102 for a person. What both need comes with the first of the list.
 */
const COMES_NEXT = [
	{ name: 'new-note', test: /\/src\/routes\/new\/\+page\.svelte/ },
	{ name: 'person', test: /\/src\/routes\/people\/\[id\]\/\+page\.svelte/ },
	{ name: 'people', test: /\/src\/routes\/people\/\+page\.svelte/ }
].map((group, at) => ({ ...group, priority: 3 - at }));

/**
 * Yjs prints a warning or two and asks once whether it is being developed; for that it would bring
 * lib0's coloured console along, and its knowledge of command lines and other platforms.
 */
const plain = (name: string) =>
	fileURLToPath(new URL(`./src/lib/store/plain-${name}.ts`, import.meta.url));

/**
 * y-webrtc gets a lib0 of its own: what it needs of that, and Yjs does not, would be in the first load,
 * which holds the one that Yjs uses. And simple-peer becomes a module, or the first load would hold what
 * makes one of it.
 */
const ownLib0: Plugin = {
	name: 'own-lib0',
	apply: 'build',
	enforce: 'pre',
	async resolveId(source, importer = '', options) {
		const isOurs = /\/(y-webrtc|y-protocols)\/|\?own-lib0$/.test(importer);
		if (!isOurs || source.endsWith('?own-lib0')) return undefined;
		const found = await this.resolve(source, importer.replace(/\?.*/, ''), {
			...options,
			skipSelf: true
		});
		return found && /\/lib0\/|plain-/.test(found.id) ? `${found.id}?own-lib0` : found;
	},
	transform(code, id) {
		if (!id.endsWith('/simplepeer.min.js')) return undefined;
		return `const require = undefined, module = { exports: {} }, { exports } = module;${code}\nexport default module.exports;`;
	}
};

/** The language this build speaks; see scripts/words. */
const language = process.env['KITH_LANGUAGE'] ?? SOURCE_LANGUAGE;

/** Tests that want a page around them, each file in a world of its own. */
const suite = (name: string, include: string[]) => ({
	extends: true as const,
	test: { name, environment: 'happy-dom', include }
});

export default defineConfig({
	plugins: [words(language), firstLoad(), ownLib0, licensed(), sveltekit()],
	worker: { plugins: () => [words(language), firstLoad(), licensed()] },
	define: { __LANGUAGE__: JSON.stringify(language) },
	build: {
		target: 'es2023',
		// One file holds the first load already; what comes later is small and in the offline cache.
		modulePreload: false,
		rolldownOptions: {
			// Svelte's client modules only define things, but its package does not say so: without this
			// every feature that any screen uses would be part of the first load.
			treeshake: {
				// Nothing we ship does something when a property is read, or when a global is named.
				propertyReadSideEffects: false,
				unknownGlobalSideEffects: false,
				moduleSideEffects: [
					{
						test: /\/svelte\/src\/(internal\/client|reactivity|legacy|store|motion)\//,
						sideEffects: false
					},
					// The words of a language define things only, and a build reads notes in one (note-language.ts).
					{ test: /\/src\/lib\/domain\/.*-(en|de)\.ts/, sideEffects: false }
				]
			},
			// A constant is written where it is used; then the branches that never happen can go.
			optimization: { inlineConst: { mode: 'all', pass: 3 } },
			// Forty small files compress worse than one: 97 KB against 85 (see tests/budgets).
			output: {
				codeSplitting: {
					groups: [{ name: 'first', test: isFirstScreen, priority: 4 }, ...COMES_NEXT]
				}
			}
		}
	},
	resolve: process.env['VITEST']
		? // Svelte's client runtime, or effects in *.svelte.test.ts would never run.
			{ conditions: ['browser'] }
		: {
				alias: [
					{ find: 'lib0/logging', replacement: plain('logging') },
					{ find: /^lib0\/environment$|^\.\/environment\.js$/, replacement: plain('environment') }
				]
			},
	test: {
		setupFiles: ['tests/support/setup.ts'],
		testTimeout: 20_000,
		// Vitest leaves one core to others; with two there is then only one at work.
		maxWorkers: process.env['KITH_SPEED'] ? 1 : 2,
		projects: process.env['KITH_SPEED']
			? // What measures milliseconds runs by itself: beside other tests it would measure those.
				[suite('speed', ['tests/budgets/**/*.speed.svelte.ts'])]
			: [
					// The domain asks for no browser and keeps nothing between two calls, so its tests share a
					// process: a third of the time.
					{
						extends: true,
						test: {
							name: 'domain',
							environment: 'node',
							isolate: false,
							include: ['src/lib/domain/**/*.test.ts']
						}
					},
					// Most of the store and of what travels asks for none either, and a page made up for each file
					// takes longer than most of the tests in it. The few that want one say so on top.
					{
						extends: true,
						test: {
							name: 'store',
							environment: 'node',
							include: [
								'src/lib/{store,sync}/**/*.test.ts',
								'tests/{sync,corpus,lint,support,budgets,words}/**/*.test.ts'
							]
						}
					},
					suite('app', ['src/lib/{state,ui,features}/**/*.test.ts', 'tests/store/**/*.test.ts'])
				]
	}
});
