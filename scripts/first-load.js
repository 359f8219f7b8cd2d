// Leaves out of the build what packages bring along for apps that are not like ours. Each cut names
// the words it looks for, and the build stops when a newer version of the package has others.

/** Put in the place of Vite's loader, which also fetches scripts in advance: ours only has styles. */
const STYLES_THEN_MODULE = `
const seen = {};
const style = (href) => seen[href] ??= new Promise((loaded, failed) => {
	if ([...document.querySelectorAll('link[rel=stylesheet]')].some((each) => each.href === href)) {
		return loaded();
	}
	const link = document.createElement('link');
	link.rel = 'stylesheet';
	link.href = href;
	link.onload = loaded;
	link.onerror = () => {
		delete seen[href];
		link.remove();
		failed(new Error('Unable to load ' + href));
	};
	document.head.append(link);
});
export const __vitePreload = (load, styles, base) =>
	Promise.all(styles.map((path) => style(new URL(path, base).href))).then(load);
`;

/** @typedef {readonly [find: string | RegExp, put: string]} Cut */

/** @type {readonly { module: RegExp, why: string, cuts: readonly Cut[] }[]} */
const CUTS = [
	{
		module: /\/svelte\/src\/internal\/flags\/index\.js$/,
		why: 'Every component is written with runes, none awaits in its markup, none is traced.',
		cuts: [
			['export let async_mode_flag', 'export const async_mode_flag'],
			['export let legacy_mode_flag', 'export const legacy_mode_flag'],
			['export let tracing_mode_flag', 'export const tracing_mode_flag'],
			[/export function \w+_flag\(\) \{[^}]*\}/g, '']
		]
	},
	{
		module: /\/svelte\/src\/internal\/client\/dom\/hydration\.js$/,
		why: 'No page is rendered before it reaches the browser, so there is nothing to take over.',
		cuts: [
			['export let hydrating = false', 'export const hydrating = false'],
			['hydrating = value;', '']
		]
	},
	{
		module: /\/svelte\/src\/legacy\/legacy-client\.js$/,
		why: 'The same.',
		cuts: [['(options.hydrate ? hydrate : mount)', 'mount']]
	},
	{
		module: /\/kit\/src\/runtime\/client\/client\.js$/,
		why: 'The same; and naming what it needs of Svelte lets go of the rest.',
		cuts: [
			[
				"import * as svelte from 'svelte';",
				"import { onMount, tick, untrack, settled, fork } from 'svelte';"
			],
			['const { onMount, tick } = svelte;', ''],
			[/const untrack = svelte\.untrack \?\?.*/, ''],
			[/\bsvelte\.(tick|settled|fork)\b/g, '$1'],
			['await _hydrate(target, hydrate);', '']
		]
	},
	{
		module: /\/yjs\/dist\/yjs\.mjs$/,
		why: 'No document of ours holds XML; a row that does is put aside like any other broken one.',
		cuts: [
			['  readYXmlElement,\n  readYXmlFragment,\n  readYXmlHook,\n  readYXmlText\n', ''],
			['this.get(name, YXmlElement)', 'undefined'],
			['this.get(name, YXmlFragment)', 'undefined'],
			['type instanceof YXmlElement', 'false'],
			['type instanceof YXmlHook', 'false']
		]
	}
];

/** @param {string} code @param {Cut} cut @param {string} id */
function taken(code, [find, put], id) {
	const left = code.replace(find, put);
	if (left === code) throw new Error(`${id} has no ${find} any more: see scripts/first-load.js.`);
	return left;
}

/** @returns {import('vite').Plugin} */
export function firstLoad() {
	return {
		name: 'first-load',
		apply: 'build',
		enforce: 'pre',
		// The first load lists the style sheets of all screens; that they have names is of no use there.
		outputOptions: (options) => ({
			...options,
			assetFileNames: String(options.assetFileNames).replace('[name].[hash]', '[hash]')
		}),
		transform(code, id) {
			const found = CUTS.find(({ module }) => module.test(id));
			return (
				found && { code: found.cuts.reduce((left, cut) => taken(left, cut, id), code), map: null }
			);
		},
		load: {
			filter: { id: /^\0vite\/preload-helper\.js$/ },
			handler: () => ({ code: STYLES_THEN_MODULE, moduleSideEffects: false })
		}
	};
}
