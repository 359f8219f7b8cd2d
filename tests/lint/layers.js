// The layers of src and what each may import: the table of the house style, in a form lint can read.

/**
 * @typedef {object} Layer
 * @property {readonly string[]} layers what it may import of ours
 * @property {readonly string[]} [onDemand] what it may import of ours by `import()` only
 * @property {readonly RegExp[]} [packages] the only packages it may import; without it, any
 * @property {readonly RegExp[]} [notPackages] packages it must not import
 * @property {string} why what the layer must not know, as the end of a sentence
 */

const YJS = [/^yjs$/, /^y-/, /^lib0(\/|$)/];
const SVELTE = [/^svelte(\/|$)/];

/** @type {Readonly<Record<string, Layer>>} */
export const LAYERS = {
	domain: {
		layers: ['domain'],
		packages: [/^date-fns(\/|$)/, /^valibot$/, /^chrono-node(\/|$)/],
		why: 'is pure functions and frozen records that run anywhere, so it knows no DOM, Yjs or Svelte; a small pure library may be added to tests/lint/layers.js'
	},
	store: {
		layers: ['domain', 'store'],
		packages: [/^yjs$/, /^y-indexeddb$/, /^lib0(\/|$)/, /^valibot$/, /^hash-wasm$/],
		why: 'keeps the document on the disk and knows neither Svelte nor the network'
	},
	sync: {
		layers: ['domain', 'store', 'sync'],
		notPackages: [...SVELTE, /^\$app(\/|$)/],
		why: 'moves updates between devices and knows no Svelte'
	},
	state: {
		layers: ['domain', 'store', 'state'],
		onDemand: ['sync'],
		notPackages: [...YJS, /^\$app(\/|$)/],
		why: 'is reactive views and the verbs of the app: it writes through the store, loads sync by import() when it is wanted, and knows no markup and no Yjs'
	},
	ui: {
		layers: ['ui'],
		packages: [...SVELTE, /^virtua(\/|$)/],
		why: 'is primitives that know nothing of ours: hand in words, values and callbacks instead'
	},
	features: {
		layers: ['domain', 'state', 'ui', 'features'],
		notPackages: YJS,
		why: 'is one component for each thing a rep does: it reads and writes through state, never the store, sync or Yjs'
	},
	routes: {
		layers: ['domain', 'state', 'ui', 'features', 'routes'],
		notPackages: YJS,
		why: 'is composition and addresses: it reads and writes through state, never the store, sync or Yjs'
	}
};

/**
 * The layer a file of the repository lies in, if it lies in one.
 * @param {string} path absolute, or from the root
 */
export function layerOf(path) {
	const [, layer = ''] = /(?:^|\/)src\/(?:lib\/([^/]+)\/|(?=routes\/))/.exec(path) ?? [];
	if (/(?:^|\/)src\/routes\//.test(path)) return 'routes';
	return layer in LAYERS ? layer : undefined;
}
